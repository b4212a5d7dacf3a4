"""YAML text → plain values that remember the line and column they came from.

Stricter than YAML on purpose: no anchors, aliases or tags, no key twice, one document
a file, and only ``true`` and ``false`` are booleans (so that ``no`` stays a word).
Dates stay text; the model turns them into dates.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from knowledge_base.model.places import Location, Trail
from knowledge_base.reading.findings import Finding

MAX_BYTES = 256 * 1024
"""A record is a few hundred bytes; a file beyond this is a mistake or an attack."""
MAX_BIBLIOGRAPHY_BYTES = 4 * 1024 * 1024
TOO_LARGE = "Keep one record, study or provider a file; no text of ours is that long."
"""All sources are in one file."""
MAX_DEPTH = 20
MAX_DIGITS = 19
"""Longer numbers stay text: nothing here is that large."""
_MOST_INVISIBLE = 20
"""Invisible characters that are reported a file; a file of nothing else needs no more."""

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+\Z")
_INVISIBLE = re.compile(
    # Control characters other than tab and line feed, soft hyphens, marks that turn the
    # direction of writing, characters without width, surrogates, noncharacters, tags.
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass
class Document:
    """The value of one file and where each part of it stands."""

    path: str
    value: Any = None
    values: dict[Trail, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each value."""
    keys: dict[Trail, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each key."""

    def at(self, trail: Trail = ()) -> Location:
        """Return where the value at ``trail`` stands, or the nearest value around it."""
        there = trail
        while there and there not in self.values:
            there = there[:-1]
        return Location(self.path, *self.values.get(there, (1, 1)), trail)

    def at_key(self, trail: Trail) -> Location:
        """Return where the key at the end of ``trail`` stands."""
        key = self.keys.get(trail)
        return Location(self.path, *key, trail) if key else self.at(trail)


class _Refused(Exception):
    """Reading can't go on; carries the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def read_text(
    file: Path, path: str, max_bytes: int = MAX_BYTES, too_large: str = TOO_LARGE
) -> tuple[str | None, list[Finding]]:
    """Return the file's text, its lines ended by line feeds, or why it can't be read as such."""
    if file.is_symlink():
        return None, [
            Finding(
                Location(path),
                "unreadable-file",
                "this is a link to another place, which is not followed.",
                "Put the file itself here.",
            )
        ]
    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= max_bytes else b""
    except OSError as error:
        return None, [
            Finding(
                Location(path),
                "unreadable-file",
                f"the file can't be opened: {error.strerror}.",
                "Check that the file is there and that you are allowed to read it.",
            )
        ]
    if size > max_bytes:
        return None, [
            Finding(
                Location(path),
                "file-too-large",
                f"the file has {size:,} bytes, more than {max_bytes:,}.",
                too_large,
            )
        ]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode().replace("\r\n", "\n").replace("\r", "\n"), []
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        return None, [
            Finding(
                Location(path, line, column),
                "not-utf-8",
                f"byte 0x{data[error.start]:02x} is not UTF-8 text.",
                "Save it from the spreadsheet as 'CSV UTF-8'."
                if path.endswith(".csv")
                else "Save the file with the encoding UTF-8.",
            )
        ]


def invisible_characters(text: str, path: str) -> list[Finding]:
    """Return a finding for each character that can't be seen, or changes how others are."""
    return [
        _invisible(
            Location(
                path,
                text.count("\n", 0, match.start()) + 1,
                match.start() - text.rfind("\n", 0, match.start()),
            ),
            match.group(),
        )
        for match in islice(_INVISIBLE.finditer(text), _MOST_INVISIBLE)
    ]


def _invisible(place: Location, character: str) -> Finding:
    name = unicodedata.name(character, "control character").lower()
    return Finding(
        place,
        "invisible-character",
        f"the invisible character U+{ord(character):04X} stands here ({name}).",
        "Delete it, and write the words around it anew; it often comes with text from a PDF.",
    )


def parse(text: str, path: str) -> tuple[Document, list[Finding]]:
    """Return the document in ``text`` and everything that is wrong with it as YAML.

    Where the text is not YAML at all, or uses what is refused, the document's value is None.
    """
    document = Document(path)
    findings = invisible_characters(text, path)
    try:
        # Without them, the rest can be read.
        events = _events(_INVISIBLE.sub("", text), path)
        first = next(events, None)
        if first is None:
            raise _Refused(
                Finding(
                    Location(path),
                    "not-yaml",
                    "the file is empty.",
                    "Fill it, or remove the file.",
                )
            )
        document.value = _build(first, events, (), document, findings)
        if (second := next(events, None)) is not None:
            raise _Refused(
                Finding(
                    _place(path, second),
                    "not-yaml",
                    "the file holds more than one document.",
                    "Keep one document a file: remove the line '---' in the middle.",
                )
            )
    except _Refused as refused:
        findings.append(refused.finding)
        document.value = None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)
        problem = error.problem or error.context or "unreadable"
        findings.append(
            Finding(
                place,
                "not-yaml",
                f"this is not YAML: {problem}.",
                _remedy(text, place),
            )
        )
        document.value = None
    return document, findings


