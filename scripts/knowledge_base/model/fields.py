"""The register of a record's fields: how each is named, asked for, shown and searched.

The model is the master of what a field holds: its place, its type, and what it is for. Here stands
what the model has no place for. Pages, tables, commands, the map and the search read it, so that
a new field needs its line in the model, its entry here and, if it has one, its vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from knowledge_base.model.base import NOT_REPORTED
from knowledge_base.model.places import Trail
from knowledge_base.model.reading_note import COPIES
from knowledge_base.model.record import Record
from knowledge_base.model.shape import FieldShape, shape

NEW = "new"
"""What is answered instead of an id or key where the thing isn't on file yet."""


@dataclass(frozen=True)
class Field:
    """A field of a record, or a part of one that is asked for and shown by itself."""

    name: str
    """Its one name: of the column, the filter, the option, and the answer to its question."""
    label: str = ""
    """How pages and filters name it."""
    question: str = ""
    """What an interview asks; without one it is not asked for."""
    help: str = ""
    """What `kb new record` says of its option; without it there is none."""
    path: tuple[str, ...] = ()
    """Where in the record it stands, if not under its name."""
    formerly: tuple[str, ...] = ()
    """Names that links and commands had for it, which still work."""
    row: bool = True
    """Whether it is a row on the record's page."""
    column: bool = True
    """Whether it is a column of the table of records."""
    facet: bool = False
    """Whether the map filters by it."""
    card: bool = False
    """Whether the map shows it on a record's card."""
    searched: bool = False
    """Whether the search finds a record by it."""
    choices: Mapping[str, str] | None = None
    """What it may hold, each in words, where that is neither a vocabulary nor free text."""

    @property
    def steps(self) -> tuple[str, ...]:
        """The way to it from the record."""
        return self.path or (self.name,)

    @property
    def shape(self) -> FieldShape | None:
        """Its type and help, by the model; None for what isn't said in the record itself."""
        whole = shape(Record).fields.get(self.steps[0])
        if whole is None or len(self.steps) == 1:
            return whole
        inside = whole.at(())
        return inside.fields.get(self.steps[1]) if inside else None

    @property
    def description(self) -> str:
        """What it is for."""
        return self.shape.description if self.shape else ""

    @property
    def refers_to(self) -> str | None:
        """What its values name: a vocabulary, or `source`, `study` and the like."""
        return self.shape.named if self.shape else None

    @property
    def is_required(self) -> bool:
        """Whether every record has it."""
        whole = shape(Record).fields.get(self.steps[0])
        return whole is not None and whole.is_required

    @property
    def is_several(self) -> bool:
        """Whether it holds several values."""
        return self.shape is not None and self.shape.is_list

    @property
    def options(self) -> tuple[str, ...]:
        """Its option on the command line, and those that it had."""
        return tuple(f"--{name.replace('_', '-')}" for name in (self.name, *self.formerly))

    def of(self, record: Record) -> Any:
        """Return its value in a record; None where it has none."""
        value: Any = record
        for step in self.steps:
            value = getattr(value, step, None)
        return value


