"""The provider catalogue: courses in a table that can be searched, sorted and compared."""

from __future__ import annotations

from html import escape
from statistics import median

from knowledge_base.markup import loose as myst
from knowledge_base.markup.html import as_json
from knowledge_base.markup.loose_html import course_anchor, raw
from knowledge_base.markup.statements import measure
from knowledge_base.model.base import NOT_REPORTED
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.provider import Provider
from knowledge_base.views.catalogue import AREAS, VAT_PERCENT, CourseRow, catalogue, checked_since
from knowledge_base.wording.nouns import counted

NOTHING_GIVEN = ("N/A", "Unknown")
"""What the report writes for a course where it gives nothing."""


def overview(kb: KnowledgeBase) -> str:
    """Return the catalogue in a few computed sentences."""
    rows = catalogue(kb)
    priced = [row.price_per_place for row in rows if row.price_per_place is not None]
    per_place = sorted(
        row.course.cost.amount
        for row in rows
        if row.course.cost.basis == "place" and row.course.cost.amount is not None
    )
    meets, short, untold = (
        sum(1 for row in rows if row.standard == verdict)
        for verdict in ("meets", "falls short", "can't be told")
    )
    meeting = [
        myst.link(f"{row.provider.name}: {row.course.name}", f"#{course_anchor(row.id)}")
        for row in rows
        if row.standard == "meets"
    ]
    named = f" ({'; '.join(meeting)})" if 0 < len(meeting) <= _NAMED else ""
    return (
        f"The report lists **{counted(len(rows), 'course')}** of "
        f"**{counted(len(kb.providers), 'provider')}** of training accredited by AFT; whether the "
        "provider or each course is accredited, it leaves open. A price a person is given or can "
        f"be worked out for {len(priced)} of them. Where fees are quoted a place "
        f"({counted(len(per_place), 'course')}), they run from £{per_place[0]:,.2f} to "
        f"£{per_place[-1]:,.2f}, with a median of £{median(per_place):,.2f}. "
        f"From what is listed, {meets} {'meets' if meets == 1 else 'meet'} the hours that AFT asks "
        f"for{named}, {short} {'falls' if short == 1 else 'fall'} short, and for {untold} "
        f"it can't be told from the list. **{prices_as_of(kb)}**"
    ).replace(".00", "")


def prices_as_of(kb: KnowledgeBase) -> str:
    """Return of when the prices are, and whether the providers were asked since."""
    since = len(checked_since(kb))
    if not since:
        return (
            "All prices are of 2023, as the report lists them; nobody has asked the providers "
            "since."
        )
    if since == len(kb.providers):
        return "Every entry has been checked against its provider’s own page since the report."
    return (
        f"The {'entry' if since == 1 else 'entries'} of {since} of the "
        f"{counted(len(kb.providers), 'provider')} {'has' if since == 1 else 'have'} been checked "
        "against the provider’s own page since the report. All other prices are of 2023, as the "
        "report lists them."
    )


def year_of_prices(kb: KnowledgeBase) -> str:
    """Return the end of a caption that says of when the prices are, while all are of one year."""
    return "" if checked_since(kb) else " (prices of 2023)"


_NAMED = 3
"""How many courses are named in the sentence rather than counted only."""


def table(kb: KnowledgeBase) -> str:
    """Return all courses in one table, complete without scripts."""
    rows = catalogue(kb)
    return myst.table(
        f"All {counted(len(rows), 'course')} that the report lists{year_of_prices(kb)}",
        (
            "Provider and course",
            "Length and teaching",
            f"Cost{'' if checked_since(kb) else ' in 2023'}, and made comparable",
            "Hours of AFT’s standard",
            "Last check",
        ),
        [_course_row(kb, row) for row in rows],
        css_class="kb-catalogue-table",
    )


def _course_row(kb: KnowledgeBase, row: CourseRow) -> tuple[str, ...]:
    course, provider = row.course, row.provider
    # The span carries the id that other pages and the script find the row by.
    name = (
        f"[{myst.text(provider.name)}]{{#{course_anchor(row.id)} .kb-provider}} "
        f"[{myst.text(course.name)}]{{.kb-course}}"
    )
    about = " · ".join(
        (
            _regions(kb, provider),
            myst.text(kb.label("provider-category", provider.category)),
            f"Level: {myst.text(kb.label('course-level', course.level).lower())}",
        )
    )
    length = _with_note(_given(course.length.as_given), course.length.note)
    if course.format != NOT_REPORTED:
        length += f" · {myst.text(course.format)}"
    return (
        f"{name} [{about}]{{.kb-about}} {myst.sources(course.sources)}",
        length,
        _cost(row),
        f"**{row.standard.capitalize()}.** {myst.text(row.reason)}",
        checked(kb, row),
    )


