"""YAML text → plain values that remember the line and column they came from.

Stricter than YAML on purpose: no anchors, aliases or tags, no key twice, one document
a file, and only ``true`` and ``false`` are booleans (so that ``no`` stays a word).
Dates stay text; the model turns them into dates.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import takewhile
from typing import Any

import yaml

from knowledge_base.model.places import Location, Trail
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.text_file import INVISIBLE, odd_characters

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 20
MAX_DIGITS = 19
"""Longer numbers stay text: nothing here is that large."""
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+\Z")
_COMMENT_BEHIND = re.compile(r"[^\s#][ \t]+#")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass
class Document:
    """The value of one file and, for those who ask, where each part of it stands."""

    path: str
    value: Any = None
    text: str = field(default="", repr=False)

    @cached_property
    def values(self) -> dict[Trail, tuple[int, int]]:
        """Line and column of each value."""
        return {trail: place for trail, place, _ in self._places}

    @cached_property
    def keys(self) -> dict[Trail, tuple[int, int]]:
        """Line and column of each key."""
        return {trail: key for trail, _, key in self._places if key}

    @cached_property
    def _places(self) -> list[tuple[Trail, tuple[int, int], tuple[int, int] | None]]:
        # Read anew, for few files have findings, and places take more memory than values.
        top = yaml.compose(self.text, Loader=_LOADER) if self.value is not None else None
        return list(_places(top)) if top else []

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

    def at_end(self, trail: Trail) -> Location:
        """Return where the value at ``trail`` ends, of a value that is text."""
        return self.at_text(trail, self._text_at(trail).rstrip()[-1:], last=True)

    def at_text(self, trail: Trail, words: str, *, last: bool = False) -> Location:
        """Return where these words first stand, or last, in the text at ``trail``."""
        start = self.at(trail)
        text = self._text_at(trail)
        position = text.rfind(words) if last else text.find(words)
        if position < 0:
            return start
        lines = text[:position].split("\n")
        column = len(lines[-1]) + (start.column if len(lines) == 1 else 1)
        return Location(self.path, start.line + len(lines) - 1, column, trail)

    def _text_at(self, trail: Trail) -> str:
        """Return the lines of the value at ``trail``, as they are written."""
        start = self.at(trail)
        lines = self.text.split("\n")[start.line - 1 :]
        line = lines[0]
        indent = self.keys[trail][1] - 1 if trail in self.keys else len(line) - len(line.lstrip())
        more = takewhile(lambda one: not one or one[: indent + 1].isspace(), lines[1:])
        return "\n".join([line[start.column - 1 :], *more])

    def at_missing(self, trail: Trail, order: Sequence[str]) -> Location:
        """Return where the key at the end of ``trail`` would stand, of keys in this ``order``.

        That is at the first that is there of those that come after it, or else at the last of those
        that come before it.
        """
        place = order.index(str(trail[-1])) if trail[-1] in order else len(order)
        before, after = (
            [self.keys[key] for other in some if (key := (*trail[:-1], other)) in self.keys]
            for some in (order[:place], order[place:])
        )
        if not before and not after:
            return self.at(trail)
        return Location(self.path, *(min(after) if after else max(before)), trail)


class _Refused(Exception):
    """Reading can't go on; carries the finding that says why."""

    def __init__(self, place: Location, rule: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.finding = Finding(place, rule, message, hint)


def parse(text: str, path: str) -> tuple[Document, list[Finding]]:
    """Return the document in ``text`` and everything that is wrong with it as YAML.

    Where the text is not YAML at all, or uses what is refused, the document's value is None.
    """
    # Without invisible characters, the rest can be read.
    document = Document(path, text=INVISIBLE.sub("", text))
    findings = odd_characters(text, path)
    try:
        findings += _cut_texts(document.text, path)
        events = _events(document.text, path)
        first = next(events, None)
        if first is None:
            raise _Refused(
                Location(path),
                "not-yaml",
                "the file is empty.",
                "Fill it, or remove the file.",
            )
        document.value = _build(first, events, path, findings)
        if (second := next(events, None)) is not None:
            raise _Refused(
                _place(path, second),
                "not-yaml",
                "the file holds more than one document.",
                "Keep one document a file: remove the line '---' in the middle.",
            )
    except _Refused as refused:
        findings.append(refused.finding)
        document.value = None
    except yaml.MarkedYAMLError as error:
        opened = _OPENED.get(error.context or "")
        mark = error.context_mark if opened else error.problem_mark or error.context_mark
        place = Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)
        problem = error.problem or error.context or "unreadable"
        findings.append(
            Finding(
                place,
                "not-yaml",
                f"this is not YAML: {problem}.",
                opened or _remedy(text, place),
            )
        )
        document.value = None
    return document, findings


NOT_YAML_HINT = (
    "Look at the indentation, and quote text that holds ': ' or begins with a sign "
    "such as '@', '%', '[' or '*'."
)


_OPENED = {
    "while scanning a simple key": "Indent this line if it goes on with the text above. Otherwise, "
    "put a colon and a blank behind the field's name.",
    "while scanning a quoted scalar": "Close the quotation mark that opens here.",
    "while parsing a flow sequence": "Close the bracket that opens here.",
    "while parsing a flow mapping": "Close the brace that opens here.",
}
"""What to do where the parser stops far behind the place, by what it was reading there."""


