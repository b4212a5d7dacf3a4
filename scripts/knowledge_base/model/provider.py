"""Who runs training courses, and the courses on offer."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge_base.model import plan_limits
from knowledge_base.model.base import (
    NOT_REPORTED,
    POUNDS,
    CourseLevelId,
    Day,
    Entity,
    Flag,
    Id,
    Line,
    Model,
    PartialDay,
    Prose,
    ProviderCategoryId,
    Quantity,
    RegionId,
    SourceId,
    Statement,
    Support,
    Text,
    ThemeId,
    Unit,
)
from knowledge_base.model.reading_note import Reading

Days = Annotated[Quantity, Field(le=plan_limits.TRAINING_DAYS.most), Unit("days")]
Hours = Annotated[Quantity, Field(le=plan_limits.TRAINING_HOURS.most), Unit("hours")]
Price = Annotated[Quantity, Field(le=plan_limits.MOST_PRICE), POUNDS]


class Length(Model):
    """How long a course is. Only what the source gives; nothing is converted here."""

    as_given: Text
    """The source's own words, such as `15 days`, `N/A` or `Unknown`."""
    days: Days | None = None
    """Teaching days, where the length is given in days."""
    contact_hours: Hours | None = None
    """Hours with course staff, where they are given or follow by multiplication."""
    independent_study_hours: Hours | None = None
    """Hours of independent study, where they are given."""
    months: Annotated[Quantity, Unit("months")] | None = None
    """Length in months, where it is given so."""
    note: Prose | None = None
    """How a number was derived from the source's words."""


class Cost(Model):
    """What a course costs. Pounds sterling, as advertised when the source was written."""

    as_given: Text
    """The source's own words, such as `£2,700 plus VAT`."""
    amount: Price | None = None
    """Pounds."""
    basis: Literal["place", "cohort", "tailored", "not_reported"]
    """What the amount buys."""
    is_minimum: Flag = False
    """Whether the source says `from`."""
    places: Annotated[int, Field(strict=True, ge=1)] | None = None
    """How many people a cohort's price covers."""
    places_are: Literal["stated", "maximum"] | None = None
    """Whether `places` is a number stated outright or an upper limit (`up to`)."""
    vat: Literal["plus_vat", "not_reported"]
    """Whether the source says that VAT comes on top."""
    note: Prose | None = None
    """A doubt about the amount that a reader must know."""

    @property
    def places_bought(self) -> int | None:
        """How many places the amount buys; None where the source doesn't tell."""
        if self.amount is None:
            return None
        return {"place": 1, "cohort": self.places}.get(self.basis)


class CurriculumDay(Model):
    """One day of a course."""

    day: Annotated[int, Field(strict=True, ge=1)]
    topics: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What is taught, in our own words."""
    themes: Annotated[tuple[ThemeId, ...], Field(min_length=1)]
    """For laying courses side by side; assigned by us."""


class Curriculum(Model):
    """A course, day by day."""

    days: Annotated[tuple[CurriculumDay, ...], Field(min_length=1)]
    statements: tuple[Statement, ...] = ()
    """Conditions and ways of teaching."""
    sources: tuple[SourceId, ...]
    location: Text


class Course(Model):
    """A training course on offer."""

    name: Line
    level: CourseLevelId
    """The level, as the report gives it."""
    length: Length
    cost: Cost
    format: Text = NOT_REPORTED
    """Online or in a room, and how it is spread over time, as far as reported."""
    sources: tuple[SourceId, ...]
    """The pages that the report links to."""
    curriculum: Curriculum | None = None
    note: Prose | None = None


class NewerFigure(Model):
    """A figure of a provider that is newer than the entry, with its date.

    It stands beside the entry and changes nothing that is worked out from it.
    """

    what: Line
    """What the figure is of, such as `Price of the Foundation course, per place`."""
    figure: Quantity
    unit: Line
    """What it counts: `pounds`, `days`, `hours`."""
    as_given: Line
    """The source's own words, such as `£3,500 (Total)`."""
    on: PartialDay
    """The day, month or year for which the source gives it."""
    source: SourceId
    support: Support
    """At most ten of the source's own words, by which another person finds the place."""
    reading: Reading


class Provider(Entity):
    """An organisation that runs courses; its id is the file's name."""

    name: Line
    category: ProviderCategoryId
    """The kind of organisation."""
    region: RegionId
    """The region as the report gives it."""
    satellite_regions: tuple[RegionId, ...] = ()
    """Further regions in which it has sites."""
    courses: Annotated[dict[Id, Course], Field(min_length=1)]
    """Courses, by id."""
    statements: tuple[Statement, ...] = ()
    """What else the report says of it, such as for whom it works at present."""
    newer: tuple[NewerFigure, ...] = ()
    """Newer figures, each with its date; the courses stay as the report gives them."""
    location: Text
    """Where in the report it stands."""
    checked: Day
    """The day on which the entry was last compared with its source."""
    checked_against: SourceId
    """That source: the report, or the provider's own page."""
