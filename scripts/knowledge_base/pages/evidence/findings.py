"""The pages of the section Evidence: by outcome, gaps, studies, all records."""

from __future__ import annotations

from collections import Counter

from knowledge_base import evidence_map
from knowledge_base.markup import loose as myst
from knowledge_base.markup.claims import claims, read_badge
from knowledge_base.markup.loose_html import disclosure
from knowledge_base.markup.statements import shown
from knowledge_base.model.base import NOT_APPLICABLE, NOT_REPORTED
from knowledge_base.model.gap import Gap
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.model.study import Study
from knowledge_base.views.gap_map import Cell, gap_map
from knowledge_base.views.open_questions import OpenQuestions, open_questions
from knowledge_base.views.profile import NOT_COMPARED, profile
from knowledge_base.views.selection import Tally, tally
from knowledge_base.views.statistics import statistics
from knowledge_base.wording.nouns import counted


def limits(kb: KnowledgeBase) -> str:
    """Return the limits that every page of evidence states."""
    return myst.admonition(
        "limits",
        "What this evidence can and can't tell",
        f"{myst.text(kb.report.limits_in_brief)} "
        f"{myst.link('Method and limits', '/book/about/method.md')}.",
    )


def size(counts: Tally) -> str:
    """Return a tally in words: `2 studies, 3 claims`."""
    return f"{counted(len(counts.studies), 'study')}, {counted(counts.claims, 'claim')}"


def overview(kb: KnowledgeBase) -> str:
    """Return how much there is, in one paragraph with computed numbers."""
    numbers = statistics(kb)
    association = numbers.studies_by_basis.get("association", 0)
    comparison = numbers.studies_by_basis.get("comparison", 0)
    measured = (
        "none is described in the report as measuring the effect of a component against a "
        "comparison"
        if comparison == 0
        else f"{counted(comparison, 'study')} measured an effect against a comparison"
    )
    return (
        f"The base holds **{counted(numbers.claims, 'claim')}** from "
        f"**{counted(numbers.sources, 'source')}**. {numbers.claims_of_studies} of the claims "
        f"rest on **{counted(numbers.studies, 'study')}**, and {numbers.studies_with_findings} of "
        f"these studies say something about an outcome: {measured}, and "
        f"{counted(association, 'study')} measured an association. {_read(numbers.studies_read)}"
    )


def _read(studies_read: int) -> str:
    if studies_read == 0:
        return "None of the studies was read for this site: all are cited through other documents."
    return (
        f"{counted(studies_read, 'study')} of these {'was' if studies_read == 1 else 'were'} read "
        "for this site; the others are cited through other documents."
    )


def by_outcome(kb: KnowledgeBase) -> str:
    """Return what is known for every outcome and component, most direct evidence first."""
    table = gap_map(kb)
    found = [cell for cell in table.cells.values() if cell.tally.has_finding]
    # What holds for all findings is said once, above them.
    once = (NOT_COMPARED,) if all(NOT_COMPARED in profile(kb, cell) for cell in found) else ()
    parts = [evidence_map.small_map_styles(), *(f"**For all outcomes:** {said}" for said in once)]
    for level, term in kb.vocabularies["outcome-level"].items():
        parts.append(myst.heading(2, term.label, f"level-{level}"))
        parts.append(myst.text(term.definition))
        for outcome in (o for o in table.outcomes if kb.outcomes[o].level == level):
            parts.append(_outcome(kb, outcome, table.row(outcome), once))
    return myst.paragraphs(*parts)


def _outcome(
    kb: KnowledgeBase, outcome: str, cells: tuple[Cell, ...], once: tuple[str, ...]
) -> str:
    term = kb.outcomes[outcome]
    parts = [
        myst.heading(3, term.label, f"outcome-{outcome}"),
        f"*{myst.text(term.definition)}*"
        f' <a href="map.html#outcome={outcome}">Open in the evidence map</a>',
        evidence_map.outcome_strip(kb, outcome),
    ]
    for cell in cells:
        if cell.tally.records:
            component = kb.components[cell.component]
            parts += [
                myst.heading(
                    4,
                    f"{component.short}: {size(cell.tally)}",
                    f"cell-{cell.component}-{outcome}",
                ),
                myst.text(" ".join(said for said in profile(kb, cell) if said not in once)),
                claims(kb, _most_direct_first(kb, cell.tally.records)),
            ]
    return myst.paragraphs(*parts)


def _most_direct_first(kb: KnowledgeBase, records: tuple[Record, ...]) -> list[Record]:
    order = list(kb.vocabularies["evidence-basis"])
    return sorted(records, key=lambda r: (order.index(kb.claim_kinds[r.kind].basis), r.id))


