"""The evidence profile: a cell of the gap map in plain sentences made by rule.

One sentence for each kind of evidence present, in the vocabulary's order, with how many of its
findings point which way; then whether the findings differ, whether any is direct,
whether an effect was measured, and whether the studies were read. The verbs carry the strength of
the kind and of nothing else; the wording follows GRADE's advice to use sentences rather than scores
(https://doi.org/10.1016/j.jclinepi.2019.10.014).

The sentences are in `book/evidence/profile.wording.yml`; here is which facts call for which. The
evidence map in the browser is handed both as data and reads them in the same way, for the records
that a reader has chosen.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.decisions import is_met
from knowledge_base.views.gap_map import (
    LACKING,
    NO_SEARCH_REPORTED,
    NONE_FOUND,
    NONE_IN_VIEW,
    ONLY_APART,
    Cell,
)
from knowledge_base.views.selection import COMPARISON, UNCLEAR, Tally, basis, is_finding, tally
from knowledge_base.wording.sentences import wording

WORDING = wording("evidence/profile")

OPENINGS: Mapping[str, str] = WORDING.at("openings")
"""How the sentence on each kind of evidence begins."""

VOICES: Mapping[str, str] = WORDING.at("voices")
"""What is counted of each kind of evidence: findings, or views."""

WAYS = tuple(WORDING.at("ways.findings"))
"""The directions, in the order in which their findings are counted."""

PLACELESS = ("not_reported", "not_applicable")
"""Settings that name no place, and so are left out."""


@dataclass(frozen=True)
class Rule:
    """A sentence and the facts that call for it."""

    slot: str
    """Its place; of the rules of one place, the first whose facts hold speaks."""
    when: Mapping[str, tuple[str, ...]]
    """Facts, each with the values that call for the sentence."""
    say: str
    """The name of the sentence, among the wording's `rules`."""

    def sentence(self, kb: KnowledgeBase) -> str:
        """Return what it says."""
        return WORDING.say(f"rules.{self.say}", home=kb.home)


FACTS = {
    "claims": ("none", "some"),
    "why": (NO_SEARCH_REPORTED, LACKING, NONE_FOUND, ONLY_APART, NONE_IN_VIEW, "filled"),
    "findings": ("none", "left-out", "one", "several"),
    "ways": ("none", "alike", "differ"),
    "direct": ("none", "no", "left-out", "yes"),
    "compared": ("no", "left-out", "yes"),
    "studies": ("none", "one", "several"),
    "read": ("no-study", "none", "part", "some", "all"),
}
"""What the rules look at, and all values that each fact can take.

`claims`: whether there are any. `why`: if not, why. `findings`: how many claims are findings;
`left-out` where there are some, but none among the chosen records (so everywhere below).
`ways`: whether the findings point the same way; one of which it is unclear contradicts none.
`direct`: whether a finding comes from the setting of the model. `compared`:
whether an effect was measured against a comparison. `studies`: how many studies and reviews there
are. `read`: how many of them were read as a whole; `part` where of some an abstract or an opening
was read, and no more of any.
"""

_SOME = ("one", "several")

RULES = (
    *(
        Rule("empty", {"claims": ("none",), "why": (why,)}, why)
        for why in (ONLY_APART, NONE_FOUND, LACKING, NO_SEARCH_REPORTED, NONE_IN_VIEW)
    ),
    Rule("ways", {"findings": ("several",), "ways": ("differ",)}, "differ"),
    Rule("directness", {"claims": ("some",), "findings": ("none",)}, "no-findings"),
    Rule("directness", {"claims": ("some",), "findings": ("left-out",)}, "findings-left-out"),
    Rule("directness", {"direct": ("no",)}, "none-direct"),
    Rule("directness", {"findings": _SOME, "direct": ("left-out",)}, "direct-left-out"),
    Rule("comparison", {"findings": _SOME, "compared": ("no",)}, "not-compared"),
    Rule("comparison", {"findings": _SOME, "compared": ("left-out",)}, "comparison-left-out"),
    Rule("reading", {"studies": ("one",), "read": ("none",)}, "one-not-read"),
    Rule("reading", {"studies": ("one",), "read": ("part",)}, "one-read-in-part"),
    Rule("reading", {"claims": ("some",), "read": ("none",)}, "none-read"),
    Rule("reading", {"claims": ("some",), "read": ("part",)}, "part-read"),
    Rule("reading", {"claims": ("some",), "read": ("some",)}, "some-read"),
)
"""The sentences after those on the kinds of evidence, in their order."""


