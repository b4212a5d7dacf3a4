"""The list of sources at the foot of a page, as it grows with each citation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.citations import citation_labels, claim_names, gathered_by_source
from knowledge_base.views.fallen import falls
from knowledge_base.views.page_sources import Citation, PageSources


@pytest.fixture
def sources(knowledge_base: KnowledgeBase) -> PageSources:
    kb = knowledge_base
    return PageSources(kb, citation_labels(kb.sources), claim_names(kb), falls(kb))


def claims_of_one_source(kb: KnowledgeBase) -> list[str]:
    """The records of a source that makes several claims."""
    by_source: dict[str, list[str]] = {}
    for record in kb.records.values():
        by_source.setdefault(record.source, []).append(record.id)
    return next(ids for ids in by_source.values() if len(ids) > 1)


def test_a_source_has_one_number_on_a_page(sources: PageSources) -> None:
    first, second = claims_of_one_source(sources.kb)[:2]
    other = next(key for key in sources.kb.sources if key != sources.kb.records[first].source)
    mentions = [
        mention
        for citation in (Citation((first,)), Citation((), (other,)), Citation((second,)))
        for mention in sources.cite(citation)
    ]
    assert [mention.entry.number for mention in mentions] == [1, 2, 1]
    assert [mention.is_first for mention in mentions] == [True, True, False]
    assert [item.record for item in sources.entries[0].items.values()] == [first, second]


def test_the_name_of_a_number_says_which_claims(sources: PageSources) -> None:
    ids = claims_of_one_source(sources.kb)[:2]
    ids.sort(key=lambda record_id: sources.names[record_id].number or 0)
    names = [sources.names[record_id] for record_id in ids]
    (one,) = sources.cite(Citation((ids[0],)))
    assert one.name == str(names[0]) == f"{names[0].source}, claim {names[0].number}"
    (both,) = sources.cite(Citation(tuple(reversed(ids))))
    assert both.name == f"{names[0].source}, claims {names[0].number} and {names[1].number}"
    assert len(set(both.anchors)) == 2


def test_the_only_claim_of_a_source_is_not_taken_for_the_source(sources: PageSources) -> None:
    only = next(key for key, name in sources.names.items() if name.number is None)
    (claim,) = sources.cite(Citation((only,)))
    (source,) = sources.cite(Citation((), (sources.kb.records[only].source,)))
    assert claim.name == f"{source.name}, claim"
    assert claim.anchors != source.anchors


def test_the_numbers_of_a_citation_rise(sources: PageSources) -> None:
    first, second, third = list(sources.kb.sources)[:3]
    for keys in ((first,), (second,), (third, first, second)):
        mentions = sources.cite(Citation((), keys))
    assert [mention.entry.number for mention in mentions] == [1, 2, 3]


def test_a_place_is_one_in_the_report(sources: PageSources) -> None:
    report = sources.kb.report.source
    other = next(key for key in sources.kb.sources if key != report)
    mentions = list(sources.cite(Citation((), (other,), "Section 3")))
    assert [mention.name for mention in mentions] == [
        sources.labels[other],
        f"{sources.labels[report]}, Section 3",
    ]
    (again,) = sources.cite(Citation((), (report,), "Section 3"))
    assert again.anchors == mentions[1].anchors


def test_a_claim_keeps_its_number_when_the_source_makes_a_newer_one(
    knowledge_base: KnowledgeBase,
) -> None:
    kb = knowledge_base
    first = kb.records[claims_of_one_source(kb)[0]]
    newer = first.model_copy(update={"added": first.added.replace(year=2100)}).named("aaa")
    before, after = claim_names(kb), claim_names(replace(kb, records=kb.records | {"aaa": newer}))
    assert after == before | {"aaa": after["aaa"]}
    claims_before = [name for name in before.values() if name.source == after["aaa"].source]
    assert after["aaa"].number == len(claims_before) + 1


def test_a_list_names_a_source_once_and_numbers_its_claims(knowledge_base: KnowledgeBase) -> None:
    names = claim_names(knowledge_base)
    ids = claims_of_one_source(knowledge_base)[:2]
    other = next(key for key, name in names.items() if name.source != names[ids[0]].source)
    written = "".join(text for text, _ in gathered_by_source(names, [ids[0], other, ids[1]]))
    numbers = [names[record_id].number for record_id in ids]
    assert written == (
        f"{names[ids[0]].source} claims {numbers[0]}, {numbers[1]}; {names[other].source}"
    )
