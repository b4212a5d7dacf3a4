"""The pages of the section Plan, from courses to next steps, and the feedback tools."""

from __future__ import annotations

from html import escape
from statistics import median

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.base import NOT_REPORTED
from knowledge_base.model.logic_model import LogicModelArrow
from knowledge_base.model.provider import Course, Provider
from knowledge_base.nouns import counted
from knowledge_base.surfaces import myst
from knowledge_base.surfaces.html import as_json, course_anchor, raw
from knowledge_base.surfaces.pilot import pounds
from knowledge_base.surfaces.sourced import places, sourced
from knowledge_base.surfaces.statements import measure, statements, support
from knowledge_base.views.catalogue import AREAS, VAT_PERCENT, CourseRow, catalogue
from knowledge_base.views.logic_model import arrows

NOTHING_GIVEN = ("N/A", "Unknown")
"""What the report writes for a course where it gives nothing."""


def catalogue_overview(kb: KnowledgeBase) -> str:
    """Return the catalogue in a few computed sentences."""
    rows = catalogue(kb)
    priced = [row.price_per_place for row in rows if row.price_per_place is not None]
    per_place = sorted(
        row.course.cost.amount
        for row in rows
        if row.course.cost.basis == "place" and row.course.cost.amount is not None
    )
    verdicts = {
        verdict: sum(1 for row in rows if row.standard == verdict)
        for verdict in ("meets", "falls short", "can't be told")
    }
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
        f"From what is listed, {verdicts['meets']} "
        f"{'meets' if verdicts['meets'] == 1 else 'meet'} the hours that AFT asks for{named}, "
        f"{verdicts['falls short']} fall short, and for {verdicts['can' + chr(39) + 't be told']} "
        "it can't be told from the list. **All prices are of 2023** and were taken from the "
        "report, not checked with the providers."
    ).replace(".00", "")


_NAMED = 3
"""How many courses are named in the sentence rather than counted only."""


def catalogue_table(kb: KnowledgeBase) -> str:
    """Return all courses in one table, complete without scripts."""
    rows = catalogue(kb)
    return myst.table(
        f"All {counted(len(rows), 'course')} that the report lists (prices of 2023)",
        (
            "Provider and course",
            "Length and teaching",
            "Cost in 2023, and made comparable",
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
        lines.append(
            f"An hour with staff: {place} ÷ {length.contact_hours} = "
            f"{_money(row.price_per_contact_hour)}."
        )
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


def catalogue_filter(kb: KnowledgeBase) -> str:
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
        f'<script type="application/json" id="catalogue-data">{_catalogue_data(kb, rows)}</script>'
    )


_SORTS = {
    "listed": "As listed",
    "price": "Price a person, lowest first",
    "hour": "Price of an hour with staff, lowest first",
    "length": "Days, fewest first",
    "name": "Provider’s name",
}


def _area_label(kb: KnowledgeBase, area: str) -> str:
    others = [region for region, found in AREAS.items() if found == area]
    names = [kb.label("region", region) for region in (area, *others)]
    return " or ".join(names)


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


def _catalogue_data(kb: KnowledgeBase, rows: tuple[CourseRow, ...]) -> str:
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
            "price": row.price_per_place,
            "at_least": row.course.cost.is_minimum,
            "hour": row.price_per_contact_hour,
            "length": row.course.length.days,
            "checked": row.provider.checked.isoformat(),
        }
        for row in rows
    ]
    return as_json(data)


