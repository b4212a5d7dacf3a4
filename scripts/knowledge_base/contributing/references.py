"""References of other people's files → entries for `sources.bib`, less what is there already."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from string import ascii_lowercase

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, ImplicitComment, ParsingFailedBlock
from pylatexenc.latex2text import LatexNodes2Text

from knowledge_base.checks import run_checks
from knowledge_base.contributing.skipped import Skipped
from knowledge_base.model.base import ID_PATTERN
from knowledge_base.model.places import Location
from knowledge_base.model.source import Source
from knowledge_base.reading import bibliography, ids, ris
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import BIBLIOGRAPHY
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.ris import Reference
from knowledge_base.reading.rules import IMPORT_FILE as RULE

PATH = f"evidence/{BIBLIOGRAPHY}"

_ORDER = (
    "author",
    "shortauthor",
    "editor",
    "title",
    "booktitle",
    "journal",
    "type",
    "institution",
    "school",
    "publisher",
    "organization",
    "address",
    "howpublished",
    "edition",
    "series",
    "volume",
    "number",
    "chapter",
    "pages",
    "month",
    "year",
    "doi",
    "isbn",
    "issn",
    "url",
    "urldate",
    "language",
    "note",
    "listed",
)
"""The fields that are taken over, in the order in which `sources.bib` gives them."""
_OTHER_NAMES = {
    "journaltitle": "journal",
    "location": "address",
    "date": "year",
    "shortjournal": "journal",
}
_OTHER_KINDS = {
    "report": "techreport",
    "thesis": "phdthesis",
    "electronic": "online",
    "webpage": "online",
    "www": "online",
    "conference": "inproceedings",
    "mvbook": "book",
    "collection": "book",
}
_PLAIN_FIELDS = frozenset(["doi", "url", "isbn", "issn", "urldate"])
"""Fields whose text is no prose."""
_DOI = r"(?:https?://(?:dx\.)?doi\.org/)?(10\..+)"
"""A DOI, bare or as a link."""


@dataclass(frozen=True)
class Bibliography:
    """What came of references: the new text of `sources.bib`, and what to tell."""

    text: str
    added: Mapping[str, str]
    """What was added, by key, each as people read it."""
    skipped: tuple[Skipped, ...]
    """What was there already."""
    left_out: tuple[str, ...]
    """Names of fields that aren't taken over."""
    findings: tuple[Finding, ...]


def read_references(text: str, path: str, form: str) -> tuple[list[Reference], list[Finding]]:
    """Return the references in a file of the form `bibtex` or `ris`, and what is wrong with it."""
    references, findings = (ris.parse if form == "ris" else read_bibtex)(text, path)
    if not references and not findings:
        findings = [
            Finding(
                Location(path),
                RULE,
                "there is no reference in this file.",
                "In BibTeX each begins with '@', in RIS with 'TY  - '; "
                "say with --format which of them it is.",
            )
        ]
    return references, findings


def read_bibtex(text: str, path: str) -> tuple[list[Reference], list[Finding]]:
    """Return the references in BibTeX of any style, and what of it can't be read."""
    # Without the parser's own steps, which pass over an entry whose key stands there already.
    library: Library = parse_string(text, parse_stack=[])
    strings = {key.lower(): str(string.value) for key, string in library.strings_dict.items()}
    references, findings = [], []
    for block in library.blocks:
        line = (block.start_line or 0) + 1
        entry = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
        if isinstance(entry, Entry):
            fields: dict[str, str] = {}
            for field in entry.fields:
                name = field.key.lower()
                value = strings.get(str(field.value).lower(), str(field.value))
                unwrapped = bibliography.unwrapped(value)
                fields.setdefault(name, value if unwrapped is None else unwrapped)
                if unwrapped is None and "#" in value and _our_name(name) in _ORDER:
                    findings.append(
                        Finding(
                            Location(path, (field.start_line or line - 1) + 1),
                            RULE,
                            f"the value of '{name}' is put together with '#'.",
                            "Write it out as one text in braces.",
                        )
                    )
            references.append(Reference(line, entry.key, entry.entry_type.lower(), fields))
        elif isinstance(block, ParsingFailedBlock) or (
            isinstance(block, ImplicitComment) and "@" in block.comment
        ):
            findings.append(
                Finding(
                    Location(path, line),
                    RULE,
                    "what begins here can't be read as BibTeX.",
                    "Check that every brace that opens also closes, or export the file anew.",
                )
            )
    return references, findings


