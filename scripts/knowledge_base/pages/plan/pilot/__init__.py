"""The page Plan a pilot: a plan's figures, where each default comes from, what isn't costed.

The page is whole without scripts: the tables show an example, computed when the book is built, by
the scripts with which its form computes other plans into the same tables.
"""

from knowledge_base.pages.plan.pilot.comparisons import courses
from knowledge_base.pages.plan.pilot.form import form
from knowledge_base.pages.plan.pilot.inputs import input_rows, lowest_pay, origins
from knowledge_base.pages.plan.pilot.plan import pilot_plan, results, sensitivity

__all__ = [
    "courses",
    "form",
    "input_rows",
    "lowest_pay",
    "origins",
    "pilot_plan",
    "results",
    "sensitivity",
]
