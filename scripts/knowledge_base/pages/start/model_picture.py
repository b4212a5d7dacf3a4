"""The model at a glance: a picture of its parts, a table of them, and how much is known of each."""

from __future__ import annotations

from collections import Counter
from html import escape

from knowledge_base.markup import loose as myst
from knowledge_base.markup.loose_html import raw
from knowledge_base.markup.source_line import sourced
from knowledge_base.markup.statements import measure, statement
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.catalogue import place_prices
from knowledge_base.views.gap_map import (
    NO_SEARCH_REPORTED,
    NONE_FOUND,
    STANDINGS,
    Cell,
    gap_map,
)
from knowledge_base.views.selection import (
    DIRECT,
    ONLY_EXPECTED,
    ONLY_INDIRECT,
    basis,
    findings_on_outcomes,
    is_finding,
    studies_in_general,
    tally,
)
from knowledge_base.wording.nouns import counted, listed

WITH_FILE_KINDS = ("genograms", "feedback-tools")
TOGETHER = "combination"
"""Not a part, but how the parts depend on one another."""


def picture(kb: KnowledgeBase) -> str:
    """Return the model as a picture: what key workers get, what they use, what it is meant for."""
    parts = [c for c in kb.components if c != TOGETHER]
    for_workers = [c for c in parts if c not in WITH_FILE_KINDS]
    with_families = [c for c in parts if c in WITH_FILE_KINDS]
    meant = myst.bullets(
        f"{myst.link(term.label, f'#level-{level}')}"
        for level, term in kb.vocabularies["outcome-level"].items()
    )
    rows = (
        _row("1", "Key workers get", _boxes(kb, for_workers)),
        _row("2", "They use with families", _boxes(kb, with_families)),
        _row("3", "Meant to change", f":::{{div}} model-meant\n{meant}\n:::"),
    )
    together = myst.link("at the same time", f"/book/blueprint/{TOGETHER}.md")
    return myst.paragraphs(
        "::::::{div} model-picture\n" + "\n".join(rows) + "\n::::::",
        f"The report holds that training, clinicians and group supervision should come {together}. "
        "What the model is meant to change is not what is known to have changed.",
        sourced(
            f"{myst.source(kb.report.source)}; the records are on each part’s page",
            {"knowledge-base.json": "knowledge-base.json"},
            to_root="../",
        ),
    )


def _row(number: str, title: str, content: str) -> str:
    return f":::::{{div}} model-row model-row-{number}\n**{title}**\n\n{content}\n:::::"


def _boxes(kb: KnowledgeBase, components: list[str]) -> str:
    items = (
        ":::{div} model-box\n"
        f"{myst.link(kb.components[c].short, f'/book/blueprint/{c}.md')}\n\n"
        f"{myst.text(kb.components[c].definition)}\n\n"
        f"**Who:** {myst.text(_plain(kb, c, 'who'))}\n\n"
        f"**How much:** {myst.text(_plain(kb, c, 'how_much'))}\n:::"
        for c in components
    )
    return "::::{div} model-boxes\n" + "\n".join(items) + "\n::::"


def parts(kb: KnowledgeBase) -> str:
    """Return the components as a list: what each is, who does it and how much of it."""
    return myst.bullets(
        f"**{myst.link(term.short, f'/book/blueprint/{component}.md')}.** "
        f"{myst.text(term.definition)} {_cited(kb, component, 'who')} "
        f"{_cited(kb, component, 'how_much')}"
        for component, term in kb.components.items()
    )


def at_a_glance(kb: KnowledgeBase) -> str:
    """Return the components side by side: what, who, how much, cost, kinds of finding."""
    rows = [
        (
            f"{myst.link(term.short, f'/book/blueprint/{component}.md')} "
            f"[{myst.text(term.definition)}]{{.kb-about}}",
            _cited(kb, component, "who"),
            _cited(kb, component, "how_much"),
            _cost(kb, component),
            _findings(kb, component),
        )
        for component, term in kb.components.items()
    ]
    return myst.paragraphs(
        myst.table(
            "The components at a glance",
            ("Component", "Who", "How much", "Cost in 2023", "Findings on outcomes"),
            rows,
            css_class="at-a-glance-table",
        ),
        sourced(
            f"{myst.source(kb.report.source)}, and what it cites as named in each cell",
            {"records.csv": "records.csv", "courses.csv": "courses.csv"},
            to_root="../",
        ),
    )


