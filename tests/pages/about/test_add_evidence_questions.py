"""The questions of the page Add evidence follow the types of the model, not the names of fields."""

from __future__ import annotations

from knowledge_base.model.context import ContextEvent
from knowledge_base.model.fields import FIELD
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.reading_note import SourceCheck
from knowledge_base.model.shape import shape
from knowledge_base.pages.about.add_evidence import Questions


def test_a_field_offers_what_its_own_type_may_hold(knowledge_base: KnowledgeBase) -> None:
    (question,) = Questions(knowledge_base).of_model(shape(ContextEvent), "event", only=("kind",))
    kinds = knowledge_base.vocabularies["context-kind"]
    assert [option[0] for option in question.options] == list(kinds)


def test_copies_that_were_read_have_the_words_of_the_register(
    knowledge_base: KnowledgeBase,
) -> None:
    questions = Questions(knowledge_base).of_model(shape(SourceCheck), "record", "source_check.")
    (question,) = (one for one in questions if one.name == "source_check.reading.kind")
    assert {key: text for key, text, _ in question.options} == FIELD["copy_read"].choices
