"""The records as the evidence map in the browser wants them: columns of numbers and short texts.

Words of vocabularies, sources and studies are given once and named by their position, which keeps
the file small and lets the browser filter thousands of records without looking at text.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from knowledge_base import book
from knowledge_base.evidence_map.picture import LEAST, NEAREST, NO_STUDY, RINGS, scale
from knowledge_base.evidence_map.style import (
    BASIS_STYLES,
    DIRECTION_SIGNS,
    FOOTING_STYLES,
    PICTURE_COLOURS,
)
from knowledge_base.evidence_map.words import BEARING
from knowledge_base.exports.formats import bibtex, ris
from knowledge_base.exports.formats.tables import records_table
from knowledge_base.exports.source_remarks import source_remarks
from knowledge_base.exports.spreadsheet import MARK, csv_line
from knowledge_base.model.base import NOT_REPORTED
from knowledge_base.model.fields import RECORD_FIELDS
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.citations import citation_labels
from knowledge_base.views.edition import edition
from knowledge_base.views.gap_map import STANDING, gap_map, standings
from knowledge_base.views.gap_map import WORDING as MAP_WORDING
from knowledge_base.views.limits import report_limits
from knowledge_base.views.paths import VERDICT, arrows
from knowledge_base.views.profile import PLACELESS, RULES, WORDING
from knowledge_base.views.selection import (
    COMPARISON,
    DESCRIPTION,
    DIRECTNESS,
    UNCLEAR,
    bears_on_implementation,
    fills_a_cell,
    is_absence,
    is_direct_finding,
    is_finding,
    is_review,
    says_what_was_found,
    stands_apart,
    was_read,
    was_read_in_part,
)
from knowledge_base.views.since_report import SINCE_REPORT, since_report
from knowledge_base.wording.colours import colours
from knowledge_base.wording.typography import typographic

FIELDS = tuple(field for field in RECORD_FIELDS if field.card or field.facet)
"""What the map shows of a record, or filters by."""

TEXTS = tuple(field for field in FIELDS if not field.refers_to)
"""What is read of a record, once one is opened or looked for."""


class DerivedFacet(NamedTuple):
    """Something that follows from a record, by which the map filters."""

    name: str
    vocabulary: str
    behind: str
    """The facet behind which it stands."""
    words: Callable[[KnowledgeBase, Record], Iterable[str]]


DERIVED_FACETS = (
    DerivedFacet(
        "level",
        "outcome-level",
        "outcomes",
        lambda kb, record: (kb.outcomes[outcome].level for outcome in record.outcomes),
    ),
    DerivedFacet(
        "standing",
        "standing",
        "source_check",
        lambda kb, record: [kb.standing_of(record.source)],
    ),
    DerivedFacet(
        "since_report",
        "since-report",
        "standing",
        lambda kb, record: [since_report(kb, record)],
    ),
)


def derived_facets(kb: KnowledgeBase) -> tuple[DerivedFacet, ...]:
    """Return those that say something of the base; without a report, nothing is since it."""
    return tuple(f for f in DERIVED_FACETS if kb.report.source or f.name != "since_report")


def map_data(kb: KnowledgeBase) -> dict[str, Any]:
    """Return everything that the map shows. The same evidence gives the same data."""
    sources = _sources(kb)
    studies = sorted({record.study for record in kb.published if record.study})
    labels = citation_labels(kb.sources)
    return {
        "edition": edition(kb).words,
        "limits": typographic(report_limits(kb)),
        "title": book.title(),
        "home": kb.home,
        "wording": {
            **MAP_WORDING.sentences,
            # The labels of facets that the base has come with these.
            "filters": {
                name: words
                for name, words in MAP_WORDING.at("filters").items()
                if name != "derived"
            },
            "standings": {s: words._asdict() for s, words in standings(kb).items()},
        },
        **_words(kb),
        "sources": [
            [typographic(labels[key]), kb.sources[key].year, kb.sources[key].url or ""]
            for key in sources
        ],
        "studies": [
            [study, typographic(kb.studies[study].name), int(is_review(kb, study))]
            for study in studies
        ],
        "records": _records(kb, sources, studies),
        **_gaps(kb),
        # The tables by which the library decides, for the browser to decide by the same.
        "directness": DIRECTNESS,
        "standing": STANDING,
        "verdict": VERDICT,
        "profile": {
            "wording": {
                **WORDING.sentences,
                "rules": {rule.say: rule.sentence(kb) for rule in RULES},
            },
            "rules": [[rule.slot, rule.when, rule.say] for rule in RULES],
        },
        **_graph(kb),
    }


def _sources(kb: KnowledgeBase) -> list[str]:
    """Return the keys of all sources that records name, in the data package's order."""
    through = {r.cited_through.source for r in kb.published if r.cited_through}
    return sorted({r.source for r in kb.published} | through)


