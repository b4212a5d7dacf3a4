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
_BEFORE_A_NUMBER = (
    *("vol. ", "vol ", "volume ", "no. ", "book ", "part ", "chapter ", "ch. ", "section "),
    *("p. ", "pp. ", "page ", "pages ", "article ", "title ", "table ", "figure ", "appendix "),
)
_NOT_THIRTY = "".join(rf"(?<!\b{word.replace('.', chr(92) + '.')})" for word in _BEFORE_A_NUMBER)
"""XXX is the number 30, too: in a volume, in pages such as xxv–xxx; and it is a syndrome."""
_CROSSES = rf"(?<![-–—]){_NOT_THIRTY}XXX\b(?![-–—]|\s*(?:syndrome|karyotype|chromosom))|XXXX+\b"
_WORDS = rf"TBC|TBD|{_CROSSES}|lorem ipsum|dolor sit amet|asdf\w*|placeholder text|blah|foobar"
FILLERS = rf"\b(?:{_WORDS})\b|\?{{3,}}"
"""In capitals or not."""
# To look first for what one of them begins with takes a third of the time.
UNFINISHED = re.compile(rf"(?=[TFXLDABPtfxldabp?])(?:{MARKS}|(?i:{FILLERS}))")
_IN_REFERENCE = re.compile(
    rf"(?i:\A\W*+(?:(?:TODO|FIXME|XXX|{_WORDS})\b\W*+)+\Z)|\A(?=\W*+\Z).*?\?{{3,}}"
    r"|(?=[\[TFX])(?:\b|\[)(?:TODO|FIXME|TBC|TBD|XXX)(?::|\])|\bX{4,}\b"
)
"""Titles are other people's, who may write of *todo*, TBC or “Blah, blah, blah”: only what is
nothing else, or is set apart, waits to be written."""


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each text with a mark that its writer meant to come back to."""
    for family in FILE_KINDS:
        for entry in evidence.files.get(family.name, {}).values():
            if entry.proof or not UNFINISHED.search(entry.text or ""):
                continue
            for trail, text in _texts(entry.document.value):
                if mark := mark_in(text):
                    message = MESSAGE.format(mark=mark)
                    yield RULE.finding(entry.document.at(trail), message, HINT)
    for source in evidence.sources.values():
        for name, text in source.fields.items():
            if mark := mark_in_reference(text):
                message = MESSAGE.format(mark=mark)
                hint = "Write it, or take the field away."
                yield RULE.finding(source.lines[name], message, hint)


def mark_in(text: str) -> str:
    """Return the first mark of unfinished work in a text of ours; empty if there is none."""
    mark = UNFINISHED.search(text)
    return mark.group() if mark else ""


def mark_in_reference(text: str) -> str:
    """Return the first mark of unfinished work in what a reference says; empty if none."""
    mark = _IN_REFERENCE.search(text)
    return mark.group().strip() if mark else ""


def _texts(value: Any, trail: Trail = ()) -> Iterator[tuple[Trail, str]]:
    if isinstance(value, str):
        yield trail, value
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _texts(item, (*trail, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*trail, key))
