"""Sentences as data: the formatter of the browser says what that of Python says."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest

from browser_code.bundle import SHARED
from browser_code.engine import Modules
from knowledge_base.book import BOOK
from knowledge_base.model.range import Range
from knowledge_base.wording.sentences import ENDING, Wording, wording

NAMES = [
    file.relative_to(BOOK).as_posix().removesuffix(ENDING)
    for file in sorted(BOOK.rglob(f"*{ENDING}"))
]
FORMS = ("", ":figure", ":pounds", ":price", ":hour/hours", ":figure hour/hours", ":price a/b c")


@pytest.fixture(scope="module")
def scripts() -> Modules:
    return Modules(Sentences=SHARED / "sentences.js")


def both(scripts: Modules, words: Wording, asked: list[tuple[str, dict[str, Any]]]) -> int:
    """Hold the two formatters to each other; return how many sentences both could say."""
    ours = [said(words, key, facts) for key, facts in asked]
    theirs = scripts.call(
        """(wording, asked) => asked.map(([key, facts]) => {
          try { return Sentences.say(wording, key, facts); } catch { return null; }
        })""",
        words.sentences,
        [(key, {name: as_read(fact) for name, fact in facts.items()}) for key, facts in asked],
    )
    assert theirs == ours
    return sum(sentence is not None for sentence in ours)


def said(words: Wording, key: str, facts: dict[str, Any]) -> str | None:
    """What Python says; None where it refuses."""
    try:
        return words.say(key, **facts)
    except (KeyError, TypeError, RecursionError):
        return None


def random_value(chance: random.Random) -> Any:
    number = chance.choice(
        [0, 1, 2, 3, 0.5, 1.004, 9.96, 1_234.5, round(10 ** chance.uniform(0, 6), 3)]
    )
    return chance.choice(
        [
            number,
            Range(*sorted(chance.choice([number, 1, 2.5]) for _ in range(3))),
            "yes",
            chance.random() < 0.5,
            None,
            chance.choice([[], ["a"], ["a", "{b}"], ["a", "b", "c"]]),
        ]
    )


def test_every_form_of_every_value_is_filled_in_alike(scripts: Modules) -> None:
    chance = random.Random(11)
    sentences = {f"form{'abcdefg'[at]}": f"It is {{x{form}}}." for at, form in enumerate(FORMS)}
    variants = ("none", "one", "two", "many", "unknown", "yes", "no", "word")
    sentences |= {
        f"variant{'abcdefgh'[at]}": {"by": "x", "many": "many", **{v: v for v in variants[:at]}}
        for at in range(8)
    }
    words = Wording("x", sentences)
    asked = [(chance.choice(list(sentences)), {"x": random_value(chance)}) for _ in range(800)]
    assert both(scripts, words, asked) > 400


def leaves(part: Any, key: str = "") -> Iterator[str]:
    """The keys of every sentence of a file, variants not taken apart."""
    if isinstance(part, dict) and "by" not in part:
        for name, inner in part.items():
            yield from leaves(inner, f"{key}.{name}" if key else name)
    elif not isinstance(part, list):
        yield key


ENDS = (".low", ".central", ".high")


def facts_for(names: set[str], chance: random.Random) -> dict[str, Any]:
    """Values for the blanks of a file; what has ends is a range, what has other parts a mapping."""
    ranges = {name.rpartition(".")[0] for name in names if name.endswith(ENDS)}
    facts: dict[str, Any] = {}
    for name in sorted(ranges | {name for name in names if not name.endswith(ENDS)}):
        *outer, last = name.split(".")
        place = facts
        for step in outer:
            place = place.setdefault(step, {})
        figures = Range(*sorted(chance.choice([0, 1, 2.5, 1_200]) for _ in range(3)))
        place[last] = figures if name in ranges else chance.choice(FACTS)
    return facts


FACTS = (0, 1, 2, 7.5, 1_200, True, "all", None, ["a"], ["a", "b"])


def as_read(value: Any) -> Any:
    """A fact as a script has it."""
    if isinstance(value, dict):
        return {name: as_read(part) for name, part in value.items()}
    return asdict(value) if isinstance(value, Range) else value


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_of_the_book_is_said_alike(scripts: Modules, name: str) -> None:
    chance = random.Random(name)
    words = wording(name)
    text = (BOOK / f"{name}{ENDING}").read_text(encoding="utf-8")
    named = {*re.findall(r"\{([a-z_.]+)", text), *re.findall(r"by: ([a-z_.]+)", text)}
    facts = named - words.sentences.keys()
    asked = [(key, facts_for(facts, chance)) for key in leaves(words.sentences) for _ in range(40)]
    assert both(scripts, words, asked) > len(list(leaves(words.sentences)))
