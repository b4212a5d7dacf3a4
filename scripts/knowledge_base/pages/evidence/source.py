"""A page for every source that claims rest on: how it was read, whether it stands, its claims."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from knowledge_base.exports.api import path_of
from knowledge_base.exports.formats.bibtex import SOURCES
from knowledge_base.markup import addresses
from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.reading_note import Reading
from knowledge_base.model.record import Record
from knowledge_base.model.source import Source
from knowledge_base.model.study import Study
from knowledge_base.pages.about.references import formatted_reference
from knowledge_base.pages.evidence.things import DocumentFacts, Things
from knowledge_base.pages.generated import Link, PageKind
from knowledge_base.views.claims import Check, source_check
from knowledge_base.views.fallen import Fall, fall_in_words, fall_of
from knowledge_base.views.limits import comes_from_report

_LONG = 100
"""Letters of a title from which its part before the colon is the heading."""


@dataclass(frozen=True)
class Way:
    """A way in which claims of a source were read, or checked."""

    how_read: str
    """Empty where the source could not be read for a check."""
    claims: int


@dataclass(frozen=True)
class ClaimFacts:
    """A claim of the source, as its page lists it."""

    record: Record
    number: int | None
    """Its number, if the source has several."""
    link: Link
    check: Check | None
    fall: Fall | None
    fall_in_words: str


@dataclass(frozen=True)
class SourceFacts:
    """What the page of a source shows."""

    title: str
    name: str
    """How running text names it."""
    source: Source
    reference: str
    """Its entry in the reference list, without links."""
    place_in_list: str
    ways: tuple[Way, ...]
    """How its claims were read."""
    checked: tuple[Way, ...]
    """How it was read only to check what other documents make of it."""
    readings: tuple[Reading, ...]
    """What was before us, the earliest first."""
    read_instead: tuple[Link, ...]
    """The documents that its other claims are cited through."""
    document: DocumentFacts | None
    standing: str
    studies: tuple[tuple[Link, Study], ...]
    claims: tuple[ClaimFacts, ...]
    read_here: int
    """How many claims of other sources were read in it."""
    those_read_here: tuple[str | Link, ...]
    from_report: bool
    """Whether any of its claims was read in the report that most of the site rests on."""
    data: str
    bibliography: str


def facts_of_sources(kb: KnowledgeBase) -> Iterator[tuple[str, Callable[[], SourceFacts]]]:
    """Yield the key of each source that has a page, with what makes the facts that it shows."""
    base = _Base(kb)
    for key in kb.sources:
        if key in kb.documents:
            yield key, partial(base.facts, key)


class _Base(Things):
    """A knowledge base with what is worked out once for the pages of all sources."""

    def __init__(self, kb: KnowledgeBase) -> None:
        super().__init__(kb)
        self.titles = _titles(kb, self.source_labels)

    @cached_property
    def by_source(self) -> Mapping[str, list[Record]]:
        """The records of each source, by the number of the claim."""
        # The names are in the order of the numbers.
        records = map(self.kb.records.__getitem__, self.claim_names)
        return by_key((record.source, record) for record in records)

    @cached_property
    def read_in(self) -> Mapping[str, list[Record]]:
        """The records that are cited through each source."""
        return by_key(
            (record.cited_through.source, record)
            for record in self.kb.records.values()
            if record.cited_through
        )

    @cached_property
    def reported_in(self) -> Mapping[str, list[Study]]:
        """The studies that each source reports."""
        return by_key((key, study) for study in self.kb.studies.values() for key in study.sources)

    def facts(self, key: str) -> SourceFacts:
        """Return what the page of one source shows."""
        kb, records = self.kb, self.by_source.get(key, [])
        through = {r.cited_through.source: None for r in records if r.cited_through}
        here = self.read_in.get(key, [])
        checks = [r.source_check for r in records if r.source_check]
        # What is noted with a claim that is cited through another document is how that was read.
        own = [record for record in records if not record.cited_through]
        readings = {r.reading for r in (*own, *here)} | {check.reading for check in checks}
        return SourceFacts(
            title=self.titles[key],
            name=self.source_labels[key],
            source=kb.sources[key],
            reference=formatted_reference(kb.sources[key]),
            place_in_list=addresses.address("source", key),
            ways=self.ways(record.how_read for record in records),
            checked=self.ways(check.how_read or "" for check in checks),
            readings=tuple(
                sorted(filter(None, readings), key=lambda reading: (reading.on, reading.address))
            ),
            read_instead=tuple(map(self.source, sorted(through))),
            document=self.notes(key),
            standing=kb.standing_of(key),
            studies=tuple(
                (link, study)
                for study in self.reported_in.get(key, [])
                for link in self.studies([study.id])
            ),
            claims=tuple(map(self.claim, records)),
            read_here=len(here),
            those_read_here=self.records(record.id for record in here),
            from_report=any(comes_from_report(kb, record) for record in records),
            data=path_of("sources", key),
            bibliography=SOURCES,
        )

    def ways(self, how_read: Iterable[str]) -> tuple[Way, ...]:
        """Return the ways of reading with how many claims were read so, the fullest first."""
        counts = Counter(how_read)
        return tuple(Way(how, counts[how]) for how in (*self.kb.ways_of_reading, "") if counts[how])

    def claim(self, record: Record) -> ClaimFacts:
        """Return a claim as the page lists it."""
        fall = fall_of(self.kb, record)
        return ClaimFacts(
            record,
            self.claim_names[record.id].number,
            self.record(record.id),
            source_check(self.kb, record),
            fall,
            fall_in_words(self.kb, fall) if fall else "",
        )


def _titles(kb: KnowledgeBase, labels: Mapping[str, str]) -> dict[str, str]:
    """Return the heading of each source's page; those that would be alike get the name before."""
    titles = {key: _short(kb.sources[key].title) for key in kb.sources if key in kb.documents}
    times = Counter(titles.values())
    return {
        key: title if times[title] == 1 else f"{labels[key]}: {title}"
        for key, title in titles.items()
    }


def _short(title: str) -> str:
    return title.partition(": ")[0] if len(title) > _LONG else title


KIND = PageKind("source", "evidence/source.html", addresses.REFERENCES, facts_of_sources)
