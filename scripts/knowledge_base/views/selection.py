"""Which records bear on a question, and what they amount to, counted in studies.

Counts are of distinct studies; reviews, which bring other people's studies together, are counted
apart. A claim without a study (guidance, the report's own voice) counts as a claim and as no study.
An abstract or an opening is not the paper: what was read in part never counts as read. Kinds of
evidence and directions are kept as sets, side by side: nothing is added up, so a conflicting claim
can't make anything look surer.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.decisions import Table, decide

DIRECT = "direct"
ONLY_INDIRECT = "only-indirect"
ONLY_EXPECTED = "only-expected"

DESCRIPTION = "none"
"""The kind of evidence that is no kind: a description, which is not about change."""
COMPARISON = "comparison"
"""The kind of evidence of a measured effect."""
UNCLEAR = "unclear"
"""The direction of findings that point nowhere known."""
IMPLEMENTATION = "implementation"
"""The kind of claim that says what helps or hinders."""

DIRECTNESS: Table = (
    ({"about_change": (False,)}, ""),
    ({"direct_finding": (True,)}, DIRECT),
    ({"finding": (True,)}, ONLY_INDIRECT),
    ({}, ONLY_EXPECTED),
)
"""How near the findings of records are to the model."""


@dataclass(frozen=True)
class Tally:
    """What a set of records amounts to."""

    records: tuple[Record, ...]
    """The claims, by id."""
    studies: tuple[str, ...]
    """Ids of the distinct primary studies behind them, sorted."""
    reviews: tuple[str, ...]
    """Ids of the distinct reviews behind them, sorted; none of them is among the studies."""
    read: tuple[str, ...]
    """Those of the studies and reviews of which a source was read as a whole."""
    read_in_part: tuple[str, ...]
    """Those of the others of which an abstract or an opening was read."""
    studies_direct: tuple[str, ...]
    """Those of the studies with a finding from the setting of the model itself."""
    bases: tuple[str, ...]
    """The kinds of evidence among them, in the vocabulary's order: the most direct first."""
    directions: tuple[str, ...]
    """The directions among them, in the vocabulary's order."""
    settings: tuple[str, ...]
    """The settings among them, in the vocabulary's order."""
    has_finding: bool
    """Whether any of them is a finding, not only an expectation or guidance."""
    has_direct_finding: bool
    """Whether any finding comes from the setting of the model itself."""

    @property
    def claims(self) -> int:
        """The number of claims."""
        return len(self.records)

    @property
    def studies_read(self) -> tuple[str, ...]:
        """Those of the studies that were read: not in part, not through another document."""
        return tuple(filter(set(self.read).__contains__, self.studies))

    @property
    def studies_read_in_part(self) -> tuple[str, ...]:
        """Those of the studies of which no more than an abstract or an opening was read."""
        return tuple(filter(set(self.read_in_part).__contains__, self.studies))

    @property
    def research(self) -> tuple[str, ...]:
        """Ids of studies and of reviews."""
        return (*self.studies, *self.reviews)

    @property
    def directness(self) -> str | None:
        """How near the findings are to the model: from its setting, from others, or none.

        Claims that are not about change, such as what helps or hinders, have no such thing.
        """
        facts = {
            "about_change": self.strongest_basis is not None,
            "direct_finding": self.has_direct_finding,
            "finding": self.has_finding,
        }
        return decide(DIRECTNESS, facts) or None

    @property
    def strongest_basis(self) -> str | None:
        """The most direct kind of evidence among them; no measure of quality.

        A description is none.
        """
        return next((kind for kind in self.bases if kind != DESCRIPTION), None)


