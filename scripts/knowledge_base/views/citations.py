"""How sources are named in running text, each in its own way."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from string import ascii_lowercase
from typing import NamedTuple

from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source
from knowledge_base.views.once import once
from knowledge_base.views.selection import was_read


def citation_labels(sources: dict[str, Source]) -> dict[str, str]:
    """Return each source's label by key: `Owen et al. (2019)`, with letters where two agree."""
    same = by_key((source.short, key) for key, source in sorted(sources.items()))
    labels = {}
    for label, keys in same.items():
        for position, key in enumerate(keys):
            letter = ascii_lowercase[position % 26] if len(keys) > 1 else ""
            undated = letter if not letter or label[-2].isdigit() else f"-{letter}"
            labels[key] = f"{label[:-1]}{undated})"
    return dict(sorted(labels.items()))


class ClaimName(NamedTuple):
    """How a claim is named: by its source, with a number where that makes several claims."""

    source: str
    number: int | None = None

    def __str__(self) -> str:
        """Return the whole name: `Owen et al. (2019), claim 2`."""
        return self.source if self.number is None else f"{self.source}, claim {self.number}"


@once
def claim_names(kb: KnowledgeBase) -> dict[str, ClaimName]:
    """Return the name of each record's claim.

    The claims of a source are numbered in the order in which they were added, so that a new one
    leaves the numbers of the others as they are.
    """
    labels = citation_labels(kb.sources)
    in_order = sorted(kb.records.values(), key=lambda record: (record.added, record.id))
    ids_by_source = by_key((record.source, record.id) for record in in_order)
    return {
        record_id: ClaimName(labels[source], number if len(ids) > 1 else None)
        for source, ids in ids_by_source.items()
        for number, record_id in enumerate(ids, start=1)
    }


def gathered_by_source(
    names: Mapping[str, ClaimName], record_ids: Iterable[str]
) -> Iterator[tuple[str, str | None]]:
    """Yield records as a list names them: `Owen et al. (2019) claims 2, 5; AFT (2015)`.

    Each piece of the text comes with the record that it names; None for what is between them.
    A source is named once, with the number of each claim where several are listed.
    """
    by_source = by_key((names[i].source if i in names else i, i) for i in record_ids)
    for position, (label, of_source) in enumerate(by_source.items()):
        ids = sorted(of_source, key=lambda key: names[key].number or 0 if key in names else 0)
        if position:
            yield "; ", None
        if len(ids) == 1:
            yield label, ids[0]
            continue
        yield f"{label} ", None
        for place, record_id in enumerate(ids):
            if place:
                yield ", ", None
            yield f"{'' if place else 'claims '}{names[record_id].number}", record_id


def cited_through(kb: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Return for each source that claims rest on the documents that were read instead of it.

    None, where one of its claims was read in the source itself.
    """
    through: dict[str, set[str]] = defaultdict(set)
    for record in kb.published:
        if record.cited_through:
            through[record.source].add(record.cited_through.source)
    read = {record.source for record in kb.published if was_read(kb, record)}
    return {
        source: () if source in read else tuple(sorted(through[source]))
        for source in claims_by_source(kb)
    }


def read_in_part(kb: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Return how each source was read of which no claim was read in the whole, but some in part."""
    ways: dict[str, set[str]] = defaultdict(set)
    for record in kb.published:
        ways[record.source].add(record.how_read)
    extents = {how: term.extent for how, term in kb.ways_of_reading.items()}
    return {
        source: tuple(how for how in extents if how in own and extents[how] == "part")
        for source, own in ways.items()
        if "part" in (own_extents := {extents[how] for how in own}) and "whole" not in own_extents
    }


def read_for_checks(kb: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Return how sources were read only to check what other documents say of them."""
    ways: dict[str, set[str]] = defaultdict(set)
    for record in kb.published:
        if record.source_check and record.source_check.how_read:
            ways[record.source].add(record.source_check.how_read)
    return {
        source: tuple(how for how in kb.ways_of_reading if how in own)
        for source, own in ways.items()
    }


def claims_by_source(kb: KnowledgeBase) -> dict[str, int]:
    """Return how many published records rest on each source that has any."""
    counts: dict[str, int] = defaultdict(int)
    for record in kb.published:
        counts[record.source] += 1
    return dict(sorted(counts.items()))
