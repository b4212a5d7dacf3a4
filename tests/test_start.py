"""The answers of the first pages: computed, and no stronger than what they rest on."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge_base.load import KnowledgeBase
from knowledge_base.surfaces import model_picture, start
from knowledge_base.views.catalogue import CourseRow, catalogue, cheapest, place_prices
from knowledge_base.views.gap_map import gap_map
from knowledge_base.views.glossary import explained


def row(kb: KnowledgeBase, course: str) -> CourseRow:
    return next(row for row in catalogue(kb) if row.id == f"willowbank-centre/{course}")


def test_vat_counts_in_what_is_cheapest(knowledge_base: KnowledgeBase) -> None:
    # A place at £1,200 plus VAT, which is £1,440; and one whose price says nothing of VAT.
    with_vat = row(knowledge_base, "foundation")
    without = replace(row(knowledge_base, "foundation-for-teams"), price_per_place=1_300.0)
    assert cheapest([with_vat, without]) == without
    assert cheapest([row(knowledge_base, "introduction")]) is None


def test_only_prices_of_a_place_are_given_as_prices_of_a_place(
    knowledge_base: KnowledgeBase,
) -> None:
    # £9,000 for a group, which is less a person, is none of them.
    assert place_prices(knowledge_base) == (1_200.0, 1_200.0)


def test_a_price_from_which_prices_start_says_so(knowledge_base: KnowledgeBase) -> None:
    told = start.trains(knowledge_base)
    assert "from £450 a person in a full group of 20" in told


def test_the_strip_has_a_square_for_each_outcome_of_each_component(
    knowledge_base: KnowledgeBase,
) -> None:
    table = gap_map(knowledge_base)
    drawn = model_picture.known_strip(knowledge_base)
    rows = re.findall(
        r'kb-strip-cells" aria-hidden="true">(.*?)</span><span class="kb-strip-w', drawn
    )
    assert len(rows) == len(table.components)
    direct = [cell for cell in table.cells.values() if cell.emptiness is None]
    squares = "".join(rows)
    assert squares.count("kb-direct") == len(direct)
    assert squares.count("<span") == len(table.cells)


def test_words_explained_have_each_spelling_once_and_a_definition(
    knowledge_base: KnowledgeBase,
) -> None:
    words = explained(knowledge_base)
    spellings = [spelling for word in words for spelling in word.spellings]
    assert len(spellings) == len(set(spellings))
    assert len({word.anchor for word in words}) == len(words)
    [aft] = [word for word in words if word.label == "AFT"]
    assert aft.explanation.startswith("Association for Family Therapy and Systemic Practice. ")