def _said(kb: KnowledgeBase, component: str, what: str) -> tuple[str, str]:
    """Return a short sentence on a component, plain and with what it rests on."""
    blueprint = kb.blueprint[component]
    if blueprint.in_brief is not None:
        found = getattr(blueprint.in_brief, what)
        return found.text, statement(found)
    item = {"who": "who-provided", "how_much": "when-and-how-much"}[what]
    told = blueprint.tidier[item].statements
    return (told[0].text, statement(told[0])) if told else ("Not reported.", "Not reported.")


def _plain(kb: KnowledgeBase, component: str, what: str) -> str:
    return _said(kb, component, what)[0]


def _cited(kb: KnowledgeBase, component: str, what: str) -> str:
    return _said(kb, component, what)[1]


def _cost(kb: KnowledgeBase, component: str) -> str:
    if component == "training":
        low, high = place_prices(kb, level="foundation")
        providers = myst.link("Courses", "/book/plan/providers.md")
        return (
            f"£{low:,.0f} to £{high:,.0f} for one place on a course called foundation, where that "
            f"is given. [{providers}]{{.support}}"
        )
    if component == "clinician":
        salary = kb.blueprint[component].measures["salary-range"]
        return (
            f"{measure(salary)}, salary only, also of posts that are not for systemic therapists. "
            f"{myst.support(salary.records, salary.sources, salary.location)}"
        )
    return "Not reported."


def _findings(kb: KnowledgeBase, component: str) -> str:
    about = [r for r in kb.published if r.component == component]
    found = findings_on_outcomes(kb, about)
    if not found.records:
        return "None"
    badges = " ".join(myst.badge(kb.label("evidence-basis", b), "kind") for b in found.bases)
    general = len(studies_in_general(kb, found))
    besides = f", {general} of them not on systemic practice" if general else ""
    every = counted(len(tally(kb, about).studies), "study")
    return f"{len(found.studies)} of {every}{besides} {badges}"


# How much is known of each component.


def known_strip(kb: KnowledgeBase) -> str:
    """Return for each component a row of squares, one an outcome, by what is known of it."""
    table = gap_map(kb)
    items = []
    for component in table.components:
        cells = [table.cells[component, outcome] for outcome in table.outcomes]
        number = Counter(cell.standing for cell in cells)
        squares = "".join(f'<span class="kb-{one}"></span>' * number[one] for one in _STRIP)
        told = ", ".join(f"{number[one]} {_words(one)}" for one in _STRIP if number[one])
        items.append(
            f'<li><a href="evidence/map.html#component={component}">'
            f"{escape(kb.components[component].short)}</a>"
            f'<span class="kb-strip-cells" aria-hidden="true">{squares}</span>'
            f'<span class="kb-strip-words">{told}</span>'
            f'<span class="kb-strip-words">{escape(kinds_of_finding(kb, component))}</span></li>'
        )
    key = "".join(
        f'<li><span class="kb-{one}" aria-hidden="true"></span>{STANDINGS[one][0]}</li>'
        for one in _STRIP
    )
    figure = raw(
        '<figure class="kb-strip">\n'
        f"<figcaption>A square for each of {len(table.outcomes)} outcomes. "
        '<span class="kb-strip-limit">The squares say where findings come from, not how strong '
        "they are.</span></figcaption>\n"
        f'<ul class="kb-strip-rows">\n{chr(10).join(items)}\n</ul>\n'
        f'<ul class="kb-strip-key" aria-label="Key">{key}</ul>\n</figure>'
    )
    line = sourced(
        f"evidence records from {myst.source(kb.report.source)}",
        {"gap-map.csv": "gap-map.csv"},
        to_root="../",
    )
    return myst.paragraphs(figure, line)


_STRIP = (DIRECT, ONLY_INDIRECT, ONLY_EXPECTED, NONE_FOUND, NO_SEARCH_REPORTED)
"""What a square can be, in the words and the look of the evidence map."""


def _words(standing: str) -> str:
    label = STANDINGS[standing][0]
    return label[:1].lower() + label[1:]


