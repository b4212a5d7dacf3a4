"""The search's index: what can be found, what is said of it, and that no text in it does harm."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from knowledge_base.loading import load
from knowledge_base.markup import addresses
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.about import glossary
from knowledge_base.search import FIELDS, index_script, search_files
from knowledge_base.search.entries import KINDS, Entry, PageSection, search_entries
from knowledge_base.search.words import ALIKE
from knowledge_base.views.glossary import explained
from knowledge_base.wording.typography import typographic
from shown import filled

HOSTILE = "</script><script>alert(1)</script> <img src=x onerror=alert(1)> \u2028 \" ' \\ שלום"
HOME = PageSection("book/start", "Start", "The model", "", "The model", "What it is.")
PART = replace(HOME, anchor="its-parts", title="Its parts", text="Training and supervision.")


def read(script: str) -> dict[str, Any]:
    """The data that a script hands over."""
    return json.loads(script.removeprefix("window.KB_SEARCH = ").removesuffix(";\n"))


def of_kind(entries: tuple[Entry, ...], kind: str) -> dict[str, Entry]:
    """The entries of a kind by their address."""
    return {entry.address: entry for entry in entries if entry.kind == kind}


@pytest.fixture(scope="module")
def entries(knowledge_base: KnowledgeBase) -> tuple[Entry, ...]:
    return search_entries(knowledge_base, [HOME, PART])


def test_published_records_are_found_and_no_others(
    knowledge_base: KnowledgeBase, entries: tuple[Entry, ...]
) -> None:
    found = of_kind(entries, "record")
    published = {f"book/evidence/records/{r.id}.html": r.claim for r in knowledge_base.published}
    assert found.keys() == published.keys()
    assert all(claim in found[address].text for address, claim in published.items())
    others = [r for r in knowledge_base.records.values() if r.status != "published"]
    assert others
    for record in others:
        assert not [entry for entry in entries if record.claim in entry.text]


def test_each_record_says_how_it_was_read(
    knowledge_base: KnowledgeBase, entries: tuple[Entry, ...]
) -> None:
    found = of_kind(entries, "record")
    for record in knowledge_base.published:
        about = found[f"book/evidence/records/{record.id}.html"].about
        through = record.how_read == "cited-through"
        words = "Cited through" if through else knowledge_base.label("how-read", record.how_read)
        assert about.split(" · ")[-1].startswith(words)


def test_every_kind_of_thing_is_found(
    knowledge_base: KnowledgeBase, entries: tuple[Entry, ...]
) -> None:
    kb = knowledge_base
    courses = sum(len(provider.courses) for provider in kb.providers.values())
    wanted = {
        "page": 2,
        "record": len(kb.published),
        "course": courses,
        "post": len(kb.clinician_posts),
        "instrument": len(kb.instruments),
        "gap": len(kb.gaps),
        "study": len(kb.studies),
        "source": len(kb.sources),
    }
    assert {kind: len(of_kind(entries, kind)) for kind in wanted} == wanted
    terms = of_kind(entries, "term").values()
    assert {term.label for term in kb.components.values()} <= {entry.title for entry in terms}
    assert set(KINDS) == {entry.kind for entry in entries}


def test_a_source_is_found_once_by_its_page_or_else_in_the_list_of_references(
    knowledge_base: KnowledgeBase, entries: tuple[Entry, ...]
) -> None:
    kb = knowledge_base
    wanted = {addresses.source(key, has_page=key in kb.documents) for key in kb.sources}
    found = of_kind(entries, "source")
    assert found.keys() == wanted
    assert any("#" in address for address in found), "one that no record rests on"
    assert any("#" not in address for address in found)


def test_each_word_that_the_glossary_explains_is_found_once(
    knowledge_base: KnowledgeBase, entries: tuple[Entry, ...]
) -> None:
    found = of_kind(entries, "term")
    page = filled("about/glossary.jinja", knowledge_base, glossary.facts(knowledge_base))
    own = knowledge_base.vocabularies["glossary-term"]
    for word in explained(knowledge_base):
        assert f"{{#term-{word.id}}}" in page
        if word.id in own:
            entry = found[f"book/about/glossary.html#term-{word.id}"]
            assert (entry.title, entry.text) == (word.label, word.explanation)
    # The others are feedback tools, or words of a vocabulary, and found as such.
    assert [address for address in found if "#term-village-choirs" in address] == []
    assert {"Village choirs", "GIT"} <= {entry.title for entry in found.values()}
    assert len({(entry.title, entry.text) for entry in found.values()}) == len(found)


def test_a_part_of_a_page_leads_to_its_heading(entries: tuple[Entry, ...]) -> None:
    page, part = of_kind(entries, "page").values()
    assert (page.address, page.about) == ("book/start.html", "Start")
    assert (part.address, part.about) == ("book/start.html#its-parts", "Start › The model")


def test_a_course_is_found_by_its_provider_and_region(
    knowledge_base: KnowledgeBase, entries: tuple[Entry, ...]
) -> None:
    provider = knowledge_base.providers["willowbank-school"]
    for entry in of_kind(entries, "course").values():
        assert provider.name in entry.names
        assert knowledge_base.label("region", provider.region) in entry.names


def test_not_reported_is_no_word_to_be_found(entries: tuple[Entry, ...]) -> None:
    held = [(e.title, e.about, e.text, *e.names, e.also) for e in entries if e.kind != "term"]
    assert "not_reported" not in str(held)
    assert "Not reported" not in str([about for _, about, *_ in held])


def test_the_index_hands_over_what_the_entries_say(entries: tuple[Entry, ...]) -> None:
    data = read(index_script(entries))
    found = [dict(zip(FIELDS, values, strict=True)) for values in data["entries"]]
    assert [entry["text"] for entry in found] == [typographic(entry.text) for entry in entries]
    assert [entry["address"] for entry in found] == [entry.address for entry in entries]


def test_no_text_ends_the_script(entries: tuple[Entry, ...]) -> None:
    first = entries[0]
    hostile = replace(
        first, title=HOSTILE, about=HOSTILE, text=HOSTILE, names=(HOSTILE,), also=HOSTILE
    )
    script = index_script([hostile])
    assert "<" not in script
    assert read(script)["entries"][0][1] == typographic(HOSTILE)


def test_text_that_looks_like_the_end_of_an_entry_stays_text(entries: tuple[Entry, ...]) -> None:
    odd = replace(entries[0], also='a"],["b')
    assert read(index_script([odd]))["entries"][0][FIELDS.index("also")] == 'a"],["b'


def test_the_same_evidence_gives_the_same_bytes(
    knowledge_base: KnowledgeBase, clean_corpus: Path
) -> None:
    again = load(clean_corpus)
    assert search_files(again, [HOME]) == search_files(knowledge_base, [HOME])


def test_words_that_are_alike_are_single_and_in_lower_case() -> None:
    every = [word for group in ALIKE for word in group]
    assert [word for word in every if not word.isalpha() or word != word.lower()] == []
    assert len(every) == len(set(every)), "a word of two groups would be like two things"
