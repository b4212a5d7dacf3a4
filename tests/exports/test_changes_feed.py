"""The feed of changes: well-formed Atom, newest first, whatever the evidence says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from uuid import UUID
from xml.etree import ElementTree as ET

from knowledge_base.exports.formats.changes import FEED, files
from knowledge_base.markup import addresses
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.changes_by_day import dated_changes

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = ']]></summary><script>x</script> & "<!-- --> <?x?> &lt; \x00\x0b\ufffe'


def feed_of(kb: KnowledgeBase) -> ET.Element:
    """The feed as a reader of feeds parses it."""
    return ET.fromstring(files(kb)[FEED]())


def test_every_change_is_an_entry_newest_first(knowledge_base: KnowledgeBase):
    entries = feed_of(knowledge_base).findall(f"{ATOM}entry")
    changes = dated_changes(knowledge_base)
    assert len(entries) == len(changes) > 0
    for entry, change in zip(entries, changes, strict=True):
        assert (entry.findtext(f"{ATOM}updated") or "").startswith(change.day)
        assert entry.findtext(f"{ATOM}title")
        assert entry.findtext(f"{ATOM}summary")


def test_the_feed_has_what_atom_asks_for(knowledge_base: KnowledgeBase):
    feed = feed_of(knowledge_base)
    newest = dated_changes(knowledge_base)[0].day
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}title")
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert feed.findtext(f"{ATOM}updated") == f"{newest}T00:00:00Z"
    ids = [element.text or "" for element in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert all(UUID(urn).version == 5 for urn in ids)


def test_a_month_of_which_no_day_is_known_is_a_moment(knowledge_base: KnowledgeBase):
    last = feed_of(knowledge_base).findall(f"{ATOM}entry")[-1]
    assert last.findtext(f"{ATOM}updated") == "2023-02-01T00:00:00Z"


def test_links_lead_from_the_feed_to_pages_of_the_site(knowledge_base: KnowledgeBase):
    links = {link.get("href", "") for link in feed_of(knowledge_base).iter(f"{ATOM}link")}
    assert all(link == FEED or link.startswith("../book/") for link in links)
    record = next(iter(knowledge_base.published)).id
    assert str(PurePosixPath("..") / addresses.record(record)) in links


def test_hostile_text_stays_text(knowledge_base: KnowledgeBase):
    records = {
        key: record.model_copy(update={"claim": HOSTILE}).named(key)
        for key, record in knowledge_base.records.items()
    }
    feed = feed_of(replace(knowledge_base, records=records))
    assert not [element for element in feed.iter() if not element.tag.startswith(ATOM)]
    assert not list(feed.iter(f"{ATOM}script"))
    summaries = [entry.text or "" for entry in feed.iter(f"{ATOM}summary")]
    # What no XML can hold is left out.
    assert HOSTILE[:-3] in summaries


def test_a_feed_without_entries_is_one(knowledge_base: KnowledgeBase):
    empty = replace(knowledge_base, records={}, source_notes={}, context={}, searches={})
    feed = feed_of(empty)
    assert not feed.findall(f"{ATOM}entry")
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
