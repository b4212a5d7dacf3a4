"""BibTeX text → sources that remember where they stand.

bibtexparser never raises, and takes much for BibTeX that isn't: a duplicate entry, or one that
BibTeX's other readers can't read, would make sphinxcontrib-bibtex drop everything after it
without a word. So only the plain form is allowed: each value one text in braces.
"""

import logging
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import PurePosixPath

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ExplicitComment,
    Field,
    ImplicitComment,
    ParsingFailedBlock,
)

from knowledge_base.model.base import ID_PATTERN
from knowledge_base.model.bibtex import FIELDS, KINDS
from knowledge_base.model.places import Location
from knowledge_base.model.source import Source, family_name, plain
from knowledge_base.reading.file_kinds import source_path
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.ids import LONGEST
from knowledge_base.reading.rules import SOURCE_FILE
from knowledge_base.reading.text_file import odd_characters
from knowledge_base.reading.validation import did_you_mean, nearest

# What it warns of, we say in findings.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

_NEEDED = ("author", "title", "year")
BY_EDITORS = frozenset(name for name, kind in KINDS.items() if kind.by_editors)
"""The types that the reference list can set by their editors where no author is named."""
NO_DATE = "n.d."


def needed_of(kind: str) -> tuple[str, ...]:
    """Return what an entry of a type must have besides what all must."""
    return (KINDS[kind].needs,) if kind in KINDS and KINDS[kind].needs else ()


def required_of(kind: str) -> tuple[str, ...]:
    """Return the fields that an entry of a type must have; the reference list can't do without."""
    return (*_NEEDED, *needed_of(kind))


def parse(text: str, path: str) -> tuple[dict[str, Source], list[Finding]]:
    """Return the sources in ``text`` by key, and everything that is wrong with it as BibTeX.

    An entry that can't be read is still a source, without fields, if its key can be told:
    what refers to it is not wrong.
    """
    sources: dict[str, Source] = {}
    places = _Places(text, path)
    findings = odd_characters(text, path)
    for block, position in _blocks(text):
        findings.extend(_findings_in(block, path))
        entry = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else block
        if isinstance(entry, Entry) and not isinstance(block, DuplicateBlockKeyBlock):
            source, problems = _source(entry, places, position)
            sources.setdefault(source.key, source)
            findings.extend(problems)
        elif entry is None and (key := _key(block)):
            place = Location(path, _line(block))
            sources.setdefault(key, Source(key, "", {}, {"": place}))
    return dict(sorted(sources.items())), sorted(findings)


def misfiled(sources: Mapping[str, Source], path: str) -> Iterator[Finding]:
    """Yield what is wrong with the file at ``path`` as the file of one source."""
    name = PurePosixPath(path).stem
    if not sources:
        yield Finding(
            Location(path),
            SOURCE_FILE,
            "there is no entry in this file.",
            "Write the entry of one source in it, or remove the file.",
        )
    in_order = sorted(sources.values(), key=lambda source: source.lines[""])
    for number, source in enumerate(in_order):
        if source.key == name or not re.fullmatch(ID_PATTERN, source.key):
            continue
        if number or name in sources:
            yield Finding(
                source.lines[""],
                SOURCE_FILE,
                f"the entry '{source.key}' is one more in this file.",
                f"Move it to {source_path(source.key)}.",
            )
        else:
            yield Finding(
                source.lines[""],
                SOURCE_FILE,
                f"the key is '{source.key}', but the file's name is '{name}'.",
                f"Rename the file to '{source.key}.bib', or correct the key.",
            )


def texts(text: str) -> dict[str, str]:
    """Return the text of each entry by its key, of a text in which nothing is wrong.

    A comment goes with the entry that it stands above, or behind on one line.
    """
    entries = [(block, start) for block, start in _blocks(text) if isinstance(block, Entry)]
    ends = [0]
    for entry, start in entries:
        rest = re.compile("[^@\n]*").match(text, start + len(entry.raw or ""))
        ends.append(rest.end() if rest else start)
    ends[-1] = len(text)
    pieces = (text[before:end].strip() for before, end in pairwise(ends))
    return {entry.key: f"{piece}\n" for (entry, _), piece in zip(entries, pieces, strict=True)}