def _cost(row: CourseRow) -> str:
    """Return the price as given, and made comparable with the arithmetic in view."""
    cost, length = row.course.cost, row.course.length
    given = f"**{myst.text(_given(cost.as_given))}**"
    note = f" *{myst.text(cost.note)}*" if cost.note else ""
    if row.price_per_place is None:
        if cost.amount is None and cost.basis != "tailored":
            return f"{given}{note}"
        return (
            f"{given} [{myst.text(f'A person: can’t be told. {row.price_note}')}]{{.kb-line}}{note}"
        )
    place = _money(row.price_per_place)
    vat = "plus VAT" if cost.vat == "plus_vat" else "whether VAT is included is not reported"
    if cost.basis == "place":
        lines = [f"{vat[0].upper()}{vat[1:]}."]
    else:
        filled = " if every place is filled" if cost.places_are == "maximum" else ""
        lines = [
            f"A place: {_money(cost.amount or 0)} ÷ {cost.places} places = {place}{filled}; {vat}."
        ]
    if row.price_with_vat is not None:
        lines.append(
            f"With VAT at {VAT_PERCENT}%, our assumption: {place} × {1 + VAT_PERCENT / 100:g} = "
            f"{_money(row.price_with_vat)}."
        )
    if row.price_per_contact_hour is not None:
        hour = f"{place} ÷ {length.contact_hours} = {_money(row.price_per_contact_hour)}"
        if row.contact_hour_to_pay is not None and row.price_with_vat is not None:
            hour += f", or {_money(row.contact_hour_to_pay)} with VAT"
        lines.append(f"An hour with staff: {hour}.")
    if row.price_per_day is not None:
        lines.append(f"A day: {place} ÷ {length.days} = {_money(row.price_per_day)}.")
    return f"{given} " + " ".join(f"[{myst.text(line)}]{{.kb-line}}" for line in lines) + note


def checked(kb: KnowledgeBase, row: CourseRow) -> str:
    """Return when and against what an entry was last checked, and whether that is old."""
    provider = row.provider
    day = f"{provider.checked.day} {provider.checked:%b %Y}"
    against = f"[{day}]{{.kb-checked}} against {myst.source(provider.checked_against)}"
    if provider.checked_against == kb.report.source:
        return f"{against}. [Not with the provider since.]{{.kb-old}}"
    return f"{against}."


def _money(amount: float) -> str:
    return f"£{amount:,.2f}".replace(".00", "")


def _given(words: str) -> str:
    if words == NOT_REPORTED:
        return "Not reported (left empty)"
    return f"Not reported (“{words}”)" if words in NOTHING_GIVEN else words


def _with_note(value: str, note: str | None) -> str:
    return f"{myst.text(value)} *{myst.text(note)}*" if note else myst.text(value)


def _regions(kb: KnowledgeBase, provider: Provider) -> str:
    label = kb.label("region", provider.region)
    if provider.region == NOT_REPORTED:
        label = "Region not reported"
    if provider.satellite_regions:
        sites = " and ".join(kb.label("region", r) for r in provider.satellite_regions)
        return myst.text(f"{label}, with sites in {sites}")
    return myst.text(label)


def filters(kb: KnowledgeBase) -> str:
    """Return the filter of the catalogue, hidden until a script makes it work, and its data."""
    rows = catalogue(kb)
    areas = dict.fromkeys(area for row in rows for area in row.areas)
    regions = [(area, _area_label(kb, area)) for area in kb.vocabularies["region"] if area in areas]
    teaching = dict.fromkeys(way for row in rows for way in row.teaching)
    selects = (
        ("region", "Region", regions),
        ("category", "Kind of provider", _terms(kb, "provider-category", rows, "category")),
        ("level", "Level", _terms(kb, "course-level", rows, "level")),
        (
            "standard",
            "AFT’s 60 and 120 hours",
            [(v, v.capitalize()) for v in ("meets", "falls short", "can't be told")],
        ),
        ("price", "Price a person", [("known", "Known"), ("unknown", "Can’t be told")]),
        ("teaching", "How taught", [(way, way.capitalize()) for way in sorted(teaching)]),
    )
    controls = "\n".join(_select(name, label, options) for name, label, options in selects)
    sort = "".join(f'<option value="{key}">{label}</option>' for key, label in _SORTS.items())
    return raw(
        '<form id="catalogue-filter" class="kb-filter kb-no-print" hidden '
        'aria-label="Find courses">\n<div class="kb-fields">\n'
        '<div class="kb-field"><label for="catalogue-words">Words</label>'
        '<input type="search" id="catalogue-words" autocomplete="off"></div>\n'
        f"{controls}\n"
        '<div class="kb-field"><label for="catalogue-sort">Order</label>'
        f'<select id="catalogue-sort">{sort}</select></div>\n</div>\n'
        '<p class="kb-buttons"><button type="button" id="catalogue-reset">Show all courses'
        '</button></p>\n<p class="kb-status" id="catalogue-status" role="status"></p>\n'
        '<div id="catalogue-none" hidden></div>\n</form>\n'
        '<div id="catalogue-compare" class="kb-compare" hidden></div>\n'
        f'<script type="application/json" id="catalogue-data">{_data(rows)}</script>'
    )