def _words(kb: KnowledgeBase) -> dict[str, Any]:
    """Return the vocabularies, and what the map must know of their words."""
    level_at = _positions(kb.vocabularies["outcome-level"])
    basis_at = _positions(kb.vocabularies["evidence-basis"])
    return {
        "vocabularies": {
            name: [
                [term_id, typographic(term.label)]
                for term_id, term in kb.vocabularies[name].items()
            ]
            for name in _vocabularies(kb)
            if name != "outcome"  # Given with their levels.
        }
        | (
            {"since-report": [list(word) for word in SINCE_REPORT.items()]}
            if kb.report.source
            else {}
        ),
        "facets": _facets(kb),
        "shorts": [term.short for term in kb.components.values()],
        "outcomes": [
            [outcome, typographic(term.label), level_at[term.level]]
            for outcome, term in kb.outcomes.items()
        ],
        "basisOfKind": [basis_at[term.basis] for term in kb.claim_kinds.values()],
        "placeless": list(PLACELESS),
        "description": DESCRIPTION,
        "comparison": COMPARISON,
        "unclear": UNCLEAR,
        "bearing": BEARING,
    }


def _vocabularies(kb: KnowledgeBase) -> list[str]:
    of_fields = (field.refers_to for field in FIELDS)
    return [
        *dict.fromkeys(name for name in of_fields if name in kb.vocabularies),
        "outcome-level",
        "evidence-basis",
        "standing",
    ]


def _facets(kb: KnowledgeBase) -> list[dict[str, Any]]:
    """Return what readers filter by; `formerly` are names that links had for it."""
    facets: list[dict[str, Any]] = [
        {
            "name": field.name,
            "label": field.label,
            "vocabulary": field.refers_to,
            "formerly": field.formerly,
        }
        for field in FIELDS
        if field.facet
    ]
    for derived in derived_facets(kb):
        behind = next(
            at for at, facet in enumerate(facets, start=1) if facet["name"] == derived.behind
        )
        facet = {
            "name": derived.name,
            "label": MAP_WORDING.say(f"filters.derived.{derived.name}"),
            "vocabulary": derived.vocabulary,
            "formerly": (),
        }
        facets.insert(behind, facet)
    return facets


def _records(
    kb: KnowledgeBase, sources: list[str], studies: list[str]
) -> dict[str, list[Any] | str]:
    """Return the published records, a column a field; words of vocabularies by their position.

    What holds of a record or doesn't is a column of text, a digit a record.
    """
    at = {name: _positions(terms) for name, terms in kb.vocabularies.items()}
    at |= {"source": _positions(sources), "study": _positions(studies)}
    columns = {
        field.name: [_cell(field.of(record), at[words]) for record in kb.published]
        for field in FIELDS
        if (words := field.refers_to)
    }
    at |= {"since-report": _positions(SINCE_REPORT)}

    def derived(facet: DerivedFacet, record: Record) -> list[int] | int:
        words = [at[facet.vocabulary][word] for word in dict.fromkeys(facet.words(kb, record))]
        return words if facet.name == "level" else words[0]

    def marks(holds: Callable[[Record], bool]) -> str:
        return "".join("1" if holds(record) else "0" for record in kb.published)

    return {
        "id": [record.id for record in kb.published],
        **columns,
        **{f.name: [derived(f, record) for record in kb.published] for f in derived_facets(kb)},
        "finding": marks(lambda record: is_finding(kb, record)),
        "direct": marks(lambda record: is_direct_finding(kb, record)),
        "found": marks(lambda record: says_what_was_found(kb, record)),
        "onOutcomes": marks(lambda record: fills_a_cell(kb, record)),
        "apart": marks(lambda record: stands_apart(kb, record)),
        "onFactor": marks(bears_on_implementation),
        "absence": marks(is_absence),
        "wasRead": marks(lambda record: was_read(kb, record)),
        "readInPart": marks(lambda record: was_read_in_part(kb, record)),
    }


