"""Sentences as data: blanks, forms and variants, and what is refused when a file is read."""

from __future__ import annotations

import pytest

from knowledge_base.book import BOOK
from knowledge_base.model.range import Range, fixed
from knowledge_base.wording.sentences import ENDING, Wording, WordingError, wording

EXAMPLE = Wording(
    "example",
    {
        "session": "each of {groups:group/groups} meets for {hours:figure hour/hours}",
        "plan": {"long": "{session}, which costs {cost.low:pounds} to {cost.high:price}"},
        "course": {
            "by": "price",
            "none": "free",
            "one": "a pound",
            "many": "{price:price}",
            "unknown": "no price",
        },
        "weeks": {"by": "off", "none": "", "many": ", {off:week/weeks} off"},
        "bought": {"by": "whole", "yes": "groups", "no": "places"},
        "often": {"by": "frequency", "weekly": "every week"},
        "listed": {"by": "names", "none": "nobody", "two": "both: {names}", "many": "{names}"},
    },
)


@pytest.mark.parametrize(
    ("key", "facts", "sentence"),
    [
        ("session", {"groups": 1, "hours": 1}, "each of 1 group meets for 1 hour"),
        ("session", {"groups": 1_200, "hours": 2.25}, "each of 1,200 groups meets for 2.3 hours"),
        ("session", {"groups": 2, "hours": fixed(1)}, "each of 2 groups meets for 1 hour"),
        (
            "session",
            {"groups": 2, "hours": Range(12.4, 13, 14)},
            "each of 2 groups meets for 12.4 to 14 (central 13) hours",
        ),
        (
            "plan.long",
            {"groups": 1, "hours": 2, "cost": Range(1_000.4, 2, 3.5)},
            "each of 1 group meets for 2 hours, which costs £1,000 to £3.50",
        ),
        ("course", {"price": 0}, "free"),
        ("course", {"price": 1}, "a pound"),
        ("course", {"price": 2}, "£2"),
        ("course", {"price": None}, "no price"),
        ("weeks", {"off": 0}, ""),
        ("weeks", {"off": 1}, ", 1 week off"),
        ("bought", {"whole": True}, "groups"),
        ("bought", {"whole": False}, "places"),
        ("often", {"frequency": "weekly"}, "every week"),
        ("listed", {"names": ()}, "nobody"),
        ("listed", {"names": ["a"]}, "a"),
        ("listed", {"names": ["a", "{b}"]}, "both: a; {b}"),
    ],
)
def test_a_sentence_with_its_facts(key: str, facts: dict[str, object], sentence: str) -> None:
    assert EXAMPLE.say(key, **facts) == sentence


@pytest.mark.parametrize(
    ("key", "facts"),
    [("none", {}), ("session.more", {}), ("session", {"groups": 1}), ("often", {"frequency": "x"})],
)
def test_what_is_not_there_is_loud(key: str, facts: dict[str, object]) -> None:
    with pytest.raises(KeyError):
        EXAMPLE.say(key, **facts)


@pytest.mark.parametrize(
    "text",
    ["{ hours}", "a } brace", "{hours:long}", "{hours:figure hours}", "{Hours}", "{a:b/c/d}"],
)
def test_a_sentence_that_can_not_be_read_is_refused(text: str) -> None:
    with pytest.raises(WordingError, match=r"x\.wording\.yml: group\.name"):
        Wording("x", {"group": {"name": text}})


def test_every_file_of_sentences_in_the_book_can_be_read() -> None:
    files = sorted(BOOK.rglob(f"*{ENDING}"))
    assert files
    for file in files:
        assert wording(file.relative_to(BOOK).as_posix().removesuffix(ENDING)).sentences