NOT_YAML_HINT = (
    "Look at the indentation, and quote text that holds ': ' or begins with a sign "
    "such as '@', '%', '[' or '*'."
)


def _remedy(text: str, place: Location) -> str:
    """Return what would most likely make YAML of the text that stops being it at ``place``."""
    lines = text.split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if re.match(r" *\t", line):
        return "Indent with spaces; YAML takes no tabs there."
    rest = line[place.column - 1 :]
    if rest[:1] in ("@", "`", "%") and place.column > 1:
        return f"Put quotes around text that begins with '{rest[0]}', or write it below '>-'."
    if re.match(r":(\s|$)", rest) and ": " in line[: place.column - 1]:
        return "Put quotes around text that holds ': ', or write it below '>-'."
    return NOT_YAML_HINT


def _line_and_column(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _place(path: str, event: yaml.Event) -> Location:
    return Location(path, *_line_and_column(event))


_SKIPPED = (
    yaml.StreamStartEvent,
    yaml.StreamEndEvent,
    yaml.DocumentStartEvent,
    yaml.DocumentEndEvent,
)


def _events(text: str, path: str) -> Iterator[yaml.Event]:
    """Yield the events that carry content; refuse what we refuse."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, _SKIPPED):
            continue
        if anchor := getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise _Refused(
                Finding(
                    _place(path, event),
                    "yaml-feature",
                    f"'{sign}{anchor}' is a YAML {'alias' if sign == '*' else 'anchor'}, "
                    "which is not used here.",
                    f"Write the value out, or put quotes around text that begins with '{sign}'.",
                )
            )
        if tag := getattr(event, "tag", None):
            raise _Refused(
                Finding(
                    _place(path, event),
                    "yaml-feature",
                    f"'{tag}' is a YAML tag, which is not used here.",
                    "Remove the tag, or put quotes around text that begins with '!'.",
                )
            )
        yield event


def _build(
    event: yaml.Event,
    events: Iterator[yaml.Event],
    trail: Trail,
    document: Document,
    findings: list[Finding],
) -> Any:
    document.values[trail] = _line_and_column(event)
    if len(trail) > MAX_DEPTH:
        raise _Refused(
            Finding(
                _place(document.path, event),
                "not-yaml",
                f"values are nested more than {MAX_DEPTH} deep.",
                "Compare the indentation with another file of the same kind.",
            )
        )
    if isinstance(event, yaml.ScalarEvent):
        findings.extend(_escaped(event, document.path))
        return _scalar(event)
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Any] = []
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            items.append(_build(item, events, (*trail, len(items)), document, findings))
        return items
    mapping: dict[str, Any] = {}
    while not isinstance(key_event := next(events), yaml.MappingEndEvent):
        if not isinstance(key_event, yaml.ScalarEvent):
            raise _Refused(
                Finding(
                    _place(document.path, key_event),
                    "not-yaml",
                    "a key must be a plain word.",
                    "Put quotes around text that begins with '{', '[' or '?'.",
                )
            )
        key = str(key_event.value)
        findings.extend(_escaped(key_event, document.path))
        value_event = next(events)
        if key in mapping:
            first = document.keys[(*trail, key)]
            findings.append(
                Finding(
                    _place(document.path, key_event),
                    "duplicate-key",
                    f"the key '{key}' stands here a second time; "
                    f"it was first given on line {first[0]}.",
                    "Keep one of the two; if it belongs to the key above, indent it.",
                )
            )
            # Read on, so that later problems are found too, but let the first value stand.
            _build(value_event, events, (*trail, key), Document(document.path), findings)
            continue
        document.keys[(*trail, key)] = _line_and_column(key_event)
        mapping[key] = _build(value_event, events, (*trail, key), document, findings)
    return mapping


def _escaped(event: yaml.ScalarEvent, path: str) -> list[Finding]:
    """Return a finding if quoted text spells out an invisible character."""
    text = str(event.value)
    # What can be printed is seen, and quicker to tell than by all that can't be.
    match = None if text.isprintable() and text.isascii() else _INVISIBLE.search(text)
    return [_invisible(_place(path, event), match.group())] if match else []


def _scalar(event: yaml.ScalarEvent) -> Any:
    text = str(event.value)
    if event.style is not None and event.style != "":
        return text
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > MAX_DIGITS:
        return text
    if _INTEGER.match(text):
        return int(text)
    if _DECIMAL.match(text):
        return float(text)
    return text
