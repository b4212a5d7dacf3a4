"""A feedback tool and what is known of its measurement properties."""

from knowledge_base.model.base import (
    NOT_REPORTED,
    Count,
    Entity,
    Line,
    Prose,
    PsychometricPropertyId,
    RecordId,
    SourceId,
    Statement,
    StudyId,
    Text,
)


class Instrument(Entity):
    """A feedback tool, whose id is the file's name."""

    name: Line
    abbreviation: Line
    measures: Prose
    """What it measures."""
    about_whom: Text = NOT_REPORTED
    """Whose state it measures, as far as reported."""
    filled_in_by: Text = NOT_REPORTED
    """Who fills it in, as far as reported."""
    items: Count | None = None
    """The number of items, where reported."""
    scale: Text = NOT_REPORTED
    """How answers are given."""
    subscales: tuple[Text, ...] = ()
    """Subscales or the areas its items relate to."""
    statements: tuple[Statement, ...] = ()
    """What else the report says of it."""
    properties: dict[PsychometricPropertyId, tuple[RecordId, ...]]
    """Psychometric properties for which evidence is said to exist, with the records."""
    tried_in: tuple[StudyId, ...] = ()
    """Studies in which it was tried out in practice, as the report tells."""
    sources: tuple[SourceId, ...]
    location: Text
