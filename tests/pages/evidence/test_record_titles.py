"""The title of a record's page, which may say no more than its claim."""

from __future__ import annotations

import pytest

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.evidence.record import record_titles


@pytest.mark.parametrize(
    ("record", "topic"),
    [
        pytest.param("brindle-2015-rehearsal-quality", "quality of rehearsals", id="a finding"),
        pytest.param("fernhollow-2021-aim-of-course", "objective (reading of notes)", id="an aim"),
        pytest.param(
            "fernhollow-2021-parts-together-unknown",
            "absence of evidence (pleasure of the audience)",
            id="a gap",
        ),
        pytest.param("cobb-2018-full-diaries", "full diaries", id="a barrier"),
        pytest.param("fernhollow-2021-stand-ins-for-course", "room in the diary", id="a help"),
    ],
)
def test_it_names_the_topic_and_no_finding_that_the_claim_does_not_make(
    knowledge_base: KnowledgeBase, record: str, topic: str
) -> None:
    assert record_titles(knowledge_base)[record].endswith(f": {topic}")