def catalogue_notes(kb: KnowledgeBase) -> str:
    """Return how the catalogue's columns are worked out, and what they leave out."""
    training = kb.blueprint["training"].measures
    contact = training["contact-hours-minimum"]
    independent = training["independent-study-hours-minimum"]
    doubled = "; ".join(_area_label(kb, area) for area in dict.fromkeys(AREAS.values()))
    return myst.bullets(
        (
            "**Prices are of 2023.** They are shown as the report gives them, then made "
            "comparable a person, an hour with staff and a day, where the report gives what it "
            "takes. Where a group’s price is for “up to” a number, every place is taken to be "
            "filled.",
            f"**VAT.** Where the report says “plus VAT”, the price with {VAT_PERCENT}% is shown "
            "beside it; the rate is our assumption. For every other price the report does not say "
            "whether VAT is included, so nothing is added.",
            f"**AFT’s hours** are {measure(contact)} with course staff and "
            f"{measure(independent)} of own study "
            f"{support((*contact.records, *independent.records), (), None)}. “Falls short” and "
            "“meets” are said only where the entry gives hours. Days are not turned into hours, "
            "because the report does not say how long a day is. The hours are one part of AFT’s "
            "standard, and meeting them is not accreditation.",
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
        f"{myst.text(s.text)} {support(s.records, s.sources, s.location)}"
        for s in provider.statements
    )


def _with_curriculum(kb: KnowledgeBase) -> list[tuple[Provider, Course]]:
    found = [
        (provider, course)
        for provider in kb.providers.values()
        for course in provider.courses.values()
        if course.curriculum
    ]
    return sorted(
        found, key=lambda pair: -len(pair[1].curriculum.days if pair[1].curriculum else ())
    )


def curricula_days(kb: KnowledgeBase) -> str:
    """Return the curricula day by day."""
    parts = []
    for provider, course in _with_curriculum(kb):
        curriculum = course.curriculum
        if curriculum is None:
            continue
        parts += [
            myst.heading(2, f"{provider.name}: {course.name}", f"curriculum-{provider.id}"),
            statements(curriculum.statements),
            myst.table(
                f"{counted(len(curriculum.days), 'day', 'days')} of {course.name}, {provider.name}",
                ("Day", "Content"),
                [
                    (f"Day {day.day}", "; ".join(myst.text(topic) for topic in day.topics))
                    for day in curriculum.days
                ],
            ),
            f"From {support((), curriculum.sources, curriculum.location)}",
        ]
    return myst.paragraphs(*parts)


def curricula_by_theme(kb: KnowledgeBase) -> str:
    """Return the curricula side by side, by theme."""
    courses = _with_curriculum(kb)
    rows = []
    for theme, term in kb.vocabularies["curriculum-theme"].items():
        cells = []
        for _, course in courses:
            every = course.curriculum.days if course.curriculum else ()
            days = [day for day in every if theme in day.themes]
            share = f"**{len(days)} of {counted(len(every), 'day', 'days')}**"
            cells.append(
                [
                    share if days else "No day of its own",
                    *(f"Day {d.day}: {'; '.join(myst.text(t) for t in d.topics)}" for d in days),
                ]
            )
        rows.append(
            (f"**{myst.text(term.label)}** [{myst.text(term.definition)}]{{.kb-about}}", cells)
        )
    head = ("Theme", *(f"{myst.text(p.name)}: {myst.text(c.name)}" for p, c in courses))
    lines = [
        ":::{list-table} What the curricula cover, by theme (themes assigned by us)",
        ":header-rows: 1",
        ":stub-columns: 1",
        ":class: kb-curricula",
        "",
        *(f"{'* - ' if i == 0 else '  - '}{cell}" for i, cell in enumerate(head)),
    ]
    for name, cells in rows:
        lines.append(f"* - {name}")
        for first, *topics in cells:
            lines.append(f"  - {first}")
            if topics:
                lines += ["", *(f"    - {topic}" for topic in topics), ""]
    lines.append(":::")
    return "\n".join(lines)


def curricula_overview(kb: KnowledgeBase) -> str:
    """Return in a sentence or two how far the shorter curriculum covers the longer one's themes."""
    courses = _with_curriculum(kb)
    covered = [
        {theme for day in course.curriculum.days for theme in day.themes}
        for _, course in courses
        if course.curriculum
    ]
    if len(covered) < 2:
        return ""
    longer, shorter = covered[0], covered[1]
    missing = [
        myst.text(term.label.lower())
        for theme, term in kb.vocabularies["curriculum-theme"].items()
        if theme in longer - shorter
    ]
    days = [len(c.curriculum.days) for _, c in courses if c.curriculum]
    return (
        f"The longer course has {counted(days[0], 'day', 'days')}, the shorter "
        f"{counted(days[1], 'day', 'days')}. "
        f"Of the {len(longer)} themes that we found in the longer, the shorter names "
        f"{len(longer & shorter)}"
        + (
            f"; its outline gives no day to {', '.join(missing[:-1])} or {missing[-1]}."
            if len(missing) > 1
            else "."
        )
        + " A day can have several themes, and how long a theme is taught within a day is not "
        "reported. Themes are ours, for reading side by side."
    )


def posts_overview(kb: KnowledgeBase) -> str:
    """Return what the text says of pay beside what the adverts show, in computed numbers."""
    posts = list(kb.clinician_posts.values())
    lowest = min(posts, key=lambda post: post.salary_low)
    highest = max(posts, key=lambda post: post.salary_high)
    said = kb.blueprint["clinician"].measures["salary-range"]
    outside = [
        post
        for post in posts
        if post.salary_low < (said.low or 0) or post.salary_high > (said.high or post.salary_high)
    ]
    span = f"from {pounds(lowest.salary_low)} to {pounds(highest.salary_high)} a year"
    rounded = (
        lowest.salary_low // _THOUSAND * _THOUSAND,
        -(-highest.salary_high // _THOUSAND) * _THOUSAND,
    )
    if rounded == (said.low, said.high):
        within = (
            f"The {len(posts)} adverts run {span}. Rounded outwards to whole thousands, that is "
            f"the text’s own range, {measure(said)}: it seems to be the span of these very posts. "
            "That they lie within it confirms nothing."
        )
    elif not outside:
        within = f"The {len(posts)} adverts run {span}, within the range that the text gives."
    else:
        within = (
            f"The {len(posts)} adverts run {span}; {len(outside)} of them lie partly outside the "
            "text’s range."
        )
    banded = sum(1 for post in posts if post.band)
    hours = kb.blueprint["clinician"].measures.get("weekly-hours")
    told = (
        f"{measure(hours)} {support(hours.records, hours.sources, hours.location)}"
        if hours
        else "Not told"
    )
    beside = myst.table(
        "What the report’s text says of pay, beside what its table of adverts shows",
        ("What", "The text", "The adverts"),
        (
            (
                "Pay a year",
                f"{measure(said)}, generally {support(said.records, said.sources, said.location)}",
                f"£{lowest.salary_low:,} ({myst.text(lowest.title)}) to "
                f"£{highest.salary_high:,} ({myst.text(highest.title)})",
            ),
            ("Pay by region and role", "Not told", f"{counted(len(posts), 'post')}, one by one"),
            ("NHS pay band", "Not told", f"{banded} of {len(posts)} name one"),
            ("Hours of a full-time week", told, "Not told"),
            ("What an employer pays on top", "Not told", "Not told"),
        ),
        css_class="kb-beside",
    )
    return myst.paragraphs(
        f"{within} Salaries are those of 2023 and earlier; whether those in the adverts are for "
        "full-time work is not said.",
        myst.bullets(_posts_by_region(kb)),
        beside,
    )


_THOUSAND = 1_000


def _posts_by_region(kb: KnowledgeBase) -> list[str]:
    """Return how many posts there are in each region, and from what to what they pay."""
    lines = []
    for region, term in kb.vocabularies["region"].items():
        posts = [post for post in kb.clinician_posts.values() if post.region == region]
        if posts:
            low, high = min(p.salary_low for p in posts), max(p.salary_high for p in posts)
            lines.append(
                f"**{myst.text(term.label)}:** {counted(len(posts), 'post')}, "
                f"{pounds(low)} to {pounds(high)}"
            )
    return lines


def posts_source(kb: KnowledgeBase) -> str:
    """Return where the chart's figures come from, its data, and how to cite it."""
    posts = kb.clinician_posts.values()
    return sourced(
        places((key, post.location) for post in posts for key in post.sources),
        {"clinician-posts.csv": "clinician-posts.csv"},
    )


def logic_model_source(kb: KnowledgeBase) -> str:
    """Return where the drawing comes from, its data, and how to cite it."""
    nodes = kb.logic_model.nodes.values()
    return sourced(
        places((key, node.location) for node in nodes for key in node.sources),
        {"knowledge-base.json": "knowledge-base.json"},
        note="Arrows that its text does not describe are ours.",
    )


def posts_limits(kb: KnowledgeBase) -> str:
    """Return what is noted about the table of posts, with how it is handled."""
    locations = {post.location for post in kb.clinician_posts.values()}
    return myst.bullets(
        f"{myst.text(note.statement)} *{myst.text(note.handling)}*"
        for note in kb.discrepancies.values()
        if locations & set(note.locations)
    )


def posts_table(kb: KnowledgeBase) -> str:
    """Return the posts with their ranges."""
    order = list(kb.vocabularies["region"])
    posts = sorted(
        kb.clinician_posts.items(),
        key=lambda p: (order.index(p[1].region), -p[1].salary_high, p[1].title),
    )
    return myst.table(
        "Advertised posts for clinicians",
        ("Job title", "Band", "Region", "From (£ a year)", "To (£ a year)"),
        [
            (
                f"[{myst.text(post.title)}]{{#{post_anchor(post_id)}}}",
                myst.text(post.band or "—"),
                myst.text(kb.label("region", post.region)),
                f"{post.salary_low:,}",
                f"{post.salary_high:,}",
            )
            for post_id, post in posts
        ],
        css_class="posts",
    )


def post_anchor(post_id: str) -> str:
    """Return the id of a post's row in the table of posts."""
    return f"post-{post_id}"


def logic_model_columns(kb: KnowledgeBase) -> str:
    """Return the boxes of the logic model, column by column."""
    rows = []
    for column, term in kb.vocabularies["logic-model-column"].items():
        for node in kb.logic_model.nodes.values():
            if node.column == column:
                rows.append(
                    (
                        myst.text(term.label),
                        f"**{myst.text(node.label)}**",
                        f"{myst.text(node.text)} {support((), node.sources, node.location)}",
                    )
                )
    return myst.table(
        "The boxes of the draft logic model", ("Column", "Box", "What the report says"), rows
    )


def logic_model_arrows(kb: KnowledgeBase) -> str:
    """Return the arrows of the logic model, each with its records or its assumption."""
    nodes = kb.logic_model.nodes
    rows = []
    for drawn in arrows(kb):
        arrow = drawn.arrow
        pieces = [myst.records(arrow.records)] if arrow.records else []
        if arrow.assumption:
            pieces.append(f"**Assumption:** {myst.text(arrow.assumption)}")
        rows.append(
            (
                # The span carries the id that the drawing links to.
                f"[{drawn.number}.]{{#arrow-{drawn.number}}} "
                f"{myst.text(nodes[arrow.from_].label)} → {myst.text(nodes[arrow.to].label)}",
                ". ".join(pieces),
                _joined(arrow),
            )
        )
    return myst.table(
        "The arrows of the draft logic model, and what each rests on",
        ("Arrow", "Rests on", "Joined in Section 4 of the report"),
        rows,
        css_class="kb-lm-arrows",
    )


def _joined(arrow: LogicModelArrow) -> str:
    """Return whether the report's section on the logic model joins an arrow's two boxes."""
    if not arrow.as_described:
        return "No: it joins the columns, not these boxes"
    # Without a record, all that stands there is one phrase on several boxes at once.
    return "Yes" if arrow.records else "Loosely: see the assumption"


def logic_model_numbers(kb: KnowledgeBase) -> str:
    """Return how many arrows rest on records, on records and an assumption, on that alone."""
    every = arrows(kb)
    number = {
        footing: sum(1 for arrow in every if arrow.footing == footing)
        for footing in ("records", "partly", "assumed")
    }
    read = sum(1 for arrow in every if not arrow.arrow.as_described)
    return (
        f"Of **{counted(len(every), 'arrow')}**, **{number['records']}** rest on records, "
        f"**{number['partly']}** on records that an assumption must join, and "
        f"**{number['assumed']}** on an assumption alone. Section 4, on the logic model, joins "
        f"whole columns and does not name {read} of them box by box: that two of its boxes belong "
        "together is our reading, or rests on what other sections say. A path over several arrows "
        "joins claims of different studies and settings; no study is reported to cover one from "
        "end to end."
    )


def next_steps(kb: KnowledgeBase) -> str:
    """Return the report's recommendations as a checklist, with what this site gives for each."""
    parts = []
    for step_id, step in kb.report.next_steps.items():
        here = myst.bullets(myst.link(label, page) for label, page in step.here.items())
        parts.append(
            myst.paragraphs(
                myst.heading(2, step.title, f"step-{step_id}"),
                f":::{{div}} kb-task\n{myst.text(step.recommendation)} "
                f"{support((), [kb.report.source], step.location)}\n:::",
                f"**Here already:**\n\n{here}" if here else "",
                "**What the report adds:**" if step.details else "",
                statements(step.details),
            )
        )
    return myst.paragraphs(*parts)
