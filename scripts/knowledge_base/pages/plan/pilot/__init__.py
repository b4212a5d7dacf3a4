"""The page Plan a pilot: a plan's figures, where each default comes from, what isn't costed.

The page is whole without scripts: the tables show an example, computed here. With scripts its
form computes other plans into the same tables.
"""

from knowledge_base.pages.plan.pilot.comparisons import (
    courses_table,
    frequency_table,
    not_costed,
    sensitivity_table,
)
from knowledge_base.pages.plan.pilot.form import form
from knowledge_base.pages.plan.pilot.inputs import inputs_table, lowest_pay, origins
from knowledge_base.pages.plan.pilot.results import (
    chart,
    cost_table,
    results,
    results_table,
    source,
)
from knowledge_base.pages.plan.pilot.rows import (
    cost_rows,
    starts_there,
    summary,
    time_rows,
    warning,
)

__all__ = [
    "chart",
    "cost_rows",
    "cost_table",
    "courses_table",
    "form",
    "frequency_table",
    "inputs_table",
    "lowest_pay",
    "not_costed",
    "origins",
    "results",
    "results_table",
    "sensitivity_table",
    "source",
    "starts_there",
    "summary",
    "time_rows",
    "warning",
]