def _remedy(text: str, place: Location) -> str:
    """Return what would most likely make YAML of the text that stops being it at ``place``."""
    lines = text.split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if re.match(r" *\t", line):
        return "Indent with spaces; YAML takes no tabs there."
    if line.startswith("```"):
        return "Remove this line; it frames an example, and is no part of it."
    rest = line[place.column - 1 :]
    if rest[:1] in ("@", "`", "%") and place.column > 1:
        return f"Put quotes around text that begins with '{rest[0]}', or write it below '>-'."
    if re.match(r":(\s|$)", rest) and ": " in line[: place.column - 1]:
        return "Put quotes around text that holds ': ', or write it below '>-'."
    return NOT_YAML_HINT


def _line_and_column(part: yaml.Event | yaml.Node) -> tuple[int, int]:
    return _at(part.start_mark)


def _at(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _place(path: str, event: yaml.Event) -> Location:
    return Location(path, *_line_and_column(event))


_SKIPPED = frozenset(
    (
        yaml.StreamStartEvent,
        yaml.StreamEndEvent,
        yaml.DocumentStartEvent,
        yaml.DocumentEndEvent,
    )
)


def _events(text: str, path: str) -> Iterator[yaml.Event]:
    """Yield the events that carry content; refuse what we refuse."""
    loader = _LOADER(text)  # for yaml.parse takes a step more for each
    while event := loader.get_event():
        if type(event) in _SKIPPED:
            continue
        if anchor := getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise _Refused(
                _place(path, event),
                "yaml-feature",
                f"'{sign}{anchor}' is a YAML {'alias' if sign == '*' else 'anchor'}, "
                "which is not used here.",
                f"Write the value out, or put quotes around text that begins with '{sign}'.",
            )
        if tag := getattr(event, "tag", None):
            raise _Refused(
                _place(path, event),
                "yaml-feature",
                f"'{tag}' is a YAML tag, which is not used here.",
                "Remove the tag, or put quotes around text that begins with '!'.",
            )
        yield event


def _build(
    event: yaml.Event,
    events: Iterator[yaml.Event],
    path: str,
    findings: list[Finding],
    depth: int = 0,
) -> Any:
    if isinstance(event, yaml.ScalarEvent):
        if event.style == '"':
            findings.extend(_escaped(event, path))
        return _scalar(event)
    if depth > MAX_DEPTH:
        raise _Refused(
            _place(path, event),
            "not-yaml",
            f"values are nested more than {MAX_DEPTH} deep.",
            "Compare the indentation with another file of the same kind.",
        )
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Any] = []
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            items.append(_build(item, events, path, findings, depth + 1))
        return items
    return _mapping(events, path, findings, depth)


def _mapping(
    events: Iterator[yaml.Event], path: str, findings: list[Finding], depth: int
) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    lines: dict[str, int] = {}
    while not isinstance(key_event := next(events), yaml.MappingEndEvent):
        if not isinstance(key_event, yaml.ScalarEvent):
            raise _Refused(
                _place(path, key_event),
                "not-yaml",
                "a key must be a plain word.",
                "Put quotes around text that begins with '{', '[' or '?'.",
            )
        key = str(key_event.value)
        if key_event.style == '"':
            findings.extend(_escaped(key_event, path))
        if key in mapping:
            findings.append(
                Finding(
                    _place(path, key_event),
                    "duplicate-key",
                    f"the key '{key}' stands here a second time; "
                    f"it was first given on line {lines[key]}.",
                    "Keep one of the two; if it belongs to the key above, indent it.",
                )
            )
            # Read on, so that later problems are found too, but let the first value stand.
            _build(next(events), events, path, findings, depth + 1)
            continue
        lines[key], _ = _line_and_column(key_event)
        mapping[key] = _build(next(events), events, path, findings, depth + 1)
    return mapping


def _places(
    node: yaml.Node, trail: Trail = (), key: tuple[int, int] | None = None
) -> Iterator[tuple[Trail, tuple[int, int], tuple[int, int] | None]]:
    """Yield the trail of each value, where the value stands, and where its key does."""
    yield trail, _line_and_column(node), key
    if isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            yield from _places(item, (*trail, position))
    elif isinstance(node, yaml.MappingNode):
        # Of a key that is there twice, the first counts.
        pairs = {name.value: (name, value) for name, value in reversed(node.value)}
        for name, value in reversed(pairs.values()):
            yield from _places(value, (*trail, name.value), _line_and_column(name))


def _cut_texts(text: str, path: str) -> Iterator[Finding]:
    """Yield a finding for each unquoted value with a comment behind it: it may be its rest."""
    if "#" not in text or not _COMMENT_BEHIND.search(text):
        return
    lines = text.split("\n")
    for event in _events(text, path):
        if isinstance(event, yaml.ScalarEvent) and not event.style:
            line, column = _at(event.end_mark)
            if cut := re.match(r"[ \t]+(?=#)", lines[line - 1][column - 1 :]):
                yield Finding(
                    Location(path, line, column + cut.end()),
                    "cut-text",
                    "what follows the '#' on this line is a comment, and no part of the text.",
                    "Put quotes around a text that holds ' #'; write a comment on a line of its "
                    "own.",
                )


def _escaped(event: yaml.ScalarEvent, path: str) -> list[Finding]:
    """Return a finding for each odd character that text in double quotes spells out."""
    return [
        replace(finding, location=_place(path, event))
        for finding in odd_characters(str(event.value), path)
    ]


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
