"""The page of the library says of each function what its docstring says."""

from __future__ import annotations

import inspect

import knowledge_base
from knowledge_base import library
from knowledge_base.model.knowledge_base import KnowledgeBase as Base
from knowledge_base.pages.about.library import facts


def test_every_function_is_there_with_its_docstring(knowledge_base: Base):
    functions = {function.name: function for function in facts(knowledge_base).functions}
    for name, function in functions.items():
        text = " ".join((inspect.getdoc(getattr(library, name)) or "").split())
        assert " ".join(function.paragraphs) == text
    assert functions["load"].signature == "load(path: str | Path = '.') -> KnowledgeBase"


def test_no_function_of_the_library_is_missing():
    assert set(knowledge_base.__all__) == {"frame", "frame_names", "graph", "load"}


def test_each_frame_is_listed_with_its_rows(knowledge_base: Base):
    listed = {name: rows for name, _, rows in facts(knowledge_base).frames}
    assert listed["records"] == len(knowledge_base.records)
