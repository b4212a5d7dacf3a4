"""What the report that most of a base rests on says of itself: aim, method, limits, next steps."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge_base.model.base import (
    Id,
    Line,
    Model,
    Prose,
    SourceId,
    Statement,
    Text,
)


class NextStep(Model):
    """A step that the report recommends to the evaluator."""

    title: Line
    """The step in a few words."""
    recommendation: Prose
    """What to do, in a sentence."""
    details: tuple[Statement, ...] = ()
    """What the report adds to it."""
    here: dict[Text, Text] = Field(default={})
    """What this site gives for it: labels of pages and the pages, from the root of the book."""
    location: Text


class ReportList(Model):
    """One of the report's lists, of which nothing may get lost here."""

    number: Annotated[int, Field(strict=True, ge=1)]
    """How many entries it has, as we count them."""
    location: Text
    """Where in the report it is."""


class Report(Model):
    """`report.yml`."""

    source: SourceId
    """The key of the report itself among the sources."""
    name: Text
    """How sentences name it, such as `the 2023 report`."""
    licence: Text | None = None
    """Under which the report itself stands, where that isn't the licence of the data."""
    independent_of: tuple[Text, ...] = ()
    """Whose publication the site could be taken for, and is not."""
    limits_in_brief: Prose
    """The limits that every page of evidence states, in two or three sentences."""
    aims: tuple[Statement, ...]
    method: tuple[Statement, ...]
    search_terms: tuple[Text, ...]
    """The terms given for the search, in the report's order."""
    limits: tuple[Statement, ...]
    """The report's own caveats."""
    next_steps: dict[Id, NextStep]
    lists: dict[Literal["providers", "courses", "instruments", "clinician-posts"], ReportList] = (
        Field(default={})
    )
    """The lists that this base took over whole."""


NO_REPORT = Report.model_construct(
    source="",
    name="",
    licence=None,
    independent_of=(),
    limits_in_brief="",
    aims=(),
    method=(),
    search_terms=(),
    limits=(),
    next_steps={},
    lists={},
)
"""Stands for the report where a base rests on no one report: no source is it, it says nothing."""
