"""The evidence profile: a cell of the gap map told in plain sentences made by rule.

One sentence for each kind of evidence present, in the vocabulary's order, with how many of its
findings point which way; then whether the findings differ, whether any comes from Early Help,
whether an effect was measured, and whether the studies were read. The verbs carry the strength of
the kind and of nothing else; the wording follows GRADE's advice to use sentences rather than scores
(https://doi.org/10.1016/j.jclinepi.2019.10.014).

`OPENINGS`, `WAYS` and `RULES` are the whole of the wording. The evidence map in the browser is
handed them as data and reads them in the same way, for the records that a reader has chosen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.decisions import is_met
from knowledge_base.views.gap_map import (
    EMPTINESS,
    LACKING,
    NO_SEARCH_REPORTED,
    NONE_FOUND,
    NONE_IN_VIEW,
    ONLY_APART,
    Cell,
)
from knowledge_base.views.selection import COMPARISON, UNCLEAR, Tally, basis, is_finding, tally
from knowledge_base.wording.nouns import counted, listed

OPENINGS = {
    "comparison": "In {what} this was measured against a comparison",
    "association": "In {what} it was measured whether the two go together, which shows no cause",
    "observation": "In {what} something was observed or counted; no comparison is reported",
    "perception": "In {what} people gave their views",
    "stated": "In {what} a conclusion is drawn, without the report saying what was measured",
    "expectation": "In {what} something is expected or advised, which is not a finding",
}
"""How each kind of evidence is told; `{what}` is the studies or claims it rests on.

What was found is not part of it: that is told by `WAYS`, for a finding may point either way.
"""

WAYS = {
    "favourable": (
        "points to a change for the better",
        "point to a change for the better",
    ),
    "unfavourable": (
        "points to a change for the worse",
        "point to a change for the worse",
    ),
    "mixed": ("points both ways", "point both ways"),
    "no-clear-difference": ("shows no clear difference", "show no clear difference"),
    "unclear": (
        "leaves unclear which way it points",
        "leave unclear which way they point",
    ),
    "not_applicable": ("points no way", "point no way"),
}
"""What is said of one finding of each direction, and of several."""

PLACELESS = ("not_reported", "not_applicable")
"""Settings that name no place, and so are not told."""


@dataclass(frozen=True)
class Rule:
    """A sentence and the facts that call for it."""

    slot: str
    """Its place; of the rules of one place, the first whose facts hold speaks."""
    when: Mapping[str, tuple[str, ...]]
    """Facts, each with the values that call for the sentence."""
    say: str


FACTS = {
    "claims": ("none", "some"),
    "why": (NO_SEARCH_REPORTED, LACKING, NONE_FOUND, ONLY_APART, NONE_IN_VIEW, "filled"),
    "findings": ("none", "left-out", "one", "several"),
    "ways": ("none", "alike", "differ"),
    "direct": ("none", "no", "left-out", "yes"),
    "compared": ("no", "left-out", "yes"),
    "read": ("no-study", "none", "part", "some", "all"),
}
"""What the rules look at, and all values that each fact can take.

