"""Demands on the parts of one file, as data: when a file breaks one, where, and in which words.

`kb check` reads them here. The form on the page Add evidence is given the same data, and reads them
in `pages/about/browser/add_evidence/demands.js`; a test holds the two readers to each other.

A path leads to a value of the file, such as `cited_through.location`; `id` is the file's id. Behind
a colon stands a property of the thing that the value names, such as `kind:outcomes`. A demand at
`results.*.value` is made of each item of the list in turn, and `*` is that item in all its paths.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple

from knowledge_base.model.base import UNREAD
from knowledge_base.model.places import Trail
from knowledge_base.model.shape import shape
from knowledge_base.model.study import Study
from knowledge_base.model.vocabulary import Vocabulary
from knowledge_base.reading.evidence import Evidence, EvidenceFile
from knowledge_base.reading.file_kinds import REPORT, FileKind
from knowledge_base.reading.findings import Finding

Operator = Literal[
    "is",
    "is not",
    "is one of",
    "is none of",
    "same as",
    "given",
    "absent",
    "lacks",
    "holds",
    "does not hold",
    "less than",
    "at most",
    "longer than",
    "not like",
    "does not begin",
    "says",
    "does not say",
]


class Condition(NamedTuple):
    """Something that may hold of a value."""

    path: str
    operator: Operator
    operand: Any = None
    """What it is compared with: a value, a path (`same as`, `holds`, `says`), a pattern."""


class Demand(NamedTuple):
    """What must not be so: a finding where all conditions hold."""

    when: tuple[Condition, ...]
    at: str
    """The path of the value, or of the key, at which it is reported."""
    message: str
    """With paths in braces for values; `{match}` is what the last condition came upon."""
    hint: str
    of_key: bool = False
    """Whether the key is wrong, and not its value."""


Facts = Mapping[str, Mapping[str, Any]]
"""What is known of the things of one kind, by id."""


def facts_of_terms(terms: Vocabulary) -> Facts:
    """Return what demands may ask of the words of a vocabulary."""
    return {term_id: term.model_dump(exclude_defaults=True) for term_id, term in terms.items()}


def facts_of_study(study: Study, path: str) -> Mapping[str, Any]:
    """Return what demands may ask of a study."""
    review: Any = study.review
    is_review = review if review is UNREAD else review is not None
    return {"sources": study.sources, "path": path, "is_review": is_review}


def unmet(
    evidence: Evidence, rule: str, kind: FileKind, demands: tuple[Demand, ...]
) -> Iterator[Finding]:
    """Yield a finding for each demand that a file of the kind breaks.

    What could not be read breaks no demand.
    """
    facts = _FactsOfEvidence(evidence)
    for entry in evidence.to_check(kind):
        for demand in demands:
            for position in _positions(entry, demand):
                match: Any = None
                for condition in demand.when:
                    match = _holds(entry, condition, facts, position)
                    if not match:
                        break
                if match:
                    yield _finding(rule, entry, demand, match, facts, position)


def _positions(entry: EvidenceFile[Any], demand: Demand) -> Iterable[int]:
    """Return the positions of the items that a demand is made of; one if it is of no list."""
    items, star, _ = demand.at.partition(".*")
    if not star:
        return (0,)
    values = getattr(entry.value, items)
    return range(len(values)) if isinstance(values, tuple) else ()


class _FactsOfStudies(Mapping[str, Mapping[str, Any]]):
    """The facts of each study, which is read when they are asked for."""

    def __init__(self, studies: Mapping[str, EvidenceFile[Study]]) -> None:
        self.studies = studies

    def __getitem__(self, study_id: str) -> Mapping[str, Any]:
        entry = self.studies[study_id]
        return facts_of_study(entry.value, entry.path)

    def __iter__(self) -> Iterator[str]:
        return iter(self.studies)

    def __len__(self) -> int:
        return len(self.studies)


class _FactsOfEvidence(dict[str, Facts]):
    """The facts of each kind of thing, once they are asked for."""

    def __init__(self, evidence: Evidence) -> None:
        super().__init__()
        self.evidence = evidence

    def __missing__(self, kind: str) -> Facts:
        if kind == "source":
            reports = {entry.value.source for entry in self.evidence.in_parts(REPORT)}
            # A report that can't be read, or of which the source can't, may be any record's. In a
            # base without one, no source is the report.
            is_absent = not self.evidence.files.get(REPORT.name)
            is_readable = is_absent or (reports and UNREAD not in reports)
            facts: Facts = {
                key: {"is_report": key in reports if is_readable else UNREAD}
                for key in self.evidence.sources.keys() | reports - {UNREAD}
            }
        elif kind == "study":
            facts = _FactsOfStudies(self.evidence.studies)
        else:
            facts = facts_of_terms(self.evidence.vocabulary(kind))
        self[kind] = facts
        return facts


def _finding(
    rule: str,
    entry: EvidenceFile[Any],
    demand: Demand,
    match: Any,
    facts: Mapping[str, Facts],
    position: int,
) -> Finding:
    def blank(place: re.Match[str]) -> str:
        value = match if place[1] == "match" else _value(entry, place[1], facts, position)
        if isinstance(value, float):
            return f"{value:g}"
        return ", ".join(value).replace("*", "…") if isinstance(value, tuple) else str(value)

    document = entry.document
    trail: Trail = tuple(position if step == "*" else step for step in demand.at.split("."))
    return Finding(
        document.at_key(trail) if demand.of_key else document.at(trail),
        rule,
        BLANK.sub(blank, demand.message),
        BLANK.sub(blank, demand.hint),
    )


BLANK = re.compile(r"\{([a-z_.:*]+)\}")


def _value(entry: EvidenceFile[Any], path: str, facts: Mapping[str, Facts], position: int) -> Any:
    """Return what a path leads to: None for nothing, `UNREAD` for what could not be read."""
    steps, kind, property_ = _taken_apart(path, entry.value.__class__)
    value: Any = entry.id if steps == ("id",) else entry.value
    for step in steps if steps != ("id",) else ():
        if value is None or value is UNREAD:
            return value
        value = value[position] if step == "*" else getattr(value, step)
    if property_ and isinstance(value, str):
        return facts[kind].get(value, {}).get(property_)
    return value


@cache
def _taken_apart(path: str, model: Hashable) -> tuple[tuple[str, ...], str, str]:
    """Return the steps of a path, what the value at its end names, and the property of that."""
    place, _, property_ = path.partition(":")
    steps = tuple(place.split("."))
    form = shape(model).at(steps) if property_ else None
    return steps, form.ref or "" if form else "", property_


def _holds(
    entry: EvidenceFile[Any], condition: Condition, facts: Mapping[str, Facts], position: int
) -> Any:
    """Return whether a condition holds: what it came upon, or True, or something false."""
    value = _value(entry, condition.path, facts, position)
    if value is UNREAD:
        return False
    operand = condition.operand
    if condition.operator in _WITH_PATH:
        operand = _value(entry, operand, facts, position)
        if operand in (None, "", ()) or operand is UNREAD:
            return False
    return _OPERATORS[condition.operator](value, operand)


_WITH_PATH = ("same as", "less than", "holds", "does not hold", "says", "does not say")
"""What compares a value with another of the file."""


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    alternatives = (re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


_OPERATORS: Mapping[Operator, Callable[[Any, Any], Any]] = {
    "is": lambda value, operand: value == operand,
    "is not": lambda value, operand: value != operand,
    "is one of": lambda value, words: value in words,
    "is none of": lambda value, words: value not in words,
    "same as": lambda value, other: value == other,
    "given": lambda value, _: value not in (None, "", ()),
    "absent": lambda value, _: value in (None, "", ()),
    "lacks": lambda value, names: value and tuple(n for n in names if getattr(value, n) is None),
    "holds": lambda values, item: values is not None and item in values,
    "does not hold": lambda values, item: values is not None and item not in values,
    "less than": lambda value, other: value is not None and value < other,
    "at most": lambda value, most: value is not None and value <= most,
    "longer than": lambda text, most: len(text) > most and len(text),
    "not like": lambda text, pattern: not re.fullmatch(pattern, text),
    "does not begin": lambda text, signs: (
        not (text[0].isupper() or text[0].isdigit() or text[0] in signs)
    ),
    "says": lambda text, words: (match := _pattern(words).search(text)) and match.group(),
    "does not say": lambda text, words: not _pattern(words).search(text),
}