def gaps_at_a_glance(kb: KnowledgeBase) -> str:
    """Return how many gaps there are of what kind, the first to be settled first, with links."""
    questions = open_questions(kb)
    steps = "; then ".join(
        f"{myst.link(kb.report.next_steps[step].title, f'#gaps-{step}')} ({len(found)})"
        for step, found in questions.by_step.items()
    )
    rest = [
        f"**{myst.link(_kind_label(kb, kind, questions), f'#gaps-{kind}')}:** {len(found)}. "
        f"{_kind_definition(kb, kind, questions)}"
        for kind, found in questions.by_kind.items()
    ]
    return myst.admonition(
        "at-a-glance",
        f"{len(kb.gaps)} open questions",
        myst.bullets(
            (
                f"**To settle first, in the report’s order:** {len(questions.first)}. {steps}.",
                *rest,
            )
        ),
    )


def gaps(kb: KnowledgeBase) -> str:
    """Return the gaps: those that a next step has to settle, in its order, then by kind."""
    questions = open_questions(kb)
    parts = []
    if questions.by_step:
        parts += [
            myst.heading(
                2,
                f"To settle first, in the report’s order ({len(questions.first)})",
                "gaps-to-settle",
            ),
            "The report recommends these steps one after the other, and wants the description "
            "finished before a trial starts. It names some of the questions itself. Others stand "
            "here because they are part of one of the twelve items of TIDieR, by which it wants "
            "the model described; that placing is ours, and each question says what the report "
            f"says of it. All steps: {myst.link('next steps', '/book/plan/next-steps.md')}.",
        ]
    for number, (step, found) in enumerate(questions.by_step.items(), start=1):
        told = kb.report.next_steps[step]
        parts += [
            myst.heading(3, f"{number}. {told.title} ({len(found)})", f"gaps-{step}"),
            myst.text(told.recommendation),
            *(_gap(kb, gap_id, gap, with_kind=True) for gap_id, gap in found.items()),
        ]
    for kind, found in questions.by_kind.items():
        label = _kind_label(kb, kind, questions)
        parts += [
            myst.heading(2, f"{label} ({len(found)})", f"gaps-{kind}"),
            _kind_definition(kb, kind, questions),
            *(_gap(kb, gap_id, gap) for gap_id, gap in found.items()),
        ]
    return myst.paragraphs(*parts)


def _kind_label(kb: KnowledgeBase, kind: str, questions: OpenQuestions) -> str:
    """Return a kind's label; `Also …` where some of the kind stand among the steps."""
    label = kb.label("gap-kind", kind)
    return f"Also {label[:1].lower()}{label[1:]}" if _beside_steps(kind, questions) else label


def _kind_definition(kb: KnowledgeBase, kind: str, questions: OpenQuestions) -> str:
    beside = " None of the steps above asks for it." if _beside_steps(kind, questions) else ""
    return myst.text(f"{kb.term('gap-kind', kind).definition}{beside}")


def _beside_steps(kind: str, questions: OpenQuestions) -> bool:
    return kind == "to-be-settled" and bool(questions.by_step)


def _gap(kb: KnowledgeBase, gap_id: str, gap: Gap, *, with_kind: bool = False) -> str:
    about = (
        "all components"
        if set(gap.components) >= set(kb.components) - {"combination"}
        else ", ".join(_part(kb, component) for component in gap.components)
    )
    outcomes = "".join(
        f"; {myst.link(kb.outcomes[o].label.lower(), f'#outcome-{o}')}" for o in gap.outcomes
    )
    kind = f"{myst.badge(kb.label('gap-kind', gap.kind), 'gap')} " if with_kind else ""
    return (
        f"(gap-{gap_id})=\n:::{{div}} kb-entry\n**{myst.text(gap.question)}** "
        f"{myst.text(gap.statement)} {myst.support(gap.records, gap.sources, gap.location)}\n\n"
        f"{kind}[About {myst.text(about)}{outcomes}]{{.kb-about}}\n:::"
    )


def _part(kb: KnowledgeBase, component: str) -> str:
    term = kb.components[component]
    return (term.label if component == "combination" else term.short).lower()


def studies(kb: KnowledgeBase) -> str:
    """Return the studies by setting, each with its sources and its claims."""
    parts = []
    for setting, chosen in _by_setting(kb).items():
        label = f"{kb.settings[setting].label} ({len(chosen)})"
        parts.append(myst.heading(2, label, f"studies-{setting}".replace("_", "-")))
        parts += [_study(kb, study) for study in chosen]
    return myst.paragraphs(*parts)


def _by_setting(kb: KnowledgeBase) -> dict[str, list[Study]]:
    """Return the studies by setting, in the vocabulary's order; those with most claims first."""
    return {
        setting: sorted(
            found, key=lambda study: (-len(_claims_of(kb, study)), study.name.casefold())
        )
        for setting in kb.settings
        if (found := [study for study in kb.studies.values() if study.setting == setting])
    }


