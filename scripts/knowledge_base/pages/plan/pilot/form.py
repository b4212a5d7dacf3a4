"""The form of the page, hidden until a script makes it work, with all that the script needs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.plan_limits import MOST_PRICE
from knowledge_base.pages.plan.pilot.inputs import Origin, origins
from knowledge_base.views.catalogue import CourseRow
from knowledge_base.views.citations import citation_labels
from knowledge_base.views.pilot_plan import (
    FIELDS,
    RANGES,
    SESSIONS_PER_YEAR,
    WORDING,
    default_inputs,
    foundation_courses,
    priced_courses,
)


@dataclass(frozen=True)
class Control:
    """A figure of the form: its words, and where its default comes from."""

    name: str
    label: str
    unit: str
    ends: dict[str, str]
    """Of a range, its three figures: their names and labels. Empty for a single figure."""
    records: tuple[tuple[str, str], ...] = ()
    """The records that the default rests on, with the labels of their sources."""
    is_reported: bool = False
    """Whether the default itself is in those records, not only why it matters."""
    assumption: str = ""


@dataclass(frozen=True)
class Form:
    """The form's controls, the courses to choose from, and the data of the page's script."""

    controls: dict[str, Control]
    frequencies: dict[str, str]
    foundation: dict[str, CourseRow]
    others: dict[str, CourseRow]
    data: dict[str, Any]


def form(kb: KnowledgeBase) -> Form:
    """Return the form with all that the script needs."""
    foundation = foundation_courses(kb)
    return Form(
        {name: _control(kb, name, origin) for name, origin in origins(kb).items()}
        | {name: _own(name) for name in ("own_amount", "own_places")},
        {f: WORDING.say("inputs.frequency.shown", value=f) for f in SESSIONS_PER_YEAR},
        foundation,
        {k: row for k, row in priced_courses(kb).items() if k not in foundation},
        _data(kb),
    )


def _own(name: str) -> Control:
    texts = WORDING.at(f"inputs.{name}")
    return Control(name, texts["label"], texts["unit"], {})


def _control(kb: KnowledgeBase, name: str, origin: Origin) -> Control:
    texts = WORDING.at(f"inputs.{name}")
    labels = citation_labels(kb.sources)
    return Control(
        name,
        texts["label"],
        texts["unit"],
        dict(WORDING.at("ends")) if name in RANGES else {},
        tuple((record, labels[kb.records[record].source]) for record in _records(origin)),
        origin.measure is not None,
        origin.assumption,
    )


def _records(origin: Origin) -> tuple[str, ...]:
    return origin.records if origin.measure is None else origin.measure.records


def _data(kb: KnowledgeBase) -> dict[str, Any]:
    base = asdict(default_inputs(kb))
    courses = {}
    for course_id, row in priced_courses(kb).items():
        defaults = asdict(default_inputs(kb, course=course_id))
        courses[course_id] = {
            "label": f"{row.provider.name}: {row.course.name}",
            "offer": asdict(row.offer) if row.offer else None,
            "defaults": {
                key: value
                for key, value in defaults.items()
                if key != "offers" and value != base[key]
            },
        }
    return {
        "defaults": base,
        "courses": courses,
        "fields": [
            asdict(field)
            | {part: WORDING.at(f"inputs.{field.name}.{part}") for part in ("label", "unit")}
            for field in FIELDS
        ],
        "ranges": list(RANGES),
        "sources": {name: _origin_text(origin) for name, origin in origins(kb).items()},
        "mostPrice": MOST_PRICE,
        "limits": kb.report.limits_in_brief,
        "wording": WORDING.sentences,
    }


def _origin_text(origin: Origin) -> str:
    records = _records(origin)
    return WORDING.say(
        "default_rests_on",
        records=records,
        ids=" ".join(records),
        has_assumption=bool(origin.assumption),
        assumption=origin.assumption,
    ).strip()
