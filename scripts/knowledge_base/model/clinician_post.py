"""Posts for clinicians that local authorities advertised."""

from typing import Annotated

from pydantic import Field

from knowledge_base.model.base import (
    Line,
    Model,
    PayYear,
    Prose,
    Quantity,
    RegionId,
    SourceId,
    Text,
    Unit,
)

POUNDS_A_YEAR = Unit("GBP per year")


class PayScale(Model):
    """The year whose rates of the NHS pay scale an advertised range has, by our reckoning."""

    year: PayYear
    why: Prose
    """How we know, in a sentence."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Where the rates were read."""


class ClinicianPost(Model):
    """One advertised post."""

    title: Line
    """The job title, as advertised."""
    band: Line | None = None
    """The NHS pay band, where given."""
    region: RegionId
    """Where the post is."""
    salary_low: Annotated[Quantity, POUNDS_A_YEAR]
    """Pounds a year, the lower end of the advertised range."""
    salary_high: Annotated[Quantity, POUNDS_A_YEAR]
    """Pounds a year, the upper end."""
    scale: PayScale | None = None
    """Absent where the post has no NHS pay band, or the year can't be told."""
    sources: tuple[SourceId, ...]
    """Where it was advertised or is listed."""
    location: Text
    """Where in the source it stands."""

    @property
    def names_therapist(self) -> bool:
        """Whether its title says that it is a therapist's."""
        return "therap" in self.title.lower()
