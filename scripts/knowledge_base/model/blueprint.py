"""The blueprint of a component: what it is, how it could be done, what it aims at."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from knowledge_base.model.base import (
    Entity,
    Flag,
    Id,
    Line,
    Model,
    Prose,
    Quantity,
    RecordId,
    SettingId,
    SourceId,
    Statement,
    Text,
    TidierItemId,
)


class TidierEntry(Model):
    """What is known for one of the twelve items of TIDieR (Hoffmann et al. 2014)."""

    statements: tuple[Statement, ...] = ()
    """What the report says about it."""
    not_reported: Prose | None = None
    """What the report leaves open about it."""

    @property
    def completeness(self) -> str:
        """One of `reported`, `partly reported`, `not reported`."""
        if self.statements:
            return "partly reported" if self.not_reported else "reported"
        return "not reported"


class Measure(Model):
    """A number that pages, the catalogue and the pilot plan use."""

    label: Line
    unit: Line
    """In the plural: hours, days, people, pounds a year …"""
    value: Quantity | None = None
    """The number, where there is one."""
    low: Quantity | None = None
    """The lower end of a range."""
    high: Quantity | None = None
    """The upper end of a range."""
    bound: Literal["minimum", "maximum", "typical", "about"] | None = None
    """What the number is, as the source says."""
    records: tuple[RecordId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    location: Text | None = None

    @property
    def central(self) -> float:
        """The number to go by: the one that is given, or the middle of the range.

        Raises ValueError for a measure without a number, which the check refuses.
        """
        if self.value is not None:
            return self.value
        ends = [end for end in (self.low, self.high) if end is not None]
        if not ends:
            raise ValueError(f"the measure '{self.label}' has no number")
        return sum(ends) / len(ends)

    @property
    def ends(self) -> tuple[float, float]:
        """The lower and the upper end; where one is not given, the number to go by."""
        return (
            self.central if self.low is None else self.low,
            self.central if self.high is None else self.high,
        )


class Listing(Model):
    """A list of the report's, such as levels of training or job titles."""

    title: Line
    items: dict[Text, Text | None]
    """Each item with what the report says of it, or nothing more than its name."""
    records: tuple[RecordId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    location: Text | None = None
    note: Prose | None = None
    ordered: Flag = False
    """Whether its items are stops along a line, as from often to seldom, and drawn as such."""


class Chart(Model):
    """Measures of one unit drawn as bars along one axis."""

    title: Line
    """What the bars show, as a sentence. `{range}` stands for the least to the greatest of them,
    `{total}` for all together, each with its unit."""
    bars: dict[Line, Annotated[tuple[Id, ...], Field(min_length=1)]]
    """The measures of each bar by its name; those of one bar follow each other."""


class Illustration(Model):
    """A case illustration: how one place did it. An example, not evidence that it works."""

    title: Line
    place: Line
    setting: SettingId
    statements: tuple[Statement, ...]
    sources: tuple[SourceId, ...]
    """Where the illustration comes from."""
    location: Text
    """Where in the 2023 report it stands."""


class InBrief(Model):
    """A component in a table of all: a short sentence each."""

    who: Statement
    """Who does it."""
    how_much: Statement
    """How much of it, how often, for how long."""
    number: Id | None = None
    """The measure that answers how much in one number, if one does."""


class FirstPage(Model):
    """What the landing page says of a component."""

    home: Statement | None = None
    """What people in the model's own setting say of it."""
    elsewhere: Statement | None = None
    """What comparisons in other settings amount to."""


class Blueprint(Entity):
    """The description of one component, whose id is the file's name."""

    summary: tuple[Statement, ...]
    """What it is, in two or three sentences: the answer at the top of its page."""
    in_brief: InBrief | None = None
    """Who and how much, for the table of all components; it takes the place of TIDieR's words."""
    first_page: FirstPage = Field(default=FirstPage())
    """What the landing page says of it, where there is something to say."""
    effects_in_brief: tuple[Statement, ...] = ()
    """Whether it helps, by how much and whom, as far as studies tell: a few sentences."""
    tidier: dict[TidierItemId, TidierEntry]
    """All twelve items, each filled or stated as not reported."""
    measures: dict[Id, Measure] = Field(default={})
    """Numbers, by id."""
    charts: dict[Id, Chart] = Field(default={})
    """What is drawn of the numbers, by id."""
    lists: dict[Id, Listing] = Field(default={})
    """Lists, by id."""
    links_to_outcomes: tuple[Statement, ...]
    """How its objectives are said to lead to outcomes."""
    considerations: tuple[Statement, ...]
    """What to think of when implementing it."""
    illustrations: dict[Id, Illustration] = Field(default={})
    """Case illustrations, by id."""


NEEDED_MEASURES = {
    "training": ("contact-hours-minimum", "independent-study-hours-minimum", "course-days"),
    "clinician": ("clinicians-per-local-authority", "salary-range", "weekly-hours"),
    "supervision": ("group-size", "session-hours"),
}
"""Measures, by the role of their component, that the catalogue and the pilot plan compute with."""