def merge(evidence: Evidence, text: str, references: list[Reference], path: str) -> Bibliography:
    """Return ``text``, which is `sources.bib`, with those references that are not yet in it."""
    known = _Known(evidence.sources)
    entries: dict[str, str] = {}
    origins: dict[str, Reference] = {}
    skipped: list[Skipped] = []
    left_out: set[str] = set()
    findings: list[Finding] = []
    for reference in references:
        if (year := reference.fields.get("year") or reference.fields.get("date")) and not (
            re.search("[0-9]{4}", year) or year.strip("{} ") == bibliography.NO_DATE
        ):
            findings.append(
                Finding(
                    Location(path, reference.line),
                    RULE,
                    f"'{year}' is not a year.",
                    f"Write its four digits, or {bibliography.NO_DATE} where there is none.",
                )
            )
        fields, others = _cleaned(reference)
        kind = _OTHER_KINDS.get(reference.kind, reference.kind)
        kind = kind if kind in bibliography.KINDS else "misc"
        source = Source("", kind, fields, {})
        if twin := known.twin(source):
            skipped.append(Skipped(reference.line, twin))
            continue
        left_out |= others
        key = known.key_for(source, reference.key)
        source = replace(source, key=key)
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        entry = f"@{kind}{{{key},\n{lines}}}\n"
        if bibliography.parse(entry, path)[0] != {key: source}:  # it would break up those around it
            findings.append(
                Finding(
                    Location(path, reference.line),
                    RULE,
                    "the braces in this reference do not match.",
                    "Look for a '{' or '}' without the other in each of its fields.",
                )
            )
            continue
        known.add(source)
        entries[key] = entry
        origins[key] = reference
    merged = _inserted(text, evidence.sources, entries)
    return Bibliography(
        merged,
        {key: named(known.sources[key]) for key in sorted(entries)},
        tuple(skipped),
        tuple(sorted(left_out)),
        tuple(sorted([*findings, *_findings(evidence, merged, origins, path)])),
    )


def named(source: Source) -> str:
    """Return a source as people know it, by author, year and title."""
    return f"{source.short} {source.title}"


def _findings(
    evidence: Evidence, text: str, origins: Mapping[str, Reference], path: str
) -> Iterator[Finding]:
    """Yield what all checks find in the new entries, at the lines that they come from."""
    sources, findings = bibliography.parse(text, PATH)
    checked = run_checks(replace(evidence, sources=sources))
    starts = sorted((source.lines[""].line, key) for key, source in sources.items())
    for finding in {*findings, *checked}:
        # A new source is not used yet; that is what its records will be written for.
        if finding.location.path != PATH or finding.rule == "unused-source":
            continue
        before = [key for line, key in starts if line <= finding.location.line]
        if before and (origin := origins.get(before[-1])):
            yield replace(finding, location=Location(path, origin.line))


def _inserted(text: str, sources: Mapping[str, Source], entries: Mapping[str, str]) -> str:
    """Return the bibliography with each entry before the first whose key comes after its own."""
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    before: dict[int, list[str]] = {}
    for key, entry in sorted(entries.items()):
        after = [s.lines[""].line for k, s in sources.items() if k > key]
        before.setdefault(min(after, default=len(lines) + 1), []).append(entry)
    result = []
    for number, line in enumerate([*lines, ""], start=1):
        for entry in before.get(number, ()):
            if line:
                result.append(f"{entry}\n")
            else:  # the end
                result.append(f"\n{entry}" if result else entry)
        result.append(line)
    return "".join(result)


def _our_name(name: str) -> str:
    return _OTHER_NAMES.get(name, name)


