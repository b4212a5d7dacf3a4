"""The page of a source: how it was read, whether it stands, and the claims that rest on it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from knowledge_base.markup import addresses
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.model.source_note import Interest, SourceNote
from knowledge_base.pages.evidence.source import KIND, facts_of_sources
from knowledge_base.pages.generated import generated_pages
from knowledge_base.wording.typography import typographic
from site_build import PROJECT

HOSTILE = "</h1><script>alert(1)</script> <img src=x onerror=alert(1)> &amp; `c`"


def pages(kb: KnowledgeBase) -> dict[str, BeautifulSoup]:
    """The pages of sources by key."""
    folder = f"{addresses.REFERENCES}/"
    return {
        page.name.removeprefix(folder): BeautifulSoup(page.body, "html.parser")
        for page in generated_pages(PROJECT, kb)
        if page.name.startswith(folder)
    }


def alone(kb: KnowledgeBase, record: Record) -> KnowledgeBase:
    """The knowledge base with one record only."""
    return replace(kb, records={record.id: record}, aliases={})


def words(page: BeautifulSoup, selector: str) -> str:
    return " ".join(page.select_one(selector).get_text().split())


def test_each_source_that_a_record_rests_on_or_was_read_in_has_a_page(
    knowledge_base: KnowledgeBase,
) -> None:
    kb = knowledge_base
    wanted = {record.source for record in kb.records.values()}
    wanted |= {r.cited_through.source for r in kb.records.values() if r.cited_through}
    assert pages(kb).keys() == wanted
    assert wanted < kb.sources.keys() | {""}


@pytest.mark.parametrize("how_read", ["in-source", "abstract", "opening", "cited-through"])
def test_a_page_says_how_its_claims_were_read(knowledge_base: KnowledgeBase, how_read: str) -> None:
    kb = knowledge_base
    first = next(r for r in kb.published if r.cited_through)
    record = first.model_copy(
        update={
            "how_read": how_read,
            "cited_through": first.cited_through if how_read == "cited-through" else None,
            "source_check": None,
        }
    ).named(first.id)
    kb = alone(kb, record)
    page = pages(kb)[record.source]
    reading = words(page, "#reading")
    assert f"{kb.label('how-read', how_read)}: 1 claim." in reading
    instead = page.select(f'#reading a[href="{first.cited_through.source}.html"]')
    assert len(instead) == (how_read == "cited-through")
    assert typographic(record.claim) in words(page, "#claims")
    assert page.select_one("#claims a")["href"] == f"../../evidence/records/{record.id}.html"
    # One way of reading is said once; of several, each claim says its own.
    look = {"in-source": "read", "cited-through": "through"}.get(how_read, "part")
    assert not page.select_one(f"#claims .badge-{look}")
    other = next(way for way in ("abstract", "opening") if way != how_read)
    update = {"how_read": other, "cited_through": None}
    beside = record.model_copy(update=update).named("read-otherwise")
    both = replace(kb, records={record.id: record, beside.id: beside})
    assert pages(both)[record.source].select_one(f"#claims .badge-{look}")


def test_a_document_that_was_read_in_the_place_of_others_lists_their_claims(
    knowledge_base: KnowledgeBase,
) -> None:
    kb = knowledge_base
    record = next(r for r in kb.published if r.cited_through)
    through = record.cited_through.source
    kb = alone(kb, record)
    page = pages(kb)[through]
    assert words(page, "#reading li") == "We read 1 claim of other sources in it."
    assert page.select_one("#others a")["href"].endswith(f"/{record.id}.html")
    assert page.select_one("#claims") is None


def test_what_was_before_us_is_named_with_the_document_that_it_was(
    knowledge_base: KnowledgeBase,
) -> None:
    kb = knowledge_base
    first = next(r for r in kb.published if r.cited_through)
    read = next(r.reading for r in kb.published if r.reading)
    record = first.model_copy(update={"reading": read, "source_check": None}).named(first.id)
    facts = dict(facts_of_sources(alone(kb, record)))
    assert facts[record.source]().readings == ()
    assert facts[record.cited_through.source]().readings == (read,)


def test_the_claims_of_a_source_are_in_the_order_of_their_numbers(
    knowledge_base: KnowledgeBase,
) -> None:
    listed = [facts().claims for _, facts in facts_of_sources(knowledge_base)]
    assert sum(map(len, listed)) == len(knowledge_base.records)
    several = [[claim.number for claim in claims] for claims in listed if len(claims) > 1]
    assert several
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in several)
    assert all(claims[0].number is None for claims in listed if len(claims) == 1)


def test_a_claim_that_counts_no_more_says_so(knowledge_base: KnowledgeBase) -> None:
    kb = knowledge_base
    fallen = [record for record in kb.records.values() if not kb.stands(record)]
    assert fallen
    for record in fallen:
        assert pages(kb)[record.source].select(".fallen"), record.id


def test_a_long_title_is_cut_at_its_colon_and_two_that_are_alike_have_names_before(
    knowledge_base: KnowledgeBase,
) -> None:
    kb = knowledge_base
    one, other = sorted(kb.documents)[:2]
    long = f"The same title: {'very ' * 30}long"

    def titled(key: str) -> object:
        source = kb.sources[key]
        return replace(source, fields={**source.fields, "title": long})

    sources = {**kb.sources, one: titled(one)}
    assert dict(facts_of_sources(replace(kb, sources=sources)))[one]().title == "The same title"
    facts = dict(facts_of_sources(replace(kb, sources={**sources, other: titled(other)})))
    first, second = facts[one](), facts[other]()
    assert first.title == f"{first.name}: The same title"
    assert first.title != second.title


def test_hostile_text_stands_there_literally(knowledge_base: KnowledgeBase) -> None:
    kb = knowledge_base
    record = next(r for r in kb.published if r.study)
    source = kb.sources[record.source]
    bad = replace(source, fields={**source.fields, "title": f"title {HOSTILE}"})
    study = kb.studies[record.study].model_copy(
        update={"name": f"study {HOSTILE}", "summary": f"summary {HOSTILE}"}
    )
    note = SourceNote(
        source=source.key,
        interests=(Interest(statement=f"interest {HOSTILE}.", sources=(source.key,)),),
    )
    hostile = record.model_copy(update={"claim": f"claim {HOSTILE}"}).named(record.id)
    kb = replace(
        kb,
        sources={**kb.sources, source.key: bad},
        studies={**kb.studies, record.study: study.named(record.study)},
        records={**kb.records, record.id: hostile},
        source_notes={"note": note},
    )
    page = pages(kb)[source.key]
    text = " ".join(page.get_text().split())
    for start in ("title", "study", "summary", "interest", "claim"):
        assert typographic(f"{start} {HOSTILE}") in text, start
    assert page.find("script") is None
    assert page.find("img") is None
    assert page.h1.get_text() == typographic(f"title {HOSTILE}")


def test_the_kind_is_named_as_the_labels_of_references_are() -> None:
    assert KIND.label("owen2019") == "source-owen2019"
    assert KIND.reference("owen2019") == addresses.source("owen2019")
