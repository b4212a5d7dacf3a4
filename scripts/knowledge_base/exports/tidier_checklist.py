"""The TIDieR checklist to take away, filled as far as the report goes: for Word, and as CSV.

The Word file is written by hand: it holds headings, paragraphs and tables only, and a library
for it would bring an XML parser in C and the time of day in every file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from knowledge_base import book
from knowledge_base.exports.archive import zipped
from knowledge_base.exports.spreadsheet import as_csv
from knowledge_base.model.base import Statement
from knowledge_base.model.fields import EDITION_COLUMN
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.citations import citation_labels
from knowledge_base.views.edition import edition
from knowledge_base.views.fallen import fall_in_words, fall_of
from knowledge_base.wording.sentences import wording

DOCUMENT = "tidier/tidier-checklist.docx"
TABLE = "tidier/tidier-checklist.csv"

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


def _title() -> str:
    return _WORDING.say("title", book=book.title())


def _source(kb: KnowledgeBase) -> str:
    source = kb.sources[kb.report.source]
    link = f" {source.url}" if source.url else ""
    return f"{citation_labels(kb.sources)[source.key]}, {source.title}.{link}"


def _csv(kb: KnowledgeBase) -> str:
    """Return all items of all components, a row each; where they come from stands in each row."""
    about = [_source(kb), edition(kb).version, kb.report.limits_in_brief]
    rows = (
        (
            row.component,
            row.item,
            _numbered(row.statements),
            _numbered(row.rests_on),
            row.left_open,
            "",
            row.completeness,
            *about,
        )
        for row in checklist_rows(kb)
    )
    return as_csv([CSV_COLUMNS, *rows])


def _numbered(texts: tuple[str, ...]) -> str:
    return " ".join(_numbered_each(texts))


def _numbered_each(texts: tuple[str, ...]) -> list[str]:
    """Return the texts with a number in front, so that two columns can be read together."""
    if len(texts) < 2:
        return list(texts)
    return [f"({number}) {text}" for number, text in enumerate(texts, start=1)]


# WordprocessingML, ECMA-376: the least that Word and LibreOffice ask for.

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WIDTHS = (2300, 4200, 3300, 2200, 2570)
"""Of the columns, in twentieths of a point; together what A4 across leaves between margins."""


def _docx(kb: KnowledgeBase) -> bytes:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{word}.styles+xml"/>'
        f'<Override PartName="/word/footer1.xml" ContentType="{word}.footer+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        "</Types>",
        "_rels/.rels": _relations(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_text(_title())}</dc:title><dc:language>en-GB</dc:language>"
        "</cp:coreProperties>",
        "word/_rels/document.xml.rels": _relations(
            (f"{_OFFICE}/styles", "styles.xml"), (f"{_OFFICE}/footer", "footer1.xml")
        ),
        "word/document.xml": _document(kb),
        "word/footer1.xml": f'<w:ftr xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr>'
        f"{_run(_WORDING.say('foot', title=_title()))}"
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>',
        "word/styles.xml": _styles(),
    }
    return zipped({name: (_XML + xml).encode() for name, xml in parts.items()})


def _relations(*relations: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _document(kb: KnowledgeBase) -> str:
    return (
        f'<w:document xmlns:w="{_W}" xmlns:r="{_OFFICE}"><w:body>{"".join(_body(kb))}'
        '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>'
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" '
        'w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _body(kb: KnowledgeBase) -> Iterator[str]:
    yield _paragraph(_title(), "Title")
    yield _paragraph(_WORDING.say("introduction", checklist=_checklist_source(kb)))
    yield _paragraph(_WORDING.say("source", source=_source(kb)))
    yield _paragraph(_WORDING.say("limits", limits=kb.report.limits_in_brief))
    yield _paragraph(_WORDING.say("edition", edition=edition(kb).words))
    component = ""
    rows: list[ChecklistRow] = []
    for row in checklist_rows(kb):
        if row.component != component and rows:
            yield from _section(rows)
            rows = []
        component = row.component
        rows.append(row)
    if rows:
        yield from _section(rows)


def _checklist_source(kb: KnowledgeBase) -> str:
    label = citation_labels(kb.sources).get("hoffmann2014")
    return f" ({label[:-1].replace(' (', ', ')})" if label else ""


def _section(rows: list[ChecklistRow]) -> Iterator[str]:
    yield _paragraph(rows[0].component, "Heading1")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    head = "".join(
        _cell(width, [_paragraph(name, "Head")])
        for width, name in zip(_WIDTHS, _WORDING.at("columns"), strict=True)
    )
    yield (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/>'
        f'<w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        # The head stands again on each page.
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
    )
    for row in rows:
        columns = (
            [
                _paragraph(row.item, "Head"),
                _paragraph(row.definition, "Small"),
                _paragraph(f"{row.completeness[:1].upper()}{row.completeness[1:]}", "Small"),
            ],
            _paragraphs(_numbered_each(row.statements) or [_WORDING.say("nothing")], "Cell"),
            _paragraphs(_numbered_each(row.rests_on), "Small"),
            _paragraphs([row.left_open], "Cell"),
            _paragraphs([""], "Cell"),
        )
        cells = "".join(
            _cell(width, content) for width, content in zip(_WIDTHS, columns, strict=True)
        )
        yield f"<w:tr>{cells}</w:tr>"
    # A paragraph must stand between two tables, and after the last.
    yield "</w:tbl>" + _paragraph("", "Small")


def _cell(width: int, paragraphs: list[str]) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def _paragraphs(texts: Iterable[str], style: str) -> list[str]:
    # A cell without a paragraph is an error to Word.
    return [_paragraph(text, style) for text in texts] or [_paragraph("", style)]


def _paragraph(text: str, style: str = "Normal") -> str:
    run = _run(text) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{_text(text)}</w:t></w:r>'


def _text(text: str) -> str:
    return escape(text, quote=False)


def _styles() -> str:
    def style(name: str, label: str, size: int, *, bold: bool = False, extra: str = "") -> str:
        based = "" if name == "Normal" else '<w:basedOn w:val="Normal"/>'
        default = ' w:default="1"' if name == "Normal" else ""
        # A size counts half points.
        run = f'{"<w:b/>" if bold else ""}<w:sz w:val="{size * 2}"/>'
        return (
            f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val="{label}"/>'
            f"{based}<w:qFormat/>{extra}<w:rPr>{run}</w:rPr></w:style>"
        )

    def spaced(before: int, after: int, more: str = "") -> str:
        keep = "<w:keepNext/>" if more else ""
        return f'<w:pPr>{keep}<w:spacing w:before="{before}" w:after="{after}"/>{more}</w:pPr>'

    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="71858A"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="20"/>'
        '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
        + style("Normal", "Normal", 10, extra=spaced(0, 120))
        + style("Title", "Title", 20, bold=True, extra=spaced(0, 200))
        + style(
            "Heading1",
            "heading 1",
            15,
            bold=True,
            extra=spaced(240, 120, '<w:outlineLvl w:val="0"/>'),
        )
        + style("Head", "Table head", 9, bold=True, extra=spaced(40, 40))
        + style("Cell", "Table cell", 9, extra=spaced(40, 40))
        + style("Small", "Small", 8, extra=spaced(40, 40))
        + '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        '</w:tblPr></w:style><w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        "</w:tblPr></w:style></w:styles>"
    )
