"""Posts for clinicians: what they pay, where, and what is noted about the list."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_base.model.blueprint import Measure
from knowledge_base.model.clinician_post import ClinicianPost
from knowledge_base.model.context import ContextEvent, PayAward
from knowledge_base.model.gap import Discrepancy
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan.posts_chart import PostsChart, posts_chart
from knowledge_base.views.later_pay import LaterPay, later_pay

_THOUSAND = 1_000


@dataclass(frozen=True)
class Region:
    """The posts of a region, the best paid first, each with its id."""

    label: str
    posts: list[tuple[str, ClinicianPost]]
    lowest: ClinicianPost
    """The post whose pay begins lowest."""
    highest: ClinicianPost
    """The post whose pay goes highest."""


@dataclass(frozen=True)
class TextOnPay:
    """What the report's text says of pay, beside its table of adverts."""

    measure: Measure
    is_span_of_posts: bool
    """Whether it is the adverts' own span, rounded outwards to whole thousands."""
    outside: int
    """How many posts pay less or more than it in part or wholly."""


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    posts: list[ClinicianPost]
    regions: list[Region]
    lowest: ClinicianPost | None
    highest: ClinicianPost | None
    text: TextOnPay | None
    """None if there are no posts, or the text says nothing."""
    hours: Measure | None
    """What the text says of the hours of a week."""
    banded: int
    """How many posts name a pay band."""
    cited: list[tuple[str, str]]
    """The sources of the posts, with the place in each."""
    notes: list[Discrepancy]
    """What is noted about the table of posts."""
    chart: PostsChart | None
    scaled: list[tuple[str, ClinicianPost]]
    """The posts of which we know whose year's NHS rates they have, each with its id."""
    scale_years: list[str]
    later: tuple[LaterPay, ...]
    """What they would pay after the awards since then."""
    awards: list[PayAward]
    """Those awards, the earliest first."""
    award_events: list[ContextEvent]
    """The same, as they were announced."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return the posts by region, and what the report's text says beside them."""
    posts = list(kb.clinician_posts.values())
    measures = kb.measures_for("clinician")
    regions = [
        Region(term.label, group, *_ends(post for _, post in group))
        for region, term in kb.vocabularies["region"].items()
        if (group := _best_paid_first(kb, region))
    ]
    lowest, highest = _ends(posts) if posts else (None, None)
    locations = {post.location for post in posts}
    pay = measures.get("salary-range")
    scaled = [item for item in kb.clinician_posts.items() if item[1].scale]
    later = later_pay(kb)
    award_events = _award_events(kb, {row.year for row in later})
    return Facts(
        posts=posts,
        regions=regions,
        lowest=lowest,
        highest=highest,
        text=_text_on_pay(pay, posts) if posts and pay else None,
        hours=measures.get("weekly-hours"),
        banded=sum(1 for post in posts if post.band),
        cited=list(dict.fromkeys((key, post.location) for post in posts for key in post.sources)),
        notes=[d for d in kb.discrepancies.values() if locations & set(d.locations)],
        chart=posts_chart(posts, pay),
        scaled=scaled,
        scale_years=sorted({post.scale.year for _, post in scaled if post.scale}),
        later=later,
        awards=[event.award for event in award_events if event.award],
        award_events=award_events,
    )


def _best_paid_first(kb: KnowledgeBase, region: str) -> list[tuple[str, ClinicianPost]]:
    posts = [item for item in kb.clinician_posts.items() if item[1].region == region]
    return sorted(posts, key=lambda item: (-item[1].salary_high, item[1].title))


def _award_events(kb: KnowledgeBase, years: set[str]) -> list[ContextEvent]:
    events = [(e.award.year, e) for e in kb.context.values() if e.award and e.award.year in years]
    return [event for _, event in sorted(events, key=lambda item: item[0])]


def _ends(posts: Iterable[ClinicianPost]) -> tuple[ClinicianPost, ClinicianPost]:
    """Return the post whose pay begins lowest, and the one whose pay goes highest."""
    every = list(posts)
    return (
        min(every, key=lambda post: post.salary_low),
        max(every, key=lambda post: post.salary_high),
    )


def _text_on_pay(pay: Measure, posts: list[ClinicianPost]) -> TextOnPay:
    low, high = pay.ends
    lowest, highest = _ends(posts)
    rounded = (
        lowest.salary_low // _THOUSAND * _THOUSAND,
        -(-highest.salary_high // _THOUSAND) * _THOUSAND,
    )
    outside = sum(1 for post in posts if post.salary_low < low or post.salary_high > high)
    return TextOnPay(pay, rounded == (low, high), outside)
