"""The form of the page, hidden until a script makes it work, with all that the script needs."""

from __future__ import annotations

from dataclasses import asdict
from html import escape

from knowledge_base.markup.html import as_json
from knowledge_base.markup.loose_html import raw, record_links
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan.pilot.inputs import FREQUENCY_LABELS, Origin, origins
from knowledge_base.views.catalogue import CourseRow
from knowledge_base.views.pilot_plan import (
    FIELDS,
    MOST_PRICE,
    NOT_COSTED,
    RANGES,
    Field,
    default_inputs,
    foundation_courses,
    priced_courses,
)

ALL_COURSES = "all"
OWN_PRICE = "own"
_MAIN = ("key_workers", "months")
_SECTIONS = (
    ("Teams and families", ("teams", "families")),
    (
        "Training: days, hours, VAT",
        ("whole_groups", "vat_percent", "training_days", "contact_hours", "independent_hours"),
    ),
    ("Group supervision: size, length, weeks off", ("group_size", "session_hours", "weeks_off")),
    (
        "Clinicians: how many, pay, hours",
        (
            "clinicians",
            "salary",
            "on_cost_percent",
            "weekly_hours",
            "clinicians_per_session",
            "preparation_hours",
        ),
    ),
    ("Other costs", ("other_costs",)),
)


def form(kb: KnowledgeBase) -> str:
    """Return the form, hidden until a script makes it work, with all that the script needs."""
    origin_of = origins(kb)
    by_name = {field.name: field for field in FIELDS}

    def control(name: str) -> str:
        origin = _origin_html(kb, origin_of[name], name)
        if name == "course":
            return _course_control(kb, origin)
        if name == "frequency":
            options = "".join(
                f'<option value="{value}">{label}</option>'
                for value, label in FREQUENCY_LABELS.items()
            )
            return _single(
                name, "How often a group meets", "", f"<select {{}}>{options}</select>", origin
            )
        if name == "whole_groups":
            return (
                f'<div class="kb-field" data-field="{name}">'
                f'<label class="kb-check"><input type="checkbox" id="pilot-{name}" '
                f'aria-describedby="pilot-{name}-from"> '
                "Pay for whole groups, even where places stay empty</label>"
                f"{origin}</div>"
            )
        return _number_control(by_name[name], origin)

    sections = "\n".join(
        f'<details><summary>{title}</summary>\n<div class="kb-fields">\n'
        + "\n".join(control(name) for name in names)
        + "\n</div></details>"
        for title, names in _SECTIONS
    )
    main = "\n".join(control(name) for name in (*_MAIN, "course", "frequency"))
    return raw(
        '<form id="pilot-form" class="kb-form" hidden novalidate aria-label="Your pilot">\n'
        f'<div class="kb-fields kb-fields-main">\n{main}\n</div>\n'
        "<p>Every other figure has a default, too. Open a part to see it, where it comes from, "
        "and to change it.</p>\n"
        f"{sections}\n"
        '<div class="kb-problems" id="pilot-problems" hidden></div>\n'
        '<p class="kb-buttons">'
        '<button type="button" id="pilot-csv">Download as CSV</button> '
        '<button type="button" id="pilot-link">Copy a link to this plan</button> '
        '<button type="button" id="pilot-reset">Back to the defaults</button></p>\n'
        '<p class="kb-status" id="pilot-status" role="status"></p>\n'
        "</form>\n"
        '<p id="pilot-no-script">Without scripts, the figures below stay those of the example. '
        "The notebook Plan a pilot in Python does the same.</p>\n"
        f'<script type="application/json" id="pilot-data">{_data(kb)}</script>'
    )


def _number_control(field: Field, origin: str) -> str:
    if field.name not in RANGES:
        box = '<input type="text" inputmode="decimal" autocomplete="off" {}>'
        return _single(field.name, field.label, field.unit, box, origin)
    described = f'aria-describedby="pilot-{field.name}-from pilot-{field.name}-error"'
    boxes = "".join(
        f'<span class="kb-third"><label for="pilot-{field.name}_{end}">{end.capitalize()}</label>'
        f'<input type="text" inputmode="decimal" autocomplete="off" '
        f'id="pilot-{field.name}_{end}" {described}></span>'
        for end in ("low", "central", "high")
    )
    return (
        f'<fieldset class="kb-field" data-field="{field.name}">'
        f'<legend>{escape(field.label)} <span class="kb-unit">{escape(field.unit)}</span></legend>'
        f'<div class="kb-range">{boxes}</div>{_error(field.name)}{origin}</fieldset>'
    )


