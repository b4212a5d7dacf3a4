"""Posts for clinicians that local authorities advertised."""

from __future__ import annotations

from knowledge_base.model.base import Line, Model, Quantity, RegionId, SourceId, Text


class ClinicianPost(Model):
    """One advertised post."""

    title: Line
    """The job title, as advertised."""
    band: Line | None = None
    """The NHS pay band, where given."""
    region: RegionId
    salary_low: Quantity
    """Pounds a year, the lower end of the advertised range."""
    salary_high: Quantity
    """Pounds a year, the upper end."""
    sources: tuple[SourceId, ...]
    location: Text
