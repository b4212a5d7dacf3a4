"""References → files of new sources, less what is there already."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from string import ascii_lowercase

from knowledge_base.checks import run_checks, year_of_key
from knowledge_base.contributing.likeness import is_alike, letters
from knowledge_base.contributing.references.entry_fields import entry_of
from knowledge_base.contributing.references.reference import Reference
from knowledge_base.contributing.skipped import Skipped
from knowledge_base.model.base import ID_PATTERN
from knowledge_base.model.places import Location
from knowledge_base.model.source import Source
from knowledge_base.reading import bibliography, ids
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import source_path
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import IMPORT_FILE as RULE


@dataclass(frozen=True)
class Merged:
    """What came of references: the files of new sources, and what to say of them."""

    files: Mapping[str, str]
    """The text of each, by its path from the root of the project."""
    added: Mapping[str, str]
    """What was added, by key, each as people read it."""
    skipped: tuple[Skipped, ...]
    """What was there already."""
    remarks: tuple[Skipped, ...]
    """What was decided, and what may be there already under another name."""
    keys: tuple[str, ...]
    """The key of each reference, in their order: its own, or that of what was there already."""
    left_out: tuple[str, ...]
    """Names of fields that aren't taken over."""
    findings: tuple[Finding, ...]
    refused: tuple[Reference, ...]
    """The references that the findings are in."""


def merge(
    evidence: Evidence,
    references: Iterable[Reference],
    path: str,
    parked: date | None = None,
) -> Merged:
    """Return files for those references that are not there yet.

    With a day, those that nothing names yet are marked as parked on it.
    """
    on_file = _OnFile(evidence.sources)
    named_already = {key for _, _, kind, key in evidence.references if kind == "source"}
    files: dict[str, str] = {}
    added: dict[str, Source] = {}
    origins: dict[str, Reference] = {}
    skipped: list[Skipped] = []
    remarks: list[Skipped] = []
    keys: list[str] = []
    left_out: set[str] = set()
    findings: list[Finding] = []
    refused: list[Reference] = []
    of_files: list[Finding] = []
    for reference in references:
        entry = entry_of(reference)
        place = Location(path, reference.line, reference.column)
        if entry.faults:
            findings += [Finding(place, RULE, message, hint) for message, hint in entry.faults]
            refused.append(reference)
        source = Source("", entry.kind, entry.fields, {})
        if twin := on_file.twin(source):
            other, reason = twin
            skipped.append(Skipped(reference.line, reason))
            keys.append(other)
            continue
        left_out |= entry.left_out
        key = on_file.key_for(source, reference.key)
        is_parked = parked is not None and key not in named_already
        fields = {**entry.fields, **({"parked": str(parked)} if is_parked else {})}
        source = replace(source, key=key, fields=fields)
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        written = f"@{entry.kind}{{{key},\n{lines}}}\n"
        file = source_path(key)
        read, of_file = bibliography.parse(written, file)
        if read != {key: source}:
            findings.append(
                Finding(
                    place,
                    RULE,
                    "the braces in this reference do not match.",
                    "Look for a '{' or '}' without the other in each of its fields.",
                )
            )
            refused.append(reference)
            continue
        remarks += [Skipped(reference.line, f"{key}: {remark}") for remark in entry.remarks]
        its_own = replace(source, key=reference.key)
        if key != reference.key and _is_key(reference.key) and year_of_key.names_another(its_own):
            sentence = f"{key}: Its own key, '{reference.key}', names another year."
            remarks.append(Skipped(reference.line, sentence))
        if like := on_file.like(source):
            remarks.append(Skipped(reference.line, f"{key}: {like}"))
        on_file.add(read[key])
        files[file] = written
        added |= read
        of_files += of_file
        origins[file] = reference
        keys.append(key)
    of_files += run_checks(replace(evidence, sources=evidence.sources | added))
    for finding, origin in _at_origins(of_files, origins, path):
        findings.append(finding)
        refused.append(origin)
    return Merged(
        files,
        {key: named(added[key]) for key in sorted(added)},
        tuple(skipped),
        tuple(remarks),
        tuple(keys),
        tuple(sorted(left_out)),
        tuple(sorted({*findings})),
        tuple(refused),
    )


def named(source: Source) -> str:
    """Return a source as people know it, by author, year and title."""
    return f"{source.short} {source.title}"


