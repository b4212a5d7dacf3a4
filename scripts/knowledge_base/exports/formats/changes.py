"""What changed, as an Atom feed (RFC 4287) for feed readers.

The site does not know its own address. So ids are made of what changed, and links are relative to
the feed, as it lies in the folder of downloads.
"""

import re
from collections.abc import Callable
from functools import partial
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from knowledge_base import book
from knowledge_base.markup import addresses
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.changes_by_day import (
    ADDED,
    CHECK,
    EVENT,
    FALLEN,
    SEARCH,
    STANDING,
    Change,
    dated_changes,
)
from knowledge_base.views.edition import edition
from knowledge_base.wording.sentences import wording

FEED = "changes.atom"

_WORDING = wording("about/changes")

_IDS = UUID("5b0c9a0e-6c0f-5f0e-9b1b-2f1d7d5f4a31")
"""Under which the ids of the feed are made. Another one would show every entry as new again."""
_NEVER = "1970-01-01"
"""When a feed without entries was updated, for each must say so."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file can hold, escaped or not."""


def files(kb: KnowledgeBase) -> dict[str, Callable[[], str]]:
    """Return the feed."""
    return {FEED: partial(_feed, kb)}


def _feed(kb: KnowledgeBase) -> str:
    changes = dated_changes(kb)
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en-GB"})
    _text(feed, "id", _id("feed"))
    _text(feed, "title", _WORDING.say("title", book=book.title()))
    _text(feed, "subtitle", edition(kb).words)
    _text(feed, "updated", _moment(changes[0].day if changes else _NEVER))
    _text(ET.SubElement(feed, "author"), "name", book.author())
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=FEED)
    _link(feed, addresses.page("book/about/changes"))
    for change in changes:
        _entry(feed, kb, change)
    ET.indent(feed, space=" ")
    xml: str = ET.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{xml}\n'


def _entry(feed: ET.Element, kb: KnowledgeBase, change: Change) -> None:
    title, summary, address = _ENTRIES[change.kind](kb, change.id)
    entry = ET.SubElement(feed, "entry")
    _text(entry, "id", _id(f"{change.kind}/{change.id}/{change.day}"))
    _text(entry, "title", title)
    _text(entry, "updated", _moment(change.day))
    _link(entry, address)
    _text(entry, "summary", summary)


def _added(kb: KnowledgeBase, key: str) -> tuple[str, str, str]:
    record = kb.records[key]
    component = kb.components[record.component].in_a_sentence
    source = kb.sources[record.source].short
    title = _WORDING.say("added", component=component, source=source)
    return title, record.claim, addresses.record(key)


def _fallen(kb: KnowledgeBase, key: str) -> tuple[str, str, str]:
    record = kb.records[key]
    source = kb.sources[record.source].short
    title = _WORDING.say("fallen", status=record.status, source=source)
    return title, record.notice.reason if record.notice else "", addresses.record(key)


def _standing(kb: KnowledgeBase, key: str) -> tuple[str, str, str]:
    standing = kb.notes_by_source[key].standing
    label = kb.label("standing", kb.standing_of(key))
    title = _WORDING.say("standing", standing=label, source=kb.sources[key].short)
    return title, standing.reason if standing else "", addresses.address("source", key)


def _check(kb: KnowledgeBase, key: str) -> tuple[str, str, str]:
    record = kb.records[key]
    check = record.source_check
    verdict = kb.label("source-check", check.verdict) if check else ""
    title = _WORDING.say("check", source=kb.sources[record.source].short)
    sentence = f" {check.sentence}" if check and check.sentence else ""
    return title, _WORDING.say("verdict", verdict=verdict, sentence=sentence), addresses.record(key)


def _event(kb: KnowledgeBase, key: str) -> tuple[str, str, str]:
    event = kb.context[key]
    return _WORDING.say("event", title=event.title), event.what, addresses.address("event", key)


def _search(kb: KnowledgeBase, key: str) -> tuple[str, str, str]:
    search = kb.searches[key]
    title = _WORDING.say("search", what_for=search.what_for)
    return title, search.came_up, addresses.address("search", key)


_ENTRIES: dict[str, Callable[[KnowledgeBase, str], tuple[str, str, str]]] = {
    ADDED: _added,
    FALLEN: _fallen,
    STANDING: _standing,
    CHECK: _check,
    EVENT: _event,
    SEARCH: _search,
}
"""Title, summary and address of an entry, by the kind of change."""


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _NOT_XML.sub("", text)


def _link(parent: ET.Element, address: str) -> None:
    ET.SubElement(parent, "link", href=addresses.seen_from(addresses.data(FEED), address))


def _id(name: str) -> str:
    return uuid5(_IDS, name).urn


def _moment(day: str) -> str:
    """Return the moment at which a day begins, or the month or year of which no more is known."""
    return f"{day}-01-01"[: len("YYYY-MM-DD")] + "T00:00:00Z"
