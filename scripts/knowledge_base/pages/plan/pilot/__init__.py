"""The page Plan a pilot: a plan's figures, where each default comes from, what isn't costed.

The page is whole without scripts: the tables show an example, computed here. With scripts its
form computes other plans into the same tables, in the same words (`book/plan/pilot.wording.yml`).
"""

from knowledge_base.pages.plan.pilot.comparisons import courses
from knowledge_base.pages.plan.pilot.form import form
from knowledge_base.pages.plan.pilot.inputs import input_rows, lowest_pay, origins
from knowledge_base.pages.plan.pilot.results import results
from knowledge_base.pages.plan.pilot.rows import cost_rows, summary, time_rows, warning
from knowledge_base.views.pilot_plan import starts_there

__all__ = [
    "cost_rows",
    "courses",
    "form",
    "input_rows",
    "lowest_pay",
    "origins",
    "results",
    "starts_there",
    "summary",
    "time_rows",
    "warning",
]