def _cleaned(reference: Reference) -> tuple[dict[str, str], set[str]]:
    """Return a reference's fields as `sources.bib` gives them, and the names of all others."""
    given: dict[str, str] = {}
    for name, value in reference.fields.items():
        if value.strip():
            given.setdefault(_our_name(name), " ".join(value.split()))
    others = set(given) - set(_ORDER)
    if doi := re.fullmatch(rf"(?:doi:\s*)?{_DOI}", given.get("doi", ""), re.IGNORECASE):
        given["doi"] = doi.group(1)
    in_url = re.fullmatch(_DOI, given.get("url", ""), re.IGNORECASE)
    if in_url:
        del given["url"]
        given.setdefault("doi", in_url.group(1))
    year = re.search("[0-9]{4}", given.get("year", ""))
    given["year"] = year.group() if year else bibliography.NO_DATE
    if "pages" in given:
        given["pages"] = re.sub(r"\s*[-–—]+\s*", "--", given["pages"])
    fields = {name: given[name] for name in _ORDER if name in given}
    return {
        name: value if name in _PLAIN_FIELDS else _prose(value) for name, value in fields.items()
    }, others


_SIGN = "[`'^~=.\"]"
_LETTER = "[urHvckdb]"
_LATEX_LETTER = re.compile(
    rf"\\{_SIGN}\s*(?:\{{\\?[A-Za-z]\}}|\\?[A-Za-z])"
    rf"|\\{_LETTER}(?:\s*\{{\\?[A-Za-z]\}}|\s+\\?[A-Za-z])"
    r"|\\(?:ss|ae|AE|oe|OE|aa|AA|[oOlL])(?:\{\}|\s+|(?![A-Za-z]))"
)
"""A letter with an accent, or of another alphabet than English, as LaTeX writes it."""


def _prose(text: str) -> str:
    """Return text with LaTeX's letters as such, and what BibTeX needs escaped as such."""
    in_unicode = LatexNodes2Text().latex_to_text
    text = _LATEX_LETTER.sub(lambda m: str(in_unicode(m[0])).strip(), text)
    # Braces that held only the letter; those after a macro are its own.
    text = re.sub(r"(\\[A-Za-z]+\{.\})|\{([^\x00-\x7f])\}", r"\1\2", text)
    text = re.sub(r"\\([%_#$])", r"\1", text)
    return re.sub(r"(?<!\\)&", r"\\&", text)


class _Known:
    """The sources that are there, found by DOI, and by title and year."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = dict(sources)
        self.by_doi = {source.doi: key for key, source in sources.items() if source.doi}
        self.by_title = {_title(source): key for key, source in sources.items()}

    def add(self, source: Source) -> None:
        self.sources[source.key] = source
        if source.doi:
            self.by_doi[source.doi] = source.key
        self.by_title[_title(source)] = source.key

    def twin(self, source: Source) -> str | None:
        """Return why the source is there already, or None."""
        if source.doi in self.by_doi:
            return f"'{self.by_doi[source.doi]}' has the same DOI, {source.doi}."
        if source.fields.get("title") and (key := self.by_title.get(_title(source))):
            return f"'{key}' has the same title and year, “{source.title}”."
        return None

    def key_for(self, source: Source, given: str) -> str:
        """Return the key it comes with if that is one of ours and free, else author and year."""
        if re.fullmatch(ID_PATTERN, given) and given not in self.sources:
            return given
        first = (source.authors or ("",))[0]
        name = ids.slug(first).replace("-", "")[: ids.LONGEST_NAME] or "source"
        key = f"{name}{source.year or 'nd'}"
        return next(free for free in _numbered(key) if free not in self.sources)


def _numbered(key: str) -> Iterator[str]:
    """Yield the key, then with a letter as years have them, then with numbers."""
    yield key
    yield from (f"{key}{letter}" for letter in ascii_lowercase[1:])
    yield from (f"{key}-{number}" for number in count(27))


def _title(source: Source) -> tuple[str, int | None]:
    words = unicodedata.normalize("NFKD", source.title.casefold())
    return "".join(filter(str.isalnum, words)), source.year