def _claims_of(kb: KnowledgeBase, study: Study) -> list[Record]:
    return [record for record in kb.published if record.study == study.id]


def _study(kb: KnowledgeBase, study: Study) -> str:
    about = _claims_of(kb, study)
    components = dict.fromkeys(record.component for record in about)
    facts = [
        f"{myst.text(kb.study_types[study.design].label)} · {_countries(kb, study)} · "
        f"Sample: {shown(study.sample)}",
        f"**Reported in:** {myst.sources(study.sources)}",
    ]
    if study.grouping:
        facts.append(f"**Counted as one because:** {myst.text(study.grouping)}")
    facts.append(
        f"**{counted(len(about), 'claim')}** on "
        + myst.text(", ".join(kb.components[c].short.lower() for c in components) or "nothing")
        + (f": {myst.records(record.id for record in about)}" if about else "")
    )
    return myst.paragraphs(
        myst.heading(3, study.name, f"study-{study.id}"),
        myst.text(study.summary),
        myst.bullets(facts),
    )


def _countries(kb: KnowledgeBase, study: Study) -> str:
    countries = ", ".join(kb.label("country", c) for c in study.countries)
    untold = study.countries == (NOT_REPORTED,)
    return "Country not reported" if untold else myst.text(countries)


def studies_table(kb: KnowledgeBase) -> str:
    """Return the studies in a table: what each is, where, and how many claims rest on it."""
    rows = [
        (
            myst.link(study.name, f"#study-{study.id}"),
            myst.text(kb.settings[setting].label),
            myst.text(kb.study_types[study.design].label),
            myst.text(", ".join(kb.label("country", c) for c in study.countries)),
            shown(study.sample),
            str(len(_claims_of(kb, study))),
        )
        for setting, chosen in _by_setting(kb).items()
        for study in chosen
    ]
    return myst.table(
        "Studies behind the claims, by setting",
        ("Study", "Setting", "Design", "Country", "Sample", "Claims"),
        rows,
        css_class="kb-studies",
    )


def records_at_a_glance(kb: KnowledgeBase) -> str:
    """Return the number of records by component and kind, with ways to them."""
    kinds = [kind for kind in kb.claim_kinds if any(r.kind == kind for r in kb.records.values())]
    number = Counter((record.component, record.kind) for record in kb.records.values())
    rows = [
        (
            myst.text(kb.claim_kinds[kind].label),
            *(
                myst.link(str(number[component, kind]), f"#records-{component}-{kind}")
                if number[component, kind]
                else "–"
                for component in kb.components
            ),
            str(sum(number[component, kind] for component in kb.components)),
        )
        for kind in kinds
    ]
    every = [sum(number[component, kind] for kind in kinds) for component in kb.components]
    rows.append(("**All**", *(f"**{n}**" for n in every), f"**{sum(every)}**"))
    return myst.paragraphs(
        myst.table(
            "Evidence records by kind of claim and component",
            (
                "Kind of claim",
                *(myst.link(t.short, f"#records-{c}") for c, t in kb.components.items()),
                "All",
            ),
            rows,
            css_class="kb-counts",
        ),
        '<a href="map.html#view=list">The list of the evidence map</a> shows the records that '
        "count, to be filtered by setting, country, study type, year and words.",
    )


def all_records(kb: KnowledgeBase) -> str:
    """Return every record by component and kind, those that no longer count included."""
    parts = []
    for component, term in kb.components.items():
        chosen = [r for r in kb.records.values() if r.component == component]
        heading = f"{term.label}: {size(tally(kb, chosen))}"
        parts.append(myst.heading(2, heading, f"records-{component}"))
        for kind, kind_term in kb.claim_kinds.items():
            of_kind = [r for r in chosen if r.kind == kind]
            if of_kind:
                about = f"{kind_term.label}: {counted(len(of_kind), 'record')}"
                # The target stands inside, so that a link to it opens what it lies in.
                table = f"(records-{component}-{kind})=\n{_records_table(kb, component, of_kind)}"
                parts.append(disclosure(about, table))
    return myst.paragraphs(*parts)


def _records_table(kb: KnowledgeBase, component: str, records: list[Record]) -> str:
    kind = kb.claim_kinds[records[0].kind].label
    return myst.table(
        f"{kb.components[component].short}, {kind.lower()}",
        ("Source", "Claim", "Setting", "How read"),
        [
            (
                myst.record(record.id),
                myst.text(record.claim),
                shown(record.setting)
                if record.setting in (NOT_REPORTED, NOT_APPLICABLE)
                else myst.text(kb.settings[record.setting].label),
                read_badge(kb, record)
                if record.status == "published"
                else myst.badge(kb.label("status", record.status), "status"),
            )
            for record in records
        ],
        css_class="records",
    )
