"""Drawings of the section Plan, as SVG with a text equivalent beside each of them."""

from __future__ import annotations

from html import escape
from math import ceil, floor

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.clinician_post import ClinicianPost
from knowledge_base.surfaces.html import raw
from knowledge_base.surfaces.pilot import pounds

_STEP = 10_000
"""Pounds from one grid line of the chart of salaries to the next."""


def posts_chart(kb: KnowledgeBase) -> str:
    """Return the advertised salaries by region, with the report's own range as a band.

    Places along the axis are per cents of the width, so that the text keeps its size on a phone.
    """
    posts = list(kb.clinician_posts.values())
    said = kb.blueprint["clinician"].measures["salary-range"]
    low, high = said.low or 0, said.high or 0
    least = floor(min([low, *(post.salary_low for post in posts)]) / _STEP) * _STEP
    most = ceil(max([high, *(post.salary_high for post in posts)]) / _STEP) * _STEP

    def along(pounds_a_year: float) -> str:
        return f"{100 * (pounds_a_year - least) / (most - least):.3f}%"

    def wide(start: float, end: float) -> str:
        return f"{100 * (end - start) / (most - least):.3f}%"

    top = 62
    y = top
    lines: list[str] = []
    for region, group in _by_region(kb).items():
        lines.append(f'<text class="kb-svg-head" x="0" y="{y + 18}">{escape(region)}</text>')
        y += 30
        for post in group:
            name = f"{post.title}, {post.band}" if post.band else post.title
            figures = f"{pounds(post.salary_low)} to {pounds(post.salary_high)}"
            span = wide(post.salary_low, post.salary_high)
            lines.append(
                f'<text class="kb-svg-label" x="0" y="{y + 13}">{escape(name)}</text>'
                f'<text class="kb-svg-note" x="0" y="{y + 30}">{figures}</text>'
                f'<rect class="kb-svg-bar" x="{along(post.salary_low)}" y="{y + 36}" '
                f'width="{span}" height="10"/>'
            )
            y += 60
    bottom = y
    grid = []
    for pounds_a_year in range(least, most + 1, _STEP):
        anchor = "start" if pounds_a_year == least else "end" if pounds_a_year == most else "middle"
        x = along(pounds_a_year)
        grid.append(
            f'<line class="kb-svg-grid" x1="{x}" x2="{x}" y1="{top - 8}" y2="{bottom}"/>'
            f'<text class="kb-svg-note" x="{x}" y="{top - 14}" text-anchor="{anchor}">'
            f"£{pounds_a_year // 1000}k</text>"
        )
    title = (
        f"Advertised salaries of clinicians by region, {pounds(min(p.salary_low for p in posts))} "
        f"to {pounds(max(p.salary_high for p in posts))} a year"
    )
    described = (
        f"A bar for each of {len(posts)} advertised posts, from the lower to the upper end of its "
        f"salary. The shaded band is the range that the report’s text gives, {pounds(low)} to "
        f"{pounds(high)}. The table that follows holds the same figures."
    )
    return raw(
        '<figure class="kb-chart kb-posts">\n'
        f'<svg width="100%" height="{bottom + 6}" role="img" '
        'aria-labelledby="posts-chart-title posts-chart-about" '
        'xmlns="http://www.w3.org/2000/svg">\n'
        f'<title id="posts-chart-title">{escape(title)}</title>\n'
        f'<desc id="posts-chart-about">{escape(described)}</desc>\n'
        f'<rect class="kb-svg-band" x="{along(low)}" width="{wide(low, high)}" y="{top - 8}" '
        f'height="{bottom - top + 8}"/>\n'
        f'<text class="kb-svg-label" x="0" y="16">Shaded: the range in the report’s text,</text>\n'
        f'<text class="kb-svg-label" x="0" y="33">{pounds(low)} to {pounds(high)} a year</text>\n'
        + "\n".join([*grid, *lines])
        + "\n</svg>\n</figure>"
    )


def _by_region(kb: KnowledgeBase) -> dict[str, list[ClinicianPost]]:
    return {
        term.label: sorted(group, key=lambda post: (-post.salary_high, post.title))
        for region, term in kb.vocabularies["region"].items()
        if (group := [p for p in kb.clinician_posts.values() if p.region == region])
    }
