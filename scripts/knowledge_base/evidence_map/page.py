"""The page of the evidence map as HTML: the whole gap map, which scripts then make more of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from knowledge_base.evidence_map.style import BASIS_STYLES, DIRECTION_STYLES
from knowledge_base.evidence_map.words import where_from
from knowledge_base.markup import loose as myst
from knowledge_base.markup.loose_html import raw
from knowledge_base.markup.source_line import sourced
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.citations import as_of
from knowledge_base.views.gap_map import (
    EMPTINESS,
    STANDINGS,
    Cell,
    GapMap,
    gap_map,
)
from knowledge_base.views.selection import DIRECT, Tally, tally
from knowledge_base.wording.nouns import counted

SCRIPTS = ("data.js", "map.js")


def page(kb: KnowledgeBase) -> str:
    """Return the map for the page `book/evidence/map.md`, as MyST that holds HTML."""
    everything = tally(kb, kb.published)
    table = gap_map(kb)
    return raw(
        f'<link rel="stylesheet" href="map/map.css">\n'
        f'<div class="em" id="em" data-as-of="{as_of(kb) or ""}">\n'
        f'<p class="em-summary">{_summary(everything)}</p>\n'
        f'<div class="em-app" hidden></div>\n'
        f'<div class="em-view" id="em-map">\n{_strip(table.cells.values())}\n'
        f"{_table(kb, table)}\n{_legend(kb)}\n</div>\n"
        f"</div>\n" + "\n".join(f'<script defer src="map/{name}"></script>' for name in SCRIPTS)
    )


def source_line(kb: KnowledgeBase) -> str:
    """Return what the map is made from, the data behind it, and how to cite it."""
    return sourced(
        f"evidence records from {myst.source(kb.report.source)} and what it cites",
        {
            "records.csv": "records.csv",
            "gap-map.csv": "gap-map.csv",
            "evidence-graph.graphml": "evidence-graph.graphml",
        },
    )


def small_map(kb: KnowledgeBase, *, component: str, to_root: str = "../../") -> str:
    """Return the map's column of a component, linked to the whole map.

    ``to_root`` leads from the page to the root of the site.
    """
    here = f"{to_root}book/evidence/map.html"
    cells = [cell for cell in gap_map(kb).cells.values() if cell.component == component]
    filled = [cell for cell in cells if cell.tally.records]
    items = "\n".join(
        f'<li class="{_state(cell)}"><a href="{here}#open=cell:{component}/{cell.outcome}">'
        f'<span class="em-what">{escape(kb.outcomes[cell.outcome].label)}</span> '
        f"{_inside(kb, cell)}{_apart(cell)}</a></li>"
        for cell in filled
    )
    empty = len(cells) - len(filled)
    rest = (
        f"<p>{counted(empty, 'other pair has', 'other pairs have')} no claims: "
        f'<a href="{here}#component={component}">see why in the evidence map</a>.</p>'
    )
    whole = f'<p><a href="{here}#component={component}">Open this in the evidence map</a></p>'
    return raw(
        f"{_styles(to_root)}\n"
        f'<div class="em em-small">\n<ul class="em-cells">\n{items}\n</ul>\n'
        f"{rest if empty else whole}\n</div>"
    )


def outcome_strip(kb: KnowledgeBase, outcome: str, to_root: str = "../../") -> str:
    """Return the map's row of an outcome as a strip, every cell linked to the whole map.

    Kinds and directions are told below it on the page of outcomes, so a cell only says how much
    there is and how direct it is, or why there is nothing.
    """
    here = f"{to_root}book/evidence/map.html"
    items = "".join(
        f'<li class="{_state(cell)}">'
        f'<a href="{here}#outcome={outcome}&amp;open=cell:{cell.component}/{outcome}">'
        f'<span class="em-what">{escape(kb.components[cell.component].short)}</span> '
        f"{_amount(cell)}"
        f'<span class="em-why">{escape(where_from(cell.tally, cell.standing))}</span></a></li>'
        for cell in gap_map(kb).row(outcome)
    )
    label = f"{kb.outcomes[outcome].label}: the components in the evidence map"
    return raw(f'<ul class="em em-row" aria-label="{escape(label)}">{items}</ul>')


def small_map_styles(to_root: str = "../../") -> str:
    """Return what a page with strips needs once."""
    return raw(_styles(to_root))


def _styles(to_root: str) -> str:
    return f'<link rel="stylesheet" href="{to_root}book/evidence/map/map.css">'


def _amount(cell: Cell) -> str:
    """Return a filled cell's count of studies, or of reviews or claims where there are none."""
    if not cell.tally.records:
        return ""
    studies, reviews, claims = len(cell.tally.studies), len(cell.tally.reviews), cell.tally.claims
    told = counted(reviews, "review") if reviews else counted(claims, "claim")
    told = counted(studies, "study") if studies else told
    return f'<span class="em-n{"" if studies else " em-zero"}">{told}</span> '