def tally(kb: KnowledgeBase, records: Iterable[Record]) -> Tally:
    """Return what the published ones among the records amount to; their order doesn't matter."""
    standing = sorted((r for r in records if kb.stands(r)), key=lambda r: r.id)
    findings = [record for record in standing if is_finding(kb, record)]
    direct = [record for record in findings if is_direct_finding(kb, record)]
    research = {r.study for r in standing if r.study}
    read = {r.study for r in standing if r.study and was_read(kb, r)}
    in_part = {r.study for r in standing if r.study and was_read_in_part(kb, r)}
    return Tally(
        records=tuple(standing),
        studies=tuple(sorted(study for study in research if not is_review(kb, study))),
        reviews=tuple(sorted(study for study in research if is_review(kb, study))),
        read=tuple(sorted(read)),
        read_in_part=tuple(sorted(in_part - read)),
        studies_direct=tuple(
            sorted({r.study for r in direct if r.study and not is_review(kb, r.study)})
        ),
        bases=_in_order(kb, "evidence-basis", {basis(kb, r) for r in standing}),
        directions=_in_order(kb, "direction", {r.direction for r in standing}),
        settings=_in_order(kb, "setting", {r.setting for r in standing}),
        has_finding=bool(findings),
        has_direct_finding=bool(direct),
    )


def findings_on_outcomes(kb: KnowledgeBase, records: Iterable[Record]) -> Tally:
    """Return what the findings on outcomes among the records amount to.

    The others tell of tools, barriers or aims, or of something that only resembles a component:
    their studies say nothing of what changes through it.
    """
    return tally(kb, (r for r in records if r.outcomes and is_finding(kb, r) and is_near(kb, r)))


def basis(kb: KnowledgeBase, record: Record) -> str:
    """Return the kind of evidence that the record gives."""
    return kb.claim_kinds[record.kind].basis


def is_finding(kb: KnowledgeBase, record: Record) -> bool:
    """Whether the record says what was found, and not what is expected, advised or described."""
    return basis(kb, record) not in ("expectation", DESCRIPTION)


def is_direct_finding(kb: KnowledgeBase, record: Record) -> bool:
    """Whether the record is a finding from the setting of the model itself."""
    return is_finding(kb, record) and kb.settings[record.setting].direct


def says_what_was_found(kb: KnowledgeBase, record: Record) -> bool:
    """Whether the record is a finding about change, or about what helps or hinders."""
    return is_finding(kb, record) or record.kind == IMPLEMENTATION


def was_read(kb: KnowledgeBase, record: Record) -> bool:
    """Whether the record's source itself was read, as a whole."""
    return kb.ways_of_reading[record.how_read].extent == "whole"


def was_read_in_part(kb: KnowledgeBase, record: Record) -> bool:
    """Whether no more than an abstract or an opening of the record's source was read."""
    return kb.ways_of_reading[record.how_read].extent == "part"


def is_review(kb: KnowledgeBase, study: str) -> bool:
    """Whether a piece of research brings other people's studies together."""
    of_study = kb.studies.get(study)
    return of_study is not None and of_study.review is not None


def is_near(kb: KnowledgeBase, record: Record) -> bool:
    """Whether what was studied is the component or a part of it, so that it can fill a cell."""
    return kb.degrees_of_nearness[record.nearness].fills_cell


def is_absence(record: Record) -> bool:
    """Whether the record says that little or nothing is known."""
    return record.kind == "absence"


def bears_on_implementation(record: Record) -> bool:
    """Whether the record says that a factor helps or hinders."""
    return record.factor is not None and record.kind == IMPLEMENTATION


def bears_on_outcomes(record: Record) -> bool:
    """Whether the record says something about change, and not only that nothing is known."""
    return bool(record.outcomes) and not is_absence(record)


def fills_a_cell(kb: KnowledgeBase, record: Record) -> bool:
    """Whether the record says something about change through the component itself."""
    return bears_on_outcomes(record) and is_near(kb, record)


def stands_apart(kb: KnowledgeBase, record: Record) -> bool:
    """Whether the record says something about change through something else than the component."""
    return bears_on_outcomes(record) and not is_near(kb, record)


def _in_order(kb: KnowledgeBase, vocabulary: str, ids: set[str]) -> tuple[str, ...]:
    return tuple(term for term in kb.vocabularies[vocabulary] if term in ids)
