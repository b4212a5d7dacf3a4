"""Fields of records that are to change, and the change set that does it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge_base.contributing.file_edits import with_fields
from knowledge_base.model.fields import FIELD
from knowledge_base.model.places import Trail
from knowledge_base.model.record import Record
from knowledge_base.reading.evidence import Evidence, EvidenceFile
from knowledge_base.reading.text_file import in_form_of

ORDER = tuple(Record.model_fields)
"""The fields of a record's file, in the order in which they are written."""


@dataclass(frozen=True)
class Change:
    """A field of a record that gets another value."""

    record: str
    trail: Trail
    """The way to the field in the record's file."""
    before: Any
    after: Any
    """None where the field goes."""

    def __str__(self) -> str:
        """What changes, in a line."""
        field = ".".join(map(str, self.trail))
        return f"{self.record}: {field}: {_display(self.before)} → {_display(self.after)}"


def entry_of(evidence: Evidence, record_id: str) -> EvidenceFile[Record] | None:
    """Return the record's file, or None."""
    return next((entry for entry in evidence.records if entry.id == record_id), None)


def value_of(entry: EvidenceFile[Record], field: str) -> Any:
    """Return what the record says in a field, or means by not saying it; None for nothing."""
    value: Any = entry.value
    for step in trail_of(field):
        value = getattr(value, str(step), None)
    return value


def changes_to(entry: EvidenceFile[Record], values: Mapping[str, Any]) -> Iterator[Change]:
    """Yield what is to change so that the record has the values."""
    for field, value in values.items():
        before = value_of(entry, field)
        if _plain(before) != _plain(value):
            yield Change(entry.id, trail_of(field), before, value)


def changed_files(root: Path, evidence: Evidence, changes: Iterable[Change]) -> dict[str, str]:
    """Return the new texts of the files of the records, by their paths. Raises `EditError`."""
    by_record: dict[str, dict[Trail, Any]] = {}
    for change in changes:
        by_record.setdefault(change.record, {})[change.trail] = change.after
    files = {}
    for record, values in by_record.items():
        entry = entry_of(evidence, record)
        assert entry
        path = entry.document.path
        files[path] = in_form_of(root / path, with_fields(entry.text or "", values, ORDER))
    return files


def trail_of(field: str) -> Trail:
    """Return the way to a field of the register, or of the model, in a record's file."""
    return FIELD[field].steps if field in FIELD else (field,)


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value] or None
    return " ".join(str(value).split()) or None if value is not None else None


def _display(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_display(part)}" for name, part in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return " ".join(str(value).split()) if value is not None else "nothing"