def _apart(cell: Cell) -> str:
    """Return how many claims stand apart from a cell, for they are on something else."""
    if not cell.apart.records:
        return ""
    told = f"{counted(cell.apart.claims, 'claim')} on something else"
    return f'<span class="em-apart">{told}</span>'


def _reviews_and_claims(counts: Tally) -> str:
    reviews = [counted(len(counts.reviews), "review")] if counts.reviews else []
    return ", ".join([*reviews, counted(counts.claims, "claim")])


def _summary(whole: Tally) -> str:
    of_each = ((len(whole.studies), "study"), (len(whole.reviews), "review"))
    parts = [
        f"{number:,} of {counted(number, noun)}"
        for number, noun in of_each
        if number or noun == "study"
    ]
    return ", ".join([*parts, counted(whole.claims, "claim")])


def _strip(cells: Iterable[Cell]) -> str:
    """Return how many pairs have direct evidence, indirect evidence or none: the map in a line."""
    numbers = Counter(cell.standing for cell in cells)
    items = "".join(
        f'<li data-standing="{standing}"{"" if numbers[standing] else " hidden"}>'
        f'<i class="em-swatch em-{standing}"></i><b>{numbers[standing]}</b> {escape(label)}</li>'
        for standing, (label, _) in STANDINGS.items()
    )
    lead = f"Of {counted(numbers.total(), 'pair')} of a component and an outcome"
    return (
        f'<p class="em-strip-of" id="em-strip-of">{lead}</p>'
        f'<ul class="em-strip" aria-labelledby="em-strip-of">{items}</ul>'
    )


def _table(kb: KnowledgeBase, table: GapMap) -> str:
    # Explicit roles: on narrow screens the rows are laid out as blocks, and browsers would then
    # forget that this is a table.
    head = "".join(
        f'<th scope="col" role="columnheader" data-component="{c}">'
        f'<a href="../blueprint/{c}.html">{escape(kb.components[c].short)}</a></th>'
        for c in table.components
    )
    bodies = []
    for level, term in kb.vocabularies["outcome-level"].items():
        rows = [
            f'<tr role="row" data-outcome="{outcome}"><th scope="row" role="rowheader">'
            f'<a href="outcomes.html#outcome-{outcome}">{escape(kb.outcomes[outcome].label)}</a>'
            f"</th>{''.join(_cell(kb, cell) for cell in table.row(outcome))}</tr>"
            for outcome in table.outcomes
            if kb.outcomes[outcome].level == level
        ]
        bodies.append(
            f'<tbody role="rowgroup" data-level="{level}"><tr role="row" class="em-group">'
            f'<th scope="rowgroup" role="rowheader" colspan="{len(table.components) + 1}">'
            f"{escape(term.label)}</th></tr>\n" + "\n".join(rows) + "</tbody>"
        )
    return (
        f'<table class="em-table" role="table" aria-describedby="em-how">'
        f"<caption>Studies and claims for each component and outcome"
        f'<span id="em-how">Every cell opens its claims. Empty cells say why they are empty.'
        f"</span></caption>"
        f'<thead role="rowgroup"><tr role="row">'
        f'<th scope="col" role="columnheader">Outcome</th>{head}'
        f"</tr></thead>\n" + "\n".join(bodies) + "</table>"
    )


