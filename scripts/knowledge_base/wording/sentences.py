"""Sentences as data: what a page and its script both say is written once, where editors find it.

A file `x.wording.yml` stands in `book/` beside the page that says it. It holds sentences by name,
in groups. A sentence is a text with named blanks, or several variants of one:

    session: each of {groups:group/groups} meets for {hours:figure hour/hours}
    course:
      by: price
      none: The course is free.
      many: The course costs {price:pounds}.
      unknown: The price is not reported.

`{groups}` is a fact that the code gives, or another sentence at the top of the file. What follows
a colon is how a number is shown: `figure` (no finer than is sensible), `whole`, `pounds` or
`price`, and the noun that it counts, for one and for several. A range is shown with its middle, a
list with semicolons.

`by` names the fact that chooses the variant. A number chooses `none`, `one`, `two` or `many`, and
so does a list by its length; `many` stands in for the first three. What isn't known chooses
`unknown`, a fact that holds or not `yes` or `no`, and a word the variant of its name.

`browser_code/shared/sentences.js` is this module's twin; a test holds the two to each other.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any

import yaml

from knowledge_base.book import BOOK
from knowledge_base.model.range import Range
from knowledge_base.wording.numbers import figure, pounds, price, short, span, whole

ENDING = ".wording.yml"

Facts = Mapping[str, object]

FORMS: dict[str, Callable[[float], str]] = {
    "figure": figure,
    "whole": whole,
    "pounds": pounds,
    "price": price,
}
"""How a number is shown, if not as it is."""

_BLANK = re.compile(r"\{(?P<name>[a-z_]+(?:\.[a-z_]+)*)(?::(?P<form>[^{}]+))?\}")
_FORM = re.compile(
    rf"(?:(?P<shape>{'|'.join(FORMS)})(?:\s|$))?(?:(?P<one>[^/]+)/(?P<many>[^/]+))?$"
)
_BY_NUMBER = {0: "none", 1: "one", 2: "two"}
_MANY = "many"


class WordingError(ValueError):
    """A file of sentences that can't be read; says which sentence and why."""


class Wording:
    """The sentences of one file, which is read when the first of them is asked for.

    So the code of pages that a book leaves out does not need their wording.
    """

    def __init__(self, name: str, sentences: Mapping[str, Any] | None = None) -> None:
        self.name = name
        if sentences is not None:
            self.sentences = _checked(name, sentences)

    @cached_property
    def sentences(self) -> Mapping[str, Any]:
        """As the file has them; pages hand it to their scripts."""
        text = (BOOK / f"{self.name}{ENDING}").read_text(encoding="utf-8")
        # Everything in such a file is text: `no` is a word, and `1` is no number.
        return _checked(self.name, yaml.load(text, Loader=yaml.BaseLoader))

    def say(self, key: str, /, **facts: object) -> str:
        """Return a sentence with the facts in its blanks; ``key`` leads to it: `group.name`.

        Raises KeyError for a sentence, a variant or a fact that isn't there, and TypeError for a
        fact that can't be shown.
        """
        return self._filled(self.at(key), facts)

    def at(self, key: str) -> Any:
        """Return the sentence, or the group or list of them, that ``key`` leads to."""
        part: Any = self.sentences
        for name in key.split("."):
            try:
                part = part[name]
            except (KeyError, TypeError):
                raise KeyError(f"{self.name}{ENDING} has no '{key}'") from None
        return part

    def _filled(self, sentence: Any, facts: Facts) -> str:
        if isinstance(sentence, Mapping):
            return self._filled(_variant(sentence, _fact(facts, sentence["by"])), facts)
        return _BLANK.sub(lambda blank: self._blank(blank["name"], blank["form"], facts), sentence)

    def _blank(self, name: str, form: str | None, facts: Facts) -> str:
        if name.partition(".")[0] in facts:
            return _display(_fact(facts, name), form)
        return self._filled(self.at(name), facts)


@lru_cache(maxsize=32)
def wording(name: str) -> Wording:
    """Return the sentences of a page or a part of it, named as the page is: `plan/pilot`.

    To ask for one raises FileNotFoundError if it has none, and WordingError if they can't be read.
    """
    return Wording(name)


def _checked(name: str, sentences: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the sentences. Raises WordingError if one can't be read."""
    for key, text in _texts(sentences):
        if wrong := _wrong(text):
            raise WordingError(f"{name}{ENDING}: {key}: {wrong}")
    return sentences


def _texts(part: object, key: str = "") -> Iterator[tuple[str, str]]:
    items: Any = ()
    if isinstance(part, Mapping):
        items = part.items()
    elif isinstance(part, list):
        items = enumerate(part)
    else:
        yield key, str(part)
    for name, inner in items:
        yield from _texts(inner, f"{key}.{name}" if key else str(name))


def _wrong(text: str) -> str | None:
    """Return what is wrong with the blanks of a text."""
    if re.search("[{}]", _BLANK.sub("", text)):
        return "a brace that is part of no blank"
    for blank in _BLANK.finditer(text):
        if blank["form"] and not _FORM.match(blank["form"]):
            return f"'{blank['form']}' is neither a way to show a number nor a noun: one/several"
    return None


def _fact(facts: Facts, name: str) -> object:
    first, *rest = name.split(".")
    value = facts[first]
    for part in rest:
        value = value[part] if isinstance(value, Mapping) else getattr(value, part)
    return value


def _variant(variants: Mapping[str, Any], value: object) -> Any:
    if value is None:
        return variants["unknown"]
    if isinstance(value, bool):
        return variants["yes" if value else "no"]
    if isinstance(value, str):
        return variants[value]
    number: Any = len(value) if isinstance(value, list | tuple) else value
    variant = _BY_NUMBER.get(number, _MANY)
    return variants[variant if variant in variants else _MANY]


def _display(value: object, form: str | None) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple):
        return "; ".join(value)
    parts = _FORM.match(form or "")
    form_name, one, many = parts.groups() if parts else (None, None, None)
    number = FORMS.get(form_name or "", short)
    if isinstance(value, Range):
        text = span(value, number)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        text = number(value)
    else:
        raise TypeError(f"a blank shows a text, a number, a range or a list, not {value!r}")
    if one is None:
        return text
    return f"{text} {one if text == '1' else many}"
