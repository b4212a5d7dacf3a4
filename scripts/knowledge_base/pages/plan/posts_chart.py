"""Drawings of the section Plan, as SVG with a text equivalent beside each of them."""

from __future__ import annotations

from html import escape
from math import ceil, floor

from knowledge_base.markup.loose_html import raw
from knowledge_base.model.clinician_post import ClinicianPost
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan.clinician_posts import NO_POST
from knowledge_base.wording.numbers import pounds

_STEP = 10_000
"""Pounds from one grid line of the chart of salaries to the next."""


def posts_chart(kb: KnowledgeBase) -> str:
    """Return the advertised salaries by region, with the report's own range as a band.

    If the report gives one figure and no range, a line stands in the band's place.

    A row for each post: its name, and its bar level with it, or below it on a phone. Places along
    the axis are per cents of the width, so that the text keeps its size.
    """
    posts = list(kb.clinician_posts.values())
    if not posts:
        return NO_POST
    said = kb.blueprint["clinician"].measures["salary-range"]
    low, high = said.ends
    least = floor(min([low, *(post.salary_low for post in posts)]) / _STEP) * _STEP
    most = ceil(max([high, *(post.salary_high for post in posts)]) / _STEP) * _STEP
    most = max(most, least + _STEP)

    def along(pounds_a_year: float) -> str:
        return f"{100 * (pounds_a_year - least) / (most - least):.3f}%"

    def wide(start: float, end: float) -> str:
        return f"{100 * (end - start) / (most - least):.3f}%"

    ticks = range(least, most + 1, _STEP)
    if low < high:
        told = f"shaded is the range in the report’s text, {pounds(low)} to {pounds(high)}"
        band = (
            f'<rect class="kb-svg-band" x="{along(low)}" y="0" width="{wide(low, high)}" '
            'height="100%"/>'
        )
    else:
        told = f"the line through them is the figure in the report’s text, {pounds(low)}"
        band = f'<line class="kb-svg-mark" x1="{along(low)}" x2="{along(low)}" y1="0" y2="100%"/>'
    ground = band + "".join(
        f'<line class="kb-svg-grid" x1="{along(tick)}" x2="{along(tick)}" y1="0" y2="100%"/>'
        for tick in ticks
    )
    axis = "".join(
        f'<text x="{along(tick)}" y="14" text-anchor="'
        f'{"start" if tick == least else "end" if tick == most else "middle"}">'
        f"£{tick // 1000}k</text>"
        for tick in ticks
    )
    rows = []
    for region, group in _by_region(kb).items():
        rows.append(f'<p class="kb-posts-region">{escape(region)}</p>')
        for post in group:
            name = f"{post.title}, {post.band}" if post.band else post.title
            figures = f"{pounds(post.salary_low)} to {pounds(post.salary_high)}"
            bar = (
                f'<rect class="kb-svg-bar" x="{along(post.salary_low)}" y="35%" '
                f'width="{wide(post.salary_low, post.salary_high)}" height="30%"/>'
            )
            rows.append(
                f'<div class="kb-posts-row"><p>{escape(name)} <span>{figures}</span></p>'
                f"{_track(ground + bar)}</div>"
            )
    caption = (
        f"Advertised salaries of clinicians by region, {pounds(min(p.salary_low for p in posts))} "
        f"to {pounds(max(p.salary_high for p in posts))} a year. A bar for each of {len(posts)} "
        f"posts; {told}."
    )
    return raw(
        '<figure class="kb-chart kb-posts">\n'
        f"<figcaption>{escape(caption)}</figcaption>\n"
        f'<div class="kb-posts-row kb-posts-axis" aria-hidden="true"><p></p>{_track(axis)}</div>\n'
        + "\n".join(rows)
        + "\n</figure>"
    )


def _track(content: str) -> str:
    """Return a strip along the axis. The words beside it say what it shows."""
    return f'<svg class="kb-posts-track" width="100%" aria-hidden="true">{content}</svg>'


def _by_region(kb: KnowledgeBase) -> dict[str, list[ClinicianPost]]:
    return {
        term.label: sorted(group, key=lambda post: (-post.salary_high, post.title))
        for region, term in kb.vocabularies["region"].items()
        if (group := [p for p in kb.clinician_posts.values() if p.region == region])
    }
