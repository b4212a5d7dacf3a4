"""The pages of the section Start: five questions, each with its answer and the way onward.

The landing page gives an answer in a few lines, the page of questions the same at length.
Links with a `#` and filters lead to a tool that is set already: the evidence map, the
catalogue, the planner.
"""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

from knowledge_base.markup import loose as myst
from knowledge_base.markup.loose_html import course_anchor
from knowledge_base.model.gap import Gap
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan import pilot
from knowledge_base.pages.plan.providers import prices_as_of, year_of_prices
from knowledge_base.pages.start.model_picture import known_by_component, known_strip
from knowledge_base.views.catalogue import CourseRow, catalogue, cheapest, place_prices
from knowledge_base.views.gap_map import NO_SEARCH_REPORTED, NONE_FOUND, gap_map
from knowledge_base.views.open_questions import open_questions
from knowledge_base.views.pilot_plan import (
    PilotPlan,
    default_inputs,
    groups_to_buy,
    pilot_plan,
    training_price,
)
from knowledge_base.views.selection import is_finding
from knowledge_base.views.statistics import statistics
from knowledge_base.wording.nouns import counted
from knowledge_base.wording.numbers import about, figure, pounds, price, short

KEY_WORKERS = 40
"""How many key workers the example of a pilot has: ours, as an area might start with."""


def _preset(label: str, page: str, **filters: object) -> str:
    """Return a link to a tool of the book that is set already."""
    address = f"{page}.html#{urlencode(filters, safe=':/')}"
    return f'<a href="{escape(address)}">{myst.text(label)}</a>'


def _answer(text: str) -> str:
    return f":::{{div}} kb-answer\n{text}\n:::"


def _onward(*links: str) -> str:
    return f":::{{div}} kb-onward\n{myst.bullets(links)}\n:::"


# What is known, and how well?


def _effect(kb: KnowledgeBase) -> str:
    comparison = statistics(kb).studies_by_basis.get("comparison", 0)
    if comparison == 0:
        return "The report passes on no effect that was measured against a comparison."
    return f"{counted(comparison, 'study')} measured an effect against a comparison."


def _studies(kb: KnowledgeBase) -> str:
    base = statistics(kb)
    of_studies = [record for record in kb.published if record.study]
    direct = {
        r.study
        for r in of_studies
        if r.outcomes and is_finding(kb, r) and kb.settings[r.setting].direct
    }
    through = {r.cited_through.source for r in of_studies if r.cited_through}
    known_from = "the report" if through <= {kb.report.source} else "documents that cite them"
    read = (
        f"We have read none of the studies: we know them from {known_from}."
        if base.studies_read == 0
        else f"We have read {base.studies_read} of them; the others we know from {known_from}."
    )
    designs = {r.study: kb.studies[r.study].design for r in of_studies if r.study}
    compared = sum(1 for design in designs.values() if design in _COMPARING)
    aside = (
        f" {compared} of the {base.studies} are called comparative or a meta-analysis, but no "
        "claim from them is of an effect that was measured against a comparison."
        if compared and not base.studies_by_basis.get("comparison")
        else ""
    )
    return (
        f"By our count this site draws on {counted(base.studies, 'study')}. Of these, "
        f"{base.studies_with_findings} have findings on outcomes, which are what may change for "
        f"staff or families. {len(direct)} of those with findings on outcomes are reported to "
        f"come from Early Help.{aside} {read}"
    )


_COMPARING = ("comparative", "meta-analysis")
"""Types of study from which one would expect a measured effect."""


def known(kb: KnowledgeBase) -> str:
    """Return what is known, in a few lines and a picture."""
    return myst.paragraphs(
        _answer(_effect(kb)),
        _studies(kb),
        known_strip(kb),
        _onward(
            myst.link("See every finding in the evidence map", "/book/evidence/map.md"),
            *_example_of_the_map(kb),
            myst.link("Before you quote the report", "/book/about/discrepancies.md"),
        ),
    )


def _example_of_the_map(kb: KnowledgeBase) -> list[str]:
    """Return a link to a cell of the evidence map, while there is its outcome."""
    component, outcome = "group-supervision", "child-safety"
    if outcome not in kb.outcomes:
        return []
    pair = f"{kb.components[component].short} and {kb.outcomes[outcome].label.lower()}"
    return ["For example: " + _preset(pair, "evidence/map", open=f"cell:{component}/{outcome}")]


