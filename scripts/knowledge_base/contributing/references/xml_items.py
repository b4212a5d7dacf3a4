"""What the kinds of XML with references have in common: elements that are read one by one.

Read with defusedxml: a file of anybody's may not make the reader open files or grow without end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from knowledge_base.contributing.references.reference import Reading, Reference, unreadable
from knowledge_base.contributing.references.text import without_html


def elements_in(
    text: str,
    path: str,
    names: tuple[str, ...],
    reference: Callable[[int, Element, str], Reference],
    head: str,
    tail: str,
) -> Reading:
    """Return the references in XML.

    ``names`` are the names of the elements that hold one each, and ``reference`` returns what one
    of them, which begins on a line and is written as a text, describes.
    """
    try:
        references = tuple(_references(text, fromstring(text), names, reference))
    except (ParseError, DefusedXmlException, RecursionError, ValueError) as error:
        line, column = getattr(error, "position", (1, 0))
        return unreadable(path, text, "XML", line, column + 1)
    return Reading(references, head=head, tail=tail)


def _references(
    text: str,
    root: Element,
    names: tuple[str, ...],
    reference: Callable[[int, Element, str], Reference],
) -> Iterator[Reference]:
    beginnings = re.finditer(rf"<(?:{'|'.join(names)})\b", text)
    position, line, line_start = 0, 1, 0
    for element in root.iter():
        if element.tag in names:
            beginning = next(beginnings, None)
            start = beginning.start() if beginning else position
            line += text.count("\n", position, start)
            line_start = max(line_start, text.rfind("\n", position, start) + 1)
            position = start
            written = tostring(element, encoding="unicode").strip()
            yield replace(reference(line, element, written), column=start - line_start + 1)


def text_of(element: Element | None) -> str:
    """Return all the text in an element, without markup."""
    return without_html("".join(element.itertext())) if element is not None else ""
