"""How most of a list was read."""

from __future__ import annotations

from datetime import date

from knowledge_base.model.reading_note import Reading
from knowledge_base.views.readings import usual_reading


def reading(day: int, kind: str = "undated-copy", again: date | None = None) -> Reading:
    """A reading of some page."""
    on = date(2026, 11, day)
    fields = {"address": "https://example.org", "on": on, "again": again, "kind": kind}
    return Reading.model_validate(fields)


def test_the_usual_reading_has_the_day_and_copy_of_most() -> None:
    usual = usual_reading([reading(1), reading(2), None, reading(2), reading(2, "live-page")])
    assert usual == reading(2)
    assert usual_reading([None]) is None


def test_what_was_read_again_differs_from_what_was_read_once() -> None:
    again = reading(2, again=date(2026, 11, 9))
    assert usual_reading([again, reading(2), reading(2)]) == reading(2)