def known_at_length(kb: KnowledgeBase) -> str:
    """Return what is known of each part in a sentence or two."""
    return myst.paragraphs(_answer(_effect(kb)), _studies(kb), known_by_component(kb), sizes(kb))


def sizes(kb: KnowledgeBase) -> str:
    """Return how many claims there are and what they rest on, in plain words."""
    base = statistics(kb)
    association = base.studies_by_basis.get("association", 0)
    return (
        f"This site holds {counted(base.claims, 'claim')}, each on a page of its own. "
        f"{base.claims_of_studies} of them come from a study. The others describe a part, give "
        "guidance, or are the report’s own words. "
        f"{counted(association, 'study').capitalize()} measured that two things go together, "
        "which does not show that one causes the other."
    )


# What is not known?


def not_known(kb: KnowledgeBase) -> str:
    """Return what is not known, in a few lines."""
    first = list(open_questions(kb).first.values())
    outcomes = [gap for _, gap in _about_outcomes(kb)]
    amount = f"By our reading, an evaluator has {counted(len(first), 'question')} to settle first."
    to_settle = [myst.link("What an evaluator must still settle", "#gaps-to-settle")]
    return myst.paragraphs(
        _answer(_silence(kb)),
        "Open questions, for example:" if outcomes else "",
        _questions(outcomes[:5], kb),
        f"{amount} Among them:" if first else "",
        _questions(first[:5], kb),
        _onward(
            *(to_settle if first else ()),
            myst.link(f"All {len(kb.gaps)} open questions", "/book/evidence/gaps.md"),
            myst.link("What the report recommends next", "/book/plan/next-steps.md"),
        ),
    )


def _silence(kb: KnowledgeBase) -> str:
    table = gap_map(kb)
    cells = table.cells.values()
    silent = sum(1 for cell in cells if cell.emptiness == NO_SEARCH_REPORTED)
    lacking = sum(1 for cell in cells if cell.emptiness == NONE_FOUND)
    return (
        f"Take each part of the model and each of {len(table.outcomes)} outcomes: "
        f"for {silent} of these {len(cells)} pairs the report says nothing"
        + (
            f"; for {lacking} more it is said, in general, that evidence is lacking."
            if lacking
            else "."
        )
    )


def _about_outcomes(kb: KnowledgeBase) -> list[tuple[str, Gap]]:
    """Return the open questions about outcomes: those of children and families come first."""

    def place(item: tuple[str, Gap]) -> bool:
        return not any(kb.outcomes[outcome].level == "family" for outcome in item[1].outcomes)

    return sorted(((i, gap) for i, gap in kb.gaps.items() if gap.outcomes), key=place)


def _questions(gaps: list[Gap], kb: KnowledgeBase) -> str:
    ids = {id(gap): gap_id for gap_id, gap in kb.gaps.items()}
    return myst.bullets(myst.link(gap.question, f"#gap-{ids[id(gap)]}") for gap in gaps)


def unknowns(kb: KnowledgeBase, number: int = 6) -> str:
    """Return the first open questions about outcomes, with what is said and what it rests on."""
    items = [
        f"{myst.link(gap.question, f'#gap-{gap_id}')} {myst.text(gap.statement)} "
        f"{myst.support(gap.records, gap.sources, gap.location)}"
        for gap_id, gap in _about_outcomes(kb)[:number]
    ]
    everything = myst.link(f"All {len(kb.gaps)} open questions", "/book/evidence/gaps.md")
    return myst.paragraphs(_answer(_silence(kb)), myst.bullets(items), everything)


def to_settle(kb: KnowledgeBase) -> str:
    """Return what stands to be settled first, by the step that has to settle it."""
    questions = open_questions(kb)
    if not questions.first:
        return "No question is on file that a step has to settle."
    return myst.paragraphs(
        f"{counted(len(questions.first), 'question')}, by the step that has to settle them. Which "
        "of them belong to a step is partly our reading: see "
        f"{myst.link('What is not known', '#gaps-to-settle')}.",
        *(
            f"**{myst.text(kb.report.next_steps[step].title)}** ({len(found)})\n\n"
            f"{_questions(list(found.values()), kb)}"
            for step, found in questions.by_step.items()
        ),
    )


# Who trains, and for how much?


def _prices(kb: KnowledgeBase) -> str:
    low, high = place_prices(kb, level="foundation")
    group = cheapest(
        row
        for row in catalogue(kb)
        if row.course.level == "foundation" and row.course.cost.basis == "cohort"
    )
    return (
        f"A place on a course called foundation costs £{low:,.0f} to £{high:,.0f}, where the price "
        "of one place is given." + (f" Sold by the group: {_price(group)}." if group else "")
    )


