"""The TIDieR checklist to take away, filled as far as the report goes: for Word, and as CSV.

The Word file is made from templates, a part each: it holds headings, paragraphs and tables only,
and a library for it would bring an XML parser in C and the time of day in every file.
"""

from dataclasses import dataclass
from itertools import groupby

from knowledge_base import book
from knowledge_base.exports.archive import zipped
from knowledge_base.exports.spreadsheet import as_csv
from knowledge_base.markup.templates import fill_html
from knowledge_base.model.base import Statement
from knowledge_base.model.fields import EDITION_COLUMN
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.citations import citation_labels
from knowledge_base.views.edition import edition
from knowledge_base.views.fallen import fall_in_words, fall_of
from knowledge_base.views.limits import limits_of
from knowledge_base.wording.sentences import wording

DOCUMENT = "tidier/tidier-checklist.docx"
TABLE = "tidier/tidier-checklist.csv"

TEMPLATES = "blueprint/tidier.docx"
"""The folder of the templates of the Word file, each of which has the name of its part.

But without a dot at its start: the build takes no notice of files that are hidden.
"""
DOCUMENT_PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/footer1.xml",
    "word/styles.xml",
)
"""What the Word file holds, in the order in which readers of the format expect it."""

_WORDING = wording("blueprint/tidier")
CSV_COLUMNS = (
    "component",
    "item",
    "what_the_report_says",
    "what_it_rests_on",
    "what_it_leaves_open",
    "evaluator",
    "completeness",
    "source",
    EDITION_COLUMN,
    "limits",
)


@dataclass(frozen=True)
class ChecklistRow:
    """One item of TIDieR for one component."""

    component: str
    item: str
    definition: str
    completeness: str
    statements: tuple[str, ...]
    """What the report says, a statement each."""
    rests_on: tuple[str, ...]
    """What each of these statements rests on, in the same order."""
    left_open: str

    @property
    def numbered_statements(self) -> tuple[str, ...]:
        """The statements with a number in front, so that two columns can be read together."""
        return _numbered(self.statements)

    @property
    def numbered_rests_on(self) -> tuple[str, ...]:
        """What they rest on, with the same numbers."""
        return _numbered(self.rests_on)


def tidier_checklist(kb: KnowledgeBase) -> dict[str, bytes]:
    """Return the files by their path among the downloads. The same evidence, the same bytes."""
    return {TABLE: _csv(kb).encode(), DOCUMENT: _docx(kb)}


def checklist_rows(kb: KnowledgeBase) -> list[ChecklistRow]:
    """Return the twelve items of each component, in their order."""
    labels = citation_labels(kb.sources)
    return [
        ChecklistRow(
            kb.components[component].label,
            term.label,
            term.definition,
            entry.completeness,
            tuple(statement.text for statement in entry.statements),
            tuple(_rests_on(kb, labels, statement) for statement in entry.statements),
            entry.not_reported or "",
        )
        for component in kb.components
        if component in kb.blueprint
        for item, term in kb.vocabularies["tidier-item"].items()
        for entry in [kb.blueprint[component].tidier[item]]
    ]


def _rests_on(kb: KnowledgeBase, labels: dict[str, str], statement: Statement) -> str:
    by_source: dict[str, list[str]] = {}
    for record_id in statement.records:
        record = kb.records[record_id]
        source = labels[record.source]
        if record.cited_through:
            through = labels[record.cited_through.source]
            source = _WORDING.say("through", source=source, through=through)
        fall = fall_of(kb, record)
        mark = f" ({fall_in_words(kb, fall)})" if fall else ""
        by_source.setdefault(source, []).append(f"{record_id}{mark}")
    pieces = [
        _WORDING.say("records", source=source, count=len(ids), ids=", ".join(ids))
        for source, ids in by_source.items()
    ]
    where = f", {statement.location}" if statement.location else ""
    pieces += [f"{labels[key]}{where}" for key in statement.sources]
    return "; ".join(pieces)


def _source(kb: KnowledgeBase) -> str:
    source = kb.sources[kb.report.source]
    link = f" {source.url}" if source.url else ""
    return f"{citation_labels(kb.sources)[source.key]}, {source.title}.{link}"


def _csv(kb: KnowledgeBase) -> str:
    """Return all items of all components, a row each; where they come from stands in each row."""
    about = [_source(kb), edition(kb).version, limits_of(kb)]
    rows = (
        (
            row.component,
            row.item,
            " ".join(row.numbered_statements),
            " ".join(row.numbered_rests_on),
            row.left_open,
            "",
            row.completeness,
            *about,
        )
        for row in checklist_rows(kb)
    )
    return as_csv([CSV_COLUMNS, *rows])


def _numbered(texts: tuple[str, ...]) -> tuple[str, ...]:
    if len(texts) < 2:
        return texts
    return tuple(f"({number}) {text}" for number, text in enumerate(texts, start=1))


def _docx(kb: KnowledgeBase) -> bytes:
    label = citation_labels(kb.sources).get("hoffmann2014")
    facts = {
        "title": _WORDING.say("title", book=book.title()),
        "checklist": label[:-1].replace(" (", ", ") if label else "",
        "source": _source(kb),
        "limits": limits_of(kb),
        "edition": edition(kb).words,
        "components": {
            component: list(rows)
            for component, rows in groupby(checklist_rows(kb), lambda row: row.component)
        },
    }
    parts = (f"{part.replace('/.', '/')}.jinja" for part in DOCUMENT_PARTS)
    texts = [fill_html(book.ROOT, f"{TEMPLATES}/{part}", facts) for part in parts]
    return zipped({p: text.encode() for p, text in zip(DOCUMENT_PARTS, texts, strict=True)})
