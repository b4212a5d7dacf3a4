"""The catalogue of courses, a row a course, with what can be computed from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.provider import Course, Provider

Verdict = Literal["meets", "falls short", "can't be told"]


@dataclass(frozen=True)
class CourseRow:
    """One course with its provider and what follows from the two."""

    provider: Provider
    course_id: str
    course: Course
    standard: Verdict
    """Whether the entry itself shows that AFT's hours at foundation level are met."""
    reason: str
    """Why, in a sentence."""
    price_per_place: float | None
    """Pounds a person, before VAT where that comes on top; at full cohorts. None if untold."""
    price_note: str
    """How the price a person was computed, or why it can't be."""


def catalogue(kb: KnowledgeBase) -> tuple[CourseRow, ...]:
    """Return all courses: providers in the order of their categories and names."""
    order = list(kb.vocabularies["provider-category"])
    providers = sorted(
        kb.providers.values(), key=lambda p: (order.index(p.category), p.name.casefold())
    )
    return tuple(
        _row(kb, provider, course_id, course)
        for provider in providers
        for course_id, course in provider.courses.items()
    )


def _row(kb: KnowledgeBase, provider: Provider, course_id: str, course: Course) -> CourseRow:
    standard, reason = _standard(kb, course)
    price, note = _price(course)
    return CourseRow(provider, course_id, course, standard, reason, price, note)


def _standard(kb: KnowledgeBase, course: Course) -> tuple[Verdict, str]:
    measures = kb.blueprint["training"].measures
    contact = measures["contact-hours-minimum"].value
    independent = measures["independent-study-hours-minimum"].value
    length = course.length
    if contact is None or independent is None:
        return "can't be told", "The standard's hours are not in the blueprint."
    if length.contact_hours is not None and length.contact_hours < contact:
        return "falls short", f"{length.contact_hours} hours with staff are fewer than {contact}."
    if length.independent_study_hours is not None and length.independent_study_hours < independent:
        return (
            "falls short",
            f"{length.independent_study_hours} hours of own study are fewer than {independent}.",
        )
    if length.contact_hours is not None and length.independent_study_hours is not None:
        return "meets", (
            f"{length.contact_hours} hours with staff and "
            f"{length.independent_study_hours} of own study."
        )
    if length.contact_hours is not None:
        return "can't be told", (
            f"{length.contact_hours} hours with staff are enough; own study is not reported."
        )
    return "can't be told", "The hours are not reported."


def _price(course: Course) -> tuple[float | None, str]:
    cost = course.cost
    if cost.amount is None:
        return None, "Fees are tailored." if cost.basis == "tailored" else "Not reported."
    if cost.basis == "not_reported":
        return None, f"What £{cost.amount:,} buys, a place or a group, is not reported."
    vat = "plus VAT" if cost.vat == "plus_vat" else "whether VAT is included is not reported"
    if cost.basis == "place":
        return float(cost.amount), f"As given, a place; {vat}."
    if cost.places:
        at_most = " if every place is filled" if cost.places_are == "maximum" else ""
        return (
            cost.amount / cost.places,
            f"£{cost.amount:,} ÷ {cost.places} places{at_most}; {vat}.",
        )
    return None, f"For a group of unreported size; {vat}."
