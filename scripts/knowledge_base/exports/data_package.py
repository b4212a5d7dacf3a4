"""The data to take away: spreadsheets, reference lists, the graph, and everything as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import networkx as nx

from knowledge_base.exports.spreadsheet import as_csv
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.model.source import Source, plain
from knowledge_base.views.catalogue import catalogue
from knowledge_base.views.citations import citation_labels
from knowledge_base.views.gap_map import gap_map
from knowledge_base.views.graph import evidence_graph
from knowledge_base.views.selection import basis

NAME = "systemic-key-worker-evidence"
DESCRIPTION = "datapackage.json"
"""The file that says what the others are."""
RECORDS_TABLE = "records.csv"
LICENCE = "CC-BY-4.0"


def data_package(kb: KnowledgeBase) -> dict[str, str]:
    """Return the package's files by name. The same evidence gives the same bytes."""
    tables = {
        RECORDS_TABLE: records_table(kb),
        "studies.csv": _studies_table(kb),
        "gap-map.csv": gap_map_table(kb),
        "courses.csv": _courses_table(kb),
        "clinician-posts.csv": _posts_table(kb),
        "gaps.csv": _gaps_table(kb),
        "discrepancies.csv": _discrepancies_table(kb),
    }
    files = {name: _csv(rows) for name, rows in tables.items()}
    files["sources.bib"] = "\n".join(bibtex(source) for source in kb.sources.values())
    files["sources.ris"] = "\n".join(ris(source) for source in kb.sources.values())
    files["evidence-graph.graphml"] = graphml(kb)
    files["knowledge-base.json"] = _json(_everything(kb))
    files[DESCRIPTION] = _json(_description(kb, tables, files))
    return dict(sorted(files.items()))


Table = list[dict[str, Any]]


def records_table(kb: KnowledgeBase) -> Table:
    """Return the records, a row each, several values in one cell joined by '; '."""
    labels = citation_labels(kb.sources)
    return [
        {
            "id": r.id,
            "status": r.status,
            "component": r.component,
            "claim": r.claim,
            "kind": r.kind,
            "evidence_basis": basis(kb, r),
            "outcomes": "; ".join(r.outcomes),
            "factor": r.factor or "",
            "direction": r.direction,
            "source": r.source,
            "source_label": labels[r.source],
            "year": kb.sources[r.source].year or "",
            "doi": kb.sources[r.source].doi or "",
            "study": r.study or "",
            "study_type": r.study_type,
            "setting": r.setting,
            "countries": "; ".join(r.countries),
            "sample": r.sample,
            "location": r.location,
            "how_read": r.how_read,
            "cited_through": r.cited_through.source if r.cited_through else "",
            "cited_through_location": r.cited_through.location if r.cited_through else "",
            "responds_to": "; ".join(r.responds_to),
            "note": r.note or "",
            "added": r.added.isoformat(),
            "notice_date": r.notice.date.isoformat() if r.notice else "",
            "notice_reason": r.notice.reason if r.notice else "",
            "superseded_by": (r.notice and r.notice.superseded_by) or "",
        }
        for r in kb.records.values()
    ]


def gap_map_table(kb: KnowledgeBase) -> Table:
    """Return the gap map, a row a cell."""
    return [
        {
            "component": cell.component,
            "outcome": cell.outcome,
            "outcome_level": kb.outcomes[cell.outcome].level,
            "studies": len(cell.tally.studies),
            "claims": cell.tally.claims,
            "evidence_bases": "; ".join(cell.tally.bases),
            "directions": "; ".join(cell.tally.directions),
            "settings": "; ".join(cell.tally.settings),
            "emptiness": cell.emptiness or "",
            "gaps": "; ".join(cell.gaps),
        }
        for cell in gap_map(kb).cells.values()
    ]


def graphml(kb: KnowledgeBase) -> str:
    """Return the evidence graph as GraphML, for Gephi, igraph and others."""
    return "\n".join(nx.generate_graphml(evidence_graph(kb), named_key_ids=True)) + "\n"