def _cell(value: Any, at: Mapping[str, int]) -> list[int] | int:
    if value is None:
        return -1
    if isinstance(value, str):
        return at[value]
    return [at[single] for single in dict.fromkeys(value)]


def _gaps(kb: KnowledgeBase) -> dict[str, Any]:
    """Return what is not known, and why cells are empty."""
    component_at, outcome_at = _positions(kb.components), _positions(kb.outcomes)
    table = gap_map(kb)
    return {
        "gaps": [
            [
                gap_id,
                typographic(gap.question),
                [component_at[c] for c in gap.components],
                [outcome_at[o] for o in gap.outcomes],
            ]
            for gap_id, gap in kb.gaps.items()
            if gap.outcomes
        ],
        # Why cells are empty rests on all published records, so it is told once.
        "empty": [[cell.emptiness or "" for cell in table.row(outcome)] for outcome in kb.outcomes],
    }


def _graph(kb: KnowledgeBase) -> dict[str, Any]:
    """Return what the graph needs besides records: styles, and the logic model's arrows."""
    record_at = _positions(record.id for record in kb.published)
    return {
        # What the draft logic model draws between components and outcomes: ends, claims,
        # assumptions, and whether the report's text describes it.
        "arrows": [
            [
                arrow.start,
                arrow.end,
                [record_at[record.id] for record in arrow.records],
                arrow.assumptions,
                int(arrow.as_described),
            ]
            for arrow in arrows(kb)
        ],
        "style": {
            "basis": {k: style.as_data() for k, style in BASIS_STYLES.items()},
            "steps": FOOTING_STYLES,
            "direction": DIRECTION_SIGNS,
            "dot": {
                "steps": NEAREST,
                "oneStudy": scale(gap_map(kb)),
                "least": LEAST,
                "rings": RINGS,
                "noStudy": NO_STUDY,
            },
            "colours": {name: colours()[name] for name in PICTURE_COLOURS},
        },
    }


def later_data(kb: KnowledgeBase) -> dict[str, tuple[str, dict[str, Any]]]:
    """Return what the map fetches when it is wanted: a file's stem, its data's name, and the data.

    Records are opened or looked through by their texts. Downloads take claims and references as
    they are in the data package.
    """
    texts = {field.name: [_text(field.of(record)) for record in kb.published] for field in TEXTS}
    rows = {row["id"]: row for row in records_table(kb)}
    spreadsheet = {
        "head": MARK + csv_line(list(next(iter(rows.values()), {}))),
        "lines": [csv_line(list(rows[record.id].values())) for record in kb.published],
    }
    sources = [kb.sources[key] for key in _sources(kb)]
    remarks = source_remarks(kb)
    database = ris.database(kb)
    references = {
        "bibtex": {
            "head": bibtex.head(kb),
            "lines": [bibtex.entry(source, remarks.get(source.key, "")) for source in sources],
        },
        "ris": {
            "head": "",
            "lines": [ris.entry(s, remarks.get(s.key, ""), database) for s in sources],
        },
    }
    return {
        "texts": ("evidenceMapTexts", texts),
        "spreadsheet": ("evidenceMapSpreadsheet", spreadsheet),
        "references": ("evidenceMapReferences", references),
    }


def _text(value: Any) -> str:
    return "" if value in (None, NOT_REPORTED) else typographic(str(value))


def as_script(name: str, value: dict[str, Any]) -> str:
    """Return a classic script that hands over the data; unlike `fetch`, it works from a folder."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=list)
    for character in ("<", "\u2028", "\u2029"):
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f"window.{name} = {text};\n"


def _positions(ids: Any) -> dict[str, int]:
    return {term_id: position for position, term_id in enumerate(ids)}