def _at_origins(
    findings: Iterable[Finding], origins: Mapping[str, Reference], path: str
) -> Iterator[tuple[Finding, Reference]]:
    """Yield the findings in new files, at the places that these come from."""
    for finding in findings:
        # A new source is not used yet; that is what its records will be written for.
        if finding.rule != "unused-source" and (origin := origins.get(finding.location.path)):
            finding = replace(finding, location=Location(path, origin.line, origin.column))
            yield _of_reference(finding) if finding.rule == "missing-field" else finding, origin


def _of_reference(finding: Finding) -> Finding:
    """Return a finding of what a source lacks in the words of the file that is imported."""
    return replace(
        finding,
        message=re.sub(r"the source '.*?'", "this reference", finding.message),
        hint="Add it to the reference, in the file or in the program that it comes from. A body, "
        "such as a department, may be an author.",
    )


_MOST_COMPARED = 500
"""Works of one author that are compared; thousands have none, or a name that means nobody."""
_YEARS_APART = 2
"""A preprint and its paper may be so far apart."""


class _OnFile:
    """The sources that are there, found by DOI, by title and year, and nearly."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources: dict[str, Source] = {}
        self.files: set[str] = set()
        self.by_doi: dict[str, str] = {}
        self.by_title: dict[str, list[Source]] = {}
        self.by_author: dict[str, list[Source]] = {}
        for source in sources.values():
            self.add(source)

    def add(self, source: Source) -> None:
        self.sources[source.key] = source
        self.files.add(source.path)
        if source.doi:
            self.by_doi.setdefault(source.doi, source.key)
        self.by_title.setdefault(letters(source.title), []).append(source)
        self.by_author.setdefault(_first_author(source), []).append(source)

    def twin(self, source: Source) -> tuple[str, str] | None:
        """Return the key under which the source is there already, and why it is that one."""
        if source.doi in self.by_doi:
            key = self.by_doi[source.doi]
            return key, f"'{key}' has the same DOI, {source.doi}."
        if source.fields.get("title"):
            for other in self.by_title.get(letters(source.title), ()):
                if other.year == source.year and not _differ_in_doi(source, other):
                    return (
                        other.key,
                        f"'{other.key}' has the same title and year, “{source.title}”.",
                    )
        return None

    def like(self, source: Source) -> str | None:
        """Return which source may be the same, and why it isn't taken for it, or None."""
        for other in self.by_author.get(_first_author(source), [])[:_MOST_COMPARED]:
            is_near = abs((other.year or 0) - (source.year or 0)) <= _YEARS_APART
            if is_near and is_alike(source.title, other.title):
                return f"'{other.key}' has nearly the same title, author and year. Are they one?"
        for other in self.by_title.get(letters(source.title), ()):
            if other.year == source.year:
                return f"'{other.key}' has the same title and year, but another DOI. Are they one?"
        return None

    def key_for(self, source: Source, given: str) -> str:
        """Return the key it comes with if that is free and in our form, else author and year."""
        fits = _is_key(given) and re.fullmatch(ID_PATTERN, given) and len(given) <= ids.LONGEST
        fits = fits and ids.is_portable(given) and self._is_free(given)
        if fits and not year_of_key.names_another(replace(source, key=given)):
            return given
        first = (source.authors or ("",))[0]
        name = ids.slug(first).replace("-", "")[: ids.LONGEST_NAME] or "source"
        key = f"{name}{source.year or 'nd'}"
        return next(free for free in _numbered(key) if self._is_free(free))

    def _is_free(self, key: str) -> bool:
        """Whether no source has the key, nor the file that it would give one."""
        return key not in self.sources and source_path(key) not in self.files


def _is_key(text: str) -> bool:
    """Whether a text is a key as people write it, and no database's number."""
    return bool(re.fullmatch(r"[^\W\d_][\w:-]*", text))


def _numbered(key: str) -> Iterator[str]:
    """Yield the key, then with a letter as years have them, then with numbers."""
    yield key
    yield from (f"{key}{letter}" for letter in ascii_lowercase[1:])
    yield from (f"{key}-{number}" for number in count(27))


def _differ_in_doi(one: Source, other: Source) -> bool:
    return bool(one.doi and other.doi and one.doi != other.doi)


def _first_author(source: Source) -> str:
    return letters((source.authors or ("",))[0])