_KEY_OF_SOURCE = (
    f"Its key, a word of its author or title, or '{NEW}' if it is not in evidence/sources.bib yet."
)
FIELDS = (
    Field(
        "component",
        "Component",
        "Which part of the model is the claim about?",
        "the part of the model, such as 'training'",
        facet=True,
        card=True,
        searched=True,
    ),
    Field(
        "claim",
        "Claim",
        "What does the source say? One plain sentence of yours, no stronger than the source.",
        "what the source says, in one plain sentence",
        row=False,
        card=True,
    ),
    Field(
        "kind",
        "Kind of claim",
        "What kind of statement is that?",
        "what kind of statement that is, such as 'perception'",
        facet=True,
        card=True,
    ),
    Field(
        "outcomes",
        "Outcomes",
        "What may change? Separate several with commas.",
        "what may change; may be given several times",
        formerly=("outcome",),
        facet=True,
        card=True,
        searched=True,
    ),
    Field(
        "factor",
        "Factor",
        "What helps or hinders?",
        "what helps or hinders",
        card=True,
        searched=True,
    ),
    Field(
        "direction",
        "Direction",
        "Which way does the finding point?",
        "which way the finding points",
        facet=True,
        card=True,
    ),
    Field(
        "source",
        "Source",
        f"Which source makes the claim? {_KEY_OF_SOURCE}",
        "the key in evidence/sources.bib",
        card=True,
    ),
    Field(
        "study_type",
        "Study type",
        "What kind of research or document is it?",
        "the kind of research or document",
        formerly=("type",),
        facet=True,
        card=True,
        searched=True,
    ),
    Field(
        "study",
        "Study",
        "Which study is behind it?",
        f"the id of the study behind it, or '{NEW}' to add one",
        card=True,
    ),
    Field(
        "study_name",
        question="What should pages call the study? For example: Interviews in Larkwater.",
        help="what pages call a study that is not on file yet",
    ),
    Field(
        "study_summary",
        question="What was done, in a sentence or two?",
        help="what was done in a new study, in a sentence or two",
    ),
    Field(
        "setting",
        "Setting",
        "In which field of practice?",
        "the field of practice",
        facet=True,
        card=True,
    ),
    Field(
        "countries",
        "Country",
        "In which country? Separate several with commas.",
        "where; may be given several times",
        formerly=("country",),
        facet=True,
        card=True,
        searched=True,
    ),
    Field(
        "sample",
        "Sample",
        f"Who or what was studied? In the source's terms, or {NOT_REPORTED}.",
        f"who or what was studied, or '{NOT_REPORTED}'",
        card=True,
        searched=True,
    ),
    Field(
        "study_sample",
        question="Who or what was studied in the whole study?",
        help="who or what was studied in a new study, if more than behind the claim",
    ),
    Field(
        "how_read",
        "How it was read",
        "How did you read it? An abstract or an opening is not the whole source.",
        "'in-source', 'abstract', 'opening' or 'cited-through'",
        formerly=("read",),
        facet=True,
        card=True,
    ),
    Field(
        "read_at",
        "Read at",
        "At which address did you read it? A link.",
        "the address at which the source was read",
        path=("reading", "address"),
        row=False,
    ),
    Field(
        "read_on",
        "Read on",
        "On which day? As YYYY-MM-DD.",
        "the day on which it was read",
        path=("reading", "on"),
        row=False,
    ),
    Field(
        "copy_read",
        "Copy that was read",
        "What was before you?",
        "'live-page', 'dated-copy' or 'undated-copy'",
        choices=COPIES,
        path=("reading", "kind"),
        row=False,
    ),
    Field(
        "page_date",
        "Date of the page",
        "Which date does the page itself show? A day, a month or a year.",
        "the date that the page itself shows",
        path=("reading", "page_date"),
        row=False,
    ),
    Field(
        "support",
        "Words of the source",
        "Which of the source's own words lead to the place? At most ten.",
        "at most ten of the source's own words, to find the place by",
        row=False,
    ),
    Field(
        "nearness",
        "Nearness",
        "How near is what was studied to that part of the model?",
        "how near that is to the component: 'component', 'part', 'like' or 'programme'",
        facet=True,
        card=True,
    ),
    Field(
        "cited_through",
        "Cited through",
        f"Which document did you read instead? {_KEY_OF_SOURCE}",
        "the key of the document that was read instead of the source",
        path=("cited_through", "source"),
        row=False,
        card=True,
    ),
    Field(
        "cited_through_location",
        "Place in the document that it is cited through",
        "Where in that document is the claim?",
        "where in that document the claim is",
        path=("cited_through", "location"),
        formerly=("through_location",),
        row=False,
    ),
    Field(
        "source_check",
        "Source check",
        path=("source_check", "verdict"),
        row=False,
        facet=True,
        card=True,
    ),
    Field(
        "source_check_sentence",
        "What the source says",
        path=("source_check", "sentence"),
        row=False,
        card=True,
    ),
    Field("results", "Results", row=False, column=False),
    Field("appraisal", "Appraisal", path=("appraisal", "judgement"), row=False),
    Field("read_by", "Read by", row=False),
    Field("checked_by", "Checked by", row=False),
    Field(
        "location",
        "Place in the source",
        "Where in the source is it? Section, page or table.",
        "where in the source the claim is",
    ),
    Field(
        "responds_to",
        "Responds to",
        help="the id of a barrier that this says how to overcome; may be given several times",
    ),
    Field(
        "note",
        "Note",
        "What else must a reader know?",
        "what else a reader must know",
        card=True,
    ),
    Field("added", "Added"),
    Field("status", "Status"),
    Field("notice_date", path=("notice", "date"), row=False),
    Field("notice_reason", path=("notice", "reason"), row=False),
    Field("superseded_by", path=("notice", "superseded_by"), row=False),
    Field("exceptions", row=False, column=False),
)
"""Every field, in the order of asking; `study_name` and the like are of a study not on file yet."""

RECORD_FIELDS = tuple(
    sorted(
        (field for field in FIELDS if field.shape),
        key=lambda field: list(Record.model_fields).index(field.steps[0]),
    )
)
"""The fields of a record, in the model's order."""

DERIVED_COLUMNS = {
    "kind": {"evidence_basis": "The kind of evidence, which follows from `kind`."},
    "source": {
        "source_label": "How pages name the source.",
        "year": "The source's year; empty where it has none.",
        "doi": "The source's DOI; empty where it has none.",
        "standing": "Whether the source still stands as it was published.",
        "since_report": "Whether the claim was read in the report, and if not, whether its source "
        "was published after the report's year.",
    },
    "status": {
        "stands": "Whether the record counts: it is published, and its source still stands."
    },
    "study": {"is_review": "Whether the study brings other people's studies together."},
}
"""Columns of the table of records that follow from a field, behind whose column they stand."""

EDITION_COLUMN = "version"
"""The last column of every table: of which state of the evidence a row is."""

FIELD = {field.name: field for field in FIELDS}
"""Each field by its name."""


def field_at(trail: Trail) -> str:
    """Return the name of the field of a record at the end of ``trail``; empty if there is none."""
    for field in RECORD_FIELDS if trail else ():
        both = min(len(field.steps), len(trail))
        if field.steps[:both] == trail[:both]:
            return field.name
    return ""
