"""Posts for clinicians: what they pay, where, and what is noted about the list."""

from __future__ import annotations

from knowledge_base.markup import loose as myst
from knowledge_base.markup.source_line import places, sourced
from knowledge_base.markup.statements import measure
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.wording.nouns import counted
from knowledge_base.wording.numbers import pounds

NO_POST = "No post is on file."


def overview(kb: KnowledgeBase) -> str:
    """Return what the text says of pay beside what the adverts show, in computed numbers."""
    posts = list(kb.clinician_posts.values())
    if not posts:
        return NO_POST
    lowest = min(posts, key=lambda post: post.salary_low)
    highest = max(posts, key=lambda post: post.salary_high)
    said = kb.blueprint["clinician"].measures["salary-range"]
    low, high = said.ends
    outside = [post for post in posts if post.salary_low < low or post.salary_high > high]
    adverts = "The one advert runs" if len(posts) == 1 else f"The {len(posts)} adverts run"
    span = f"{adverts} from {pounds(lowest.salary_low)} to {pounds(highest.salary_high)} a year"
    rounded = (
        lowest.salary_low // _THOUSAND * _THOUSAND,
        -(-highest.salary_high // _THOUSAND) * _THOUSAND,
    )
    if rounded == (low, high):
        within = (
            f"{span}. Rounded outwards to whole thousands, that is "
            f"the text’s own range, {measure(said)}: it seems to be the span of these very posts. "
            "That they lie within it confirms nothing."
        )
    elif not outside:
        within = f"{span}, within what the text gives, {measure(said)}."
    else:
        within = (
            f"{span}; {len(outside)} of them lie in part or wholly "
            f"outside what the text gives, {measure(said)}."
        )
    banded = sum(1 for post in posts if post.band)
    hours = kb.blueprint["clinician"].measures["weekly-hours"]
    beside = myst.table(
        "What the report’s text says of pay, beside what its table of adverts shows",
        ("What", "The text", "The adverts"),
        (
            (
                "Pay a year",
                f"{measure(said)}, generally "
                f"{myst.support(said.records, said.sources, said.location)}",
                f"£{lowest.salary_low:,} ({myst.text(lowest.title)}) to "
                f"£{highest.salary_high:,} ({myst.text(highest.title)})",
            ),
            ("Pay by region and role", "Not told", f"{counted(len(posts), 'post')}, one by one"),
            ("NHS pay band", "Not told", f"{banded} of {len(posts)} name one"),
            (
                "Hours of a full-time week",
                f"{measure(hours)} {myst.support(hours.records, hours.sources, hours.location)}",
                "Not told",
            ),
            ("What an employer pays on top", "Not told", "Not told"),
        ),
        css_class="kb-beside",
    )
    return myst.paragraphs(
        f"{within} Salaries are those of 2023 and earlier; whether those in the adverts are for "
        "full-time work is not said.",
        myst.bullets(_by_region(kb)),
        beside,
    )


_THOUSAND = 1_000


def _by_region(kb: KnowledgeBase) -> list[str]:
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


def source(kb: KnowledgeBase) -> str:
    """Return where the chart's figures come from, its data, and how to cite it."""
    posts = kb.clinician_posts.values()
    if not posts:
        return ""
    return sourced(
        places((key, post.location) for post in posts for key in post.sources),
        {"clinician-posts.csv": "clinician-posts.csv"},
    )


def limits(kb: KnowledgeBase) -> str:
    """Return what is noted about the table of posts, with how it is handled."""
    locations = {post.location for post in kb.clinician_posts.values()}
    return myst.bullets(
        f"{myst.text(note.statement)} *{myst.text(note.handling)}*"
        for note in kb.discrepancies.values()
        if locations & set(note.locations)
    )


def table(kb: KnowledgeBase) -> str:
    """Return the posts with their ranges."""
    if not kb.clinician_posts:
        return ""
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