_SORTS = {
    "listed": "As listed",
    "price": "Price a person, lowest first",
    "hour": "Price of an hour with staff, lowest first",
    "length": "Days, fewest first",
    "name": "Provider’s name",
}


def _area_label(kb: KnowledgeBase, area: str) -> str:
    others = (region for region, found in AREAS.items() if found == area)
    regions = kb.vocabularies["region"]
    return " or ".join(regions[region].label for region in (area, *others) if region in regions)


def _terms(
    kb: KnowledgeBase, vocabulary: str, rows: tuple[CourseRow, ...], field: str
) -> list[tuple[str, str]]:
    used = {getattr(row.provider if field == "category" else row.course, field) for row in rows}
    return [(t, term.label) for t, term in kb.vocabularies[vocabulary].items() if t in used]


def _select(name: str, label: str, options: list[tuple[str, str]]) -> str:
    choices = "".join(
        f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in options
    )
    return (
        f'<div class="kb-field"><label for="catalogue-{name}">{escape(label)}</label>'
        f'<select id="catalogue-{name}"><option value="">All</option>{choices}</select></div>'
    )


def _data(rows: tuple[CourseRow, ...]) -> str:
    data = [
        {
            "id": row.id,
            "anchor": course_anchor(row.id),
            "name": f"{row.provider.name}: {row.course.name}",
            "provider": row.provider.name,
            "region": list(row.areas),
            "category": row.provider.category,
            "level": row.course.level,
            "standard": row.standard,
            "teaching": list(row.teaching),
            "price": row.price_to_pay,
            "with_vat": row.price_with_vat is not None,
            "at_least": row.course.cost.is_minimum,
            "hour": row.contact_hour_to_pay,
            "length": row.course.length.days,
            "checked": row.provider.checked.isoformat(),
        }
        for row in rows
    ]
    return as_json(data)


def notes(kb: KnowledgeBase) -> str:
    """Return how the catalogue's columns are worked out, and what they leave out."""
    training = kb.blueprint["training"].measures
    contact = training["contact-hours-minimum"]
    independent = training["independent-study-hours-minimum"]
    doubled = "; ".join(_area_label(kb, area) for area in dict.fromkeys(AREAS.values()))
    return myst.bullets(
        (
            f"**Prices.** {prices_as_of(kb)} They are shown as they were found, then made "
            "comparable a person, an hour with staff and a day, where the entry gives what it "
            "takes. Where a group’s price is for “up to” a number, every place is taken to be "
            "filled.",
            f"**VAT.** Where the report says “plus VAT”, the price with {VAT_PERCENT}% is shown "
            "beside it and counts in what is lowest or cheapest; the rate is our assumption. For "
            "every other price the report does not say whether VAT is included, so nothing is "
            "added.",
            f"**AFT’s hours** are {measure(contact)} with course staff and "
            f"{measure(independent)} of own study "
            f"{myst.support((*contact.records, *independent.records), (), None)}. “Falls short” "
            "and “meets” are said only where the entry gives hours. Days are not turned into "
            "hours, because the report does not say how long a day is. The hours are one part of "
            "AFT’s standard, and meeting them is not accreditation.",
            f"**Regions** are the report’s own. It uses two names for some, which are found "
            f"together: {myst.text(doubled)}.",
            "**Last check** is the day on which an entry was last compared with its source, and "
            "which source that was. Against the report alone means that nobody has asked the "
            "provider since.",
        )
    )


def provider_notes(kb: KnowledgeBase) -> str:
    """Return what the report adds about providers and courses."""
    items = []
    for provider in sorted(kb.providers.values(), key=lambda p: p.name.casefold()):
        if provider.statements:
            items.append(f"**{myst.text(provider.name)}:** {_inline(provider)}")
        items += [
            f"**{myst.text(provider.name)}, {myst.text(course.name)}:** {myst.text(course.note)}"
            for course in provider.courses.values()
            if course.note
        ]
    return myst.bullets(items)


def _inline(provider: Provider) -> str:
    return " ".join(
        f"{myst.text(s.text)} {myst.support(s.records, s.sources, s.location)}"
        for s in provider.statements
    )
