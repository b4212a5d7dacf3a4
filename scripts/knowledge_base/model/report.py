"""What the 2023 report says of itself: its aim, method, limits and next steps."""

from __future__ import annotations

from pydantic import Field

from knowledge_base.model.base import Id, Line, Model, SourceId, Statement, Text


class NextStep(Model):
    """A step that the report recommends to the evaluator."""

    title: Line
    """The step in a few words."""
    recommendation: Text
    """What to do, in a sentence."""
    details: tuple[Statement, ...] = ()
    """What the report adds to it."""
    here: dict[Text, Text] = Field(default={})
    """What this site gives for it: labels of pages and the pages, from the root of the book."""
    location: Text


class Report(Model):
    """`report.yml`."""

    source: SourceId
    """The report's own entry in `sources.bib`."""
    limits_in_brief: Text
    """The limits that every page of evidence states, in two or three sentences."""
    aims: tuple[Statement, ...]
    method: tuple[Statement, ...]
    search_terms: tuple[Text, ...]
    """The terms given for the search, in the report's order."""
    limits: tuple[Statement, ...]
    """The report's own caveats."""
    next_steps: dict[Id, NextStep]