SHOWN_BY_SIGNS = ("directness", "comparison", "reading")
"""What a page need not repeat of each cell if its claims have signs, and a key to them."""


def profile(kb: KnowledgeBase, cell: Cell, without: Collection[str] = ()) -> tuple[str, ...]:
    """Return what is known for a cell as sentences, the most direct kind of evidence first.

    ``without`` names the places of rules that are left out.
    """
    kinds = tuple(_of_kind(kb, cell, kind) for kind in cell.tally.bases if kind in OPENINGS)
    return (*kinds, *called_for(kb, facts(kb, cell), without))


def _of_kind(kb: KnowledgeBase, cell: Cell, kind: str) -> str:
    part = tally(kb, (record for record in cell.tally.records if basis(kb, record) == kind))
    rests_on = WORDING.say(
        "what",
        studies=len(part.studies),
        reviews=len(part.reviews),
        claims=sum(1 for record in part.records if record.study is None),
        settings=[kb.label("setting", s) for s in part.settings if s not in PLACELESS],
    )
    directions = Counter(r.direction for r in part.records if is_finding(kb, r))
    return WORDING.say(
        "kind",
        opening=WORDING.say(f"openings.{kind}", what=rests_on),
        pointed=pointed(kind, directions),
    )


def pointed(kind: str, directions: Mapping[str, int]) -> str:
    """Return how many findings of a kind of evidence point which way, in the order of `WAYS`."""
    voice = VOICES[kind]
    numbers = {way: directions[way] for way in WAYS if directions.get(way)}
    points = [WORDING.say(f"ways.{voice}.{way}", number=number) for way, number in numbers.items()]
    findings = sum(numbers.values())
    return WORDING.say(
        "pointed",
        findings=findings,
        voice=voice,
        together=WORDING.say(f"together.{voice}", findings=findings),
        points="".join(points[:1]),
        counts=[
            WORDING.say("count", number=number, points=says)
            for number, says in zip(numbers.values(), points, strict=True)
        ],
    )


def called_for(
    kb: KnowledgeBase, situation: Mapping[str, str], without: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the sentences that the rules call for, given the facts."""
    sentences: dict[str, str] = {}
    for rule in RULES:
        if rule.slot not in (*sentences, *without) and is_met(rule.when, situation):
            sentences[rule.slot] = rule.sentence(kb)
    return tuple(sentences.values())


def facts(kb: KnowledgeBase, cell: Cell) -> dict[str, str]:
    """Return the facts of a cell that the rules look at; see `FACTS`."""
    in_view, whole = cell.tally, cell.whole
    findings = [record for record in in_view.records if is_finding(kb, record)]
    return {
        "claims": "some" if in_view.records else "none",
        "why": _why(cell),
        "findings": _number(len(findings)) if findings or not whole.has_finding else "left-out",
        "ways": _ways({record.direction for record in findings}),
        "direct": _direct(in_view, whole),
        "compared": _compared(in_view, whole),
        "studies": _number(len(in_view.research)),
        "read": _read(in_view),
    }


def _number(count: int) -> str:
    return ("none", "one", "several")[min(count, 2)]


def _ways(directions: set[str]) -> str:
    if not directions:
        return "none"
    # What points nowhere known contradicts nothing.
    return "differ" if len(directions - {UNCLEAR}) > 1 else "alike"


def _why(cell: Cell) -> str:
    if cell.tally.records:
        return "filled"
    return NONE_IN_VIEW if cell.left_out else cell.emptiness or NO_SEARCH_REPORTED


def _direct(in_view: Tally, whole: Tally) -> str:
    if in_view.has_direct_finding:
        return "yes"
    if whole.has_direct_finding:
        return "left-out"
    return "no" if in_view.has_finding else "none"


def _compared(in_view: Tally, whole: Tally) -> str:
    if COMPARISON in in_view.bases:
        return "yes"
    return "left-out" if COMPARISON in whole.bases else "no"


def _read(in_view: Tally) -> str:
    if not in_view.research:
        return "no-study"
    if not in_view.read:
        return "part" if in_view.read_in_part else "none"
    return "all" if len(in_view.read) == len(in_view.research) else "some"
