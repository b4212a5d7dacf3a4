"""What pages say of limits and of reading is no more, and no less, than what was read."""

from __future__ import annotations

from dataclasses import replace

from knowledge_base.markup import myst
from knowledge_base.markup.addresses import RECORDS
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.pages.about import profile_rules, references
from knowledge_base.pages.evidence import records
from knowledge_base.pages.generated import generated_pages
from knowledge_base.search.entries import search_entries
from knowledge_base.views.citations import citation_labels
from knowledge_base.views.limits import limits_of
from knowledge_base.wording.typography import typographic
from shown import filled, shown_map
from site_build import PROJECT


def text_of_record(kb: KnowledgeBase, record_id: str) -> str:
    """The text of a record's page."""
    pages = generated_pages(PROJECT, kb)
    return next(p.body.striptags() for p in pages if p.name == f"{RECORDS}/{record_id}")


def test_what_comes_from_the_report_has_the_reports_limits(knowledge_base: KnowledgeBase) -> None:
    limits = typographic(knowledge_base.report.limits_in_brief)
    assert limits in text_of_record(knowledge_base, "cobb-2018-full-diaries")


def test_the_limits_say_that_nobody_checked_until_somebody_has(
    knowledge_base: KnowledgeBase,
) -> None:
    records = {
        record.id: record.model_copy(update={"checked_by": (), "appraisal": None})
        for record in knowledge_base.records.values()
    }
    kb = replace(knowledge_base, records=records)
    nobody = "No named person has checked the claims. Nobody has assessed how good the studies are."
    assert limits_of(kb) == f"{kb.report.limits_in_brief} {nobody}"

    first = kb.published[0]
    checked = first.model_copy(update={"checked_by": ("somebody",)})
    kb = replace(knowledge_base, records={**records, first.id: checked})
    assert f"Named people have checked 1 of the {len(kb.published)} claims." in limits_of(kb)


def test_of_what_was_read_elsewhere_nobody_says_that_it_was_not_read(
    knowledge_base: KnowledgeBase,
) -> None:
    record = knowledge_base.records["cobb-2018-full-diaries"]
    assert record.source != knowledge_base.report.source
    read = record.model_copy(update={"how_read": "in-source", "cited_through": None})
    kb = replace(
        knowledge_base,
        records={**knowledge_base.records, "read-elsewhere": read.named("read-elsewhere")},
    )
    page = text_of_record(kb, "read-elsewhere")
    assert typographic(kb.report.limits_in_brief) not in page
    assert "Its limits are those of its own source" in page


def test_that_no_study_is_identified_is_the_reports_word_only_for_its_own_claims(
    knowledge_base: KnowledgeBase,
) -> None:
    own = knowledge_base.records["guild-nd-contact-hours"]
    assert own.study is None
    read = own.model_copy(update={"how_read": "in-source", "cited_through": None})
    kb = replace(
        knowledge_base,
        records={**knowledge_base.records, "read-elsewhere": read.named("read-elsewhere")},
    )
    assert "The report does not identify one." in text_of_record(kb, own.id)
    assert "None is identified." in text_of_record(kb, "read-elsewhere")


def test_the_map_is_not_said_to_show_records_that_do_not_count(
    knowledge_base: KnowledgeBase,
) -> None:
    assert len(knowledge_base.published) < len(knowledge_base.records)
    shown = filled("evidence/records.jinja", knowledge_base, records.facts(knowledge_base))
    assert "the list of the evidence map <" in shown
    assert "To filter the records that count" in shown


def test_the_method_tells_of_the_marks_that_the_map_has(
    knowledge_base: KnowledgeBase,
) -> None:
    facts = profile_rules.facts(knowledge_base)
    drawn = shown_map(knowledge_base)
    assert [m for m in (facts.direct, facts.indirect) if f">{m}<" not in drawn] == []


def test_a_source_that_was_not_read_names_the_document_that_was(
    knowledge_base: KnowledgeBase,
) -> None:
    tansy = knowledge_base.records["tansy-2012-consistency"]
    assert tansy.cited_through
    assert tansy.cited_through.source == knowledge_base.report.source
    other = tansy.cited_through.model_copy(update={"source": "brindle2015"})
    through = tansy.model_copy(update={"cited_through": other})
    read = tansy.model_copy(update={"how_read": "in-source", "cited_through": None})

    def told(**records: Record) -> str:
        kb = replace(knowledge_base, records=knowledge_base.records | records)
        [found] = [e.about for e in search_entries(kb, []) if e.address.endswith("/tansy2012.html")]
        *_, said = found.split(" · ")
        page = filled("about/references.jinja", kb, references.facts(kb))
        assert myst.text(f"{said}.") in page.partition("(source-tansy2012)=")[2]
        return said

    brindle = citation_labels(knowledge_base.sources)["brindle2015"]
    assert told() == f"Not read: cited through {knowledge_base.report.name}"
    assert told(**{tansy.id: through}) == f"Not read: cited through {brindle}"
    assert (
        told(through=through.named("through"))
        == f"Not read: cited through {brindle} and {knowledge_base.report.name}"
    )
    assert told(read=read.named("read")) == "Read"
    assert tansy.source_check is None or tansy.source_check.how_read is None
    check = next(r.source_check for r in knowledge_base.published if r.source_check)
    compared = check.model_copy(update={"how_read": "abstract"})
    assert (
        told(**{tansy.id: tansy.model_copy(update={"source_check": compared})})
        == f"Cited through {knowledge_base.report.name} (abstract read to check this)"
    )
