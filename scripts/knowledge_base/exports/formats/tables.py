"""The evidence as tables for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from knowledge_base.exports.spreadsheet import as_csv
from knowledge_base.model.base import Model
from knowledge_base.model.fields import DERIVED_COLUMNS, EDITION_COLUMN, RECORD_FIELDS
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.reading_note import Reading
from knowledge_base.model.record import Record
from knowledge_base.model.result import Result
from knowledge_base.views.catalogue import catalogue
from knowledge_base.views.citations import citation_labels
from knowledge_base.views.edition import edition
from knowledge_base.views.gap_map import gap_map
from knowledge_base.views.selection import basis, is_review
from knowledge_base.views.since_report import since_report

Table = list[dict[str, Any]]


def files(kb: KnowledgeBase) -> dict[str, str]:
    """Return the tables of what the base holds."""
    tables = {name: in_edition(kb, table(kb)) for name, table in TABLES.items()}
    return {name: _csv(rows) for name, rows in tables.items() if rows}


def _csv(rows: Table) -> str:
    columns = list(rows[0]) if rows else []
    return as_csv([columns, *([row[column] for column in columns] for row in rows)])


def _cell(value: Any) -> Any:
    """Return a value as it stands in a table; several are joined by '; '."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(value)
    return value.isoformat() if isinstance(value, date) else value


def _cells(thing: Model, *fields: str) -> dict[str, Any]:
    return {name: _cell(getattr(thing, name)) for name in fields}


def in_edition(kb: KnowledgeBase, table: Table) -> Table:
    """Return a table with the version of the evidence in each row, as it may be taken apart."""
    version = edition(kb).version
    return [row | {EDITION_COLUMN: version} for row in table]


def records_table(kb: KnowledgeBase) -> Table:
    """Return the records, a row each."""
    labels = citation_labels(kb.sources)
    return in_edition(kb, [_record(kb, record, labels) for record in kb.records.values()])


def _record(kb: KnowledgeBase, record: Record, labels: Mapping[str, str]) -> dict[str, Any]:
    source = kb.sources[record.source]
    derived = {
        "evidence_basis": basis(kb, record),
        "source_label": labels[record.source],
        "year": _cell(source.year),
        "doi": _cell(source.doi),
        "standing": kb.standing_of(record.source),
        "stands": kb.stands(record),
        "is_review": bool(record.study and is_review(kb, record.study)),
    }
    if kb.report.source:
        derived["since_report"] = since_report(kb, record)
    row: dict[str, Any] = {"id": record.id, "status": record.status}
    for field in RECORD_FIELDS:
        if field.column:
            row[field.name] = _cell(field.of(record))
        row |= {
            name: derived[name] for name in DERIVED_COLUMNS.get(field.name, ()) if name in derived
        }
    return row


def gap_map_table(kb: KnowledgeBase) -> Table:
    """Return the gap map, a row a cell."""
    return [
        {
            "component": cell.component,
            "outcome": cell.outcome,
            "outcome_level": kb.outcomes[cell.outcome].level,
            "studies": len(cell.tally.studies),
            "studies_read": len(cell.tally.studies_read),
            "studies_read_in_part": len(cell.tally.studies_read_in_part),
            "reviews": len(cell.tally.reviews),
            "claims": cell.tally.claims,
            "evidence_bases": "; ".join(cell.tally.bases),
            "directions": "; ".join(cell.tally.directions),
            "settings": "; ".join(cell.tally.settings),
            "claims_apart": cell.apart.claims,
            "studies_apart": len(cell.apart.studies),
            "reviews_apart": len(cell.apart.reviews),
            "emptiness": cell.emptiness or "",
            "gaps": "; ".join(cell.gaps),
        }
        for cell in gap_map(kb).cells.values()
    ]


def _studies(kb: KnowledgeBase) -> Table:
    fields = ("name", "design", "setting", "countries", "sample", "sources", "summary", "grouping")
    return [
        {
            "id": study.id,
            **_cells(study, *fields),
            "is_review": study.review is not None,
            "review_number": _cell(study.review.number) if study.review else "",
            "review_unit": study.review.unit if study.review else "",
            "review_includes": _cell(study.review.includes) if study.review else "",
        }
        for study in kb.studies.values()
    ]


