"""The evidence as tables: what is in them, and each as CSV for spreadsheets."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from operator import attrgetter, itemgetter
from typing import Annotated, Any, NamedTuple

from knowledge_base.exports.columns import (
    Column,
    Table,
    columns_of,
    maybe,
    one_of,
    record_column,
    table_of,
)
from knowledge_base.exports.source_remarks import source_remarks
from knowledge_base.exports.spreadsheet import as_csv
from knowledge_base.model.base import (
    POUNDS,
    ComponentId,
    Count,
    DirectionId,
    EvidenceBasisId,
    Flag,
    GapId,
    Id,
    OutcomeId,
    OutcomeLevelId,
    Quantity,
    RecordId,
    SettingId,
    SourceId,
    StandingId,
)
from knowledge_base.model.clinician_post import ClinicianPost
from knowledge_base.model.fields import DERIVED_COLUMNS, EDITION_COLUMN, RECORD_FIELDS
from knowledge_base.model.gap import Discrepancy, Gap
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.provider import Cost, Course, Length, Provider
from knowledge_base.model.reading_note import Reading, SourceCheck
from knowledge_base.model.record import Record
from knowledge_base.model.result import Result
from knowledge_base.model.source import Source, plain
from knowledge_base.model.source_note import Standing
from knowledge_base.model.study import Review, Study
from knowledge_base.model.vocabulary import Term
from knowledge_base.views.catalogue import CourseRow, Verdict, catalogue
from knowledge_base.views.citations import citation_labels
from knowledge_base.views.edition import edition
from knowledge_base.views.gap_map import EMPTINESS, gap_map
from knowledge_base.views.once import once
from knowledge_base.views.selection import basis, is_review
from knowledge_base.views.since_report import SINCE_REPORT, since_report
from knowledge_base.wording.sentences import wording

RECORDS = "records"
VOCABULARIES = "vocabularies"
WORDING = wording("about/data")


def files(kb: KnowledgeBase) -> dict[str, Callable[[], str]]:
    """Return the tables of what the base holds, as CSV."""
    return {f"{table.name}.csv": partial(csv_of, table) for table in tables(kb)}


def csv_of(table: Table) -> str:
    """Return a table as CSV."""
    return as_csv([[column.name for column in table.columns], *table.cells()])


def tables(kb: KnowledgeBase) -> tuple[Table, ...]:
    """Return every table that has a row."""
    return tuple(table for table in all_tables(kb) if table.rows)


@once
def all_tables(kb: KnowledgeBase) -> tuple[Table, ...]:
    """Return every table, with the version of the evidence in each row.

    A table may be taken apart, and its rows stay what they are of.
    """
    version = edition(kb).version
    column = Column(EDITION_COLUMN, str, lambda _: version, WORDING.say("version"))
    return tuple(
        replace(
            table,
            columns=(*table.columns, column),
            rows=tuple((*row, version) for row in table.rows),
        )
        for table in (make(kb) for make in TABLES)
    )


def records_table(kb: KnowledgeBase) -> list[dict[str, Any]]:
    """Return the records as a spreadsheet has them, a row each."""
    table = next((table for table in tables(kb) if table.name == RECORDS), None)
    names = [column.name for column in table.columns] if table else []
    return [dict(zip(names, cells, strict=True)) for cells in table.cells()] if table else []


class _Numbered(NamedTuple):
    """A figure of a record."""

    number: int
    record: Record
    result: Result


class _Word(NamedTuple):
    """A word of a vocabulary."""

    vocabulary: str
    id: str
    term: Term


def _records(kb: KnowledgeBase) -> Table:
    labels = citation_labels(kb.sources)

    def source_of(record: Record) -> Source:
        return kb.sources[record.source]

    derived: dict[str, tuple[Any, Callable[[Record], Any]]] = {
        "evidence_basis": (EvidenceBasisId, partial(basis, kb)),
        "source_label": (str, lambda record: labels[record.source]),
        "year": (maybe(int), lambda record: source_of(record).year),
        "doi": (maybe(str), lambda record: source_of(record).doi),
        "standing": (StandingId, lambda record: kb.standing_of(record.source)),
        "stands": (Flag, kb.stands),
        "is_review": (Flag, lambda r: bool(r.study and is_review(kb, r.study))),
    }
    if kb.report.source:
        derived["since_report"] = (one_of(SINCE_REPORT), partial(since_report, kb))
    columns = [_column(RECORDS, "id", Id, attrgetter("id")), *columns_of(Record, "status")]
    for field in RECORD_FIELDS:
        if field.column and field.name != "status":
            columns.append(record_column(field))
        columns += [
            Column(name, *derived[name], description)
            for name, description in DERIVED_COLUMNS.get(field.name, {}).items()
            if name in derived
        ]
    return table_of(RECORDS, list(kb.records.values()), columns, holds="record")


def _studies(kb: KnowledgeBase) -> Table:
    fields = ("name", "design", "setting", "countries", "sample", "sources", "summary", "grouping")
    review = attrgetter("review")
    cell = partial(_column, "studies")
    columns = (
        cell("id", Id, attrgetter("id")),
        *columns_of(Study, *fields),
        cell("is_review", Flag, lambda study: study.review is not None),
        *columns_of(
            Review, "number", "unit", "includes", at=review, prefix="review_", optional=True
        ),
    )
    return table_of("studies", list(kb.studies.values()), columns, holds="study")


def _sources(kb: KnowledgeBase) -> Table:
    remarks, labels = source_remarks(kb), citation_labels(kb.sources)
    cell = partial(_column, "sources")

    def one_of(*names: str) -> Callable[[Source], str | None]:
        return lambda source: next(
            (plain(source.fields[n]) for n in names if n in source.fields), None
        )

    def names(role: str) -> Callable[[Source], tuple[str, ...]]:
        return lambda source: tuple(plain(name) for name in source.names(role) if name != "others")

    columns = (
        cell("id", str, lambda source: source.key),
        cell("label", str, lambda source: labels[source.key]),
        cell("type", str, lambda source: source.kind),
        cell("title", str, lambda source: source.title),
        cell("authors", tuple[str, ...], names("author")),
        cell("editors", tuple[str, ...], names("editor")),
        cell("year", maybe(int), lambda source: source.year),
        cell("published_in", maybe(str), one_of("journal", "booktitle", "series")),
        cell("volume", maybe(str), one_of("volume")),
        cell("number", maybe(str), one_of("number")),
        cell("pages", maybe(str), one_of("pages")),
        cell("publisher", maybe(str), one_of("publisher", "institution", "school", "howpublished")),
        cell("doi", maybe(str), lambda source: source.doi),
        cell("url", maybe(str), lambda source: source.url),
        cell("standing", StandingId, lambda source: kb.standing_of(source.key)),
        cell("remark", maybe(str), lambda source: remarks.get(source.key)),
    )
    return table_of("sources", list(kb.sources.values()), columns, holds="source")


def _gap_map(kb: KnowledgeBase) -> Table:
    """Return the gap map, a row a cell."""
    cell = partial(_column, "gap-map")
    columns = (
        cell("component", ComponentId, lambda c: c.component),
        cell("outcome", OutcomeId, lambda c: c.outcome),
        cell("outcome_level", OutcomeLevelId, lambda c: kb.outcomes[c.outcome].level),
        cell("studies", Count, lambda c: len(c.tally.studies)),
        cell("studies_read", Count, lambda c: len(c.tally.studies_read)),
        cell("studies_read_in_part", Count, lambda c: len(c.tally.studies_read_in_part)),
        cell("reviews", Count, lambda c: len(c.tally.reviews)),
        cell("claims", Count, lambda c: c.tally.claims),
        cell("evidence_bases", tuple[EvidenceBasisId, ...], lambda c: c.tally.bases),
        cell("directions", tuple[DirectionId, ...], lambda c: c.tally.directions),
        cell("settings", tuple[SettingId, ...], lambda c: c.tally.settings),
        cell("claims_apart", Count, lambda c: c.apart.claims),
        cell("studies_apart", Count, lambda c: len(c.apart.studies)),
        cell("reviews_apart", Count, lambda c: len(c.apart.reviews)),
        cell("emptiness", maybe(one_of(EMPTINESS)), lambda c: c.emptiness),
        cell("gaps", tuple[GapId, ...], lambda c: c.gaps),
    )
    return table_of(
        "gap-map", list(gap_map(kb).cells.values()), columns, key=("component", "outcome")
    )


def _results(kb: KnowledgeBase) -> Table:
    """Return the figures of all records, a row each; nothing is pooled by us."""
    rows = [
        _Numbered(number, record, result)
        for record in kb.records.values()
        for number, result in enumerate(record.results, start=1)
    ]
    record, result = attrgetter("record"), attrgetter("result")
    of_record = ("study", "component", "outcomes", "setting", "nearness", "how_read")
    cell = partial(_column, "results")
    columns = (
        cell("record", RecordId, lambda row: row.record.id),
        cell("number", Count, attrgetter("number")),
        *columns_of(Record, "status", *of_record, at=record),
        *columns_of(Result, *Result.model_fields, at=result),
        cell("no_effect", maybe(Quantity), lambda row: row.result.no_effect),
    )
    return table_of("results", rows, columns, key=("record", "number"))


def _source_checks(kb: KnowledgeBase) -> Table:
    """Return what sources say of claims that another document makes of them, a row a check."""
    records = [record for record in kb.records.values() if record.source_check]
    check = attrgetter("source_check")
    cell = partial(_column, "source-checks")
    columns = (
        cell("record", RecordId, attrgetter("id")),
        *columns_of(Record, "status", "claim", "source"),
        *(record_column(field) for field in RECORD_FIELDS if field.name == "cited_through"),
        *columns_of(SourceCheck, "verdict", at=check),
        cell("is_verdict", Flag, lambda r: kb.verdicts[r.source_check.verdict].is_verdict),
        cell("conflicts", Flag, lambda r: kb.verdicts[r.source_check.verdict].conflicts),
        *columns_of(SourceCheck, "sentence", "how_read", "support", at=check),
        *columns_of(
            Reading,
            *Reading.model_fields,
            at=attrgetter("source_check.reading"),
            prefix="reading_",
            optional=True,
        ),
        *columns_of(SourceCheck, "on", "checked_by", at=check),
    )
    return table_of("source-checks", records, columns, key=("record",))


def _source_notes(kb: KnowledgeBase) -> Table:
    """Return what must be known of sources besides what they say, a row a source."""
    cell = partial(_column, "source-notes")
    columns = (
        cell("source", SourceId, lambda note: note.source),
        cell("standing", StandingId, lambda note: kb.standing_of(note.source)),
        *columns_of(
            Standing,
            *("on", "notice", "reason"),
            at=attrgetter("standing"),
            prefix="standing_",
            optional=True,
        ),
        cell("interests", tuple[str, ...], lambda n: tuple(i.statement for i in n.interests)),
        cell("disputes", tuple[str, ...], lambda n: tuple(d.statement for d in n.disputes)),
        cell("disputed_in", tuple[SourceId, ...], lambda n: tuple(d.source for d in n.disputes)),
    )
    return table_of("source-notes", list(kb.source_notes.values()), columns, key=("source",))


def _courses(kb: KnowledgeBase) -> Table:
    provider, cost, length = (attrgetter(p) for p in ("provider", "course.cost", "course.length"))
    cell = partial(_column, "courses")

    def links(row: CourseRow) -> tuple[str, ...]:
        urls = (kb.sources[key].url for key in row.course.sources)
        return tuple(url for url in urls if url)

    columns = (
        cell("id", str, attrgetter("id")),
        cell("provider", str, lambda row: row.provider.name),
        *columns_of(Provider, "category", "region", "satellite_regions", at=provider),
        cell("course", str, lambda row: row.course.name),
        *columns_of(Course, "level", at=attrgetter("course")),
        *columns_of(Length, "as_given", at=length, prefix="length_"),
        *columns_of(
            Length, "days", "contact_hours", "independent_study_hours", "months", at=length
        ),
        *columns_of(Cost, "as_given", at=cost, prefix="cost_"),
        *(replace(column, name="amount_gbp") for column in columns_of(Cost, "amount", at=cost)),
        *columns_of(Cost, "basis", at=cost, prefix="cost_"),
        *columns_of(Cost, "is_minimum", "places", "vat", at=cost),
        cell("price_per_place_gbp", maybe(Annotated[float, POUNDS]), _rounded_price),
        cell("price_note", str, lambda row: row.price_note),
        cell("aft_hours", Verdict, lambda row: row.standard),
        cell("aft_hours_reason", str, lambda row: row.reason),
        *columns_of(Course, "sources", at=attrgetter("course")),
        cell("links", tuple[str, ...], links),
        *columns_of(Provider, "checked", "checked_against", at=provider),
    )
    return table_of("courses", list(catalogue(kb)), columns)


def _rounded_price(row: CourseRow) -> float | None:
    return None if row.price_per_place is None else round(row.price_per_place, 2)


def _posts(kb: KnowledgeBase) -> Table:
    post: Callable[[tuple[str, ClinicianPost]], ClinicianPost] = itemgetter(1)
    columns = (
        _column("clinician-posts", "id", Id, itemgetter(0)),
        *columns_of(ClinicianPost, "title", "band", "region", at=post),
        *(
            replace(column, name=f"{column.name}_gbp")
            for column in columns_of(ClinicianPost, "salary_low", "salary_high", at=post)
        ),
        *columns_of(ClinicianPost, "sources", "location", at=post),
    )
    return table_of("clinician-posts", list(kb.clinician_posts.items()), columns)


def _gaps(kb: KnowledgeBase) -> Table:
    columns = (_column("gaps", "id", Id, attrgetter("id")), *columns_of(Gap, *Gap.model_fields))
    return table_of("gaps", list(kb.gaps.values()), columns, holds="gap")


def _discrepancies(kb: KnowledgeBase) -> Table:
    columns = (
        _column("discrepancies", "id", Id, attrgetter("id")),
        *columns_of(Discrepancy, *Discrepancy.model_fields),
    )
    return table_of("discrepancies", list(kb.discrepancies.values()), columns)


def _vocabularies(kb: KnowledgeBase) -> Table:
    """Return every word that a record may use, with its meaning."""
    cell = partial(_column, VOCABULARIES)
    rows = [
        _Word(name, id_, term)
        for name, terms in kb.vocabularies.items()
        for id_, term in terms.items()
    ]
    columns = (
        cell("vocabulary", str, attrgetter("vocabulary")),
        cell("id", str, attrgetter("id")),
        *columns_of(Term, "label", "definition", at=attrgetter("term")),
    )
    return table_of(VOCABULARIES, rows, columns, key=("vocabulary", "id"))


def _column(table: str, name: str, annotation: Any, value: Callable[[Any], Any]) -> Column:
    """Return a column that is no field of the model; the page's wording says what it holds."""
    return Column(name, annotation, value, WORDING.say(f"columns.{table}.{name}"))


TABLES = (
    _records,
    _studies,
    _sources,
    _gap_map,
    _courses,
    _posts,
    _gaps,
    _discrepancies,
    _results,
    _source_checks,
    _source_notes,
    _vocabularies,
)
