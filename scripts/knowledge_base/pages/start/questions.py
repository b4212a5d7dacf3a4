"""Five questions, each with its answer at length."""

from dataclasses import dataclass

from knowledge_base.model.blueprint import Measure
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.charts import Chart
from knowledge_base.pages.evidence import gaps
from knowledge_base.pages.start.area import Area, area
from knowledge_base.pages.start.components import Component, components
from knowledge_base.pages.start.knowledge import NotKnown, not_known
from knowledge_base.pages.start.landing import figures
from knowledge_base.pages.start.study_grid import StudyGrid, study_grid
from knowledge_base.pages.start.training import Training, training


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    components: tuple[Component, ...]
    figures: dict[str, Measure | None]
    together: str | None
    """The component that stands for all parts together."""
    grid: StudyGrid
    grids: dict[str, StudyGrid]
    """The same for each component."""
    not_known: NotKnown
    questions_by_step: Chart
    training: Training
    area: Area


def facts(kb: KnowledgeBase) -> Facts:
    """Return the facts behind the answers."""
    nothing = not_known(kb)
    return Facts(
        components(kb),
        figures(kb),
        kb.component_for("together"),
        study_grid(kb),
        {component: study_grid(kb, component) for component in kb.components},
        nothing,
        gaps.chart_by_step(kb, nothing.questions),
        training(kb),
        area(kb),
    )