def _single(name: str, label: str, unit: str, control: str, origin: str) -> str:
    attributes = f'id="pilot-{name}" aria-describedby="pilot-{name}-from pilot-{name}-error"'
    told = f' <span class="kb-unit">{escape(unit)}</span>' if unit else ""
    return (
        f'<div class="kb-field" data-field="{name}">'
        f'<label for="pilot-{name}">{escape(label)}{told}</label>'
        f"{control.format(attributes)}{_error(name)}{origin}</div>"
    )


def _error(name: str) -> str:
    return f'<p class="kb-error" id="pilot-{name}-error" hidden></p>'


def _course_control(kb: KnowledgeBase, origin: str) -> str:
    foundation = foundation_courses(kb)
    others = {k: row for k, row in priced_courses(kb).items() if k not in foundation}

    def options(rows: dict[str, CourseRow]) -> str:
        return "".join(
            f'<option value="{escape(course_id)}">'
            f"{escape(f'{row.provider.name}: {row.course.name} ({row.course.cost.as_given})')}"
            "</option>"
            for course_id, row in rows.items()
        )

    select = (
        (
            f'<select {{}}><option value="{ALL_COURSES}">All {len(foundation)} foundation courses '
            "with a known price</option>"
            f'<optgroup label="One foundation course">{options(foundation)}</optgroup>'
            f'<optgroup label="Other courses with a known price">{options(others)}</optgroup>'
            f'<option value="{OWN_PRICE}">A price of your own</option></select>'
        )
        .replace("{", "{{")
        .replace("}", "}}")
        .replace("{{}}", "{}")
    )
    own = (
        '<div class="kb-fields" id="pilot-own" hidden>'
        + _single(
            "own_amount",
            "Your price",
            "pounds",
            '<input type="text" inputmode="decimal" autocomplete="off" {}>',
            '<p class="kb-from" id="pilot-own_amount-from">From a quotation of your own.</p>',
        )
        + _single(
            "own_places",
            "Places that it covers",
            "people",
            '<input type="text" inputmode="decimal" autocomplete="off" {}>',
            '<p class="kb-from" id="pilot-own_places-from">1 for a price a person.</p>',
        )
        + '<div class="kb-field"><label class="kb-check"><input type="checkbox" '
        'id="pilot-own_plus_vat"> VAT comes on top</label></div></div>'
    )
    return _single("course", "Course", "", select, origin) + own


def _origin_html(kb: KnowledgeBase, origin: Origin, name: str) -> str:
    records = origin.measure.records if origin.measure is not None else origin.records
    links = record_links(kb, records)
    told = "From" if origin.measure is not None else "See"
    pieces = [f"{told} {links}."] if links else []
    if origin.ours:
        pieces.append(f"<strong>Our assumption:</strong> {escape(origin.ours)}")
    return f'<p class="kb-from" id="pilot-{name}-from">{" ".join(pieces)}</p>'


def _data(kb: KnowledgeBase) -> str:
    defaults = {"all": asdict(default_inputs(kb))} | {
        course_id: asdict(default_inputs(kb, course=course_id)) for course_id in priced_courses(kb)
    }
    base = defaults["all"]
    courses = {
        course_id: {
            "label": f"{row.provider.name}: {row.course.name}",
            "offer": asdict(row.offer) if row.offer else None,
            "defaults": {
                key: value
                for key, value in defaults[course_id].items()
                if key != "offers" and value != base[key]
            },
        }
        for course_id, row in priced_courses(kb).items()
    }
    data = {
        "defaults": base,
        "courses": courses,
        "fields": [asdict(field) for field in FIELDS],
        "ranges": list(RANGES),
        "sources": {name: _origin_text(origin) for name, origin in origins(kb).items()},
        "notCosted": list(NOT_COSTED),
        "mostPrice": MOST_PRICE,
        "limits": kb.report.limits_in_brief,
    }
    return as_json(data)


def _origin_text(origin: Origin) -> str:
    records = origin.measure.records if origin.measure is not None else origin.records
    pieces = [f"Records: {' '.join(records)}."] if records else []
    if origin.ours:
        pieces.append(f"Our assumption: {origin.ours}")
    return " ".join(pieces)