def _results(kb: KnowledgeBase) -> Table:
    """Return the figures of all records, a row each; nothing is pooled by us."""
    return [
        {
            "record": record.id,
            "status": record.status,
            "study": _cell(record.study),
            **_cells(record, "component", "outcomes", "setting", "nearness", "how_read"),
            **_cells(result, *Result.model_fields),
            "no_effect": _cell(result.no_effect),
        }
        for record in kb.records.values()
        for result in record.results
    ]


def _source_checks(kb: KnowledgeBase) -> Table:
    """Return what sources say of claims that another document makes of them, a row a check."""
    return [
        {
            "record": record.id,
            "status": record.status,
            "claim": record.claim,
            "source": record.source,
            "cited_through": _cell(record.cited_through.source) if record.cited_through else "",
            "verdict": made.verdict,
            "is_verdict": kb.verdicts[made.verdict].is_verdict,
            "conflicts": kb.verdicts[made.verdict].conflicts,
            **_cells(made, "sentence", "how_read", "support"),
            **{
                f"reading_{name}": _cell(getattr(made.reading, name, None))
                for name in Reading.model_fields
            },
            **_cells(made, "on", "checked_by"),
        }
        for record in kb.records.values()
        if (made := record.source_check)
    ]


def _source_notes(kb: KnowledgeBase) -> Table:
    """Return what must be known of sources besides what they say, a row a source."""
    return [
        {
            "source": note.source,
            "standing": kb.standing_of(note.source),
            "standing_on": note.standing.on if note.standing else "",
            "standing_notice": note.standing.notice if note.standing else "",
            "standing_reason": note.standing.reason if note.standing else "",
            "interests": " ".join(interest.statement for interest in note.interests),
            "disputes": " ".join(dispute.statement for dispute in note.disputes),
            "disputed_in": "; ".join(dispute.source for dispute in note.disputes),
        }
        for note in kb.source_notes.values()
    ]


def _courses(kb: KnowledgeBase) -> Table:
    return [
        {
            "provider": row.provider.name,
            **_cells(row.provider, "category", "region", "satellite_regions"),
            "course": row.course.name,
            "level": row.course.level,
            "length_as_given": row.course.length.as_given,
            **_cells(
                row.course.length, "days", "contact_hours", "independent_study_hours", "months"
            ),
            "cost_as_given": row.course.cost.as_given,
            "amount_gbp": _cell(row.course.cost.amount),
            "cost_basis": row.course.cost.basis,
            **_cells(row.course.cost, "is_minimum", "places", "vat"),
            "price_per_place_gbp": ""
            if row.price_per_place is None
            else f"{row.price_per_place:.2f}",
            "price_note": row.price_note,
            "aft_hours": row.standard,
            "aft_hours_reason": row.reason,
            "links": "; ".join(kb.sources[key].url or "" for key in row.course.sources),
            **_cells(row.provider, "checked", "checked_against"),
        }
        for row in catalogue(kb)
    ]


def _posts(kb: KnowledgeBase) -> Table:
    return [
        {
            "id": post_id,
            **_cells(post, "title", "band", "region"),
            "salary_low_gbp": post.salary_low,
            "salary_high_gbp": post.salary_high,
            **_cells(post, "sources", "location"),
        }
        for post_id, post in kb.clinician_posts.items()
    ]


def _gaps(kb: KnowledgeBase) -> Table:
    fields = (
        *("kind", "next_step", "question", "statement", "components", "outcomes", "factor"),
        *("looked_for", "records", "sources", "location"),
    )
    return [{"id": gap_id, **_cells(gap, *fields)} for gap_id, gap in kb.gaps.items()]


def _discrepancies(kb: KnowledgeBase) -> Table:
    fields = (
        *("kind", "bearing", "headline", "statement", "handling", "locations", "sources"),
        "records",
    )
    return [{"id": key, **_cells(item, *fields)} for key, item in kb.discrepancies.items()]


RECORDS = "records.csv"
TABLES: dict[str, Callable[[KnowledgeBase], Table]] = {
    RECORDS: records_table,
    "studies.csv": _studies,
    "gap-map.csv": gap_map_table,
    "courses.csv": _courses,
    "clinician-posts.csv": _posts,
    "gaps.csv": _gaps,
    "discrepancies.csv": _discrepancies,
    "results.csv": _results,
    "source-checks.csv": _source_checks,
    "source-notes.csv": _source_notes,
}
