"""The kinds of evidence file: where the files of each are, and what shape they have."""

import re
from dataclasses import dataclass
from functools import cached_property
from types import GenericAlias
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from knowledge_base.model.base import ID_PATTERN, NOT_APPLICABLE, NOT_REPORTED, Id, RecordId
from knowledge_base.model.blueprint import Blueprint
from knowledge_base.model.clinician_post import ClinicianPost
from knowledge_base.model.context import ContextEvent, Person, Search
from knowledge_base.model.examples import NO_EXAMPLES, Examples
from knowledge_base.model.gap import Discrepancy, Gap
from knowledge_base.model.instrument import Instrument
from knowledge_base.model.logic_model import NO_LOGIC_MODEL, LogicModel
from knowledge_base.model.pilot_defaults import NO_PILOT_DEFAULTS, PilotDefaults
from knowledge_base.model.provider import Provider
from knowledge_base.model.record import Record
from knowledge_base.model.report import NO_REPORT, Report
from knowledge_base.model.source import Source
from knowledge_base.model.source_note import Inclusion, SourceNote
from knowledge_base.model.study import Study
from knowledge_base.model.vocabulary import VOCABULARIES as VOCABULARY_TYPES

TermId = Annotated[
    str,
    StringConstraints(pattern=rf"{ID_PATTERN}|^({NOT_REPORTED}|{NOT_APPLICABLE})$"),
]
"""The id of a vocabulary's word: as others, but for the two words that stand for nothing."""

EVIDENCE_FOLDER = "evidence"
"""The folder of the evidence files, below the project's root."""

BIBLIOGRAPHY = "sources.bib"
"""All sources in one file, as bases had them before each had its own. Still read."""

PUBLISHED_IDS = "published-ids.txt"
"""The ids of all records that ever had a page, one a line; `kb publish-ids` writes it."""


@dataclass(frozen=True)
class FileKind:
    """A kind of evidence file: where it lies and what shape it has."""

    name: str
    pattern: str
    """The place of its files below the evidence folder; `*` stands for one name."""
    annotation: Any
    """The type of a file's content."""
    may_be_absent: bool = False
    """Whether a knowledge base can do without it: its topic may have no such thing."""
    instead: Any = None
    """What stands for it in a base that does."""

    @property
    def is_one_file(self) -> bool:
        """Whether the family is a single file."""
        return "*" not in self.pattern

    @cached_property
    def _form(self) -> re.Pattern[str]:
        return re.compile(re.escape(self.pattern).replace(r"\*", "[^/]+"))

    def holds(self, path: str) -> bool:
        """Whether a file at ``path``, relative to the evidence folder, is of this family."""
        return self._form.fullmatch(path) is not None

    @property
    def folder(self) -> str:
        """The folder in that of the evidence in which they lie; empty for a single file."""
        return self.pattern.partition("/")[0] if not self.is_one_file else ""

    def lies_in(self, folder: str) -> bool:
        """Whether files of this family may be at or below ``folder``, from the evidence folder."""
        return folder == "" or self.folder == folder.partition("/")[0]


RECORDS = FileKind("records", "records/*/*.yml", Record)
STUDIES = FileKind("studies", "studies/*.yml", Study)
BLUEPRINT = FileKind("blueprint", "blueprint/*.yml", Blueprint)
PROVIDERS = FileKind("providers", "providers/*.yml", Provider)
INSTRUMENTS = FileKind("instruments", "instruments/*.yml", Instrument)
POSTS = FileKind("clinician-posts", "clinician-posts.yml", dict[Id, ClinicianPost], True, {})
LOGIC_MODEL = FileKind("logic-model", "logic-model.yml", LogicModel, True, NO_LOGIC_MODEL)
PILOT_DEFAULTS = FileKind(
    "pilot-defaults", "pilot-defaults.yml", PilotDefaults, True, NO_PILOT_DEFAULTS
)
GAPS = FileKind("gaps", "gaps.yml", dict[Id, Gap])
DISCREPANCIES = FileKind("discrepancies", "discrepancies.yml", dict[Id, Discrepancy], True, {})
REPORT = FileKind("report", "report.yml", Report, True, NO_REPORT)
EXAMPLES = FileKind("examples", "examples.yml", Examples, True, NO_EXAMPLES)
SOURCE_NOTES = FileKind("source-notes", "source-notes.yml", dict[Id, SourceNote], True, {})
INCLUSION = FileKind("inclusion", "inclusion.yml", Inclusion, True)
CONTEXT = FileKind("context", "context.yml", dict[Id, ContextEvent], True, {})
SEARCHES = FileKind("searches", "searches.yml", dict[Id, Search], True, {})
PEOPLE = FileKind("people", "people.yml", dict[Id, Person], True, {})
ALIASES = FileKind("aliases", "aliases.yml", dict[Id, RecordId], True, {})
VOCABULARIES = FileKind("vocabularies", "vocabularies/*.yml", None)
"""A vocabulary's shape depends on its name, see `words_of`."""
SOURCES = FileKind("sources", "sources/*.bib", Source)
"""Not among the others, which are YAML."""

FILE_KINDS = (
    VOCABULARIES,
    RECORDS,
    STUDIES,
    BLUEPRINT,
    PROVIDERS,
    INSTRUMENTS,
    POSTS,
    LOGIC_MODEL,
    PILOT_DEFAULTS,
    GAPS,
    DISCREPANCIES,
    REPORT,
    EXAMPLES,
    SOURCE_NOTES,
    INCLUSION,
    CONTEXT,
    SEARCHES,
    PEOPLE,
    ALIASES,
)


def source_path(key: str) -> str:
    """Return where a source's file is, from the root of the project."""
    return f"{EVIDENCE_FOLDER}/{SOURCES.pattern.replace('*', key)}"


def words_of(vocabulary: str) -> Any:
    """Return the type of a vocabulary's file; one without words would let every word pass."""
    terms: Any = GenericAlias(dict, (TermId, VOCABULARY_TYPES[vocabulary].term))
    return Annotated[terms, Field(min_length=1)]
