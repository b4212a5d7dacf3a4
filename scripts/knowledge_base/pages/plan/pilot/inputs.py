"""What a plan is made from, and where each default comes from."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.markup import loose as myst
from knowledge_base.model.blueprint import Measure
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.range import Range
from knowledge_base.views.pilot_plan import FIELDS, Frequency, PilotInputs, foundation_courses
from knowledge_base.wording.numbers import POUNDS, pounds, pounds_span, price, short, span

FREQUENCY_LABELS: dict[Frequency, str] = {
    "weekly": "Every week",
    "fortnightly": "Every fortnight",
    "monthly": "Every month",
    "quarterly": "Every quarter",
}


@dataclass(frozen=True)
class Origin:
    """Where a default comes from."""

    measure: Measure | None = None
    """A number of the blueprint, with its records."""
    records: tuple[str, ...] = ()
    """Records that say why the figure matters."""
    ours: str = ""
    """Why we chose it, where it is an assumption of ours in whole or in part."""


def origins(kb: KnowledgeBase) -> dict[str, Origin]:
    """Return where each input's default comes from, by the input's name."""
    training = kb.blueprint["training"].measures
    clinician = kb.blueprint["clinician"].measures
    supervision = kb.blueprint["group-supervision"].measures
    middle = "That the central figure is the middle of the range."
    standard = (
        "That a course gives AFT’s least, and no more, unless the chosen course gives its own."
    )
    return {
        "key_workers": Origin(ours="A round number. Put in your own."),
        "teams": Origin(
            ours="One team, so that groups can be filled from everybody. Teams change the number "
            "of groups, because no group is mixed."
        ),
        "families": Origin(
            records=_present(kb, "greenwich-nd-four-week-cycle"),
            ours="A round number: the report gives no caseload. It changes only how long a group "
            "has for each family, if all are to be discussed in four weeks as in Greenwich.",
        ),
        "months": Origin(
            ours="A year, with groups meeting and clinicians paid from the first month to the last."
        ),
        "course": Origin(
            ours="All foundation courses whose price is known: the cheapest is low, the median "
            "central, the dearest high."
        ),
        "whole_groups": Origin(
            ours="A price for a group is taken to be paid in full, even where places stay empty, "
            "and the largest group that it allows is taken to be full before another is bought."
        ),
        "vat_percent": Origin(
            ours="The report names no rate. Put in 0 if your area does not bear VAT. Where the "
            "report does not say whether a price includes VAT, none is added."
        ),
        "training_days": Origin(
            training["course-days"],
            ours=f"{middle} A chosen course brings its own days, where they are reported.",
        ),
        "contact_hours": Origin(training["contact-hours-minimum"], ours=standard),
        "independent_hours": Origin(training["independent-study-hours-minimum"], ours=standard),
        "group_size": Origin(
            supervision["group-size"],
            ours="Taken as the most that a group holds, without the clinician and the chair, "
            "which the report leaves open.",
        ),
        "frequency": Origin(
            records=_present(
                kb, "burridge-2023-range-of-frequencies", "greenwich-nd-weekly-meetings"
            ),
            ours="The report names weekly to quarterly and recommends none. Weekly is what "
            "Greenwich does.",
        ),
        "weeks_off": Origin(ours="None, as the report does not mention any."),
        "session_hours": Origin(
            supervision["session-hours"],
            ours=f"{middle} The hours are of social work units, not of Early Help.",
        ),
        "clinicians_per_session": Origin(
            records=_present(kb, "bostock-2017-clinician-attends"),
            ours="That one attends where possible is recommended; that it is every session, "
            "and one clinician, is ours.",
        ),
        "preparation_hours": Origin(ours="None, as the report gives no figure."),
        "clinicians": Origin(
            clinician["clinicians-per-local-authority"],
            records=_present(kb, "burridge-2023-clinician-number-and-team-size"),
            ours=f"{middle} The report’s estimate depends on the size of the team, but it gives no "
            "ratio. So the number stays the same, however many key workers you put in.",
        ),
        "weekly_hours": Origin(clinician["weekly-hours"], ours=f"{middle} Leave counts as paid."),
        "salary": Origin(clinician["salary-range"], ours=f"{middle} {lowest_pay(kb)}".strip()),
        "on_cost_percent": Origin(ours="Nothing added, as the report gives no figure."),
        "other_costs": Origin(ours="Nothing, until you put in a sum for what isn’t costed."),
    }


def lowest_pay(kb: KnowledgeBase) -> str:
    """Return which of the posts on the report's list is paid least, as plain text."""
    posts = kb.clinician_posts.values()
    post = min(posts, key=lambda post: post.salary_low, default=None)
    if post is None:
        return ""
    band = f" ({post.band})" if post.band else ""
    return (
        f"The lowest pay among the posts that the report lists is that of a {post.title}{band}, "
        f"from {pounds(post.salary_low)}."
    )


def _present(kb: KnowledgeBase, *record_ids: str) -> tuple[str, ...]:
    return tuple(record_id for record_id in record_ids if record_id in kb.records)


def inputs_table(kb: KnowledgeBase, inputs: PilotInputs) -> str:
    """Return what the plan is made from, and where each figure comes from."""
    labels = {field.name: field.label for field in FIELDS}
    labels |= {
        "course": "Course",
        "whole_groups": "Groups bought whole",
        "frequency": "How often a group meets",
    }
    rows = []
    for name, origin in origins(kb).items():
        pieces = []
        if origin.measure is not None:
            measure = origin.measure
            pieces.append(myst.support(measure.records, measure.sources, measure.location))
        if origin.records:
            pieces.append(myst.support(origin.records, (), None))
        if origin.ours:
            pieces.append(f"**Our assumption:** {myst.text(origin.ours)}")
        # In the order of `_data`'s sources: the script writes a changed figure into its row.
        rows.append((myst.text(labels[name]), _default_shown(kb, inputs, name), " ".join(pieces)))
    return myst.table(
        "What the plan is made from, and where each default comes from",
        ("What", "Figure", "Where the default comes from"),
        rows,
        css_class="kb-pilot-inputs",
    )


def _default_shown(kb: KnowledgeBase, inputs: PilotInputs, name: str) -> str:
    if name == "course":
        return f"All {len(foundation_courses(kb))} foundation courses with a known price"
    value = getattr(inputs, name)
    if name == "whole_groups":
        return "Yes" if value else "No"
    if name == "frequency":
        return FREQUENCY_LABELS[value]
    unit = next(field.unit for field in FIELDS if field.name == name)
    if unit.startswith(POUNDS):
        shown = pounds_span(value) if isinstance(value, Range) else price(value)
        return myst.text(shown + unit[len(POUNDS) :])
    return myst.text(f"{span(value) if isinstance(value, Range) else short(value)} {unit}".strip())
