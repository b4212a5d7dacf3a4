"""A text that still waits to be written."""

import re
from collections.abc import Iterator
from typing import Any

from knowledge_base.model.places import Trail
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import FILE_KINDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "unfinished-text", "No text contains a mark of unfinished work, such as TODO.", excusable=True
)

MESSAGE = "'{mark}' marks what is still to be written."
HINT = "Write it, or take the text away; what the source does not say is 'not_reported'."
MARKS = r"\b(?:TODO|FIXME)\b"
FILLERS = (
    r"\b(?:TBC|TBD|X{3,}|lorem ipsum|dolor sit amet|asdf\w*|placeholder text|blah|foobar)\b"
    r"|\?{3,}"
)
"""In capitals or not."""
# To look first for what one of them begins with takes a third of the time.
UNFINISHED = re.compile(rf"(?=[TFXLDABPtfxldabp?])(?:{MARKS}|(?i:{FILLERS}))")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each text with a mark that its writer meant to come back to."""
    for family in FILE_KINDS:
        for entry in evidence.files.get(family.name, {}).values():
            if entry.proof or not UNFINISHED.search(entry.text or ""):
                continue
            for trail, text in _texts(entry.document.value):
                if mark := UNFINISHED.search(text):
                    yield Finding(
                        entry.document.at(trail),
                        RULE.id,
                        MESSAGE.format(mark=mark.group()),
                        HINT,
                    )
    for source in evidence.sources.values():
        for name, text in source.fields.items():
            if mark := UNFINISHED.search(text):
                yield Finding(
                    source.lines[name],
                    RULE.id,
                    MESSAGE.format(mark=mark.group()),
                    "Write it, or take the field away.",
                )


def _texts(value: Any, trail: Trail = ()) -> Iterator[tuple[Trail, str]]:
    if isinstance(value, str):
        yield trail, value
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _texts(item, (*trail, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*trail, key))
