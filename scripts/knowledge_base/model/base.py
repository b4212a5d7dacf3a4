"""What all models share: strictness, ids, and references that a check can follow."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from knowledge_base.model.links import WEB_ADDRESS

NOT_REPORTED = "not_reported"
"""Written wherever the source does not say; never left blank."""
NOT_APPLICABLE = "not_applicable"

MOST_WORDS_OF_SUPPORT = 10
"""How many of a source's own words may be quoted to find a place by."""


class Unread(Enum):
    """Stands for a value that could not be read."""

    UNREAD = "unread"


UNREAD = Unread.UNREAD
"""In place of a value that could not be read, in an entity of which the rest could."""

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""Ids are lower-case words joined by hyphens. They are permanent: pages and links carry them."""


class Model(BaseModel):
    """A thing in the evidence files. Unknown keys are errors; values don't change once read."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        populate_by_name=True,
        use_attribute_docstrings=True,
    )


class Entity(Model):
    """A thing with an id: its file's name or, where things share a file, its key there.

    The id is not repeated inside.
    """

    _id: str = PrivateAttr(default="")

    @property
    def id(self) -> str:
        """The id, by which other files and links name it."""
        return self._id

    def named(self, entity_id: str) -> Self:
        """Return this entity, once it has been told its id."""
        self._id = entity_id
        return self


def tells(value: object, *fields: str) -> bool:
    """Whether ``value`` is a model of which all of these fields could be read, each as a whole."""
    return isinstance(value, Model) and not any(_has_gaps(getattr(value, f)) for f in fields)


def _has_gaps(value: object) -> bool:
    if isinstance(value, Model):
        return not tells(value, *type(value).model_fields)
    if isinstance(value, dict):
        return any(map(_has_gaps, value.values()))
    return any(map(_has_gaps, value)) if isinstance(value, tuple) else value is UNREAD


@dataclass(frozen=True)
class Ref:
    """Marks a string as the id of something else, such as a source or a vocabulary's term."""

    kind: str


@dataclass(frozen=True)
class Unit:
    """Marks a number with what it is counted in."""

    name: str


@dataclass(frozen=True)
class Pattern:
    """Validates that the whole of a text is of a form; where it isn't, that is a named error.

    The pattern means the same in the browser, where forms check by it too.
    """

    error: str
    pattern: str

    def __call__(self, text: str) -> str:
        """Return the text as it is."""
        if not re.fullmatch(self.pattern, text):
            raise PydanticCustomError(self.error, "is not of that form")
        return text


def _pay_year(text: str) -> str:
    match = re.fullmatch(r"(\d{4})/(\d{2})", text)
    if not match or int(match[2]) != (int(match[1]) + 1) % 100:
        raise PydanticCustomError("pay_year", "is no pay year")
    return text


def _iso_date(value: object) -> object:
    # pydantic would take the number 20260101 for seconds since 1970.
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return value
    raise ValueError("not a date of the form YYYY-MM-DD")


Day = Annotated[date, BeforeValidator(_iso_date)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Line = Annotated[Text, AfterValidator(Pattern("one_line", r"[^\n]*"))]
"""Text that pages show inside a line, such as a label or a title."""
_WHOLE = AfterValidator(Pattern("cut_text", r"[\s\S]*[.?!…][)’”'\x22]*"))
"""What is cut off in the middle is seen by its end."""
Prose = Annotated[Text, _WHOLE]
"""Whole sentences."""
Sentence = Annotated[Line, _WHOLE]
"""A sentence that pages show inside a line."""
Link = Annotated[Text, AfterValidator(Pattern("web_address", WEB_ADDRESS))]
"""The address of a public page."""
Support = Annotated[
    Line,
    AfterValidator(
        Pattern("few_words", rf"\s*(\S+\s+){{0,{MOST_WORDS_OF_SUPPORT - 1}}}\S*\s*"),
    ),
    AfterValidator(Pattern("without_marks", r'(?!\s*[“"].*[”"]\s*$).*')),
]
"""Some of a source's own words, by which a second person finds the place."""
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
PartialDay = Annotated[
    Text,
    AfterValidator(
        Pattern("partial_day", r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
    ),
]
"""A day, a month or a year, as far as it is known: `2024-04-01`, `2024-04`, `2024`."""
PayYear = Annotated[Text, AfterValidator(_pay_year)]
"""A year of pay, from April to March: `2022/23`."""
Flag = Annotated[bool, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=0)]
Quantity = Count | Annotated[float, Field(strict=True, ge=0)]
POUNDS = Unit("GBP")

ClaimKindId = Annotated[str, Ref("claim-kind")]
ComponentId = Annotated[str, Ref("component")]
ContextEventId = Annotated[str, Ref("context-event")]
ContextKindId = Annotated[str, Ref("context-kind")]
CountryId = Annotated[str, Ref("country")]
CourseLevelId = Annotated[str, Ref("course-level")]
DirectionId = Annotated[str, Ref("direction")]
DiscrepancyBearingId = Annotated[str, Ref("discrepancy-bearing")]
DiscrepancyKindId = Annotated[str, Ref("discrepancy-kind")]
EvidenceBasisId = Annotated[str, Ref("evidence-basis")]
FactorId = Annotated[str, Ref("factor")]
GapId = Annotated[str, Ref("gap")]
GapKindId = Annotated[str, Ref("gap-kind")]
HowReadId = Annotated[str, Ref("how-read")]
LogicModelColumnId = Annotated[str, Ref("logic-model-column")]
NearnessId = Annotated[str, Ref("nearness")]
NextStepId = Annotated[str, Ref("next-step")]
OutcomeId = Annotated[str, Ref("outcome")]
OutcomeLevelId = Annotated[str, Ref("outcome-level")]
PersonId = Annotated[str, Ref("person")]
ProviderCategoryId = Annotated[str, Ref("provider-category")]
PsychometricPropertyId = Annotated[str, Ref("psychometric-property")]
RecordId = Annotated[str, Ref("record")]
RegionId = Annotated[str, Ref("region")]
RuleId = Annotated[str, Ref("rule")]
SettingId = Annotated[str, Ref("setting")]
SourceCheckId = Annotated[str, Ref("source-check")]
SourceId = Annotated[str, Ref("source")]
StandingId = Annotated[str, Ref("standing")]
StatusId = Annotated[str, Ref("status")]
StudyId = Annotated[str, Ref("study")]
StudyTypeId = Annotated[str, Ref("study-type")]
ThemeId = Annotated[str, Ref("curriculum-theme")]
TidierItemId = Annotated[str, Ref("tidier-item")]


class Statement(Model):
    """A factual sentence or two for a page, with what it rests on."""

    text: Prose
    """In our own words, no stronger than what it rests on."""
    records: tuple[RecordId, ...] = ()
    """The evidence records that it rests on."""
    sources: tuple[SourceId, ...] = ()
    """Sources that it rests on directly, where no record fits."""
    location: Text | None = None
    """Where in the sources it stands; needed where `sources` is given."""
