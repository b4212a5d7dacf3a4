"""What a plan for a pilot is made from, as far as the evidence says.

Every default comes from the blueprint or a course, or is named as an assumption of ours, and
all of them can be changed. What can't be costed from the report is listed, not guessed.
"""

from dataclasses import dataclass, fields, replace
from typing import Any

from knowledge_base.model.blueprint import Measure
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.pilot_defaults import Frequency, Measured
from knowledge_base.model.range import Range, fixed
from knowledge_base.views.catalogue import CourseRow, Offer, catalogue
from knowledge_base.wording.sentences import wording

WORDING = wording("plan/pilot")


@dataclass(frozen=True)
class PilotInputs:
    """What a plan is made from."""

    key_workers: int
    teams: int
    """Teams that the key workers are spread over evenly; no group has people of two teams."""
    families: float
    """Families that one key worker works with at a time."""
    months: float
    """For how long groups meet and clinicians are paid."""
    course_months: float
    """For how long a course runs; a shorter plan is told that it does not fit."""
    offers: tuple[Offer, ...]
    """The prices of training to choose from: one chosen course, or several to span a range."""
    whole_groups: bool
    """Whether a price for a group is paid in full when some of its places stay empty."""
    vat_percent: float
    """Per cent of VAT put on prices that say `plus VAT`, and on no others."""
    training_days: Range
    """Days of teaching, a person."""
    contact_hours: float
    """Hours of training with staff, a person."""
    independent_hours: float
    """Hours of independent study, a person."""
    group_size: int
    """Most people in a supervision group."""
    frequency: Frequency
    weeks_off: float
    """Weeks of the year in which no group meets."""
    session_hours: Range
    """Hours of one supervision session."""
    clinicians_per_session: float
    preparation_hours: float
    """A clinician's hours before and after each session."""
    clinicians: Range
    """Full-time clinicians."""
    weekly_hours: Range
    """Paid hours a week of a full-time clinician."""
    salary: Range
    """Pounds a year for one full-time clinician, without what an employer pays on top."""
    on_cost_percent: float
    """What an employer pays on top of a salary, in per cent of it."""
    reserve_percent: float
    """Per cent of clinicians' paid time that sessions are to leave free."""
    other_costs: float
    """Pounds for whatever the report gives no figure for."""
    advised_group_size: float
    """What the evidence recommends, beside what is put in."""
    least_study_hours: float = 0
    """Hours with staff and of independent study that the evidence gives as a minimum; 0 if none."""
    therapist_salary: float = 0
    """The lowest salary of an advertised post whose title names a therapist; 0 if there is none."""
    level: str = ""
    """What the chosen course is, where it is of another level than the plan starts from."""
    unstated: tuple[str, ...] = ()
    """Which lengths the entry of the chosen course leaves out."""


RANGES = tuple(field.name for field in fields(PilotInputs) if field.type is Range)
"""The inputs that are ranges."""


def default_inputs(kb: KnowledgeBase, *, course: str | None = None, **given: Any) -> PilotInputs:
    """Return inputs from the evidence, for a chosen course or all that a plan starts from.

    ``course`` is `provider/course`, ``given`` inputs by their names. What is not given is as
    `pilot-defaults.yml` has it. Raises KeyError if the course has no price that can be worked out.
    """
    defaults = kb.pilot_defaults
    selected = priced_courses(kb)[course] if course else None
    rows = [selected] if selected else foundation_courses(kb).values()
    length = selected.course.length if selected else None
    level = selected.course.level if selected else defaults.course.level
    advised = kb.measure(defaults.group_size).central
    study = map(kb.measure, (defaults.contact_hours, defaults.independent_hours))

    def own(field: str, default: Measured) -> Range:
        reported = getattr(length, field, None)
        return _range(kb.measure(default)) if reported is None else fixed(reported)

    assumed: dict[str, Any] = {
        name: default.value for name, default in defaults.origins() if hasattr(default, "value")
    }
    inputs = PilotInputs(
        **assumed,
        offers=tuple(row.offer for row in rows if row.offer is not None),
        training_days=own("days", defaults.training_days),
        contact_hours=own("contact_hours", defaults.contact_hours).central,
        independent_hours=own("independent_study_hours", defaults.independent_hours).central,
        group_size=int(advised),
        session_hours=_range(kb.measure(defaults.session_hours)),
        clinicians=_range(kb.measure(defaults.clinicians)),
        weekly_hours=_range(kb.measure(defaults.weekly_hours)),
        salary=_range(kb.measure(defaults.salary)),
        advised_group_size=advised,
        least_study_hours=sum(m.central for m in study if m.bound == "minimum"),
        therapist_salary=min(
            (post.salary_low for post in kb.clinician_posts.values() if post.names_therapist),
            default=0,
        ),
        level="" if level == defaults.course.level else _level(kb, level),
        unstated=tuple(
            noun
            for field, noun in WORDING.at("lengths").items()
            if selected and getattr(length, field) is None
        ),
    )
    return replace(inputs, **given)


def _level(kb: KnowledgeBase, level: str) -> str:
    term = kb.vocabularies["course-level"][level]
    return f"{term.label}. {term.definition}"


def priced_courses(kb: KnowledgeBase) -> dict[str, CourseRow]:
    """Return the courses whose price can be worked out for any number of people, by id."""
    return {row.id: row for row in catalogue(kb) if row.offer is not None}


def foundation_courses(kb: KnowledgeBase) -> dict[str, CourseRow]:
    """Return those of the priced courses that a plan starts from, which are of one level."""
    level = kb.pilot_defaults.course.level
    return {place: row for place, row in priced_courses(kb).items() if row.course.level == level}


def _range(measure: Measure) -> Range:
    low, high = measure.ends
    return Range(low, measure.central, high)
