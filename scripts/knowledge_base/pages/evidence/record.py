"""A page for every evidence record: all its fields, and what the reader must keep in mind."""

from __future__ import annotations

import re
from collections import Counter

from knowledge_base.markup import loose as myst
from knowledge_base.markup.claims import how_read
from knowledge_base.markup.statements import shown
from knowledge_base.model.fields import RECORD_FIELDS, Field
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.limits import comes_from_report, limits_of_record

FOLDER = "book/evidence/records"


def record_pages(kb: KnowledgeBase) -> dict[str, str]:
    """Return the MyST of each record's page by its path from the project's root."""
    titles = record_titles(kb)
    return {
        f"{FOLDER}/{record.id}.md": record_page(kb, record, titles[record.id])
        for record in kb.records.values()
    }


def record_page(kb: KnowledgeBase, record: Record, title: str) -> str:
    """Return the page of one record."""
    component = kb.components[record.component]
    return (
        myst.paragraphs(
            "---\norphan: true\n---",
            f"(record-{record.id})=\n# {myst.text(title)}",
            _notice(record),
            f":::{{div}} claim\n{myst.text(record.claim)}\n:::",
            how_read(record),
            myst.table(
                "What the record says",
                ("Field", "Value"),
                _rows(kb, record),
                css_class="record",
            ),
            f"About the component {myst.link(component.label, _component_page(record))}. "
            f"All claims: {myst.link('records', '/book/evidence/records.md')}. "
            f"Record `{record.id}`, in `evidence/records/{record.component}/{record.id}.yml`.",
            myst.admonition("limits", "Limits", myst.text(limits_of_record(kb, record))),
        )
        + "\n"
    )


def record_titles(kb: KnowledgeBase) -> dict[str, str]:
    """Return the title of each record's page; those that would be alike get words of their id."""
    titles = {record.id: _title(kb, record) for record in kb.records.values()}
    times = Counter(titles.values())
    return {
        record_id: title if times[title] == 1 else f"{title} ({_words(record_id)})"
        for record_id, title in titles.items()
    }


def _title(kb: KnowledgeBase, record: Record) -> str:
    component = kb.components[record.component].short.lower()
    return f"{kb.sources[record.source].short} on {component}: {_topic(kb, record)}"


def _topic(kb: KnowledgeBase, record: Record) -> str:
    if record.outcomes:
        return ", ".join(kb.outcomes[o].label for o in record.outcomes).lower()
    if record.factor:
        return kb.label("factor", record.factor).lower()
    return _words(record.id)


def _words(record_id: str) -> str:
    """Return the words of an id that follow its author and year."""
    return re.sub(r"^.*?-(\d{4}[a-z]?|nd)-", "", record_id).replace("-", " ")


def _component_page(record: Record) -> str:
    return f"/book/blueprint/{record.component}.md"


def _notice(record: Record) -> str:
    if record.status == "draft":
        return myst.admonition(
            "warning", "Draft", "Not yet checked by a second person, and not counted."
        )
    if record.notice is None:
        return ""
    successor = record.notice.superseded_by
    see = f" See {myst.record(successor, successor)}." if successor else ""
    return myst.admonition(
        "warning",
        f"{record.status.capitalize()} on {record.notice.date}",
        f"{myst.text(record.notice.reason)}{see} The record no longer counts.",
    )


def _rows(kb: KnowledgeBase, record: Record) -> list[tuple[str, str]]:
    rows = []
    for field in RECORD_FIELDS:
        if field.row and (text := _text(kb, record, field)):
            rows.append((field.label, text))
        responses = [r.id for r in kb.published if record.id in r.responds_to]
        if field.name == "responds_to" and responses:
            rows.append(("Responses", myst.records(responses)))
    rows += [
        (f"Exception from {myst.text(e.rule)}", myst.text(e.reason)) for e in record.exceptions
    ]
    return rows


def _text(kb: KnowledgeBase, record: Record, field: Field) -> str:
    """Return what a record says in a field; empty where it says nothing."""
    value = field.of(record)
    match field.name:
        case "kind":
            kind = kb.claim_kinds[record.kind]
            return f"{myst.text(kind.label)}: {myst.text(kind.definition)}"
        case "outcomes":
            return "; ".join(myst.link(kb.outcomes[o].label, f"#outcome-{o}") for o in value)
        case "source":
            return myst.source(record.source)
        case "study":
            return _study(kb, record)
        case "how_read":
            return how_read(record)
        case "responds_to":
            return myst.records(value)
    if terms := kb.vocabularies.get(field.refers_to or ""):
        chosen = value if field.is_several else (value,)
        return "; ".join(myst.text(terms[term].label) for term in chosen if term)
    return shown(str(value)) if value else ""


def _study(kb: KnowledgeBase, record: Record) -> str:
    if record.study is None:
        told = ", as far as the report tells" if comes_from_report(kb, record) else ""
        return f"None is identified{told}."
    return myst.link(kb.studies[record.study].name, f"#study-{record.study}")
