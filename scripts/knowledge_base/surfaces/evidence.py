"""The pages of the section Evidence: by outcome, gaps, studies, all records."""

from __future__ import annotations

from knowledge_base.findings import counted
from knowledge_base.load import KnowledgeBase
from knowledge_base.model.base import NOT_REPORTED
from knowledge_base.model.record import Record
from knowledge_base.surfaces import evidence_map, myst
from knowledge_base.surfaces.claims import claims, read_badge
from knowledge_base.surfaces.statements import shown, support
from knowledge_base.views.gap_map import Cell, gap_map
from knowledge_base.views.profile import profile
from knowledge_base.views.selection import Tally, tally
from knowledge_base.views.statistics import statistics


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
    parts = [evidence_map.small_map_styles()]
    for level, term in kb.vocabularies["outcome-level"].items():
        parts.append(myst.heading(2, term.label, f"level-{level}"))
        parts.append(myst.text(term.definition))
        for outcome in (o for o in table.outcomes if kb.outcomes[o].level == level):
            parts.append(_outcome(kb, outcome, table.row(outcome)))
    return myst.paragraphs(*parts)


def _outcome(kb: KnowledgeBase, outcome: str, cells: tuple[Cell, ...]) -> str:
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
                myst.text(" ".join(profile(kb, cell))),
                claims(kb, _most_direct_first(kb, cell.tally.records)),
            ]
    return myst.paragraphs(*parts)


def _most_direct_first(kb: KnowledgeBase, records: tuple[Record, ...]) -> list[Record]:
    order = list(kb.vocabularies["evidence-basis"])
    return sorted(records, key=lambda r: (order.index(kb.claim_kinds[r.kind].basis), r.id))


def gaps(kb: KnowledgeBase) -> str:
    """Return the gaps, by kind."""
    parts = []
    for kind, term in kb.vocabularies["gap-kind"].items():
        chosen = [(gap_id, gap) for gap_id, gap in kb.gaps.items() if gap.kind == kind]
        if not chosen:
            continue
        parts.append(myst.heading(2, f"{term.label} ({len(chosen)})", f"gaps-{kind}"))
        parts.append(myst.text(term.definition))
        for gap_id, gap in chosen:
            about = ", ".join(kb.components[c].short for c in gap.components)
            outcomes = "".join(
                f"; {myst.link(kb.outcomes[o].label, f'#outcome-{o}')}" for o in gap.outcomes
            )
            parts.append(
                f"(gap-{gap_id})=\n**{myst.text(gap.question)}** {myst.text(gap.statement)} "
                f"{support(gap.records, gap.sources, gap.location)}  \n"
                f"About: {myst.text(about)}{outcomes}"
            )
    return myst.paragraphs(*parts)


def studies(kb: KnowledgeBase) -> str:
    """Return the studies, each with its sources and its claims."""
    parts = []
    for study in sorted(kb.studies.values(), key=lambda s: s.name.casefold()):
        about = [record for record in kb.published if record.study == study.id]
        countries = ", ".join(kb.label("country", c) for c in study.countries)
        facts = [
            f"**Design:** {myst.text(kb.study_types[study.design].label)}",
            f"**Setting:** {myst.text(kb.settings[study.setting].label)}",
            f"**Country:** {myst.text(countries)}",
            f"**Sample:** {shown(study.sample)}",
            f"**Reported in:** {myst.sources(study.sources)}",
        ]
        if study.grouping:
            facts.append(f"**Counted as one because:** {myst.text(study.grouping)}")
        components = dict.fromkeys(record.component for record in about)
        facts.append(
            f"**{counted(len(about), 'claim')}** on "
            + myst.text(", ".join(kb.components[c].short.lower() for c in components) or "nothing")
            + (f": {myst.records(record.id for record in about)}" if about else "")
        )
        parts += [
            myst.heading(2, study.name, f"study-{study.id}"),
            myst.text(study.summary),
            myst.bullets(facts),
        ]
    return myst.paragraphs(*parts)


def all_records(kb: KnowledgeBase) -> str:
    """Return every record as a table a component, those that no longer count included."""
    parts = []
    for component, term in kb.components.items():
        chosen = [r for r in kb.records.values() if r.component == component]
        counts = tally(kb, chosen)
        parts.append(myst.heading(2, f"{term.label}: {size(counts)}", f"records-{component}"))
        rows = [
            (
                myst.record(record.id),
                myst.text(record.claim),
                myst.text(kb.claim_kinds[record.kind].label),
                myst.text(kb.settings[record.setting].label),
                read_badge(kb, record)
                if record.status == "published"
                else myst.badge(kb.label("status", record.status), "status"),
            )
            for record in chosen
        ]
        parts.append(
            myst.table(
                f"Evidence records about {term.short.lower()}",
                ("Source", "Claim", "Kind", "Setting", "How read"),
                rows,
                css_class="records",
            )
        )
    return myst.paragraphs(*parts)


def studies_table(kb: KnowledgeBase) -> str:
    """Return the studies in a table: what each is, where, and how many claims rest on it."""
    rows = []
    for study in sorted(kb.studies.values(), key=lambda s: s.name.casefold()):
        claims_of = sum(1 for record in kb.published if record.study == study.id)
        rows.append(
            (
                myst.link(study.name, f"#study-{study.id}"),
                myst.text(kb.study_types[study.design].label),
                myst.text(kb.settings[study.setting].label),
                myst.text(", ".join(kb.label("country", c) for c in study.countries)),
                "Not reported" if study.sample == NOT_REPORTED else myst.text(study.sample),
                str(claims_of),
            )
        )
    return myst.table(
        "Studies behind the claims",
        ("Study", "Design", "Setting", "Country", "Sample", "Claims"),
        rows,
    )
