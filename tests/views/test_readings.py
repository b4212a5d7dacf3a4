"""How most of a list was read."""

from __future__ import annotations

from datetime import date

from knowledge_base.model.reading_note import Reading
from knowledge_base.views.readings import usual_reading


def reading(day: int, kind: str = "undated-copy") -> Reading:
    """A reading of some page."""
    fields = {"address": "https://example.org", "on": date(2026, 11, day), "kind": kind}
    return Reading.model_validate(fields)


def test_the_usual_reading_has_the_day_and_copy_of_most() -> None:
    usual = usual_reading([reading(1), reading(2), None, reading(2), reading(2, "live-page")])
    assert usual == reading(2)
    assert usual_reading([None]) is None
