"""The sources that one page cites, numbered in the order in which they are first cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from knowledge_base.model.base import NOT_REPORTED
from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.citations import ClaimName
from knowledge_base.views.claims import via_report
from knowledge_base.views.fallen import Fall, fall_in_words
from knowledge_base.wording.nouns import listed


@dataclass(frozen=True)
class Citation:
    """What a statement rests on: records, sources, and a place in the report."""

    records: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    place: str = ""

    @classmethod
    def parse(cls, text: str) -> Citation:
        """Return a citation from how pages write it: `records | sources | place`."""
        records, sources, place = (part.strip() for part in text.split("|", 2))
        return cls(tuple(records.split()), tuple(sources.split()), place)


@dataclass(frozen=True)
class Item:
    """One thing that a page cites of a source: a claim, or a place in it."""

    anchor: str
    number: int | None = None
    """The number of the claim among all of its source; None for a place, and an only claim."""
    record: str = ""
    claim: str = ""
    how_read: str = ""
    """The label of how the claim was read."""
    through: str = ""
    """The document that was read instead of the source, if one was."""
    place: str = ""
    """Where it is in what was read; empty where that is not reported."""
    fall: str = ""
    """How the claim has fallen, in words; empty if it stands."""


@dataclass
class Entry:
    """A source in the list, with what the page cites of it."""

    number: int
    key: str
    label: str
    title: str
    standing: str
    """What has become of the source, in words; empty where it stands."""
    address: str
    """Where the document itself is, as a reader of the printed list types it; empty if nowhere."""
    items: dict[str, Item] = field(default_factory=dict)
    """By the record, or by the place in the source."""

    @property
    def in_order(self) -> list[Item]:
        """What is cited of it: places first, then claims by their numbers."""
        return sorted(self.items.values(), key=lambda item: item.number or 0)

    @property
    def next_anchor(self) -> str:
        """The place in the list of what is cited of it next."""
        return f"{self.anchor}-{len(self.items) + 1}"

    @property
    def anchor(self) -> str:
        """Its place in the list."""
        return f"cited-{self.number}"

    @property
    def mention(self) -> str:
        """The place where the page first cites it."""
        return f"cite-{self.number}"


@dataclass(frozen=True)
class Mention:
    """One number in the text: a source, and what is cited of it there."""

    entry: Entry
    items: tuple[Item, ...]
    is_first: bool
    """Whether the page has not cited the source before."""

    @property
    def name(self) -> str:
        """What the number leads to: `Owen et al. (2019), claims 2 and 5`."""
        claims = [item for item in self.items if item.record]
        places = [item.place for item in self.items if not item.record]
        if claims:
            # The only claim of a source has no number.
            numbers = listed([str(item.number) for item in claims if item.number])
            places.insert(0, f"{'claims' if len(claims) > 1 else 'claim'} {numbers}".rstrip())
        return ", ".join([self.entry.label, *places])

    @property
    def anchors(self) -> tuple[str, ...]:
        """The places in the list that it leads to."""
        return tuple(item.anchor for item in self.items) or (self.entry.anchor,)


class PageSources:
    """The list at the foot of a page, as it grows with each citation."""

    def __init__(
        self,
        kb: KnowledgeBase,
        labels: Mapping[str, str],
        names: Mapping[str, ClaimName],
        falls: Mapping[str, Fall],
    ) -> None:
        self.kb = kb
        self.labels = labels
        self.names = names
        self.falls = falls
        self._entries: dict[str, Entry] = {}

    @property
    def entries(self) -> list[Entry]:
        """The sources in the order of their numbers."""
        return list(self._entries.values())

    def cite(self, citation: Citation) -> list[Mention]:
        """Return the numbers of a citation, which rise; its records and sources must be there."""
        report = self.kb.report.source
        by_source = by_key((self.kb.records[i].source, i) for i in citation.records)
        for key in citation.sources:
            by_source.setdefault(key, [])
        if citation.place and report:
            by_source.setdefault(report, [])
        mentions = [
            self._mention(key, ids, citation.place if key == report else "")
            for key, ids in by_source.items()
        ]
        return sorted(mentions, key=lambda mention: mention.entry.number)

    def _mention(self, key: str, record_ids: Iterable[str], place: str) -> Mention:
        is_first = key not in self._entries
        if is_first:
            standing = self.kb.standing_of(key) if key in self.kb.fallen_sources else ""
            self._entries[key] = Entry(
                len(self._entries) + 1,
                key,
                self.labels[key],
                self.kb.sources[key].title,
                self.kb.label("standing", standing) if standing else "",
                (self.kb.sources[key].url or "").removeprefix("https://"),
            )
        entry = self._entries[key]
        items = [self._claim(entry, record_id) for record_id in record_ids]
        items.sort(key=lambda item: item.number or 0)
        if place:
            items.append(self._place(entry, place))
        return Mention(entry, tuple(items), is_first)

    def _claim(self, entry: Entry, record_id: str) -> Item:
        if record_id in entry.items:
            return entry.items[record_id]
        record = self.kb.records[record_id]
        through = record.cited_through
        fall = self.falls.get(record_id)
        location = through.location if through else record.location
        entry.items[record_id] = Item(
            entry.next_anchor,
            self.names[record_id].number,
            record_id,
            record.claim,
            self.kb.label("how-read", record.how_read),
            (self.kb.report.name if via_report(self.kb, record) else self.labels[through.source])
            if through
            else "",
            "" if location == NOT_REPORTED else location,
            fall_in_words(self.kb, fall) if fall else "",
        )
        return entry.items[record_id]

    def _place(self, entry: Entry, place: str) -> Item:
        return entry.items.setdefault(place, Item(entry.next_anchor, place=place))