def _blocks(text: str) -> Iterator[tuple[Block, int]]:
    """Yield each block with the position where it begins; several may be on one line."""
    # Without the parser's own steps, so that we see each value with its braces.
    library: Library = parse_string(text, parse_stack=[])
    position = 0
    for block in library.blocks:
        raw = block.raw or ""
        position = max(text.find(raw, position), position)
        yield block, position
        position += len(raw)


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1


def _key(block: Block) -> str | None:
    match = re.match(r"@\s*\w+\s*[{(]\s*([^\s,=(){}]+)\s*,", block.raw or "")
    return match.group(1) if match else None


def _findings_in(block: Block, path: str) -> Iterator[Finding]:
    """Yield what is wrong with a block as a whole."""
    place = Location(path, _line(block))
    if isinstance(block, DuplicateBlockKeyBlock):
        yield Finding(
            place,
            "duplicate-source",
            f"the key '{block.key}' is already taken by the entry on line "
            f"{_line(block.previous_block)}.",
            "If it is the same document, remove this entry; if not, add a letter to the year.",
        )
    elif isinstance(block, ParsingFailedBlock) and not isinstance(block, DuplicateFieldKeyBlock):
        key = _key(block)
        yield Finding(
            place,
            "malformed-bibtex",
            f"the entry '{key}' can't be read." if key else "this entry can't be read.",
            "Check that every brace that opens also closes, and that a comma ends each field.",
        )
    elif isinstance(block, ImplicitComment) and "@" in block.comment:
        before = block.comment.partition("@")[0]
        yield Finding(
            Location(path, _line(block) + before.count("\n")),
            "malformed-bibtex",
            "this text with an '@' is outside any entry.",
            "Look for a brace that closes too early in the entry above.",
        )
    elif not isinstance(block, Entry | ExplicitComment | ImplicitComment | DuplicateFieldKeyBlock):
        yield Finding(
            place,
            "malformed-bibtex",
            "only entries and comments are used here, no @string or @preamble.",
            "Write the text out in each entry.",
        )


