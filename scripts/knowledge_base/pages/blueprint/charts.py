"""The charts of a component's page: bars from zero, and titles that say the finding."""

from collections.abc import Iterator

from knowledge_base.markup import addresses
from knowledge_base.model.blueprint import Blueprint, Measure
from knowledge_base.model.blueprint import Chart as Drawn
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.provider import Cost
from knowledge_base.pages.charts import Bar, Chart
from knowledge_base.views.catalogue import catalogue
from knowledge_base.wording.numbers import measured, price, prices, short
from knowledge_base.wording.sentences import wording

WORDING = wording("blueprint/component")


def charts(kb: KnowledgeBase, component: str) -> tuple[Chart, ...]:
    """Return what can be drawn of a component: its own measures, then prices, pay and tools."""
    blueprint = kb.blueprint[component]
    role = kb.components[component].role
    own = [_of_measures(blueprint, chart) for chart in blueprint.charts.values()]
    of_role = {"training": _prices, "clinician": _pay, "tools": _items}.get(role or "")
    return (*own, *(of_role(kb) if of_role else ()))


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
    paid = sorted(
        ((row.price_to_pay, row) for row in rows if row.price_to_pay is not None),
        key=lambda pair: pair[0],
    )
    if paid:
        bars = tuple(
            Bar(row.provider.name, _price_of_place(cost, row.course.cost), ((cost, cost),))
            for cost, row in paid
        )
        starting = [cost for cost, row in paid if row.course.cost.is_minimum]
        stated = [cost for cost, row in paid if not row.course.cost.is_minimum] or starting
        yield Chart(
            WORDING.say(
                "prices",
                range=prices(stated[0], stated[-1]),
                starting=0 if stated == starting else len(starting),
                least=prices(starting[0], starting[0]) if starting else "",
                priced=len(paid),
                unpriced=len(rows) - len(paid),
            ),
            bars,
            more=(WORDING.say("all_courses"), addresses.page("book/plan/providers")),
            ends=(price(0), price(paid[-1][0])),
        )


def _price_of_place(each: float, cost: Cost) -> str:
    return WORDING.say(
        "price_of_place",
        price=price(each),
        starts_there=cost.is_minimum,
        in_group=cost.basis == "cohort",
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
    by_length = sorted((tool.items, tool.abbreviation) for tool in tools if tool.items)
    if by_length:
        least, most = by_length[0][0], by_length[-1][0]
        span = WORDING.say("range", same=least == most, least=str(least), most=str(most))
        yield Chart(
            WORDING.say("items", range=span, unknown=len(tools) - len(by_length)),
            tuple(
                Bar(name, WORDING.say("items_of_tool", items=items), ((items, items),))
                for items, name in by_length
            ),
            more=(WORDING.say("all_tools"), addresses.page("book/plan/instruments")),
        )
