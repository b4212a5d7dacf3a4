"""The search's words, excerpts and ranking, run without a browser."""

from __future__ import annotations

from typing import Any

import pytest

from browser_code.engine import Modules
from knowledge_base.search import BROWSER

pytestmark = pytest.mark.xdist_group("search-scripts")

ENTRIES = [
    ["page", "Training providers", "book/providers.html", "", "Who trains.", "", ""],
    ["course", "Foundation course", "#a", "Leeds", "Twenty days.", "Leeds Centre | LFTRC", ""],
    ["record", "A claim", "#b", "SCORE-15", "Families need feedback in Leeds.", "", ""],
    ["record", "Another claim", "#c", "", "Supervision helps practitioners reflect.", "", ""],
    ["instrument", "SCORE-15", "#d", "", "Fifteen items on family life.", "SCORE-15", ""],
]
DATA = {
    "kinds": {kind: [kind, f"{kind}s"] for kind in ("page", "course", "record", "instrument")},
    "alike": [["worker", "practitioner"]],
    "spellings": {"cfssw": "leeds centre"},
    "asked": {"who trains": [0], "family life": [3, 0]},
    "entries": ENTRIES,
}


@pytest.fixture(scope="module")
def scripts() -> Modules:
    modules = Modules(
        Words=BROWSER / "words.js",
        Excerpts=BROWSER / "excerpts.js",
        Searching=BROWSER / "search.js",
    )
    return modules


@pytest.mark.parametrize(
    ("word", "stem"),
    [("trainings", "train"), ("trained", "train"), ("studies", "study"), ("families", "family")],
)
def test_forms_of_a_word_share_a_stem(scripts: Modules, word: str, stem: str) -> None:
    assert scripts.call("Words.stem", word) == stem


@pytest.mark.parametrize(
    ("word", "spelling"),
    [
        ("program", "programme"),
        ("twenty", "20"),
        ("organization", "organisation"),
        ("constructor", "constructor"),
    ],
)
def test_a_word_has_one_spelling(scripts: Modules, word: str, spelling: str) -> None:
    assert scripts.call("Words.spelt", word) == spelling


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("score15", "SCORE-15"),
        ("SCORE-15", "SCORE-15"),
        ("Leeds", "Foundation course"),
        ("foundatoin", "Foundation course"),
        ("worker", "Another claim"),
        ("who trains", "Training providers"),
        ("CfSSW", "Foundation course"),
        ("family life", "Another claim"),
        ("supervision practitioners", "Another claim"),
    ],
)
def test_what_is_meant_comes_first(scripts: Modules, query: str, first: str) -> None:
    found: list[dict[str, Any]] = scripts.call(
        "(data, query) => new Searching.Search(data).find(query).hits", DATA, query
    )
    assert found[0]["entry"]["title"] == first


@pytest.mark.parametrize("query", ["", "…", "__proto__", "constructor", "hasOwnProperty toString"])
def test_nothing_is_found_for_a_hostile_query(scripts: Modules, query: str) -> None:
    find = "(data, query) => new Searching.Search(data).find(query).hits"
    assert scripts.call(find, DATA, query) == []


def test_words_that_were_looked_for_are_marked(scripts: Modules) -> None:
    pieces = scripts.call(
        "(text) => Excerpts.marked(text, /train\\w*(?<=ed)/g)",
        "Who trained the trainer?",
    )
    assert [piece["text"] for piece in pieces if piece["isMatch"]] == ["trained"]
    assert "".join(piece["text"] for piece in pieces) == "Who trained the trainer?"


def test_an_excerpt_shows_the_words(scripts: Modules) -> None:
    text = f"{'before ' * 100}feedback {'after ' * 100}".strip()
    excerpt = scripts.call("(text) => Excerpts.excerpt(text, /feedback/g)", text)
    assert "feedback" in excerpt
    assert excerpt.startswith("… ")
    assert len(excerpt) < 240


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("suprvision", "supervision"),
        ("supervisoin", "supervision"),
        ("feedback", "feedback"),
        # Too short to tell a slip from another word, such as a place.
        ("wales", "wales"),
        ("kirklees", "kirklees"),
    ],
)
def test_a_slip_is_taken_for_the_word_that_was_meant(
    scripts: Modules, word: str, meant: str
) -> None:
    vocabulary = ["waves", "supervision", "supervise", "feedback", "needless"]
    assert scripts.call("Words.nearest", word, vocabulary) == meant


def test_words_far_apart_in_a_text_are_not_found_together(scripts: Modules) -> None:
    far = ["page", "Far", "#f", "", f"A waiting {'word ' * 90} list.", "", ""]
    near = ["page", "Near", "#n", "", f"A waiting list. {'word ' * 90}", "", ""]
    found: list[dict[str, Any]] = scripts.call(
        "(data) => new Searching.Search(data).find('waiting list').hits",
        DATA | {"entries": [far, near], "asked": {}},
    )
    assert [(hit["entry"]["title"], hit["all"]) for hit in found] == [
        ("Near", True),
        ("Far", False),
    ]