class _Places:
    """Turns positions in a text into lines and columns."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, position: int) -> Location:
        line = bisect_right(self.starts, position)
        return Location(self.path, line, position - self.starts[line - 1] + 1)

    def of_field(self, field: Field, position: int) -> tuple[Location, int]:
        """Return where a field stands that begins behind ``position``, and the position it ends."""
        name = re.compile(rf"(?<![\w-]){re.escape(field.key)}\s*=").search(self.text, position)
        start = name.start() if name else position
        value = str(field.value)
        return self.at(start), self.text.find(value, name.end() if name else start) + len(value)


def _source(entry: Entry, places: _Places, position: int) -> tuple[Source, list[Finding]]:
    """Return the entry at ``position`` as a source, and what is wrong in it."""
    findings: list[Finding] = []
    fields: dict[str, str] = {}
    lines = {"": places.at(position)}
    separate = True
    """Whether no value may have swallowed the field that follows it."""
    for field in entry.fields:
        name = field.key.lower()
        place, position = places.of_field(field, position)
        if name in lines:
            findings.append(
                Finding(
                    place,
                    "malformed-bibtex",
                    f"the entry '{entry.key}' gives '{name}' a second time; "
                    f"it was first given on line {lines[name].line}.",
                    "Keep one of the two.",
                )
            )
            continue
        lines[name] = place
        value = unwrapped(str(field.value))
        if value is None:
            separate = False
            findings.append(
                Finding(
                    place,
                    "malformed-bibtex",
                    f"the value of '{name}' is not one text in braces.",
                    f"Write {name} = {{…}}, with as many closing braces as opening ones, "
                    "and a comma before the next field.",
                )
            )
        elif name not in FIELDS:
            findings.append(
                Finding(
                    place,
                    "unknown-key",
                    f"'{name}' is not a field that is known here.",
                    did_you_mean(name, FIELDS),
                )
            )
        fields[name] = str(field.value) if value is None else value
    source = Source(entry.key, entry.entry_type.lower(), fields, lines)
    findings.extend(_unfit(source, entry.entry_type))
    if separate:
        findings.extend(_missing(source))
    return source, findings


def _unfit(source: Source, kind_as_written: str) -> Iterator[Finding]:
    """Yield what is wrong with a source's key, its type, its fields and names."""
    fields, lines = source.fields, source.lines
    if not re.fullmatch(ID_PATTERN, source.key):
        yield Finding(
            lines[""],
            "id-form",
            f"the key '{source.key}' is not in the form of an id.",
            "Use lower-case letters and digits, as in 'bostock2017'.",
        )
    elif len(source.key) > LONGEST:
        yield Finding(
            lines[""],
            "id-form",
            f"the key has {len(source.key)} characters, more than {LONGEST}.",
            "Shorten it: author and year, as in 'bostock2017'.",
        )
    if source.kind not in KINDS:
        yield Finding(
            lines[""],
            "malformed-bibtex",
            f"'@{kind_as_written}' is not a type of entry that the reference list can set.",
            did_you_mean(kind_as_written, KINDS),
        )
    for name in ("author", "editor"):
        # BibTeX knows `Last, First` and `Last, Jr, First`; what is in braces is not taken apart.
        people = " ".join(_without_groups(fields.get(name, "")).split()).split(" and ")
        if any(person.count(",") > 2 for person in people):
            yield Finding(
                lines[name],
                "malformed-bibtex",
                f"a name in '{name}' has too many commas.",
                "Put 'and' between people, as in {Moss, G. and Tarn, H.}, and an organisation's "
                "name in braces of its own.",
            )
        if plain(fields.get(name, "")) and not all(map(family_name, source.names(name))):
            yield Finding(
                lines[name],
                "malformed-bibtex",
                f"a name in '{name}' is empty.",
                "Write people as in {Moss, G. and Tarn, H.}.",
            )
    year = fields.get("year")
    if year and year != NO_DATE and not re.fullmatch("[0-9]{4}", year):
        yield Finding(
            lines["year"],
            "invalid-date",
            f"'{year}' is not a year.",
            f"Write its four digits, or {NO_DATE} where the document gives none.",
        )


def _missing(source: Source) -> Iterator[Finding]:
    """Yield each field that the source must have and doesn't, or has and leaves empty."""
    needed = required_of(source.kind)
    misspelt = {nearest(name, FIELDS) for name in source.fields if name not in FIELDS}
    for name in needed:
        names = (name, "editor") if name == "author" and source.kind in BY_EDITORS else (name,)
        given = any(plain(source.fields.get(one, "")) for one in names)
        if name not in misspelt and not given:
            hint = f"Add {name} = {{…}}."
            if name == "year":
                hint = f"Add year = {{…}}, or {{{NO_DATE}}} where the document gives no year."
            if name not in _NEEDED:
                hint = f"Add {name} = {{…}}, or make it '@misc', which needs none."
            yield Finding(
                source.lines.get(name, source.lines[""]),
                "missing-field",
                f"the source '{source.key}' has no '{name}'.",
                hint,
            )
    for name, value in source.fields.items():
        # An empty link is told of as a link.
        if name not in (*needed, "doi", "url") and not plain(value):
            yield Finding(
                source.lines[name],
                "wrong-type",
                f"'{name}' is empty.",
                "Give it a value, or remove the field.",
            )


def _without_groups(text: str) -> str:
    """Return what stands outside all braces."""
    outside: list[str] = []
    depth = 0
    for character in text:
        depth -= character == "}"
        if depth == 0 and character not in "{}":
            outside.append(character)
        depth += character == "{"
    return "".join(outside)


def unwrapped(value: str) -> str | None:
    """Return the text of a value without its braces or quotes; None if it isn't one text."""
    if re.fullmatch("[0-9]+", value):
        return value
    if len(value) < 2 or value[0] + value[-1] not in ("{}", '""'):
        return None
    depth = 0
    for character in value[1:-1]:
        depth += (character == "{") - (character == "}")
        if depth < 0 or (character == value[0] == '"' and depth == 0):
            return None
    return value[1:-1].strip() if depth == 0 else None
