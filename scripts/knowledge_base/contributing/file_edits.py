"""A field of a YAML file set anew: only its own lines change, comments and order stay."""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from knowledge_base.contributing.drafts import written
from knowledge_base.model.places import Trail
from knowledge_base.reading import yaml_source
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import FileKind
from knowledge_base.reading.yaml_source import Document


class EditError(ValueError):
    """A file that is written in a way in which the field can't be set; says so in a sentence."""


def with_fields(text: str, changes: Mapping[Trail, Any], order: Sequence[str] = ()) -> str:
    """Return the text of a file with fields set, or removed where the value is None.

    A trail is the way to a field, such as `("reading", "on")`. A new field comes where ``order``,
    the names of the file's fields, has it; without, at the end. Raises `EditError`.
    """
    for trail, value in changes.items():
        text = _with_field(text, trail, _in_lines(value), order)
    return text


def with_end(text: str, lines: str) -> str:
    """Return the text of a file of keys with lines at its end."""
    before = re.sub(r"\A\{\}\s*", "", text)
    return f"{before}\n{lines}" if before and not before.endswith("\n") else before + lines


def text_of(evidence: Evidence, kind: FileKind) -> str:
    """Return the text of the one file of a kind; empty where there is none. Raises `EditError`."""
    entry = evidence.files.get(kind.name, {}).get(kind.name)
    if entry and entry.text is None:
        raise EditError(f"{entry.path} can't be read; mend it first.")
    return (entry.text if entry else None) or ""


def _in_lines(value: Any) -> Any:
    """Return a value with its texts as they stand in a file, where lines are folded."""
    if isinstance(value, Mapping):
        return {name: _in_lines(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_in_lines(part) for part in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def _with_field(text: str, trail: Trail, value: Any, order: Sequence[str]) -> str:
    document, findings = yaml_source.parse(text, "")
    if findings:
        raise EditError(findings[0].message)
    expected = _changed(document.value, trail, value)
    if expected == document.value:
        return text
    while trail[:-1] and (trail[:-1] not in document.keys or not _at(expected, trail[:-1])):
        # What holds it is not there yet, or is empty without it.
        trail = trail[:-1]
    for place in (trail, trail[:1]):
        result = _replaced(text, document, place, _at(expected, place), order)
        if yaml_source.parse(result, "")[0].value == expected:
            return result
    raise EditError(f"'{'.'.join(map(str, trail))}' can't be set in the way the file is written.")


def _replaced(text: str, document: Document, trail: Trail, value: Any, order: Sequence[str]) -> str:
    lines = text.splitlines(keepends=True)
    start, end = _span(document, lines, trail, order)
    indent = "  " * (len(trail) - 1)
    new = [] if value in (None, {}) else [written(str(trail[-1]), value, indent)]
    if new and start and not lines[start - 1].endswith("\n"):
        new.insert(0, "\n")
    return "".join([*lines[:start], *new, *lines[end:]])


def _span(
    document: Document, lines: list[str], trail: Trail, order: Sequence[str]
) -> tuple[int, int]:
    """Return the lines of a field, from and to; twice the same where it is not there yet."""
    siblings = sorted(
        (line, key[-1])
        for key, (line, _) in document.keys.items()
        if len(key) == len(trail) and key[:-1] == trail[:-1]
    )
    after = _end_of_parent(document, lines, trail)
    starts = [line - 1 for line, _ in siblings] + [after]
    names = [name for _, name in siblings]
    if trail[-1] in names:
        position = names.index(trail[-1])
        return starts[position], _without_comments(lines, starts[position], starts[position + 1])
    is_ordered = len(trail) == 1 and trail[0] in order
    before = set(order[: order.index(trail[0])]) if is_ordered else set(names)
    position = max((i + 1 for i, name in enumerate(names) if name in before), default=0)
    place = starts[position]
    if position:
        place = _without_comments(lines, starts[position - 1], place)
    return place, place


def _end_of_parent(document: Document, lines: list[str], trail: Trail) -> int:
    if len(trail) == 1:
        return len(lines)
    start, end = _span(document, lines, trail[:-1], ())
    return max(start, end)


def _without_comments(lines: list[str], start: int, end: int) -> int:
    """Return where a field ends; comments before the next field belong to that one."""
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _at(value: Any, trail: Trail) -> Any:
    for step in trail:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _changed(value: Any, trail: Trail, new: Any) -> Any:
    result = deepcopy(value)
    *outer, last = trail
    place = result
    for step in outer:
        place = place.setdefault(step, {})
    if new is None:
        place.pop(last, None)
    else:
        place[last] = new
    for depth in range(len(outer), 0, -1):
        if not _at(result, tuple(outer[:depth])):
            _at(result, tuple(outer[: depth - 1])).pop(outer[depth - 1])
    return result
