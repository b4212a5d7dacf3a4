"""How something was read: what was before us, when, and by which words another finds the place."""

from __future__ import annotations

from datetime import date
from typing import Literal

from knowledge_base.model.base import (
    Day,
    HowReadId,
    Link,
    Model,
    PartialDay,
    PersonId,
    Prose,
    SourceCheckId,
    Support,
    Text,
)


class Reading(Model):
    """What was before the person who read."""

    address: Link
    """The address at which it was read."""
    on: Day
    """The day on which it was first read."""
    again: Day | None = None
    """The latest day on which somebody read it again and found nothing to correct."""
    kind: Literal["live-page", "dated-copy", "undated-copy"]
    """The page itself, a stored copy of known date, or a stored copy of unknown age."""
    page_date: PartialDay | None = None
    """The date that the page itself shows, if it shows one."""

    @property
    def latest(self) -> date:
        """The day on which somebody last read it."""
        return self.again or self.on


class SourceCheck(Model):
    """What the part of a source that was read says of a claim that another document makes of it.

    Silence is no verdict. The claim stays as the other document has it; this stands beside it.
    """

    verdict: SourceCheckId
    """Whether it agrees, is weaker, is stronger, is different, or does not say."""
    sentence: Prose | None = None
    """What the source says, in one sentence of ours, no stronger than what was read."""
    how_read: HowReadId | None = None
    """How much of the source was read; left empty where none of it could be."""
    support: Support | None = None
    """At most ten of the source's own words, by which another person finds the place."""
    reading: Reading | None = None
    """What was before the person who read."""
    on: Day
    """The day of the check."""
    checked_by: tuple[PersonId, ...] = ()
    """Who checked it; empty until somebody is named."""


class Appraisal(Model):
    """A judgement of how far a finding can be trusted, always with tool, judge and reasons."""

    tool: Text
    """The tool by which it was judged, with its version."""
    judgement: Text
    """What the judge concluded, in the tool's own terms."""
    judge: PersonId
    """Who judged."""
    reasons: Prose
    """Why, in a sentence or two."""
    on: Day
    """The day of the judgement."""
