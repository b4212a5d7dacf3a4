"""The map's engine, run without a browser: it counts, decides and says what the library does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from browser_code.engine import Modules
from knowledge_base.evidence_map.data import as_script, later_data, map_data
from knowledge_base.evidence_map.files import BROWSER
from knowledge_base.evidence_map.words import line_in_words, where_from
from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.gap_map import gap_map
from knowledge_base.views.graph import evidence_graph
from knowledge_base.views.profile import FACTS, WAYS, called_for, pointed, profile
from knowledge_base.views.selection import tally
from knowledge_base.wording.typography import typographic
from path_reading import paths

pytestmark = [pytest.mark.evidence, pytest.mark.xdist_group("engine")]


def started(kb: KnowledgeBase) -> Modules:
    """The engine over some evidence, as `engine`, with the words of the page."""
    modules = Modules(
        Engine=BROWSER / "engine" / "engine.js",
        State=BROWSER / "page" / "state.js",
        Words=BROWSER / "page" / "words.js",
    )
    _, texts = later_data(kb)["texts"]
    scripts = as_script("data", map_data(kb)) + as_script("texts", texts)
    modules.run("globalThis.window = globalThis;" + scripts)
    modules.run(
        """const engine = Engine.createEngine(data);
        engine.takeTexts(texts);
        const words = Words.createWords(engine);
        const chosen = (ticks, others = {}) => {
          const state = State.emptyState(engine.facetNames);
          return { ...state, ...others, ticks: { ...state.ticks, ...ticks } };
        };"""
    )
    return modules


@pytest.fixture(scope="module")
def kb(project: Path) -> KnowledgeBase:
    return load(project)


@pytest.fixture(scope="module")
def engine(kb: KnowledgeBase) -> Modules:
    return started(kb)


FILTERS: dict[str, tuple[dict[str, list[str]], Callable[[Record, KnowledgeBase], bool]]] = {
    "nothing": ({}, lambda r, kb: True),
    "a component": ({"component": ["training"]}, lambda r, kb: r.component == "training"),
    "two kinds": (
        {"kind": ["perception", "association"]},
        lambda r, kb: r.kind in ("perception", "association"),
    ),
    "an outcome and a setting": (
        {"outcomes": ["practitioner-skill"], "setting": ["childrens-social-care"]},
        lambda r, kb: "practitioner-skill" in r.outcomes and r.setting == "childrens-social-care",
    ),
    "a level": (
        {"level": ["family"]},
        lambda r, kb: any(kb.outcomes[o].level == "family" for o in r.outcomes),
    ),
    "a level or an outcome of another": (
        {"level": ["family"], "outcomes": ["staff-retention"]},
        lambda r, kb: any(
            kb.outcomes[o].level == "family" or o == "staff-retention" for o in r.outcomes
        ),
    ),
    "country and direction": (
        {"countries": ["england"], "direction": ["favourable"]},
        lambda r, kb: "england" in r.countries and r.direction == "favourable",
    ),
    "read in the source": ({"how_read": ["in-source"]}, lambda r, kb: r.how_read == "in-source"),
    "a study type": ({"study_type": ["feasibility"]}, lambda r, kb: r.study_type == "feasibility"),
    "nothing left": (
        {"study_type": ["survey"], "kind": ["effect"]},
        lambda r, kb: r.study_type == "survey" and r.kind == "effect",
    ),
}

CELLS = """(filters) => {
  const result = engine.filter(chosen(filters));
  return {
    studies: result.studies, claims: result.claims,
    ids: result.indexes.map((i) => engine.data.records.id[i]),
    cells: engine.cells(result.indexes).map((cell) => ({
      component: engine.ids.component[cell.component],
      outcome: engine.ids.outcome[cell.outcome],
      studies: cell.tally.studies, claims: cell.tally.claims, bases: cell.tally.bases,
      directions: cell.tally.directions, settings: cell.tally.settings,
      emptiness: cell.emptiness, standing: cell.standing, studiesDirect: cell.tally.studiesDirect,
      profile: engine.profile(cell),
      whereFrom: words.direct(cell.tally, cell.standing),
    })),
    lines: engine.lines(result.indexes).map((line) => ({
      id: line.id, studies: line.tally.studies, claims: line.tally.claims, said: words.line(line),
    })),
  };
}"""


@pytest.mark.parametrize("name", FILTERS)
def test_every_number_and_sentence_is_the_librarys(
    engine: Modules, kb: KnowledgeBase, name: str
) -> None:
    filters, keeps = FILTERS[name]
    chosen = [record for record in kb.published if keeps(record, kb)]
    found = engine.call(CELLS, filters)
    whole = tally(kb, chosen)
    assert found["ids"] == [record.id for record in whole.records]
    assert (found["studies"], found["claims"]) == (len(whole.studies), whole.claims)
    table = gap_map(kb, chosen)
    assert len(found["cells"]) == len(table.cells)
    for got in found["cells"]:
        cell = table.cells[got["component"], got["outcome"]]
        assert got["studies"] == len(cell.tally.studies)
        assert got["claims"] == cell.tally.claims
        assert tuple(got["bases"]) == cell.tally.bases
        assert tuple(got["directions"]) == cell.tally.directions
        assert tuple(got["settings"]) == cell.tally.settings
        assert got["emptiness"] == (cell.emptiness or "")
        assert got["standing"] == cell.standing
        assert got["studiesDirect"] == len(cell.tally.studies_direct)
        assert got["profile"] == [typographic(sentence) for sentence in profile(kb, cell)]
        assert got["whereFrom"] == where_from(kb, cell.tally, cell.standing)
    graph = evidence_graph(kb, chosen)
    lines = {line["id"]: line for line in found["lines"]}
    assert len(lines) == graph.number_of_edges()
    for start, end, data in graph.edges(data=True):
        line = lines[f"{start}>{end}"]
        some = tally(kb, [kb.records[record] for record in data["records"].split()])
        assert (line["studies"], line["claims"]) == (data["studies"], data["claims"])
        words = line_in_words(kb, some, bearing=data["kind"] == "implementation")
        assert line["said"] == typographic(words)


def test_the_rules_of_the_profile_speak_alike_over_their_whole_table(
    engine: Modules, kb: KnowledgeBase
) -> None:
    table = [dict(zip(FACTS, values, strict=True)) for values in product(*FACTS.values())]
    spoken = engine.call("(table) => table.map((known) => engine.sentences(known))", table)
    assert [tuple(sentences) for sentences in spoken] == [called_for(kb, known) for known in table]


def test_the_directions_of_the_profile_speak_alike_over_their_whole_table(engine: Modules) -> None:
    table = [dict(zip(WAYS, numbers, strict=True)) for numbers in product(range(4), repeat=6)]
    for kind in ("association", "perception"):
        spoken = engine.call(
            "([kind, table]) => table.map((counts) => engine.directions(kind, counts))",
            [kind, table],
        )
        assert spoken == [pointed(kind, counts) for counts in table]


def test_lines_say_alike_how_many_studies_are_direct(engine: Modules, kb: KnowledgeBase) -> None:
    amounts = [(studies, direct) for studies in range(12) for direct in range(studies + 1)]
    table = [(studies, direct, "direct") for studies, direct in amounts]
    table += [(n, 0, directness) for n in range(12) for directness in ("only-indirect", "")]
    spoken = engine.call(
        """(table) => {
        return table.map(([studies, studiesDirect, directness]) => {
          return words.direct({ studies, studiesDirect, directness });
        }); }""",
        table,
    )
    nothing = tally(kb, ())
    for (studies, direct, directness), said in zip(table, spoken, strict=True):
        ids = tuple(map(str, range(studies)))
        some = replace(nothing, studies=ids, studies_direct=ids[:direct])
        assert said == (where_from(kb, some, directness) if directness else "")


@pytest.mark.parametrize("component", ["", "training"])
def test_paths_are_the_librarys(engine: Modules, kb: KnowledgeBase, component: str) -> None:
    ask = """([pairs, component]) => pairs.map(([start, outcome]) => {
      const { indexes } = engine.filter(chosen({ component }));
      return engine.paths(start, outcome, indexes).map((way) => [way.middle,
        ...[way.first, way.second].flatMap(({ tally, arrow }) => [tally.claims, tally.studies,
          arrow ? arrow.assumptions : [], Boolean(arrow && arrow.asDescribed)]),
        way.verdict, way.threads.map((s) => engine.data.studies[s][0]), way.sharesSetting]);
    })"""
    starts = [f"component:{c}" for c in kb.components]
    starts += [f"factor:{f}" for f in kb.vocabularies["factor"]]
    pairs = [[start, outcome] for start in starts for outcome in kb.outcomes]
    chosen = [r for r in kb.published if not component or r.component == component]
    found = engine.call(ask, [pairs, [component] if component else []])
    assert any(ways for ways in found)
    for pair, ways in zip(pairs, found, strict=True):
        assert ways == [
            [
                way.middle,
                *(
                    value
                    for step in (way.first, way.second)
                    for value in (
                        step.tally.claims,
                        len(step.tally.studies),
                        list(step.arrow.assumptions) if step.arrow else [],
                        bool(step.arrow and step.arrow.as_described),
                    )
                ),
                way.verdict,
                list(way.threads),
                way.shares_setting,
            ]
            for way in paths(kb, *pair, chosen)
        ]


def test_the_counts_beside_options_are_what_a_choice_would_leave(
    engine: Modules, kb: KnowledgeBase
) -> None:
    counts = engine.call(
        """() => {
        const { counts } = engine.filter(
          chosen({ component: ['training'], setting: ['early-help'] }));
        return Object.fromEntries(Object.entries(counts).map(([name, column]) => [name,
          Object.fromEntries(engine.facets[name].ids.map((id, at) => [id, column[at]]))])); }"""
    )
    training = [r for r in kb.published if r.component == "training"]
    here = [r for r in kb.published if r.setting == "early-help"]
    for component in kb.components:
        assert counts["component"][component] == sum(r.component == component for r in here)
    for setting in kb.settings:
        assert counts["setting"][setting] == sum(r.setting == setting for r in training)
    for outcome in kb.outcomes:
        both = [r for r in training if r.setting == "early-help" and outcome in r.outcomes]
        assert counts["outcomes"][outcome] == len(both)


def test_words_match_whole_terms_and_phrases(engine: Modules, kb: KnowledgeBase) -> None:
    def count(words: str) -> int:
        return engine.call("(words) => engine.filter(chosen({}, { words })).claims", words)

    assert count("clinician") > 0
    assert count("clinicia") == 0
    assert count("CLINICIAN") == count("clinician")
    assert count('"social care"') <= count("social care")
    assert count('"care social"') == 0
    assert count("…") == len(kb.published)


def test_years_are_a_span(engine: Modules, kb: KnowledgeBase) -> None:
    years = [kb.sources[record.source].year or 0 for record in kb.published]
    for start, end in ((2015, 2020), (2015, None), (None, 2014)):
        count = engine.call(
            "(from, to) => engine.filter(chosen({}, { from, to })).claims", start, end
        )
        assert count == sum((start or 1) <= year <= (end or 9999) for year in years)


def test_a_vocabulary_may_have_any_number_of_words(kb: KnowledgeBase) -> None:
    few = kb.vocabularies["setting"]
    first = next(iter(few.values()))
    more = {f"place-{n}": first.model_copy(update={"label": f"Place {n}"}) for n in range(40)}
    some = [r for r in kb.published if r.outcomes][:40]
    moved = {
        record.id: record.model_copy(update={"setting": place}).named(record.id)
        for record, place in zip(some, more, strict=True)
    }
    large = replace(
        kb,
        records={**kb.records, **moved},
        vocabularies={**kb.vocabularies, "setting": {**few, **more}},
    )
    settings = started(large).call("() => engine.tally(engine.all).settings")
    assert tuple(settings) == tally(large, large.published).settings
    assert set(more) <= set(settings)


HOSTILE_LINKS = [
    "component=__proto__",
    "component=constructor",
    "__proto__=training",
    "constructor=name",
    "toString=x",
    "open=__proto__:training",
    "open=constructor:prototype",
    "open=cell:__proto__/constructor",
    "open=factor:__proto__",
    "path=component:__proto__/constructor",
    "view=constructor",
    "sort=__proto__",
    "component=%E0%A4%A",
]


@pytest.mark.parametrize("link", HOSTILE_LINKS)
def test_a_hostile_link_changes_nothing_and_is_said(engine: Modules, link: str) -> None:
    state, lost, same = engine.call(
        """(link) => {
          const { state, lost } = State.decode(`#${link}`, engine);
          return [state, lost, engine.filter(state).claims === engine.total.claims];
        }""",
        link,
    )
    assert state == engine.call("() => State.emptyState(engine.facetNames)")
    assert len(lost) == 1
    assert same


STATES = [
    "view=graph&component=training,clinician&setting=early-help&factors=yes",
    "view=list&kind=perception&level=family&from=2015&to=2023&words=%22social%20care%22&sort=newest",
    "open=cell:training/practitioner-skill",
    "setting=early-help&empty=hidden",
    "view=graph&path=component:training/practitioner-confidence",
]


@pytest.mark.parametrize("link", STATES)
def test_a_state_and_its_address_are_the_same(engine: Modules, link: str) -> None:
    decoded = "(link) => State.decode(`#${link}`, engine)"
    assert engine.call(decoded, link)["lost"] == []
    assert engine.call(f"(link) => State.encode(({decoded})(link).state)", link) == link


@pytest.mark.parametrize("by", ["kind", "newest", "oldest", "source", "component"])
def test_every_order_holds_the_chosen_records_once(engine: Modules, by: str) -> None:
    ordered = engine.call("(by) => engine.sorted([5, 3, 8], by)", by)
    assert sorted(ordered) == [3, 5, 8]
