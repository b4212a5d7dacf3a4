"""The pages of the section About: what they show of any evidence."""

from __future__ import annotations

from dataclasses import replace

from knowledge_base.checks import RULES
from knowledge_base.markup import myst
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.vocabulary import VOCABULARIES
from knowledge_base.pages.about import data, discrepancies, glossary, references
from knowledge_base.views.glossary import HEADINGS
from shown import filled


def test_notes_come_with_the_weightiest_bearing_first(knowledge_base: KnowledgeBase) -> None:
    shown = discrepancies.facts(knowledge_base)
    assert [(b.id, [n.discrepancy.id for n in b.notes]) for b in shown.bearings] == [
        ("planning", ["number-of-choirs"]),
        ("tracing", ["missing-figure"]),
    ]
    # The record that the first concerns names its source already; the other source is named.
    assert shown.bearings[0].notes[0].sources == ("fernhollow2021",)
    page = filled("about/discrepancies.jinja", knowledge_base, shown)
    assert "Before you quote" not in page
    assert "2 notes, the most important for readers first" in page
    assert "{#note-number-of-choirs .kb-kind}" in page


def test_a_note_with_a_headline_stands_before_all_others(knowledge_base: KnowledgeBase) -> None:
    note = knowledge_base.discrepancies["missing-figure"]
    changed = note.model_copy(update={"headline": "Figure 2 is missing"}).named("missing-figure")
    kb = replace(knowledge_base, discrepancies=knowledge_base.discrepancies | {changed.id: changed})
    page = filled("about/discrepancies.jinja", kb, discrepancies.facts(kb))
    assert "- [Figure 2 is missing](<#note-missing-figure>)" in page


def test_a_reference_says_what_rests_on_it_and_how_it_was_read(
    knowledge_base: KnowledgeBase,
) -> None:
    shown = {r.source.key: r for r in references.facts(knowledge_base).references}
    assert set(shown) == set(knowledge_base.sources)
    assert shown["brindle2017"].read == "Read"
    assert shown["tansy2012"].read == f"Not read: cited through {knowledge_base.report.name}"
    assert shown["fernhollow2021"].listed is None


def test_each_word_of_a_vocabulary_has_a_place_of_its_own(knowledge_base: KnowledgeBase) -> None:
    page = filled("about/glossary.jinja", knowledge_base, glossary.facts(knowledge_base))
    assert HEADINGS.keys() <= VOCABULARIES.keys()
    for vocabulary, heading in HEADINGS.items():
        assert f"(vocabulary-{vocabulary})=\n## {heading}\n" in page
    assert "{#term-setting-not-reported}" in page


def test_each_rule_is_listed_and_the_guide_is_linked_where_the_project_is_known(
    knowledge_base: KnowledgeBase,
) -> None:
    given = {"repository": "some_body/a-project", "rules": RULES.values()}
    page = filled("about/contribute.jinja", knowledge_base, given)
    assert r"](<https://github.com/some\_body/a-project/blob/main/CONTRIBUTING.md>)" in page
    assert [rule for rule in RULES if f"* - {myst.literal(rule)}\n" not in page] == []
    unknown = filled("about/contribute.jinja", knowledge_base, given | {"repository": None})
    assert "Ask the person who gave it to you" in unknown


def test_formats_of_the_same_data_share_a_row(knowledge_base: KnowledgeBase) -> None:
    page = filled("about/data.jinja", knowledge_base, data.facts(knowledge_base))
    assert (
        "{site}`sources.bib <data/sources.bib>`, "
        "{site}`sources.csl.json <data/sources.csl.json>`, "
        "{site}`sources.ris <data/sources.ris>` |"
    ) in page
