"""The charts of a component's page: bars from zero, and titles that say the finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge_base.markup import addresses
from knowledge_base.model.blueprint import Blueprint, Measure
from knowledge_base.model.blueprint import Chart as Drawn
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.catalogue import catalogue
from knowledge_base.wording.numbers import measured, price, prices, short
from knowledge_base.wording.sentences import wording

WORDING = wording("blueprint/component")


@dataclass(frozen=True)
class Bar:
    """A bar, of one part or of several that follow each other."""

    label: str
    text: str
    """Its figures in words."""
    parts: tuple[tuple[float, float], ...]
    """The least and the most of each part."""

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the most of all parts together."""
        return sum(low for low, _ in self.parts), sum(high for _, high in self.parts)

    @property
    def starts(self) -> tuple[float, ...]:
        """Where each part begins: after the most of those before it."""
        return tuple(sum(high for _, high in self.parts[:at]) for at in range(len(self.parts)))


@dataclass(frozen=True)
class Chart:
    """Bars along one axis."""

    title: str
    bars: tuple[Bar, ...]
    records: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    more: tuple[str, str] | None = None
    """The page that lists the same one by one: its name and address."""
    ends: tuple[str, str] | None = None
    """Where the axis begins and ends. Bars of such a chart stand close together: their names are
    shown to those who point at them or have the page read out."""

    @property
    def most(self) -> float:
        """Where the axis ends."""
        return max(bar.ends[1] for bar in self.bars)

    def wide(self, number: float) -> float:
        """Return how wide a number is, in per cent of the axis."""
        return round(100 * number / self.most, 2) if self.most else 0


def charts(kb: KnowledgeBase, component: str) -> tuple[Chart, ...]:
    """Return what can be drawn of a component: its own measures, then prices, pay and tools."""
    blueprint = kb.blueprint[component]
    role = kb.components[component].role
    drawn = [_of_measures(blueprint, chart) for chart in blueprint.charts.values()]
    of_role = {"training": _prices, "clinician": _pay, "tools": _items}.get(role or "")
    return (*drawn, *(of_role(kb) if of_role else ()))


def _title(title: str, span: str, total: str) -> str:
    """Return a title of the evidence with its blanks filled; any other brace is a brace."""
    return title.replace("{range}", span).replace("{total}", total)


def _of_measures(blueprint: Blueprint, chart: Drawn) -> Chart:
    by_bar = {
        label: [blueprint.measures[measure] for measure in ids] for label, ids in chart.bars.items()
    }
    measures = [measure for of_bar in by_bar.values() for measure in of_bar]
    bars = tuple(
        Bar(label, _in_words(of_bar), tuple(measure.ends for measure in of_bar))
        for label, of_bar in by_bar.items()
    )
    unit = Measure(label=chart.title, unit=measures[0].unit)
    lows, highs = zip(*(bar.ends for bar in bars), strict=True)
    bounds = {measure.bound for measure in measures}
    total = unit.model_copy(
        update={
            "low": None if sum(lows) == sum(highs) else sum(lows),
            "high": None if sum(lows) == sum(highs) else sum(highs),
            "value": sum(highs),
            "bound": bounds.pop() if len(bounds) == 1 else None,
        }
    )
    span = unit.model_copy(update={"low": min(lows), "high": max(highs), "value": max(highs)})
    if span.low == span.high:
        span = unit.model_copy(update={"value": max(highs)})
    return Chart(
        _title(chart.title, measured(span), measured(total)),
        bars,
        tuple(dict.fromkeys(record for measure in measures for record in measure.records)),
        tuple(dict.fromkeys(source for measure in measures for source in measure.sources)),
    )


def _in_words(measures: list[Measure]) -> str:
    """Return the figures of a bar: `12 to 15 days`, or `5, then 4 days`."""
    *before, last = measures
    return ", then ".join([*(short(measure.central) for measure in before), measured(last)])


def _prices(kb: KnowledgeBase) -> Iterator[Chart]:
    rows = catalogue(kb)
    priced = sorted(
        (row for row in rows if row.price_per_place is not None),
        key=lambda row: row.price_per_place or 0,
    )
    if priced:
        bars = tuple(
            Bar(row.provider.name, price(cost), ((cost, cost),))
            for row in priced
            if (cost := row.price_per_place) is not None
        )
        ends = bars[0].ends[0], bars[-1].ends[1]
        yield Chart(
            WORDING.say(
                "prices",
                range=prices(*ends),
                priced=len(priced),
                unpriced=len(rows) - len(priced),
            ),
            bars,
            more=(WORDING.say("all_courses"), addresses.page("book/plan/providers")),
            ends=(price(0), price(ends[1])),
        )


def _pay(kb: KnowledgeBase) -> Iterator[Chart]:
    posts = sorted(kb.clinician_posts.values(), key=lambda post: post.salary_low)
    if posts:
        ends = posts[0].salary_low, max(post.salary_high for post in posts)
        yield Chart(
            WORDING.say("pay", range=prices(*ends), posts=len(posts)),
            tuple(
                Bar(
                    post.title,
                    prices(post.salary_low, post.salary_high),
                    ((post.salary_low, post.salary_high),),
                )
                for post in posts
            ),
            more=(WORDING.say("all_posts"), addresses.page("book/plan/clinician-posts")),
            ends=(price(0), price(ends[1])),
        )


def _items(kb: KnowledgeBase) -> Iterator[Chart]:
    tools = kb.instruments.values()
    counted = sorted((tool.items, tool.abbreviation) for tool in tools if tool.items)
    if counted:
        least, most = counted[0][0], counted[-1][0]
        span = WORDING.say("range", same=least == most, least=str(least), most=str(most))
        yield Chart(
            WORDING.say("items", range=span, unknown=len(tools) - len(counted)),
            tuple(
                Bar(name, f"{items} items" if items > 1 else "1 item", ((items, items),))
                for items, name in counted
            ),
            more=("All tools", addresses.page("book/plan/instruments")),
        )
