"""The map at a glance: the dot of a cell, and the finding that is the title of them all."""

from dataclasses import asdict, dataclass
from math import sqrt

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.gap_map import WORDING, Cell, GapMap
from knowledge_base.views.selection import COMPARISON, Tally, basis, is_direct_finding

NEAREST = {
    "comparison": "compared",
    "association": "measured",
    "observation": "measured",
    "perception": "views",
    "stated": "views",
    "expectation": "expected",
}
"""The step of the scale that each kind of evidence stands on, from the most direct down."""

ONE_STUDY, LEAST, LARGEST = 6.0, 3.5, 11.0
"""Radii: of one study where there is room for the most, and the limits of any."""
RINGS = (0, 1.4, 3)
"""How far inside the edge of a compared dot its rings lie."""
NO_STUDY = "M0-4.5 4.5 0 0 4.5-4.5 0z"
"""What claims without a study are drawn as: a shape that has no area to compare."""


def most_studies(table: GapMap) -> int:
    """Return the number of studies in the fullest cell."""
    return max((len(cell.tally.studies) for cell in table.cells.values()), default=0)


def scale(table: GapMap) -> float:
    """Return the radius of one study, so that areas compare and the largest dot fits its cell."""
    return round(min(ONE_STUDY, LARGEST / sqrt(max(most_studies(table), 1))), 2)


def dot(studies: int, step: str, one_study: float) -> str:
    """Return the path of a dot around 0 0. Shapes differ, so that no step needs its colour."""
    if not studies:
        return NO_STUDY
    radius = round(max(LEAST, one_study * sqrt(studies)), 1)
    rings = RINGS if step == "compared" else RINGS[:1]
    return "".join(_circle(round(max(radius - ring, 0.5), 1)) for ring in rings)


def _circle(radius: float) -> str:
    r, across = f"{radius:g}", f"{2 * radius:g}"
    return f"M-{r} 0a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0-{across} 0z"


def step_of(counts: Tally) -> str:
    """Return the step of the most direct kind of evidence, or nothing."""
    return NEAREST.get(counts.strongest_basis or "", "")


@dataclass(frozen=True)
class Reach:
    """How many outcomes evidence reaches, and how near it is to the model."""

    outcomes: int
    findings: int
    """Those with a finding from anywhere."""
    direct: int
    """Those with a finding from the setting of the model."""
    compared: int
    """Those of which such a finding was measured against a comparison."""
    compared_elsewhere: int
    """The others that were compared, where nobody reports it from that setting."""


def reach(kb: KnowledgeBase, table: GapMap) -> Reach:
    """Return how far the records of a gap map reach."""
    rows = [table.row(outcome) for outcome in table.outcomes]
    compared = [any(_is_compared(kb, cell, direct=True) for cell in row) for row in rows]
    anywhere = [any(_is_compared(kb, cell, direct=False) for cell in row) for row in rows]
    return Reach(
        outcomes=len(rows),
        findings=sum(any(cell.tally.has_finding for cell in row) for row in rows),
        direct=sum(any(cell.tally.has_direct_finding for cell in row) for row in rows),
        compared=sum(compared),
        compared_elsewhere=sum(anywhere) - sum(compared),
    )


def _is_compared(kb: KnowledgeBase, cell: Cell, *, direct: bool) -> bool:
    return any(
        basis(kb, record) == COMPARISON and (not direct or is_direct_finding(kb, record))
        for record in cell.tally.records
    )


def finding(kb: KnowledgeBase, table: GapMap) -> tuple[str, str]:
    """Return the title of the map, and what follows it."""
    facts = asdict(reach(kb, table)) | {"home": kb.home}
    return WORDING.say("finding", **facts), WORDING.say("elsewhere", **facts)