def _by_link(kb: KnowledgeBase) -> str:
    """Return what the courses cost that only their link calls foundation."""
    rows = [row for row in catalogue(kb) if row.course.level == "foundation-by-link"]
    if not rows:
        return ""
    courses = "; ".join(_course(kb, row) for row in rows)
    return f"**Foundation by their link only**, not by their name: {courses}."


def _prices_of_all(kb: KnowledgeBase) -> str:
    low, high = place_prices(kb)
    return f"Over all levels, one place costs £{low:,.0f} to £{high:,.0f}, where that is given."


def _of_the_list(kb: KnowledgeBase) -> str:
    rows = catalogue(kb)
    return (
        f"{counted(len(kb.providers), 'provider')} and {counted(len(rows), 'course')} are listed. "
        f"{_prices_of_all(kb)} {prices_as_of(kb)}"
    )


def _standard(kb: KnowledgeBase) -> str:
    rows = catalogue(kb)
    meets = [row for row in rows if row.standard == "meets"]
    unsure = sum(1 for row in rows if row.standard == "can't be told")
    hours = kb.blueprint["training"].measures
    asked = (
        f"at least {short(hours['contact-hours-minimum'].ends[0])} hours with staff and "
        f"{short(hours['independent-study-hours-minimum'].ends[0])} of own study"
    )
    return (
        f"**AFT’s hours** ({asked}). The list shows that they are met for "
        f"{counted(len(meets), 'course')}"
        + (f": {'; '.join(_course(kb, row) for row in meets)}" if meets else "")
        + f". For {unsure} it can’t be told. The report heads its list as one of providers of "
        "training accredited by AFT."
    )


def _cheapest_foundation(kb: KnowledgeBase) -> str:
    row = cheapest(row for row in catalogue(kb) if row.course.level == "foundation")
    if row is None:
        return "No foundation course has a price a person."
    return f"**Cheapest foundation course with a known price:** {_course(kb, row)}."


def _facts(kb: KnowledgeBase) -> str:
    facts = (_standard(kb), _cheapest_foundation(kb), _by_link(kb))
    return myst.bullets(fact for fact in facts if fact)


def _course(kb: KnowledgeBase, row: CourseRow) -> str:
    """Return a course in a line: a link to its entry, where it is, what it costs a person."""
    link = (
        f'<a href="plan/providers.html#{course_anchor(row.id)}">{myst.text(row.provider.name)}</a>'
    )
    region = myst.text(kb.label("region", row.provider.region))
    return f"{link} ({region}), {_price(row)}"


def _price(row: CourseRow) -> str:
    if row.price_per_place is None:
        return "price a person not known"
    cost = row.course.cost
    told = f"{'from ' if cost.is_minimum else ''}{price(row.price_per_place)} a person"
    if cost.basis == "cohort":
        told += f" in a full group of {cost.places}"
    if row.price_with_vat is not None:
        told += f", or {price(row.price_with_vat)} with VAT"
    return told


def trains(kb: KnowledgeBase) -> str:
    """Return who trains, for how much, in a few lines."""
    return myst.paragraphs(
        _answer(_prices(kb)),
        _of_the_list(kb),
        _facts(kb),
        _onward(
            myst.link("Find and compare courses", "/book/plan/providers.md"),
            _preset(
                "Foundation courses, cheapest first",
                "plan/providers",
                level="foundation",
                sort="price",
            ),
            f"For example: {_example(kb)}",
        ),
    )


def _example(kb: KnowledgeBase) -> str:
    """Return a question to the catalogue, with how many courses answer it."""
    asked = {"region": "south-east", "level": "foundation", "standard": "meets"}
    found = sum(
        1
        for row in catalogue(kb)
        if asked["region"] in row.areas
        and (row.course.level, row.standard) == (asked["level"], asked["standard"])
    )
    link = _preset(
        "a foundation course in the South East that meets the hours",
        "plan/providers",
        **asked,
        sort="price",
    )
    return f"{link} ({found or 'none'} on the list)"


def who_trains(kb: KnowledgeBase) -> str:
    """Return the same at length: what is to be had in each region."""
    rows = catalogue(kb)
    areas = [a for a in kb.vocabularies["region"] if any(a in row.areas for row in rows)]
    return myst.paragraphs(
        _answer(_prices(kb)),
        _of_the_list(kb),
        _facts(kb),
        myst.table(
            f"Courses on the list, by region{year_of_prices(kb)}",
            ("Region", "Courses", "Called foundation", "Meet AFT’s hours", "Cheapest known price"),
            [_region_row(kb, area, [r for r in rows if area in r.areas]) for area in areas],
        ),
        "A course counts in every region in which its provider has a site. What is not on the list "
        "may still exist: AFT keeps a list of its own, which is updated.",
    )


