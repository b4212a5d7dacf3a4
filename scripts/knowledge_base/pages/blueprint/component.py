"""The pages of the section Blueprint: what each component is and how it could be done."""

from __future__ import annotations

from knowledge_base.markup import loose as myst
from knowledge_base.markup.claims import claim, claims
from knowledge_base.markup.loose_html import disclosure
from knowledge_base.markup.statements import measure, prose, statement, statements
from knowledge_base.model.blueprint import Illustration, Listing, Measure
from knowledge_base.model.gap import Gap
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.pages.evidence.findings import size
from knowledge_base.views.barriers import barriers_and_enablers
from knowledge_base.views.claims import same_claims
from knowledge_base.views.gap_map import EMPTINESS, Cell, gap_map
from knowledge_base.views.open_questions import open_questions
from knowledge_base.views.profile import profile
from knowledge_base.views.selection import (
    basis,
    findings_on_outcomes,
    studies_in_general,
    tally,
)
from knowledge_base.views.tidier import summary
from knowledge_base.wording.nouns import counted


def at_a_glance(kb: KnowledgeBase, component: str) -> str:
    """Return the box at the top of a component's page: what, numbers, evidence, open questions."""
    blueprint = kb.blueprint[component]
    counts = tally(kb, (r for r in kb.published if r.component == component))
    figures = [
        f"[{myst.text(measure(item))}]{{.kb-figure}} [{myst.text(item.label)}]{{.kb-figure-name}} "
        f"{myst.support(item.records, item.sources, item.location)}"
        for item in list(blueprint.measures.values())[:_AT_A_GLANCE]
    ]
    found = findings_on_outcomes(kb, counts.records)
    kinds = [kb.label("evidence-basis", one).lower() for one in found.bases]
    telling = len(found.studies) or "none"
    evidence = f"**Evidence:** {size(counts)}; {telling} of the studies with a finding on outcomes"
    evidence += f" ({myst.text(', '.join(kinds))})." if kinds else "."
    if general := studies_in_general(kb, found):
        evidence += (
            f" {len(general)} of these {len(found.studies)} are not about systemic practice."
        )
    questions = open_questions(kb, component)
    unknown = (
        f"**Not known:** {counted(len(questions.first) + len(questions.rest), 'open question')}, "
        f"{len(questions.first)} of them to settle before a trial."
    )
    return myst.admonition(
        "at-a-glance",
        "At a glance",
        myst.paragraphs(
            prose(blueprint.summary),
            evidence,
            unknown,
            f"{{.kb-figures}}\n{myst.bullets(figures)}" if figures else "",
        ),
    )


_AT_A_GLANCE = 4
"""How many numbers stand in the box; the rest follows below it."""


def _measure(item: Measure) -> str:
    return (
        f"**{myst.text(item.label)}:** {myst.text(measure(item))} "
        f"{myst.support(item.records, item.sources, item.location)}"
    )


def lists(kb: KnowledgeBase, component: str) -> str:
    """Return the lists of a component's blueprint, and the numbers that the box leaves out."""
    blueprint = kb.blueprint[component]
    more = list(blueprint.measures.values())[_AT_A_GLANCE:]
    boxes = "\n".join(
        f":::{{div}} kb-list\n{_listing(item)}\n:::" for item in blueprint.lists.values()
    )
    return myst.paragraphs(
        f"::::{{div}} kb-lists\n{boxes}\n::::" if boxes else "",
        disclosure(
            f"{counted(len(more), 'further number')}", myst.bullets(_measure(item) for item in more)
        )
        if more
        else "",
    )


def _listing(item: Listing) -> str:
    lines = myst.bullets(
        f"**{myst.text(term)}**: {myst.text(meaning)}" if meaning else myst.text(term)
        for term, meaning in item.items.items()
    )
    return myst.paragraphs(
        f"**{myst.text(item.title)}**",
        lines,
        f"{myst.text(item.note) if item.note else ''} "
        f"{myst.support(item.records, item.sources, item.location)}".strip(),
    )


