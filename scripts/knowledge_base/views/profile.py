"""The evidence profile: a cell of the gap map told in plain sentences made by rule.

One sentence for each kind of evidence present, in the vocabulary's order; then which way the
findings point, whether any comes from Early Help, whether an effect was measured, and whether
the studies were read. The verbs carry the strength of the kind and of nothing else; the wording
follows GRADE's advice to use sentences rather than scores
(https://doi.org/10.1016/j.jclinepi.2019.10.014).

`OPENINGS` and `RULES` are the whole of the wording. The evidence map in the browser is handed
both as data and reads them in the same way, for the records that a reader has chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge_base.findings import counted
from knowledge_base.load import KnowledgeBase
from knowledge_base.views.gap_map import NONE_FOUND, NONE_IN_VIEW, NOT_LOOKED_FOR, Cell
from knowledge_base.views.selection import Tally, basis, is_finding, tally

OPENINGS = {
    "comparison": "{what} measured this against a comparison",
    "association": "{what} measured that the two go together, which does not show a cause",
    "observation": "{what} observed or counted this, without a comparison",
    "perception": "In {what} people said so",
    "stated": "{what} concluded so, without the report saying what was measured",
    "expectation": "{what} expected or advised it, which is not a finding",
}
"""How each kind of evidence is told; `{what}` is the studies or claims it rests on."""

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
    "why": (NOT_LOOKED_FOR, NONE_FOUND, NONE_IN_VIEW, "filled"),
    "findings": ("none", "left-out", "one", "several"),
    "ways": (
        "none",
        "favourable",
        "unfavourable",
        "mixed",
        "no-clear-difference",
        "unclear",
        "partly-unclear",
        "several",
    ),
    "direct": ("none", "no", "left-out", "yes"),
    "compared": ("no", "left-out", "yes"),
    "read": ("no-study", "none", "some", "all"),
}
"""What the rules look at, and all values that each fact can take.

`claims`: whether there are any. `why`: if not, why. `findings`: how many claims are findings;
`left-out` where there are some, but none among the chosen records (so everywhere below).
`ways`: which way the findings point, `several` if they differ, `partly-unclear` if they differ only
in that of some it is unclear. `direct`: whether a finding comes from Early Help. `compared`:
whether an effect was measured against a comparison. `read`: how many of the studies were read,
rather than cited through another document.
"""

_SOME = ("one", "several")

RULES = (
    Rule(
        "empty",
        {"claims": ("none",), "why": (NONE_FOUND,)},
        "The report says that research on this is lacking.",
    ),
    Rule(
        "empty",
        {"claims": ("none",), "why": (NOT_LOOKED_FOR,)},
        "The report does not say that anybody looked for this.",
    ),
    Rule(
        "empty",
        {"claims": ("none",), "why": (NONE_IN_VIEW,)},
        "There are claims on this, but none among those chosen.",
    ),
    Rule("ways", {"findings": ("none", "left-out")}, ""),
    Rule("ways", {"ways": ("several",)}, "The findings do not all point the same way."),
    Rule(
        "ways",
        {"ways": ("partly-unclear",)},
        "Of some findings it is unclear which way they point; the others agree.",
    ),
    Rule(
        "ways",
        {"findings": ("one",), "ways": ("favourable",)},
        "The one finding is favourable.",
    ),
    Rule("ways", {"ways": ("favourable",)}, "All findings are favourable."),
    Rule(
        "ways",
        {"findings": ("one",), "ways": ("unfavourable",)},
        "The one finding is unfavourable.",
    ),
    Rule("ways", {"ways": ("unfavourable",)}, "All findings are unfavourable."),
    Rule("ways", {"ways": ("mixed",)}, "What was found points both ways."),
    Rule("ways", {"ways": ("no-clear-difference",)}, "No clear difference was found."),
    Rule("ways", {"ways": ("unclear",)}, "It is unclear which way the findings point."),
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
        "No study is reported to have measured an effect against a comparison.",
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
        {"claims": ("some",), "read": ("some",)},
        "Some of the studies were not read for this site, but cited through another document.",
    ),
)
"""The sentences after those on the kinds of evidence, in their order."""


def profile(kb: KnowledgeBase, cell: Cell) -> tuple[str, ...]:
    """Return what is known for a cell as sentences, the most direct kind of evidence first."""
    sentences = []
    for kind in cell.tally.bases:
        if kind in OPENINGS:
            part = tally(kb, (r for r in cell.tally.records if basis(kb, r) == kind))
            opening = OPENINGS[kind].format(what=_what(part))
            sentences.append(f"{opening[:1].upper()}{opening[1:]}{_where(kb, part)}.")
    return (*sentences, *told(facts(kb, cell)))


def told(known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the sentences that the rules call for, given the facts."""
    said: dict[str, str] = {}
    for rule in RULES:
        if rule.slot not in said and all(known[fact] in v for fact, v in rule.when.items()):
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
        "compared": "yes"
        if "comparison" in chosen.bases
        else "left-out"
        if "comparison" in whole.bases
        else "no",
        "read": _read(chosen),
    }


def _ways(directions: set[str]) -> str:
    if len(directions) > 1:
        # What points nowhere known contradicts nothing.
        return "partly-unclear" if len(directions - {"unclear"}) == 1 else "several"
    return next(iter(directions), "none")


def _why(cell: Cell) -> str:
    if cell.tally.records:
        return "filled"
    return NONE_IN_VIEW if cell.left_out else cell.emptiness or NOT_LOOKED_FOR


def _direct(chosen: Tally, whole: Tally) -> str:
    if chosen.has_direct_finding:
        return "yes"
    if whole.has_direct_finding:
        return "left-out"
    return "no" if chosen.has_finding else "none"


def _read(chosen: Tally) -> str:
    if not chosen.studies:
        return "no-study"
    if not chosen.studies_read:
        return "none"
    return "all" if len(chosen.studies_read) == len(chosen.studies) else "some"


def _what(part: Tally) -> str:
    without_study = sum(1 for record in part.records if record.study is None)
    pieces = []
    if part.studies:
        pieces.append(counted(len(part.studies), "study"))
    if without_study:
        other = "other claim" if part.studies else "claim"
        pieces.append(
            f"{counted(without_study, other)} without a study behind "
            f"{'it' if without_study == 1 else 'them'}"
        )
    return " and ".join(pieces)


def _where(kb: KnowledgeBase, part: Tally) -> str:
    labels = [kb.label("setting", s) for s in part.settings if s not in PLACELESS]
    return f" ({'; '.join(labels)})" if labels else ""