def _region_row(kb: KnowledgeBase, area: str, rows: list[CourseRow]) -> tuple[str, ...]:
    best = cheapest(rows)
    return (
        _preset(_region(kb, area), "plan/providers", region=area, sort="price"),
        str(len(rows)),
        str(sum(1 for row in rows if row.course.level == "foundation")),
        str(sum(1 for row in rows if row.standard == "meets")),
        _course(kb, best) if best else "Not known",
    )


def _region(kb: KnowledgeBase, area: str) -> str:
    return "Not reported" if area == "not_reported" else kb.label("region", area)


# What would my area need?


def area(kb: KnowledgeBase) -> str:
    """Return what a pilot of an example's size would need, in a few lines."""
    plan = pilot_plan(default_inputs(kb, key_workers=KEY_WORKERS))
    others = " · ".join(_planned(size) for size in (20, 80, 160))
    return myst.paragraphs(
        _in_short(kb, plan),
        _onward(
            _preset("Change the numbers for your area", "plan/pilot", key_workers=KEY_WORKERS),
            f"Other sizes: {others} key workers",
        ),
    )


def _in_short(kb: KnowledgeBase, plan: PilotPlan) -> str:
    people = plan.inputs.clinicians
    alone = people.low == people.high == 1
    figures = (
        (short(plan.places), "training places"),
        (short(plan.groups), "supervision groups"),
        (
            short(people.low)
            if people.low == people.high
            else f"{short(people.low)} to {short(people.high)}",
            f"full-time clinician{'' if alone else 's'}, by the size of the team",
        ),
        (
            figure(plan.contact_hours),
            f"hours taught, and {figure(plan.independent_hours)} of own study, at the least",
        ),
    )
    boxes = "\n".join(f":::{{div}} number\n**{number}** {what}\n:::" for number, what in figures)
    return myst.paragraphs(
        _answer(
            f"{KEY_WORKERS} key workers over {short(plan.inputs.months)} months: "
            f"from {about(plan.cost.low)} to {about(plan.cost.high)} for training "
            "and clinicians’ pay."
        ),
        f"In the middle: {about(plan.cost.central)}. Other costs come on top, and the "
        "report gives no figures for them. The size, the time and weekly groups are our example.",
        f"**The low end takes the least of everything.** {_low_end(kb, plan)}{_high_end(plan)}",
        f"::::{{div}} numbers\n{boxes}\n::::",
    )


def _low_end(kb: KnowledgeBase, plan: PilotPlan) -> str:
    """Return what the low cost is made of, and whether its clinicians could do the work."""
    inputs = plan.inputs
    starts = "a price for training that only starts there, " if pilot.starts_there(plan) else ""
    one = inputs.clinicians.low == 1
    people = "one clinician" if one else f"{short(inputs.clinicians.low)} clinicians"
    return (
        f"It takes {starts}and {people} at {pounds(inputs.salary.low)} a year. "
        f"{myst.text(pilot.lowest_pay(kb))} {pilot.warning(plan)}"
    ).strip()


def _high_end(plan: PilotPlan) -> str:
    """Return that the high end pays for places that stay empty, if it does."""
    inputs = plan.inputs
    dearest = max(inputs.offers, key=lambda offer: training_price(inputs, offer))
    groups = groups_to_buy(inputs.key_workers, dearest)
    if not inputs.whole_groups or groups * dearest.places == inputs.key_workers:
        return ""
    return f" **The high end buys more than is needed**: {groups} whole groups of {dearest.places}."


def _planned(key_workers: int) -> str:
    return _preset(str(key_workers), "plan/pilot", key_workers=key_workers)


def needs(kb: KnowledgeBase) -> str:
    """Return the same at length: cost, time, and what can't be costed."""
    plan = pilot_plan(default_inputs(kb, key_workers=KEY_WORKERS))
    return myst.paragraphs(
        _in_short(kb, plan),
        pilot.cost_table(plan),
        pilot.source(kb, to_root="../"),
        "**What the report gives no figure for**, so that it comes on top:",
        pilot.not_costed(),
        _preset("Change the numbers for your area", "plan/pilot", key_workers=KEY_WORKERS),
    )