def objective_to_outcome(kb: KnowledgeBase, component: str) -> str:
    """Return the way from objectives by mechanisms to outcomes, as three steps."""
    chosen = [r for r in kb.published if r.component == component and r.kind == "objective"]
    steps = (
        (
            "Objective",
            "What it is meant to do",
            claims(kb, chosen, told=True) or "The report states no objective of its own for it.",
        ),
        (
            "Mechanism",
            "How it is said to lead to outcomes",
            links_to_outcomes(kb, component),
        ),
        (
            "Outcome",
            "What there are claims about, the most direct kind of evidence first",
            _outcomes_by_basis(kb, component),
        ),
    )
    drawn = "\n".join(
        f"::::{{div}} kb-step\n:::{{div}} kb-step-name\n**{name}** [{about}]{{.kb-about}}\n:::\n"
        f":::{{div}} kb-step-body\n{body}\n:::\n::::"
        for name, about, body in steps
    )
    return myst.paragraphs(
        f":::::{{div}} kb-steps\n{drawn}\n:::::",
        "The three steps are told from different documents. That one leads to the next is what "
        "the report expects, not something that a study followed from end to end.",
    )


def links_to_outcomes(kb: KnowledgeBase, component: str) -> str:
    """Return how the objectives are said to lead to outcomes."""
    return statements(kb.blueprint[component].links_to_outcomes)


def _outcomes_by_basis(kb: KnowledgeBase, component: str) -> str:
    """Return the outcomes by the most direct kind of evidence that there is about each."""
    table = gap_map(kb)
    cells = [table.cells[component, outcome] for outcome in table.outcomes]
    lines = []
    for kind, term in kb.vocabularies["evidence-basis"].items():
        names = [
            f"{myst.link(kb.outcomes[cell.outcome].label, f'#cell-{component}-{cell.outcome}')} "
            f"[({_count_of_kind(kb, cell, kind)})]{{.support}}"
            for cell in cells
            if cell.tally.records and cell.tally.bases[0] == kind
        ]
        if names:
            lines.append(f"**{myst.text(term.label)}:** {'; '.join(names)}")
    return myst.bullets(lines) or "There is no claim about an outcome."


def _count_of_kind(kb: KnowledgeBase, cell: Cell, kind: str) -> str:
    """Return how many studies give a cell evidence of this kind, or claims if none is known."""
    of_kind = [record for record in cell.tally.records if basis(kb, record) == kind]
    studies = {record.study for record in of_kind if record.study}
    return counted(len(studies), "study") if studies else counted(len(of_kind), "claim")


def evidence_profile(kb: KnowledgeBase, component: str) -> str:
    """Return for which outcomes nothing is known, and in sentences what is about the others."""
    table = gap_map(kb)
    cells = [table.cells[component, outcome] for outcome in table.outcomes]
    rows = [
        (
            myst.link(kb.outcomes[cell.outcome].label, f"#cell-{component}-{cell.outcome}"),
            size(cell.tally),
            myst.text(" ".join(profile(kb, cell))),
        )
        for cell in cells
        if cell.tally.records
    ]
    parts = []
    for kind, (label, meaning) in EMPTINESS.items():
        names = [
            kb.outcomes[cell.outcome].label.lower()
            for cell in cells
            if cell.emptiness == kind and not cell.tally.records
        ]
        if names:
            parts.append(f"**{label}:** {myst.text('; '.join(names))}. {myst.text(meaning)}")
    if rows:
        profiles = myst.table(
            f"Outcomes for which there are claims about {kb.components[component].short}",
            ("Outcome", "Evidence", "What it is"),
            rows,
        )
        parts.append(disclosure("In sentences, outcome by outcome", profiles))
    return myst.paragraphs(*parts)


