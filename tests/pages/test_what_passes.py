"""What `kb check` lets pass, the pages can show: no slip in a file stops the build later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from cases import Edit, replace, write
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from book_pages import faults, shown_pages
from knowledge_base.loading import check, load
from knowledge_base.model.bibtex import KINDS
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.about.references import formatted_reference
from knowledge_base.pages.plan.pilot import pilot_plan
from knowledge_base.views.pilot_inputs import default_inputs, priced_courses
from knowledge_base.views.statistics import statistics

TESTS = Path(__file__).parents[1]
EVIDENCE = TESTS / "corpus" / "evidence"
VOCABULARIES = EVIDENCE / "vocabularies"
SOURCES = {
    path.relative_to(EVIDENCE).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((EVIDENCE / "sources").iterdir())
}


def leaves(value: Any, trail: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where the numbers and words of a file stand."""
    items = enumerate(value) if isinstance(value, list) else value.items()
    for key, item in items:
        if isinstance(item, list | dict):
            yield from leaves(item, (*trail, key))
        elif not isinstance(item, str) or " " not in item:
            yield (*trail, key)


def branches(value: Any, trail: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield where the lists and mappings of a file stand, each with an empty one in its place."""
    if trail:
        yield trail, type(value)()
    for key, item in enumerate(value) if isinstance(value, list) else value.items():
        if isinstance(item, list | dict):
            yield from branches(item, (*trail, key))


def set_leaf(path: str, trail: tuple[Any, ...], new: Any) -> Edit:
    """Set one value of a file, or take it out where ``new`` is None."""

    def edit(evidence: Path) -> None:
        whole = yaml.safe_load((evidence / path).read_text(encoding="utf-8"))
        around = whole
        for step in trail[:-1]:
            around = around[step]
        if new is None:
            del around[trail[-1]]
        else:
            around[trail[-1]] = new
        write(path, yaml.safe_dump(whole, sort_keys=False, allow_unicode=True))(evidence)

    return edit


def without_word(name: str, word: str) -> Edit:
    """Take a word out of a vocabulary."""
    return set_leaf(f"vocabularies/{name}.yml", (word,), None)


NUMBERED = [
    (path.relative_to(EVIDENCE).as_posix(), trail)
    for folder in ("blueprint", "providers")
    for path in sorted((EVIDENCE / folder).iterdir())
    for trail in leaves(yaml.safe_load(path.read_text(encoding="utf-8")))
    if {"measures", "length", "cost", "level"} & set(trail)
]
WORDS = [
    (path.stem, word)
    for path in sorted(VOCABULARIES.iterdir())
    for word in yaml.safe_load(path.read_text(encoding="utf-8"))
]
FULL = [
    (file.relative_to(EVIDENCE).as_posix(), *branch)
    for file in sorted(EVIDENCE.rglob("*.yml"))
    for branch in branches(yaml.safe_load(file.read_text(encoding="utf-8")))
]
EMPTY_FILES = {
    "clinician-posts.yml": "{}",
    "discrepancies.yml": "{}",
    "gaps.yml": "{}",
    "logic-model.yml": "{nodes: {}, arrows: []}",
}
FIELDS = [
    (path, field)
    for path, text in SOURCES.items()
    for field in re.findall(r"^  \w+ = \{.*\},\n", text, re.MULTILINE)
]
ENTRIES = [(path, text.partition(",")[0]) for path, text in SOURCES.items()]

edits = st.one_of(
    st.builds(
        lambda place, new: set_leaf(*place, new),
        st.sampled_from(NUMBERED),
        st.sampled_from([None, 0, 0.1, 0.5, 1, 6.5, 101, 5_000, 10**9, "foundation", "cohort"]),
    ),
    st.builds(lambda place: set_leaf(*place), st.sampled_from(FULL)),
    st.builds(lambda word: without_word(*word), st.sampled_from(WORDS)),
    st.builds(
        lambda field, new: replace(*field, re.sub(r"\{.*\}", lambda _: new, field[1])),
        st.sampled_from(FIELDS),
        st.sampled_from(["{}", "{{}}", "{,}", "{, B}", "{{A} and {}}", "{n.d.}", "{%}", "{a # b}"]),
    ),
    st.builds(lambda field: replace(*field, ""), st.sampled_from(FIELDS)),
    st.builds(
        lambda entry, kind: replace(*entry, re.sub("@[a-z]+", f"@{kind}", entry[1])),
        st.sampled_from(ENTRIES),
        st.sampled_from([*sorted(KINDS), "unpublished"]),
    ),
)


def shown(kb: KnowledgeBase) -> None:
    """Show every page, and compute what readers can ask of them."""
    assert faults(shown_pages(kb)) == []
    assert all(map(formatted_reference, kb.sources.values()))
    assert statistics(kb).claims == len(kb.published)
    for course in (None, *priced_courses(kb)):
        assert pilot_plan(default_inputs(kb, course=course)).cost.low >= 0


@pytest.mark.parametrize("name", EMPTY_FILES)
def test_where_a_file_holds_nothing_every_page_can_be_shown(corpus: Path, as_of: date, name: str):
    write(name, EMPTY_FILES[name])(corpus / "evidence")
    shown(load(corpus, as_of=as_of))


def test_where_there_is_no_feedback_tool_every_page_can_be_shown(corpus: Path, as_of: date):
    for file in (corpus / "evidence" / "instruments").iterdir():
        file.unlink()
    shown(load(corpus, as_of=as_of))


# Each example shows the whole book, so there are fewer of them than elsewhere.
@settings(
    max_examples=settings.default.max_examples * 3 // 5,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(edit=edits)
@example(edit=set_leaf("blueprint/part-rehearsals.yml", ("measures", "group-size", "value"), 0))
@example(edit=without_word("direction", "unclear"))
@example(edit=without_word("outcome", "hall-safety"))
@example(edit=without_word("region", "old-harbour"))
def test_what_passes_the_check_can_be_shown(corpus: Path, as_of: date, edit: Edit):
    evidence = corpus / "evidence"
    sound = {file: file.read_bytes() for file in evidence.rglob("*") if file.is_file()}
    try:
        edit(evidence)
        kb, findings = check(corpus, as_of=as_of)
        assert "crash" not in {finding.rule for finding in findings}
        if kb is not None:
            shown(kb)
    finally:
        for file, content in sound.items():
            if file.read_bytes() != content:
                file.write_bytes(content)