def _cell(kb: KnowledgeBase, cell: Cell) -> str:
    component, outcome = kb.components[cell.component], kb.outcomes[cell.outcome]
    name = f"{component.short}, {outcome.label}. "
    # Beside the other cells of the row only narrow screens need the component in sight.
    seen = f'<span class="em-what" aria-hidden="true">{escape(component.short)}</span>'
    if cell.tally.records:
        target = f"outcomes.html#cell-{cell.component}-{cell.outcome}"
        inside = seen + _inside(kb, cell, name) + _apart(cell)
    else:
        target = _where_said(kb, cell) or "#em-empty"
        if cell.apart.records:
            target = f"outcomes.html#cell-{cell.component}-{cell.outcome}"
        why = where_from(cell.tally, cell.standing)
        inside = f'{seen}{_unseen(name)}<span class="em-why">{why}</span>{_apart(cell)}'
    return (
        f'<td role="cell" class="{_state(cell)}" data-component="{cell.component}">'
        f'<a href="{target}">{inside}</a></td>'
    )


def _where_said(kb: KnowledgeBase, cell: Cell) -> str:
    """Return where it is said that evidence on an empty cell is lacking, if it is."""
    gap = next((g for g in cell.gaps if kb.gaps[g].looked_for), None)
    if gap:
        return f"gaps.html#gap-{gap}"
    return f"records/{cell.absences[0]}.html" if cell.absences else ""


def _unseen(words: str) -> str:
    return f'<span class="em-sr">{escape(words)}</span>'


def _state(cell: Cell) -> str:
    return f"em-{cell.standing}"


def _inside(kb: KnowledgeBase, cell: Cell, name: str = "") -> str:
    """Return a filled cell's counts, its figure, and the same in words."""
    counts = cell.tally
    bases = [b for b in counts.bases if b != "none"]
    ways = [d for d in counts.directions if DIRECTION_STYLES[d].sign]
    words = [kb.label("evidence-basis", basis) for basis in bases]
    words += [kb.label("direction", way) for way in ways]
    signs = " ".join(DIRECTION_STYLES[way].sign for way in ways)
    return (
        f"{_unseen(name + '; '.join(words) + '. ')}"
        f'<span class="em-n{"" if counts.studies else " em-zero"}">'
        f"{counted(len(counts.studies), 'study')}</span> "
        f'<span class="em-m">{_reviews_and_claims(counts)}</span> '
        f'<span class="em-fig" aria-hidden="true">{_glyphs(bases)}<i>{signs}</i></span>'
        f'<span class="em-why">{escape(where_from(cell.tally, cell.standing))}</span>'
    )


def _glyphs(bases: Sequence[str]) -> str:
    """Return the glyphs of kinds of evidence side by side: what is filled, and what is outlined."""
    width = len(bases) * 16 - 4
    return (
        f'<svg viewBox="0 0 {width} 12" width="{width}" height="12" aria-hidden="true">'
        f'<path class="em-full" d="{_outline(bases, filled=True)}"/>'
        f'<path class="em-line" d="{_outline(bases, filled=False)}"/></svg>'
    )


def _outline(bases: Sequence[str], *, filled: bool) -> str:
    return "".join(
        BASIS_STYLES[basis].outline(at * 16)
        for at, basis in enumerate(bases)
        if BASIS_STYLES[basis].filled == filled
    )


def _legend(kb: KnowledgeBase) -> str:
    kinds = "".join(
        f"<div><dt>{_glyphs([basis])}"
        f"{escape(term.label)}</dt><dd>{escape(term.definition)}</dd></div>"
        for basis, term in kb.vocabularies["evidence-basis"].items()
        if basis != "none"
    )
    directions = kb.vocabularies["direction"]
    ways = "".join(
        f'<div><dt><i aria-hidden="true">{style.sign}</i>{escape(directions[way].label)}</dt>'
        f"<dd>{escape(directions[way].definition)}</dd></div>"
        for way, style in DIRECTION_STYLES.items()
        if style.sign and way in directions
    )
    empty = "".join(
        f'<div><dt><i class="em-swatch em-{standing}"></i>{label}</dt>'
        f"<dd>{escape(meaning)}</dd></div>"
        for standing, (label, meaning) in STANDINGS.items()
        if standing == DIRECT or standing in EMPTINESS
    )
    return (
        f'<section class="em-legend" aria-label="Legend">'
        f'<div><p class="em-h">Kinds of evidence, the most direct first</p><dl>{kinds}</dl></div>'
        f'<div><p class="em-h">Which way findings point</p><dl>{ways}</dl></div>'
        f'<div id="em-empty"><p class="em-h">Where findings come from, or why there are none</p>'
        f"<dl>{empty}</dl></div></section>"
    )
