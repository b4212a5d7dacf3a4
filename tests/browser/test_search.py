"""The search in the browser: the best hit first, by keyboard, in any window, safe and shareable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_rules import violations
from playwright.sync_api import Browser, Page, expect

from knowledge_base.search import index_script
from knowledge_base.search.entries import Entry
from knowledge_base.wording.typography import typographic

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("search")]

FIELD = "Words to look for"
HOSTILE = Entry(
    kind="record",
    title="<script>window.hurt = 1</script> <img src=x onerror='window.hurt=1'> wombat",
    address="book/questions.html",
    about="\"><b>bold</b> ' &amp;",
    text="A wombat says <svg onload=window.hurt=1> and `code`.",
)

OWN_WORDS = """() => {
    const search = SiteSearch.create(KB_SEARCH);
    const missed = [];
    const look = (entry, query, within, same) => {
        const found = search.find(query).hits.slice(0, within).map((hit) => hit.entry);
        if (!found.some((one) => one === entry || (one.kind === entry.kind && same(one)))) {
            missed.push([entry.kind, query, found.map((one) => one.title)]);
        }
    };
    const words = (text) => text.toLowerCase().match(/\\p{L}+/gu);
    const courses = search.entries.filter((one) => one.kind === "course");
    const providers = new Set(courses.map((one) => one.names.split(" | ")[0]));
    const common = new Set(search.entries.flatMap((one) => one.text.match(/\\p{L}+/gu) ?? []));
    for (const provider of providers) {
        // Its own name, its town: words of no other provider, and always with a capital.
        const others = [...providers].filter((one) => one !== provider).flatMap(words);
        for (const word of words(provider).filter((one) => one.length > 3)) {
            if (others.includes(word) || common.has(word)) continue;
            const [first] = search.find(word).hits;
            if (!first?.entry.names.startsWith(provider)) missed.push([word, provider]);
        }
    }
    for (const entry of search.entries) {
        const title = (one) => one.title === entry.title;
        const [name] = entry.names.split(" | ");
        look(entry, entry.title, 3, title);
        if (entry.kind === "record") {
            // Several sources can make the same claim.
            look(entry, entry.text, 3, (one) => one.text === entry.text);
        } else if (entry.kind === "source") {
            look(entry, entry.names.replaceAll("|", " "), 3, (one) => one.names === entry.names);
        } else if (entry.kind === "course") {
            look(entry, name, 1, (one) => one.names.startsWith(name));
        } else if (entry.kind === "instrument") {
            look(entry, name, 1, title);
        }
    }
    return [search.entries.length, missed];
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The search page, for tests that only ask what is found."""
    page = browser.new_page()
    page.goto(f"{address}search.html")
    page.evaluate("window.made = SiteSearch.create(KB_SEARCH)")
    yield page
    page.close()


@pytest.fixture
def window(browser: Browser) -> Iterator[Any]:
    """Opens windows, and closes them."""
    contexts = []

    def open_window(width: int = 1366, **options: Any) -> Page:
        options.setdefault("reduced_motion", "reduce")
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()


def best(page: Page, query: str, number: int = 3) -> list[tuple[str, str]]:
    """The first hits for a query: kind and address."""
    found = page.evaluate(
        "([query, number]) => made.find(query).hits.slice(0, number)"
        ".map(({ entry }) => [entry.kind, entry.address])",
        [query, number],
    )
    return [(kind, place) for kind, place in found]


def test_everything_is_found_by_its_own_words(page: Page) -> None:
    number, missed = page.evaluate(OWN_WORDS)
    assert number > 500
    assert not missed, missed


@pytest.mark.parametrize(
    ("query", "kind", "place"),
    [
        ("leeds", "course", "#course-leeds-family-therapy-and-research-centre-foundation"),
        ("Leeds foundation", "course", "#course-leeds-family-therapy"),
        ("bostock", "source", "references/bostock20"),
        ("Bostock 2017", "source", "references/bostock2017.html"),
        ("SCORE-15", "instrument", "#instrument-score-15"),
        ("score15", "instrument", "#instrument-score-15"),
        ("score 15", "instrument", "#instrument-score-15"),
        ("GRRRAAACCEEESSS", "page", "book/blueprint/genograms.html"),
        ("social graces", "page", "book/blueprint/genograms.html"),
        ("sixty hours", "page", "book/blueprint/training.html"),
        ("60 hours", "page", "book/blueprint/training.html"),
        ("price of training", "page", "book/plan/providers.html"),
        ("cost", "page", "book/plan/providers.html"),
        ("how much does it cost?", "page", "book/plan/providers.html"),
        ("cheapest foundation course", "page", "book/plan/providers.html"),
        ("clinician salary", "page", "book/plan/clinician-posts.html"),
        ("theory of change", "page", "book/plan/logic-model.html"),
        ("what is not known", "page", "book/evidence/gaps.html"),
        ("genograms", "page", "book/blueprint/genograms.html"),
        ("training", "page", "book/blueprint/training.html"),
        ("clinician", "page", "book/blueprint/clinician.html"),
        ("supervision", "page", "book/blueprint/group-supervision.html"),
        ("group supervision", "page", "book/blueprint/group-supervision.html"),
        ("feedback tools", "page", "book/blueprint/feedback-tools.html"),
        # What an outsider looked for and did not find.
        ("limitations", "page", "book/about/method.html"),
        ("weaknesses", "page", "book/about/method.html"),
        ("CfSSW", "course", "#course-centre-for-systemic-social-work"),
        ("genagram", "page", "book/blueprint/genograms.html"),
        ("how much", "page", "book/plan/pilot.html"),
        ("budget for 40 key workers", "page", "book/plan/pilot.html"),
        ("cost effectiveness", "page", "book/plan/pilot.html"),
        ("hours", "page", "book/blueprint/training.html"),
        ("how long is foundation course", "page", "book/blueprint/training.html"),
        ("cheapest", "page", "book/plan/providers.html"),
        ("retention", "page", "outcomes.html"),
        ("logic", "page", "book/plan/logic-model.html"),
        ("TIDieR", "page", "book/blueprint/tidier.html"),
        ("budget", "page", "book/plan/pilot.html"),
        ("burn out", "page", "outcomes.html"),
        ("family outcomes", "gap", "#gap-family-effects-in-early-help"),
        ("comparison group", "gap", "#gap-family-effects-in-early-help"),
        ("Early Help evidence", "gap", "#gap-family-effects-in-early-help"),
        ("strength of evidence", "page", "book/about/method.html"),
        ("quality of evidence", "page", "book/about/method.html"),
        ("frequency of feedback tools", "gap", "#gap-use-of-feedback-tools"),
        ("Kent", "course", "#course-salomons"),
        ("Camden", "study", "#study-camden"),
        ("seconded", "gap", "#gap-employed-or-seconded"),
        ("keyworker", "page", "book/index.html"),
        ("keyworkers", "page", "book/index.html"),
        ("key worker", "page", "book/index.html"),
        ("Canterbury", "course", "#course-salomons"),
        ("Manchester", "course", "#course-centre-for-systemic-social-work"),
        ("waiting list", "study", "#study-supporting-families-evaluation"),
        ("hackney", "course", "#course-hackney"),
        ("tavistock", "course", "#course-tavistock-and-portman"),
        ("does it work?", "page", "book/evidence/outcomes.html"),
    ],
)
def test_the_best_hit_comes_first(page: Page, query: str, kind: str, place: str) -> None:
    first_kind, first_place = best(page, query, 1)[0]
    assert first_kind == kind
    assert place in first_place


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("burnout", "resilience-and-burnout"),
        ("how many hours", "book/blueprint/training.html"),
        ("cost", "book/plan/pilot.html"),
        ("cost effectiveness", "#gap-cost-of-the-model"),
        ("Greenwich", "#study-greenwich"),
        ("group supervision child safety", "records/bostock-2022-child-safety.html"),
        ("south east", "#course-"),
    ],
)
def test_a_good_hit_is_among_the_first(page: Page, query: str, place: str) -> None:
    assert [found for _, found in best(page, query) if place in found]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("burnuot", "burnout"),
        ("supervison", "supervision"),
        ("genogramm", "genogram"),
        ("bostok", "bostock"),
        ("organizational", "organisational"),
        ("GRRAACCEEESSS", "GRRRAAACCEEESSS"),
        ("well-being", "wellbeing"),
        ("trainings", "training"),
        ("Sälomons", "salomons"),
    ],
)
def test_other_spellings_and_slips_find_the_same(page: Page, slip: str, meant: str) -> None:
    wanted = {place for _, place in best(page, meant, 10)}
    assert wanted
    assert len(wanted & {place for _, place in best(page, slip, 30)}) >= len(wanted) / 2


def test_a_word_that_is_found_is_not_taken_for_a_slip(page: Page) -> None:
    found = page.evaluate(
        """() => made.find("leeds").hits.map(({ entry }) =>
            Object.values(entry).join(" "))"""
    )
    assert found
    assert [text for text in found if "leeds" not in text.lower()] == []


@pytest.mark.parametrize("query", ["Wales", "Newcastle", "Wigan", "zzzxqj"])
def test_where_nothing_is_there_nothing_is_found(page: Page, query: str) -> None:
    assert best(page, query) == []


def test_no_title_is_made_from_an_id(page: Page) -> None:
    titles = page.evaluate(
        "made.entries.filter(({ kind }) => kind === 'record').map(({ title }) => title)"
    )
    made = re.compile("wemwbs properties|tool 8|next tidier|camden own programme")
    assert [title for title in titles if made.search(title)] == []
    assert len(set(titles)) == len(titles)


def test_a_slip_is_stated_with_the_word_that_was_meant(window: Any, address: str) -> None:
    page = window()
    page.goto(f"{address}search.html?q=genagram")
    expect(page.locator("#kb-search-status")).to_contain_text(
        "Nothing has “genagram”, so this looks for “genogram”."
    )


@pytest.mark.parametrize("query", ["", "   ", "?!", "'\"<>", "__proto__", "constructor", "的"])
def test_odd_queries_do_no_harm(page: Page, query: str) -> None:
    assert page.evaluate("(query) => made.find(query).hits.length", query) >= 0


def test_what_not_all_words_find_some_do_and_that_is_said(window: Any, address: str) -> None:
    page = window()
    page.goto(f"{address}search.html?q=genogram+zzzxqj")
    expect(page.locator("#kb-search-status")).to_contain_text("Nothing has all of these words")
    assert page.locator(".kb-result").count() > 3
    page.goto(f"{address}search.html?q=attendance+to+pass+course")
    status = page.locator("#kb-search-status")
    expect(status).to_have_text(re.compile(r"The first (has|\d have) all of its words"))


def test_from_any_page_to_the_exact_place_by_keyboard(window: Any, address: str) -> None:
    page = window()
    page.goto(f"{address}book/questions.html")
    page.keyboard.press("Control+k")
    page.keyboard.type("leeds")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=leeds")
    expect(page.get_by_role("searchbox", name=FIELD)).to_have_value("leeds")
    page.get_by_role("searchbox", name=FIELD).focus()
    page.keyboard.press("ArrowDown")
    first = page.locator(".kb-result a").first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".kb-result a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox", name=FIELD)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/book/plan/providers\.html#course-leeds-family"))
    assert page.evaluate("document.querySelector(':target').textContent").startswith("Leeds")


def test_suggestions_come_while_typing_and_lead_to_their_page(window: Any, address: str) -> None:
    page = window()
    page.goto(f"{address}book/questions.html")
    field = page.get_by_role("searchbox", name="Search this site")
    field.focus()
    field = page.get_by_role("combobox", name="Search this site")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press_sequentially("supervis")
    options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    expect(options.first).to_contain_text("Systemic group supervision")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert violations(page) == []
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    number = options.first.get_attribute("id") or ""
    expect(field).to_have_attribute("aria-activedescendant", number)
    field.press("Escape")
    expect(options.first).to_be_hidden()
    expect(field).to_have_value("supervis")
    field.press("ArrowDown")
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url("**/book/blueprint/group-supervision.html")


def test_what_is_typed_is_searched_for_where_no_suggestion_is_chosen(
    window: Any, address: str
) -> None:
    page = window()
    page.goto(f"{address}book/questions.html")
    page.keyboard.press("Control+k")
    page.keyboard.type("how much")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("Plan a pilot")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=how+much")


def test_the_address_holds_the_search_and_back_and_forward_lead_through(
    window: Any, address: str
) -> None:
    page = window()
    page.goto(f"{address}search.html")
    field = page.get_by_role("searchbox", name=FIELD)
    expect(field).to_be_focused()
    page.keyboard.type("genogram")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=genogram$"))
    expect(page).to_have_title(re.compile("^genogram – Search"))
    field.fill("leeds")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=leeds$"))
    page.get_by_role("button", name=re.compile("^Sources ")).click()
    expect(page).to_have_url(re.compile(r"\?q=leeds&in=source$"))
    kinds = page.locator(".kb-result .badge").all_inner_texts()
    assert set(kinds) == {"Source"}
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?q=leeds$"))
    page.go_back()
    expect(field).to_have_value("genogram")
    expect(page.locator("#kb-search-status")).to_contain_text("“genogram”")
    page.go_forward()
    expect(field).to_have_value("leeds")


def test_results_come_while_typing_and_are_announced(window: Any, address: str) -> None:
    page = window()
    page.goto(f"{address}search.html")
    page.get_by_role("searchbox", name=FIELD).press_sequentially("supervis")
    expect(page.locator("#kb-search-status")).to_have_text(
        re.compile(r"^\d+ results for “supervis”$")
    )
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ results for “supervis”$"))
    assert page.locator(".kb-result mark").count() > 10


def test_more_results_follow_and_the_keyboard_goes_on_there(window: Any, address: str) -> None:
    page = window()
    page.goto(f"{address}search.html?q=training")
    assert page.locator(".kb-result").count() == 20
    page.get_by_role("button", name="Show 20 more").click()
    expect(page.locator(".kb-result")).to_have_count(40)
    expect(page.locator(".kb-result a").nth(20)).to_be_focused()


def test_where_nothing_is_found_the_page_helps_on(window: Any, address: str) -> None:
    page = window()
    page.goto(f"{address}search.html?q=zzzxqj")
    expect(page.locator("#kb-search-status")).to_contain_text(
        "Nothing on this site matches “zzzxqj”"
    )
    expect(page.get_by_role("link", name="All evidence records").nth(-1)).to_be_visible()
    assert page.locator("#kb-search-questions + ul a:visible").count() == 5


def test_each_result_of_evidence_says_how_it_was_read(window: Any, address: str) -> None:
    page = window()
    page.goto(f"{address}search.html?q=supervision&in=record")
    about = page.locator(".kb-result__about").all_inner_texts()
    assert about
    ways = ("Cited through", "Read in", "Abstract read", "Opening read")
    assert [line for line in about if not any(way in line for way in ways)] == []


def test_it_works_from_a_folder(window: Any, built_site: Path) -> None:
    page = window()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    # Leaving a page gives up on its icon.
    page.on(
        "requestfailed",
        lambda request: failures.append(request.url) if ".svg" not in request.url else None,
    )
    page.goto(f"{(built_site / 'book' / 'questions.html').as_uri()}")
    page.get_by_role("searchbox", name="Search this site").fill("leeds")
    page.keyboard.press("Enter")
    page.locator(".kb-result a").first.click()
    page.wait_for_url(re.compile(r"^file://.*/book/plan/providers\.html#course-leeds"))
    assert failures == []


def test_without_javascript_it_says_where_to_look(window: Any, address: str) -> None:
    page = window(java_script_enabled=False)
    page.goto(f"{address}search.html")
    assert page.locator(".kb-search-without").is_visible()
    assert not page.get_by_role("searchbox").is_visible()
    for name in ("All evidence records", "Training providers and courses", "Glossary"):
        assert page.locator("article").get_by_role("link", name=name).is_visible()


def test_text_of_the_evidence_is_shown_as_it_is(window: Any, address: str) -> None:
    rtl = replace(HOSTILE, title="שלום wombat", text="")
    script = index_script([HOSTILE, rtl])
    page = window()
    page.route(
        "**/search/index.js",
        lambda route: route.fulfill(body=script, content_type="text/javascript"),
    )
    page.goto(f"{address}search.html?q=wombat+%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    page.goto(f"{address}search.html?q=wombat")
    shown = page.locator(".kb-result").filter(has_text="script")
    assert shown.locator("h3").inner_text() == typographic(HOSTILE.title)
    assert typographic(HOSTILE.about) in shown.locator(".kb-result__about").inner_text()
    assert shown.locator(".kb-result__text").inner_text() == typographic(HOSTILE.text)
    assert page.locator(".kb-results :is(script, img, svg, b)").count() == 0
    assert page.evaluate("window.hurt") is None
    right = page.locator(".kb-result h3").filter(has_text="שלום")
    assert right.evaluate("one => getComputedStyle(one).direction") == "rtl"


@pytest.mark.parametrize(
    ("width", "theme", "query"),
    [
        (1366, "light", "child safety"),
        (320, "dark", "price of training"),
        (1366, "dark", "zzzxqj"),
        (320, "light", "SCORE-15"),
    ],
)
def test_axe_finds_nothing_in_what_is_found_and_it_fits(
    window: Any, address: str, width: int, theme: str, query: str
) -> None:
    page = window(width, color_scheme=theme)
    page.goto(f"{address}search.html?q={query}")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_can_be_pressed_is_large_enough(window: Any, address: str) -> None:
    page = window(320)
    page.goto(f"{address}search.html?q=training")
    small = page.eval_on_selector_all(
        "article :is(a, button, input)",
        """all => all.filter((one) => one.offsetParent)
            .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
            .filter(([, box]) => box.height < 24 || box.width < 24).map(([html]) => html)""",
    )
    assert small == []
