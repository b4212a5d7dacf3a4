"""How quick the map is with up to 10,000 records, against pyvis's own page on the same data.

`make bench` runs it and prints the numbers, of one run on the machine at hand. Beside the time on
the clock, in which whatever else the machine does counts too, stands what the page itself took:
the processor time of its main thread.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser
from pyvis.network import Network
from results import Results

from development.made_up import made_up_evidence
from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.writing import write_files

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "browser"))

from evidence_map_site import chromium, opened, write_map
from main_thread import TASKS, task_times

pytestmark = [pytest.mark.benchmark, pytest.mark.browser]

SIZES = (1_000, 10_000)
BUDGET = 100
"""Milliseconds from a choice to its result on the screen."""

TURNS = 20
MOST = 60
"""Seconds that a page is waited for."""

CHOICES = {
    "a component": ("s.ticks.component = ['training']", "s.ticks.component = []"),
    "two words": ("s.words = 'willow brook'", "s.words = ''"),
    "a claim kind": ("s.ticks.kind = ['perception']", "s.ticks.kind = []"),
}

TIMED = """async ([on, off, turns]) => {
  const times = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const edit = new Function('s', turn % 2 ? off : on);
    const start = performance.now();
    EvidenceMap.app.change(edit);
    // The frame after the change has been painted when the task behind it runs.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    times.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 50));
  }
  return times;
}"""


@pytest.fixture(scope="module", params=SIZES)
def made_up(
    request: pytest.FixtureRequest, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> KnowledgeBase:
    root = tmp_path_factory.mktemp("made-up")
    vocabularies = load(project).vocabularies
    files = made_up_evidence(vocabularies, records=request.param, seed=1)
    write_files(root / "evidence", files, owned=".")
    words = (project / "evidence" / "vocabularies").glob("*.yml")
    write_files(
        root / "evidence" / "vocabularies",
        {file.name: file.read_bytes() for file in words},
        owned=".",
    )
    return load(root)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def test_filtering(
    made_up: KnowledgeBase, browser: Browser, tmp_path: Path, results: Results
) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    opened(page, write_map(made_up, tmp_path))
    page.wait_for_timeout(2000)
    slow, work = [], []
    for view in ("map", "list", "graph"):
        page.evaluate("(view) => EvidenceMap.app.change((s) => { s.view = view; })", view)
        page.wait_for_timeout(2000)
        for name, edits in CHOICES.items():
            browser.start_tracing(page=page, categories=[TASKS])
            times = page.evaluate(TIMED, [*edits, TURNS])
            tasks = task_times(browser.stop_tracing())
            page_alone = sum(tasks) / TURNS
            work.append(page_alone)
            print(
                f"{view:6} {name:12} median {median(times):4.0f} ms, least {min(times):.0f}, "
                f"most {max(times):.0f}; the page alone {page_alone:.0f} ms a choice, "
                f"its longest task {max(tasks):.0f} ms"
            )
            if median(times) > BUDGET or max(tasks) > BUDGET:
                slow.append(f"{view}, {name}: {median(times):.0f} ms, task {max(tasks):.0f} ms")
    page.close()
    results.note(len(made_up.records), filter_milliseconds=max(work))
    assert not slow


def test_first_view_against_pyvis_own_page(
    made_up: KnowledgeBase, browser: Browser, tmp_path: Path, results: Results
) -> None:
    if len(made_up.records) != max(SIZES):
        pytest.skip("one size is enough to compare")
    address = write_map(made_up, tmp_path)
    pyvis_page = tmp_path / "pyvis.html"
    pyvis_page.write_text(_pyvis_default(made_up), encoding="utf-8")
    ours = _until(browser, address, "() => document.querySelector('.em-live')")
    graph = _until(
        browser,
        f"{address}#view=graph",
        "() => document.querySelector('.em-live .em-drawing [data-line]')?.checkVisibility()",
    )
    # pyvis's page is drawn once its physics has settled, or not within a minute.
    theirs = _until(
        browser,
        pyvis_page.as_uri(),
        "() => { if (!window.settled && window.network) { window.settled = 'waiting';"
        " network.once('stabilizationIterationsDone', () => { window.settled = 'done'; }); }"
        " return window.settled === 'done'; }",
    )
    assert ours is not None
    assert graph is not None
    results.compare("graph", max(ours, graph), theirs)
    assert theirs is None or max(ours, graph) < theirs


def _pyvis_default(kb: KnowledgeBase) -> str:
    """The same records as pyvis draws them by itself: a node each, joined to what it is about."""
    network = Network(cdn_resources="in_line")
    for name, label in kb.vocabularies["component"].items():
        network.add_node(f"component:{name}", label=label.label)
    for name, label in kb.outcomes.items():
        network.add_node(f"outcome:{name}", label=label.label)
    for record in kb.published:
        network.add_node(record.id, label=record.id)
        network.add_edge(record.id, f"component:{record.component}")
        for outcome in record.outcomes:
            network.add_edge(record.id, f"outcome:{outcome}")
    html: str = network.generate_html()
    return html


def _until(browser: Browser, address: str, ready: str, most: int = MOST * 1000) -> float | None:
    """Seconds from asking for the page until it is ready; None if it is not in time."""
    context = browser.new_context(viewport={"width": 1366, "height": 900})
    # What other hosts would answer is not measured.
    context.route("http*://**", lambda route: route.abort())
    page = context.new_page()
    page.set_default_timeout(most)
    try:
        page.goto(address, wait_until="commit")
        start = page.evaluate("() => performance.timeOrigin")
        page.wait_for_function(ready, polling=50, timeout=most)
        return float(page.evaluate("(start) => (Date.now() - start) / 1000", start))
    except Exception:  # the browser may be too busy to answer at all
        return None
    finally:
        context.close()
