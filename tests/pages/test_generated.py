"""Pages made from the model: kinds are found, text stays text, links are seen from the page."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from jinja2 import UndefinedError

from knowledge_base.markup.addresses import RECORDS
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import CitedThrough, Notice, Record, RuleException
from knowledge_base.pages.evidence.record import KIND, RecordFacts, facts_of_records
from knowledge_base.pages.evidence.source import SourceFacts
from knowledge_base.pages.generated import generated_pages, page_kinds
from knowledge_base.views.glossary import explained
from knowledge_base.wording.typography import typographic
from site_build import PROJECT

HOSTILE = (
    "</p></section><script>alert(1)</script> <img src=x onerror=alert(1)> &amp; {{ kb }} {% x %} "
    "`code` **bold** [link](https://x.example) {role}`x` \\ שלום"
)


def pages(kb: KnowledgeBase, **options: object) -> dict[str, BeautifulSoup]:
    """The bodies of the generated pages by their names."""
    found = generated_pages(PROJECT, kb, **options)
    return {page.name: BeautifulSoup(page.body, "html.parser") for page in found}


def with_record(kb: KnowledgeBase, record: Record, record_id: str) -> KnowledgeBase:
    return replace(kb, records={**kb.records, record_id: record.model_copy().named(record_id)})


def rows(page: BeautifulSoup) -> dict[str, str]:
    """The fields of the table by their labels."""
    return {
        row.th.get_text(): " ".join(row.td.get_text().split())
        for row in page.select("table.record tbody tr")
    }


def test_the_kind_of_records_is_found_and_gives_each_record_a_page(
    knowledge_base: KnowledgeBase,
) -> None:
    assert page_kinds()["record"] is KIND
    made = [page.name for page in generated_pages(PROJECT, knowledge_base)]
    ids = [*knowledge_base.aliases, *knowledge_base.records]
    assert [name for name in made if name.startswith(RECORDS)] == [
        f"{RECORDS}/{record_id}" for record_id in ids
    ]


def test_two_that_share_the_work_leave_no_page_out_and_make_none_twice(
    knowledge_base: KnowledgeBase,
) -> None:
    made = [
        page.name
        for part in range(2)
        for page in generated_pages(PROJECT, knowledge_base, part=slice(part, None, 2))
    ]
    assert sorted(made) == sorted(page.name for page in generated_pages(PROJECT, knowledge_base))


def test_an_address_that_a_record_had_leads_on_without_scripts(
    knowledge_base: KnowledgeBase,
) -> None:
    moved = f"{RECORDS}/cobb-2018-sureness"
    page = next(p for p in generated_pages(PROJECT, knowledge_base) if p.name == moved)
    assert page.leads_to == "cobb-2018-confidence.html"
    assert page.leads_to in page.body


def test_hostile_text_in_every_field_of_a_record_stands_there_literally(
    knowledge_base: KnowledgeBase,
) -> None:
    kb = knowledge_base
    record = next(r for r in kb.published if r.cited_through and r.study)
    text_fields = {name: f"{name} {HOSTILE}" for name in ("claim", "sample", "location", "note")}
    hostile = record.model_copy(
        update={
            **text_fields,
            "status": "withdrawn",
            "cited_through": CitedThrough(source=record.source, location=f"where {HOSTILE}"),
            "notice": Notice(date=record.added, reason=f"why {HOSTILE}."),
            "exceptions": (RuleException(rule="claim-form", reason=f"because {HOSTILE}."),),
        }
    )
    study = kb.studies[record.study].model_copy(update={"name": f"study {HOSTILE}"})
    kb = replace(kb, studies={**kb.studies, record.study: study.named(record.study)})
    page = pages(with_record(kb, hostile, "hostile"))[f"{RECORDS}/hostile"]
    text = " ".join(page.get_text().split())
    for start in (*text_fields, "where", "why", "because", "study"):
        assert typographic(f"{start} {HOSTILE}") in text, start
    assert page.find("script") is None
    assert page.find("img") is None
    assert len(page.find_all("section")) == 1
    assert not [a for a in page.find_all("a") if "x.example" in a["href"]]


def test_every_field_of_a_record_is_shown(knowledge_base: KnowledgeBase) -> None:
    said = {"note": "Read this.", "sample_location": "Abstract of the source"}
    noted = knowledge_base.published[0].model_copy(update=said)
    kb = with_record(knowledge_base, noted, "noted")
    shown = {row.field for _, facts in facts_of_records(kb) for row in facts().rows}
    # These stand in sentences, those of a notice above the claim.
    elsewhere = {
        *("claim", "cited_through", "notice", "reading", "support", "results", "source_check"),
        *("appraisal", "read_by", "checked_by"),
    }
    assert shown | elsewhere == {*Record.model_fields, "responses", "since_report"}


def test_a_record_that_counts_no_more_says_since_when_why_and_what_took_its_place(
    knowledge_base: KnowledgeBase,
) -> None:
    gone = next(r for r in knowledge_base.records.values() if r.notice and r.notice.superseded_by)
    page = pages(knowledge_base)[f"{RECORDS}/{gone.id}"]
    box = page.select_one(".warning.admonition")
    assert box.select_one(".admonition-title").get_text() == "Superseded on 2 March 2024"
    successor = gone.notice.superseded_by
    assert box.a["href"] == f"{successor}.html"
    assert box.get_text().split()[-5:] == ["The", "record", "no", "longer", "counts."]


def test_what_is_asked_first_of_a_claim_stands_before_its_fields(
    knowledge_base: KnowledgeBase,
) -> None:
    kb = knowledge_base
    record = next(r for r in kb.published if r.cited_through and r.sample != "not_reported")
    page = pages(kb)[f"{RECORDS}/{record.id}"]
    parts = [part.get("class", [part.name])[0] for part in page.section.find_all(recursive=False)]
    assert parts.index("claim") < parts.index("kb-facts") < parts.index("kb-all-fields")
    kind, how_read, where = page.select(".kb-facts dd")
    assert kind.strong.get_text() == typographic(kb.claim_kinds[record.kind].label)
    assert "cited through" in how_read.get_text()
    assert where.strong.get_text() == typographic(kb.settings[record.setting].label)
    assert typographic(record.sample) in where.get_text()
    assert page.select_one("details table.record")


def test_a_draft_says_that_it_is_one(knowledge_base: KnowledgeBase) -> None:
    draft = next(r for r in knowledge_base.records.values() if r.status == "draft")
    box = pages(knowledge_base)[f"{RECORDS}/{draft.id}"].select_one(".warning.admonition")
    assert "Not yet checked by a second person, and not counted." in box.get_text()


def test_records_of_one_source_are_linked_together(knowledge_base: KnowledgeBase) -> None:
    kb = knowledge_base
    barrier = next(r for r in kb.published if r.kind == "implementation")
    answers = [r for r in kb.published if r.id != barrier.id][:1]
    kb = with_record(kb, answers[0], "same-source")
    answer = barrier.model_copy(update={"responds_to": (answers[0].id, "same-source")})
    page = pages(with_record(kb, answer, "answer"))[f"{RECORDS}/answer"]
    assert re.search(r"\) claims \d+, \d+$", rows(page)["Responds to"])


def test_a_word_is_explained_at_its_first_use_only(knowledge_base: KnowledgeBase) -> None:
    words = explained(knowledge_base)
    word = next(w for w in words if w.id == "village-choirs")
    note = "First village choirs, then village choirs again."
    record = knowledge_base.published[0].model_copy(
        update={"note": note, "setting": "not_reported"}
    )
    page = pages(with_record(knowledge_base, record, "explaining"), words=(word,))
    links = page[f"{RECORDS}/explaining"].select("a.kb-term")
    assert [a.get_text() for a in links] == ["village choirs"]
    assert links[0]["href"] == "../../about/glossary.html#term-village-choirs"
    assert links[0]["data-explanation"] == word.explanation


def test_links_are_handed_on_to_be_checked(knowledge_base: KnowledgeBase) -> None:
    for page in generated_pages(PROJECT, knowledge_base):
        hrefs = re.findall(r'class="reference internal" href="([^"]+)"', page.body)
        assert {href.rpartition("/")[2] for href in hrefs} == {
            address.rpartition("/")[2] for address in page.links
        }


def test_a_template_that_asks_for_what_is_not_there_is_an_error(
    knowledge_base: KnowledgeBase, tmp_path: Path
) -> None:
    for kind in page_kinds().values():
        template = tmp_path / "book" / kind.template
        template.parent.mkdir(parents=True, exist_ok=True)
        template.write_text("{{ titel }}", encoding="utf-8")
    with pytest.raises(UndefinedError, match="titel"):
        list(generated_pages(tmp_path, knowledge_base))


def test_no_fact_has_the_name_of_what_every_page_has() -> None:
    given = {"file", "kb", "label", "link", "list", "prose"}
    for facts in (RecordFacts, SourceFacts):
        assert given.isdisjoint(f.name for f in fields(facts))
