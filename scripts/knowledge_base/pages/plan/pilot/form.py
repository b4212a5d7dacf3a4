"""The form of the page, hidden until a script makes it work, with all that the script needs."""

from dataclasses import asdict, dataclass
from typing import Any

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.pilot_defaults import FREQUENCIES
from knowledge_base.pages.plan.pilot.inputs import Origin, origins
from knowledge_base.pages.plan.pilot.plan import Results, pilot_plan, results, script_data
from knowledge_base.views.catalogue import CourseRow
from knowledge_base.views.citations import citation_labels
from knowledge_base.views.limits import limits_of
from knowledge_base.views.pilot_inputs import (
    RANGES,
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
    """The form's controls and courses, the data of the page's script, and the first result."""

    controls: dict[str, Control]
    frequencies: dict[str, str]
    foundation: dict[str, CourseRow]
    others: dict[str, CourseRow]
    data: dict[str, Any]
    result: Results
    """What follows before a reader changes anything."""


def form(kb: KnowledgeBase) -> Form:
    """Return the form with all that the script needs."""
    foundation = foundation_courses(kb)
    controls = {name: _control(kb, name, origin) for name, origin in origins(kb).items()}
    return Form(
        controls | {name: _own(name) for name in ("own_amount", "own_places", "own_plus_vat")},
        {f: WORDING.say("inputs.frequency.shown", value=f) for f in FREQUENCIES},
        foundation,
        {k: row for k, row in priced_courses(kb).items() if k not in foundation},
        _data(kb, controls),
        results(pilot_plan(default_inputs(kb))),
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


def _data(kb: KnowledgeBase, controls: dict[str, Control]) -> dict[str, Any]:
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
        "sources": {name: _origin_text(control) for name, control in controls.items()},
        "limits": limits_of(kb),
        **script_data(),
    }


def _origin_text(control: Control) -> str:
    return WORDING.say(
        "default_rests_on",
        records=[label for _, label in control.records],
        has_assumption=bool(control.assumption),
        assumption=control.assumption,
    ).strip()