def barriers(kb: KnowledgeBase, component: str) -> str:
    """Return what hinders, with what is said to help against it, and what else helps."""
    hindrances, helps = barriers_and_enablers(kb, component)
    parts = []
    if hindrances:
        rows = [
            (
                f"**{myst.text(kb.factors[item.record.factor or ''].as_barrier)}.** "
                f"{claim(kb, item.record, told=True)}",
                _responses(kb, item.responses) or "Nothing is reported.",
            )
            for item in hindrances
        ]
        parts.append(
            myst.table(
                "Barriers, and what is reported to help against them",
                ("Barrier", "What may help"),
                rows,
                css_class="barriers",
            )
        )
    if helps:
        number = counted(len(same_claims(helps)), "claim")
        parts.append(disclosure(f"What else is said to matter: {number}", claims(kb, helps)))
    return myst.paragraphs(*parts) or "The report names none."


def _responses(kb: KnowledgeBase, records: tuple[Record, ...]) -> str:
    one = len(same_claims(records)) == 1
    return claim(kb, *records, told=True) if one else claims(kb, records, told=True)


def other_claims(kb: KnowledgeBase, component: str) -> str:
    """Return requirements, recommendations, descriptions and what is said not to be known."""
    parts = []
    for kind in ("requirement", "recommendation", "description", "psychometric", "absence"):
        chosen = [r for r in kb.published if r.component == component and r.kind == kind]
        if chosen:
            term = kb.claim_kinds[kind]
            number = counted(len(same_claims(chosen)), "claim")
            parts.append(
                disclosure(
                    f"{term.label}: {number}",
                    myst.paragraphs(myst.text(term.definition), claims(kb, chosen)),
                )
            )
    return myst.paragraphs(*parts)


def considerations(kb: KnowledgeBase, component: str) -> str:
    """Return what to think of when implementing."""
    return statements(kb.blueprint[component].considerations)


def illustrations(kb: KnowledgeBase, component: str) -> str:
    """Return the case illustrations, or that the report has none."""
    told = kb.blueprint[component].illustrations
    return (
        myst.paragraphs(*(_illustration(kb, item) for item in told.values()))
        or "The report illustrates it by no case of its own."
    )


def _illustration(kb: KnowledgeBase, item: Illustration) -> str:
    body = myst.paragraphs(
        statements(item.statements),
        f"{myst.text(kb.settings[item.setting].label)}, {myst.text(item.place)}. "
        f"{myst.support((), item.sources, item.location)} "
        "An example of how it was done, not evidence that it works.",
    )
    return myst.admonition("illustration", item.title, body)


def questions(kb: KnowledgeBase, component: str) -> str:
    """Return the gaps that concern a component: those to settle before a trial, then the rest."""
    found = open_questions(kb, component)
    parts = []
    for step, gaps in found.by_step.items():
        parts += [f"**{myst.text(kb.report.next_steps[step].title)}**", _questions(gaps)]
    if found.rest:
        parts += ["**Not known, or left to others**", _questions(found.rest)]
    return myst.paragraphs(*parts) or "None is recorded."


def _questions(gaps: dict[str, Gap]) -> str:
    lines = myst.bullets(myst.link(gap.question, f"#gap-{gap_id}") for gap_id, gap in gaps.items())
    return f"{{.kb-questions}}\n{lines}"


def tidier_table(kb: KnowledgeBase, component: str) -> str:
    """Return the twelve TIDieR items of one component."""
    rows = []
    for item, term in kb.vocabularies["tidier-item"].items():
        entry = kb.blueprint[component].tidier[item]
        said = [statement(s) for s in entry.statements]
        if entry.not_reported:
            said.append(f"**Not reported:** {myst.text(entry.not_reported)}")
        rows.append((myst.text(term.label), " ".join(said)))
    counts = summary(kb)[component]
    return disclosure(
        f"All {counts.total()} items: {counts['reported']} reported in full, "
        f"{counts['partly reported']} in part, {counts['not reported']} not at all",
        myst.table(
            f"TIDieR description of {kb.components[component].short}",
            ("Item", "What the report says"),
            rows,
            css_class="tidier",
        ),
    )
