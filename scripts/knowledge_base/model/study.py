"""A study: a piece of research, which several sources can report."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from knowledge_base.model.base import (
    CountryId,
    Entity,
    Line,
    Model,
    Prose,
    SettingId,
    SourceId,
    StudyId,
    StudyTypeId,
    Text,
)


class Review(Model):
    """What a review brings together."""

    number: Annotated[int, Field(strict=True, ge=1)] | None = None
    """How many studies or papers it includes, as it says itself."""
    unit: Line = "studies"
    """What `number` counts: `studies`, `papers`, `trials`."""
    includes: tuple[StudyId, ...] = ()
    """Studies listed here that it includes, so that the overlap can be shown."""


class Study(Entity):
    """A piece of research. Counts are counts of studies, so one study is one file."""

    name: Line
    """How pages name it, such as `Focus on Practice, three London boroughs`."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """The documents that report it."""
    design: StudyTypeId
    """The kind of research, as far as it is reported."""
    parts: tuple[StudyTypeId, ...] = ()
    """Further kinds of research in it, behind some of its records."""
    setting: SettingId
    """The field of practice it was done in."""
    service: Line | None = None
    """What its source calls the service, where that need not belong to the setting."""
    countries: Annotated[tuple[CountryId, ...], Field(min_length=1)]
    """Where it was done."""
    sample: Text
    """Who or what was studied, as reported, or `not_reported`."""
    summary: Prose
    """What is known of it, in a sentence or two."""
    grouping: Prose | None = None
    """Why its sources are taken for one study, where there are several."""
    review: Review | None = None
    """What it brings together, if it is a review; a study without this is a primary one."""