def bibtex(source: Source) -> str:
    """Return a source as a BibTeX entry."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in source.fields.items())
    return f"@{source.kind}{{{source.key},\n{fields}}}\n"


_RIS_TYPES = {
    "article": "JOUR",
    "book": "BOOK",
    "booklet": "PAMP",
    "dataset": "DATA",
    "inbook": "CHAP",
    "incollection": "CHAP",
    "inproceedings": "CONF",
    "manual": "BOOK",
    "mastersthesis": "THES",
    "misc": "GEN",
    "online": "ELEC",
    "patent": "PAT",
    "phdthesis": "THES",
    "proceedings": "CONF",
    "software": "COMP",
    "techreport": "RPRT",
}
_RIS_FIELDS = (
    ("journal", "T2"),
    ("booktitle", "T2"),
    ("volume", "VL"),
    ("number", "IS"),
    ("publisher", "PB"),
    ("institution", "PB"),
    ("school", "PB"),
    ("address", "CY"),
    ("edition", "ET"),
    ("isbn", "SN"),
    ("issn", "SN"),
    ("doi", "DO"),
    ("note", "N1"),
)


def ris(source: Source) -> str:
    """Return a source as a RIS entry, for Zotero, EndNote and Mendeley."""
    lines = [f"TY  - {_RIS_TYPES[source.kind]}", f"ID  - {source.key}"]
    lines += [f"AU  - {plain(author)}" for author in source.names("author") if author != "others"]
    lines += [f"ED  - {plain(editor)}" for editor in source.names("editor") if editor != "others"]
    lines.append(f"TI  - {source.title}")
    if source.year:
        lines.append(f"PY  - {source.year}")
    lines += [f"{tag}  - {plain(source.fields[f])}" for f, tag in _RIS_FIELDS if f in source.fields]
    pages = source.fields.get("pages", "").split("--")
    if pages[0]:
        lines.append(f"SP  - {pages[0]}")
    if len(pages) > 1:
        lines.append(f"EP  - {pages[1]}")
    if source.url:
        lines.append(f"UR  - {source.url}")
    return "\n".join([*lines, "ER  - ", ""])


def _studies_table(kb: KnowledgeBase) -> Table:
    return [
        {
            "id": study.id,
            "name": study.name,
            "design": study.design,
            "setting": study.setting,
            "countries": "; ".join(study.countries),
            "sample": study.sample,
            "sources": "; ".join(study.sources),
            "summary": study.summary,
            "grouping": study.grouping or "",
        }
        for study in kb.studies.values()
    ]


def _courses_table(kb: KnowledgeBase) -> Table:
    return [
        {
            "provider": row.provider.name,
            "category": row.provider.category,
            "region": row.provider.region,
            "satellite_regions": "; ".join(row.provider.satellite_regions),
            "course": row.course.name,
            "level": row.course.level,
            "length_as_given": row.course.length.as_given,
            "days": _blank(row.course.length.days),
            "contact_hours": _blank(row.course.length.contact_hours),
            "independent_study_hours": _blank(row.course.length.independent_study_hours),
            "months": _blank(row.course.length.months),
            "cost_as_given": row.course.cost.as_given,
            "amount_gbp": _blank(row.course.cost.amount),
            "cost_basis": row.course.cost.basis,
            "is_minimum": row.course.cost.is_minimum,
            "places": _blank(row.course.cost.places),
            "vat": row.course.cost.vat,
            "price_per_place_gbp": ""
            if row.price_per_place is None
            else f"{row.price_per_place:.2f}",
            "price_note": row.price_note,
            "aft_hours": row.standard,
            "aft_hours_reason": row.reason,
            "links": "; ".join(kb.sources[key].url or "" for key in row.course.sources),
            "checked": row.provider.checked.isoformat(),
            "checked_against": row.provider.checked_against,
        }
        for row in catalogue(kb)
    ]


def _blank(value: float | None) -> float | str:
    return "" if value is None else value


def _posts_table(kb: KnowledgeBase) -> Table:
    return [
        {
            "id": post_id,
            "title": post.title,
            "band": post.band or "",
            "region": post.region,
            "salary_low_gbp": post.salary_low,
            "salary_high_gbp": post.salary_high,
            "sources": "; ".join(post.sources),
            "location": post.location,
        }
        for post_id, post in kb.clinician_posts.items()
    ]


def _gaps_table(kb: KnowledgeBase) -> Table:
    return [
        {
            "id": gap_id,
            "kind": gap.kind,
            "next_step": gap.next_step or "",
            "question": gap.question,
            "statement": gap.statement,
            "components": "; ".join(gap.components),
            "outcomes": "; ".join(gap.outcomes),
            "factor": gap.factor or "",
            "looked_for": gap.looked_for,
            "records": "; ".join(gap.records),
            "sources": "; ".join(gap.sources),
            "location": gap.location,
        }
        for gap_id, gap in kb.gaps.items()
    ]


def _discrepancies_table(kb: KnowledgeBase) -> Table:
    return [
        {
            "id": item_id,
            "kind": item.kind,
            "bearing": item.bearing,
            "headline": item.headline or "",
            "statement": item.statement,
            "handling": item.handling,
            "locations": "; ".join(item.locations),
            "sources": "; ".join(item.sources),
            "records": "; ".join(item.records),
        }
        for item_id, item in kb.discrepancies.items()
    ]


def _everything(kb: KnowledgeBase) -> dict[str, Any]:
    def many(entities: dict[str, Any]) -> dict[str, Any]:
        return {
            key: value.model_dump(mode="json", by_alias=True, exclude_none=True)
            for key, value in entities.items()
        }

    return {
        "records": many(kb.records),
        "studies": many(kb.studies),
        "sources": {key: dict(s.fields) | {"type": s.kind} for key, s in kb.sources.items()},
        "blueprint": many(kb.blueprint),
        "providers": many(kb.providers),
        "instruments": many(kb.instruments),
        "clinician_posts": many(kb.clinician_posts),
        "logic_model": kb.logic_model.model_dump(mode="json", by_alias=True, exclude_none=True),
        "gaps": many(kb.gaps),
        "discrepancies": many(kb.discrepancies),
        "report": kb.report.model_dump(mode="json", by_alias=True, exclude_none=True),
        "vocabularies": {name: many(terms) for name, terms in kb.vocabularies.items()},
    }


def _description(
    kb: KnowledgeBase, tables: dict[str, Table], files: dict[str, str]
) -> dict[str, Any]:
    """Return the package's description by the Frictionless standard (https://datapackage.org)."""
    return {
        "name": NAME,
        "title": "Evidence on a systemically informed key worker model",
        "description": kb.report.limits_in_brief,
        "licenses": [{"name": LICENCE, "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": [
            {
                "name": name.rpartition(".")[0],
                "path": name,
                "profile": "tabular-data-resource" if name in tables else "data-resource",
                "encoding": "utf-8",
                **(
                    {"schema": {"fields": _columns(name, rows[0])}}
                    if (rows := tables.get(name))
                    else {}
                ),
            }
            for name in sorted(files)
        ],
    }


_DERIVED = {
    "evidence_basis": "The kind of evidence, which follows from `kind`.",
    "source_label": "How pages name the source.",
    "year": "The source's year; empty where it has none.",
    "doi": "The source's DOI; empty where it has none.",
    "cited_through": "The document that was read instead of the source; empty if that was read.",
    "cited_through_location": "Where in that document the claim stands.",
}


def _columns(table: str, row: dict[str, Any]) -> list[dict[str, str]]:
    """Return the table's columns; those of records with what their fields mean."""
    if table != RECORDS_TABLE:
        return [{"name": column} for column in row]
    meanings = {name: info.description or "" for name, info in Record.model_fields.items()}
    meanings |= _DERIVED
    return [
        {"name": column, **({"description": meanings[column]} if meanings.get(column) else {})}
        for column in row
    ]


def _csv(rows: Table) -> str:
    columns: Sequence[str] = list(rows[0]) if rows else ()
    return as_csv([columns, *([row[column] for column in columns] for row in rows)])


def _json(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"
