"""Tables that compare courses, how often groups meet, and what moves the cost."""

from __future__ import annotations

from dataclasses import replace

from knowledge_base.markup import loose as myst
from knowledge_base.markup.loose_html import course_anchor
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan.pilot.inputs import FREQUENCY_LABELS
from knowledge_base.pages.plan.pilot.rows import courses_caption, offer_how
from knowledge_base.views.catalogue import CourseRow
from knowledge_base.views.pilot_plan import (
    CYCLE_WEEKS,
    NOT_COSTED,
    PilotInputs,
    pilot_plan,
    priced_courses,
    sensitivity,
    training_price,
)
from knowledge_base.wording.numbers import figure, of, pounds, price, rounded


def courses_table(kb: KnowledgeBase, inputs: PilotInputs) -> str:
    """Return what each course with a known price would cost for these key workers."""
    rows = []
    for course_id, row in priced_courses(kb).items():
        if row.offer is None:
            continue
        cost = training_price(inputs, row.offer)
        rows.append(
            (
                myst.link(
                    f"{row.provider.name}: {row.course.name}",
                    f"#{course_anchor(course_id)}",
                ),
                myst.text(kb.label("course-level", row.course.level)),
                _price_given(row),
                myst.text(offer_how(inputs, row.offer)),
                pounds(cost),
                price(cost / inputs.key_workers),
            )
        )
    return myst.table(
        courses_caption(pilot_plan(inputs)),
        (
            "Course",
            "Level",
            "Price as given",
            "How it is worked out",
            "All together",
            "One key worker",
        ),
        rows,
        css_class="kb-pilot-courses",
    )


def _price_given(row: CourseRow) -> str:
    given, note = row.course.cost.as_given, row.course.cost.note
    return f"{myst.text(given)} *{myst.text(note)}*" if note else myst.text(given)


_INPUT_LABELS = {
    "offers": "Choice and price of the course",
    "vat_percent": "VAT where it comes on top: none, or as put in",
    "whole_groups": "Groups of a course: shared with others, or bought whole",
    "clinicians": "Number of clinicians",
    "salary": "Pay of a clinician",
}


def sensitivity_table(inputs: PilotInputs) -> str:
    """Return how far each uncertain input moves the total cost, the strongest first."""
    return myst.table(
        "Total cost when one input changes and all others stay at their central figures",
        ("Input", "At its low end", "Central", "At its high end", "Moves the total by"),
        [
            (
                _INPUT_LABELS[name],
                pounds(total.low),
                pounds(total.central),
                pounds(total.high),
                pounds(total.high - total.low),
            )
            for name, total in sensitivity(inputs).items()
        ],
    )


def frequency_table(inputs: PilotInputs) -> str:
    """Return what each frequency of supervision would take of everybody's time."""
    rows = []
    for frequency, label in FREQUENCY_LABELS.items():
        plan = pilot_plan(replace(inputs, frequency=frequency))
        rows.append(
            (
                myst.text(label),
                figure(plan.sessions_a_month),
                rounded(plan.worker_hours_a_month),
                rounded(plan.clinician_hours_a_month),
                f"{rounded(plan.clinician_share)} per cent",
                rounded(plan.family_minutes),
            )
        )
    return myst.table(
        f"What each frequency would take for {of(inputs.key_workers, 'key worker')}",
        (
            "How often",
            "Sessions a month",
            "Hours a month, one key worker",
            "Clinicians’ hours a month",
            "Share of clinicians’ paid time",
            f"Minutes for each family in {CYCLE_WEEKS} weeks",
        ),
        rows,
    )


def not_costed() -> str:
    """Return what a pilot will also cost and the report gives no figure for."""
    return myst.bullets(myst.text(item[:1].upper() + item[1:]) for item in NOT_COSTED)