`claims`: whether there are any. `why`: if not, why. `findings`: how many claims are findings;
`left-out` where there are some, but none among the chosen records (so everywhere below).
`ways`: whether the findings point the same way; one of which it is unclear contradicts none.
`direct`: whether a finding comes from Early Help. `compared`:
whether an effect was measured against a comparison. `read`: how many of the studies and reviews
were read as a whole; `part` where of some an abstract or an opening was read, and no more of any.
"""

_SOME = ("one", "several")

NOT_COMPARED = "No effect is reported that was measured against a comparison."
"""Where it holds for all that a page shows, the page says it once."""

RULES = (
    *(
        Rule("empty", {"claims": ("none",), "why": (why,)}, EMPTINESS[why][1])
        for why in (ONLY_APART, NONE_FOUND, LACKING)
    ),
    Rule(
        "empty",
        {"claims": ("none",), "why": (NO_SEARCH_REPORTED,)},
        "The report reports no search for this.",
    ),
    Rule(
        "empty",
        {"claims": ("none",), "why": (NONE_IN_VIEW,)},
        "There are claims on this, but none among those chosen.",
    ),
    Rule(
        "ways",
        {"findings": ("several",), "ways": ("differ",)},
        "The findings do not all point the same way.",
    ),
    Rule(
        "directness",
        {"claims": ("some",), "findings": ("none",)},
        "Nobody is reported to have measured or asked.",
    ),
    Rule(
        "directness",
        {"claims": ("some",), "findings": ("left-out",)},
        "There are findings on this, but none among the claims chosen.",
    ),
    Rule(
        "directness",
        {"direct": ("no",)},
        "No finding is reported to come from Early Help itself.",
    ),
    Rule(
        "directness",
        {"findings": _SOME, "direct": ("left-out",)},
        "There are findings from Early Help, but none among the claims chosen.",
    ),
    Rule(
        "comparison",
        {"findings": _SOME, "compared": ("no",)},
        NOT_COMPARED,
    ),
    Rule(
        "comparison",
        {"findings": _SOME, "compared": ("left-out",)},
        "An effect was measured against a comparison, but not in the claims chosen.",
    ),
    Rule(
        "reading",
        {"claims": ("some",), "read": ("none",)},
        "No study here was read for this site: all are cited through another document.",
    ),
    Rule(
        "reading",
        {"claims": ("some",), "read": ("part",)},
        "No study here was read as a whole for this site: of some an abstract or an opening was "
        "read, and the others are cited through another document.",
    ),
    Rule(
        "reading",
        {"claims": ("some",), "read": ("some",)},
        "Some of the studies were not read as a whole for this site: an abstract or an opening "
        "was, or they are cited through another document.",
    ),
)
"""The sentences after those on the kinds of evidence, in their order."""


def profile(kb: KnowledgeBase, cell: Cell) -> tuple[str, ...]:
    """Return what is known for a cell as sentences, the most direct kind of evidence first."""
    sentences = []
    for kind in cell.tally.bases:
        if kind in OPENINGS:
            part = tally(kb, (r for r in cell.tally.records if basis(kb, r) == kind))
            opening = OPENINGS[kind].format(what=_what(part) + _where(kb, part))
            directions = Counter(r.direction for r in part.records if is_finding(kb, r))
            sentences.append(f"{opening}{pointed(directions)}.")
    return (*sentences, *told(facts(kb, cell)))


def pointed(directions: Mapping[str, int]) -> str:
    """Return how many findings of a kind of evidence point which way, in the order of `WAYS`."""
    findings = sum(directions.values())
    if not findings:
        return ""
    parts = [
        (directions[way], WAYS[way][directions[way] > 1]) for way in WAYS if directions.get(way)
    ]
    if len(parts) > 1:
        counts = "; ".join(f"{number} {says}" for number, says in parts)
        return f". Of these {findings} findings {counts}"
    who = ("the finding", "both findings", f"all {findings} findings")[min(findings, 3) - 1]
    return f": {who} {parts[0][1]}"


def told(known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the sentences that the rules call for, given the facts."""
    said: dict[str, str] = {}
    for rule in RULES:
        if rule.slot not in said and is_met(rule.when, known):
            said[rule.slot] = rule.say
    return tuple(sentence for sentence in said.values() if sentence)


def facts(kb: KnowledgeBase, cell: Cell) -> dict[str, str]:
    """Return the facts of a cell that the rules look at; see `FACTS`."""
    chosen, whole = cell.tally, cell.whole
    findings = [record for record in chosen.records if is_finding(kb, record)]
    return {
        "claims": "some" if chosen.records else "none",
        "why": _why(cell),
        "findings": ("none", "one", "several")[min(len(findings), 2)]
        if findings or not whole.has_finding
        else "left-out",
        "ways": _ways({record.direction for record in findings}),
        "direct": _direct(chosen, whole),
        "compared": _compared(chosen, whole),
        "read": _read(chosen),
    }


def _ways(directions: set[str]) -> str:
    if not directions:
        return "none"
    # What points nowhere known contradicts nothing.
    return "differ" if len(directions - {UNCLEAR}) > 1 else "alike"


def _why(cell: Cell) -> str:
    if cell.tally.records:
        return "filled"
    return NONE_IN_VIEW if cell.left_out else cell.emptiness or NO_SEARCH_REPORTED


def _direct(chosen: Tally, whole: Tally) -> str:
    if chosen.has_direct_finding:
        return "yes"
    if whole.has_direct_finding:
        return "left-out"
    return "no" if chosen.has_finding else "none"


def _compared(chosen: Tally, whole: Tally) -> str:
    if COMPARISON in chosen.bases:
        return "yes"
    return "left-out" if COMPARISON in whole.bases else "no"


def _read(chosen: Tally) -> str:
    if not chosen.research:
        return "no-study"
    if not chosen.read:
        return "part" if chosen.read_in_part else "none"
    return "all" if len(chosen.read) == len(chosen.research) else "some"


def _what(part: Tally) -> str:
    without_study = sum(1 for record in part.records if record.study is None)
    pieces = []
    if part.studies:
        pieces.append(counted(len(part.studies), "study"))
    if part.reviews:
        pieces.append(counted(len(part.reviews), "review"))
    if without_study:
        other = "other claim" if part.research else "claim"
        pieces.append(f"{counted(without_study, other)} of no identified study")
    return listed(pieces)


def _where(kb: KnowledgeBase, part: Tally) -> str:
    labels = [kb.label("setting", s) for s in part.settings if s not in PLACELESS]
    return f" ({'; '.join(labels)})" if labels else ""