def kinds_of_finding(kb: KnowledgeBase, component: str) -> str:
    """Return what kinds the findings on outcomes are of, and how few studies give most of them."""
    found = findings_on_outcomes(kb, (r for r in kb.published if r.component == component)).records
    if not found:
        return "No finding on an outcome."
    number = Counter(basis(kb, record) for record in found)
    parts = []
    for kind, times in number.most_common():
        studies = {r.study for r in found if basis(kb, r) == kind and r.study}
        unnamed = sum(1 for r in found if basis(kb, r) == kind and not r.study)
        behind = counted(len(studies), "study") if studies else "no identified study"
        behind += f", {unnamed} with none identified" if studies and unnamed else ""
        parts.append(f"{kb.label('evidence-basis', kind).lower()} ({times}; {behind})")
    mostly = "mostly " if 2 * max(number.values()) > len(found) and len(number) > 1 else ""
    rest = f"; also {', '.join(parts[1:])}" if parts[1:] else ""
    outcomes = {outcome for record in found for outcome in record.outcomes}
    line = (
        f"{counted(len(found), 'finding')} on {counted(len(outcomes), 'outcome')}: "
        f"{mostly}{parts[0]}{rest}."
    )
    most = max(Counter(r.study for r in found if r.study).values(), default=0)
    if 2 * most > len(found) > 1:
        line += f" One study gives {most} of them."
    general = sum(1 for record in found if not kb.settings[record.setting].systemic)
    return f"{line} {general} of them are not about systemic practice." if general else line


def known_by_component(kb: KnowledgeBase) -> str:
    """Return what is known of each component in a sentence or two, and how direct it is."""
    table = gap_map(kb)
    items = []
    for component, term in kb.components.items():
        cells = [table.cells[component, outcome] for outcome in table.outcomes]
        found = [cell for cell in cells if cell.tally.has_finding]
        here = myst.link(term.short, f"/book/blueprint/{component}.md")
        preset = f'<a href="evidence/map.html#component={component}">Open in the map</a>'
        items.append(f"**{here}.** {_told(kb, found, len(cells))} {preset}")
    return myst.bullets(items)


def _told(kb: KnowledgeBase, found: list[Cell], outcomes: int) -> str:
    if not found:
        return f"No finding on any of {outcomes} outcomes."
    direct = [cell for cell in found if cell.emptiness is None]
    general = [
        cell
        for cell in found
        if not any(kb.settings[r.setting].systemic for r in cell.tally.records if is_finding(kb, r))
    ]
    bases = list(kb.vocabularies["evidence-basis"])
    records = {r.id: r for cell in found for r in cell.tally.records if is_finding(kb, r)}
    kinds = {id_: kb.claim_kinds[r.kind].basis for id_, r in records.items()}
    most = min(kinds.values(), key=bases.index)
    which = tally(kb, (r for id_, r in records.items() if kinds[id_] == most))
    about = Counter(
        outcome for _, outcome in {(r.study or r.id, o) for r in which.records for o in r.outcomes}
    )
    names = listed([kb.outcomes[o].label.lower() for o in kb.outcomes if o in about])
    where = "; ".join(
        kb.label("setting", s).lower() if s != "early-help" else kb.label("setting", s)
        for s in which.settings
    )
    early = f"{len(direct)} of them" if direct else "none"
    besides = (
        f" On {len(general)} of them no finding is about systemic practice." if general else ""
    )
    one = which.records[0] if len(which.records) == 1 else None
    # A single claim is told as it is: its words say more than a count.
    told = (
        f"“{myst.text(one.claim.removesuffix('.'))}” ({myst.record(one.id)}; {myst.text(where)})."
        if one
        else f"{_spread(len(which.studies), about)} {myst.text(names)} ({myst.text(where)})."
    )
    return (
        f"Findings on {len(found)} of {outcomes} outcomes, {early} reported to come from "
        f"Early Help.{besides} "
        f"The most direct kind is *{myst.text(kb.label('evidence-basis', most).lower())}*: {told}"
    )


def _spread(studies: int, about: Counter[str]) -> str:
    """Return how studies and outcomes go together, so that not each seems to speak of all."""
    if studies < 2 or len(about) < 2:
        return f"{counted(studies, 'study')}, on"
    alone = sum(1 for number in about.values() if number == 1)
    each = "each" if alone == len(about) else f"{alone or 'none'} of them"
    return (
        f"{counted(studies, 'study')}, which between them speak of {len(about)} outcomes, "
        f"{each} in one study only:"
    )
