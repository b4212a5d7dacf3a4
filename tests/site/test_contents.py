"""The built site shows all of the evidence, says how it was read, and leaves no marks behind."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from html_pages import CODE, Element, Page, plain
from test_links import target

from knowledge_base.markup import addresses
from knowledge_base.markup.addresses import RECORDS
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.effects import effects
from knowledge_base.views.limits import comes_from_report
from knowledge_base.wording.dates import long_date

pytestmark = pytest.mark.book

EVIDENCE = ("book/blueprint/", "book/evidence/", "book/plan/")


WAYS_OF_READING = {
    "cited-through": "through",
    "in-source": "read",
    "abstract": "part",
    "opening": "part",
}
"""What the badge or the sign of each is called."""


def reading_marks(item: Element) -> set[str]:
    """How the claims of an item say that they were read."""
    classes = {c for mark in (*item.all(css_class="badge"), *item.all("svg")) for c in mark.classes}
    return {
        name for name in WAYS_OF_READING.values() if classes & {f"badge-{name}", f"kb-sign-{name}"}
    }


def page_of(record: Record) -> str:
    return f"{RECORDS}/{record.id}.html"


def boxes(page: Page) -> list[Element]:
    """The boxes on a page that state the limits of the evidence."""
    return page.article.all(css_class="limits")


def linked_records(element: Element, path: str) -> set[str]:
    """The records that the links in an element lead to, or its numbers through the list."""
    root = next((above for above in element.above() if above.parent is None), element)
    cited = {
        anchor
        for link in element.all("a", css_class="kb-cite__link")
        for anchor in (link.attributes["href"][1:], *link.attributes.get("data-also", "").split())
    }
    listed = [item for item in root.all("li") if item.attributes.get("id") in cited]
    goals = (
        target(path, urlsplit(a.attributes.get("href", "")).path)
        for place in (element, *listed)
        for a in place.all("a")
        if not urlsplit(a.attributes.get("href", "")).netloc
    )
    return {
        goal.removeprefix(f"{RECORDS}/").removesuffix(".html")
        for goal in goals
        if goal.startswith(f"{RECORDS}/")
    }


def test_each_record_has_a_page_that_says_what_it_says(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    built = {path for path in pages if path.startswith(f"{RECORDS}/")}
    assert built == {page_of(record) for record in real_kb.records.values()}
    for record in real_kb.records.values():
        assert plain(record.claim) in plain(pages[page_of(record)].article.text), record.id


def test_each_record_is_linked_from_a_page_of_the_book(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    linked: set[str] = set()
    for path, page in pages.items():
        if not path.startswith((f"{RECORDS}/", f"{addresses.REFERENCES}/")):
            linked |= linked_records(page.root, path)
    assert set(real_kb.records) - linked == set()


def test_each_page_of_evidence_says_what_the_evidence_cannot_tell(
    book_pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    brief = " ".join(real_kb.report.limits_in_brief.split())
    assert "scoping report" in brief
    # What was read elsewhere has other limits than the report.
    elsewhere = {
        page_of(r): "Its limits are those of its own source"
        for r in real_kb.records.values()
        if not comes_from_report(real_kb, r)
    }
    wanted = {path: elsewhere.get(path, brief) for path in book_pages if path.startswith(EVIDENCE)}
    assert len(wanted) > len(real_kb.records)
    without = [
        path
        for path, limits in wanted.items()
        if not any(
            plain(limits) in plain(box.text)
            for box in book_pages[path].article.all(css_class="limits")
        )
    ]
    assert not without


def test_a_claim_cited_through_another_document_says_so_on_its_page(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    indirect = [r for r in real_kb.records.values() if r.cited_through is not None]
    assert indirect
    for record in indirect:
        text = plain(pages[page_of(record)].article.text)
        assert "The claim was not read in " in text, record.id
        assert "It is cited through" in text, record.id


def test_a_claim_cited_through_another_document_says_so_wherever_it_is_listed(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    listed: set[str] = set()
    wrong = []
    for path, page in pages.items():
        for item in page.article.all("li", "tr"):
            marks = reading_marks(item)
            in_key = any("kb-key" in element.classes for element in item.above())
            if not marks or item.all("li", "tr") or in_key:
                continue
            # One item can show a claim that several sources make.
            text = plain(item.text)
            records = [real_kb.records[r] for r in linked_records(item, path)]
            shown = [r for r in records if r.status == "published" and plain(r.claim) in text]
            listed |= {r.id for r in shown}
            wanted = {WAYS_OF_READING[r.how_read] for r in shown}
            if marks != wanted:
                wrong.append(f"{path}: {item.text[:200]}")
    assert not wrong, "\n" + "\n".join(wrong[:20])
    assert listed == {record.id for record in real_kb.published}


def test_providers_and_courses_are_all_in_the_catalogue(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    text = plain(pages["book/plan/providers.html"].article.text)
    names = {plain(p.name) for p in real_kb.providers.values()}
    names |= {plain(c.name) for p in real_kb.providers.values() for c in p.courses.values()}
    assert {name for name in names if name not in text} == set()


def test_curricula_are_shown_day_by_day(pages: dict[str, Page], real_kb: KnowledgeBase) -> None:
    text = plain(pages["book/plan/curricula.html"].article.text)
    topics = [
        plain(topic)
        for provider in real_kb.providers.values()
        for course in provider.courses.values()
        if course.curriculum
        for day in course.curriculum.days
        for topic in day.topics
    ]
    assert topics
    assert [topic for topic in topics if topic not in text] == []


def test_posts_are_all_shown(pages: dict[str, Page], real_kb: KnowledgeBase) -> None:
    text = plain(pages["book/plan/clinician-posts.html"].article.text)
    for post in real_kb.clinician_posts.values():
        assert plain(post.title) in text
        assert f"{post.salary_low:,}" in text


def test_instruments_are_all_shown(pages: dict[str, Page], real_kb: KnowledgeBase) -> None:
    text = plain(pages["book/plan/instruments.html"].article.text)
    for tool in real_kb.instruments.values():
        assert plain(tool.name) in text
        assert plain(tool.abbreviation) in text


def test_gaps_are_all_shown(pages: dict[str, Page], real_kb: KnowledgeBase) -> None:
    page = pages["book/evidence/gaps.html"]
    for gap_id, gap in real_kb.gaps.items():
        assert plain(gap.statement) in plain(page.article.text), gap_id
        assert f"gap-{gap_id}" in page.ids


def test_discrepancies_are_all_shown(pages: dict[str, Page], real_kb: KnowledgeBase) -> None:
    text = plain(pages["book/about/discrepancies.html"].article.text)
    for item_id, item in real_kb.discrepancies.items():
        assert plain(item.statement) in text, item_id
        assert plain(item.handling) in text, item_id


def headings(page: Page) -> list[str]:
    """The headings of a page's own text, which its list of sources follows."""
    own = [plain(h.text) for h in page.article.all("h2", "h3")]
    return [heading for heading in own if not heading.startswith("Sources cited")]


def test_the_weightiest_notes_come_first_and_each_group_says_how_many(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    page = pages["book/about/discrepancies.html"]
    bearings = real_kb.vocabularies["discrepancy-bearing"]
    number = Counter(item.bearing for item in real_kb.discrepancies.values())
    wanted = [f"{plain(term.label)} ({number[b]})" for b, term in bearings.items() if number[b]]
    assert [h.rstrip("#¶ ") for h in headings(page)] == wanted
    text = plain(page.article.text)
    places = {
        bearing: [
            text.index(plain(item.statement))
            for item in real_kb.discrepancies.values()
            if item.bearing == bearing
        ]
        for bearing in bearings
    }
    for one, next_one in pairwise(places.values()):
        assert max(one) < min(next_one)


def test_what_a_next_step_must_settle_comes_first_in_the_reports_order(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    text = plain(pages["book/evidence/gaps.html"].article.text)
    order = [*real_kb.report.next_steps, None]
    places = [
        [text.index(plain(g.statement)) for g in real_kb.gaps.values() if g.next_step == step]
        for step in order
    ]
    assert all(places)
    for one, next_one in pairwise(places):
        assert max(one) < min(next_one)


def test_a_components_page_asks_every_open_question_about_it(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    for component in real_kb.blueprint:
        page = pages[f"book/blueprint/{component}.html"]
        asked = {a.attributes.get("href", "") for a in page.article.all("a")}
        for gap_id, gap in real_kb.gaps.items():
            link = f"../evidence/gaps.html#gap-{gap_id}"
            assert (link in asked) == (component in gap.components), (component, gap_id)


def test_the_pilot_of_the_tools_is_told_beside_them(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    text = plain(pages["book/plan/instruments.html"].article.text)
    studies = {study for tool in real_kb.instruments.values() for study in tool.tried_in}
    told = [
        record
        for record in real_kb.published
        if record.study in studies and record.component == "feedback-tools"
    ]
    assert told
    assert [record.id for record in told if plain(record.claim) not in text] == []


def test_the_counts_on_the_list_of_records_add_up(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    page = pages["book/evidence/records.html"]
    (table,) = page.article.all("table", css_class="kb-counts")
    # After a number that is a link, its column and row are named for who can't see them.
    *kinds, last = [
        [cell.text.partition(",")[0] for cell in row.all("td")] for row in table.all("tr")[1:]
    ]
    columns = [[0 if n == "–" else int(n) for n in column] for column in zip(*kinds, strict=True)]
    assert [sum(column) for column in columns] == [int(n) for n in last]
    assert int(last[-1]) == len(real_kb.records)


def test_sources_are_all_in_the_reference_list(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    page = pages["book/about/references.html"]
    assert {key for key in real_kb.sources if f"source-{key}" not in page.ids} == set()
    addresses = {a.attributes.get("href", "") for a in page.root.all("a")}
    assert {s.url for s in real_kb.sources.values() if s.url} <= addresses


def test_each_source_that_claims_rest_on_has_a_page_with_all_of_them(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    built = {path for path in pages if path.startswith(f"{addresses.REFERENCES}/")}
    assert built == {addresses.source(key) for key in real_kb.documents}
    for record in real_kb.records.values():
        path = addresses.source(record.source)
        assert record.id in linked_records(pages[path].by_id("claims"), path), record.id
        assert plain(record.claim) in plain(pages[path].article.text), record.id
        if record.cited_through:
            through = addresses.source(record.cited_through.source)
            assert record.id in linked_records(pages[through].by_id("others"), through), record.id


def test_the_list_of_references_and_the_records_lead_to_the_pages_of_sources(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    wanted = {addresses.source(key) for key in real_kb.documents}

    def links(path: str) -> set[str]:
        return {target(path, a.attributes.get("href", "")) for a in pages[path].article.all("a")}

    assert wanted <= links("book/about/references.html")
    for record in real_kb.records.values():
        assert addresses.source(record.source) in links(page_of(record)), record.id


def test_studies_and_their_sources_are_all_shown(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    page = pages["book/evidence/studies.html"]
    for study in real_kb.studies.values():
        assert f"study-{study.id}" in page.ids
        assert plain(study.name) in plain(page.article.text)


def test_every_outcome_and_component_is_spoken_of(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    outcomes = pages["book/evidence/outcomes.html"]
    assert {o for o in real_kb.outcomes if f"outcome-{o}" not in outcomes.ids} == set()
    for component in real_kb.components:
        assert f"book/blueprint/{component}.html" in pages


def test_tidier_items_are_all_on_each_components_page(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    for component in real_kb.blueprint:
        text = plain(pages[f"book/blueprint/{component}.html"].article.text)
        for item in real_kb.vocabularies["tidier-item"].values():
            assert plain(item.label) in text, (component, item.label)


# What a template, a formatter or a failing cell leaves behind, in text that isn't code.
LEFT_BEHIND = {
    "the mark of a role": re.compile(r"\{[a-z][a-z:_-]*\}`|\{(record|records|source|cite|ref)\}"),
    "a directive's fence": re.compile(r":::|```|\{(list-table|admonition|div|raw|code-cell)\}"),
    "a directive's option": re.compile(r"(^|\s):(class|name|header-rows|link|link-type): "),
    "attributes": re.compile(r"\]\{\.|\{\.[a-z]"),
    "emphasis": re.compile(r"\*\*"),
    "a Markdown link": re.compile(r"\]\(<?(/|#|https?:)"),
    "a label": re.compile(r"\([a-z]+-[a-z0-9-]+\)="),
    "an escape": re.compile(r"\\[`*_{}\[\]<>|$~@#&!^]"),
    "an entity": re.compile(r"&(amp|lt|gt|quot|nbsp|#\d+);"),
    "a word of the data": re.compile(r"\bnot_(reported|applicable)\b|\bin-source\b"),
    "a Python value": re.compile(
        r"<[\w.]+ object at|\bdict_(keys|values)\(|\b(True|False|nan)\b|\['|\{'|"
        r"(Record|Statement|Finding|Location|Range|Tally)\([a-z_]+="
    ),
    "a formatter's place": re.compile(r"\{[a-z_]+(\.[a-z_]+)*\}|\{\}|%[sd]\b|\{\{|\}\}"),
    "a failure": re.compile(r"Traceback|\b\w+Error:|\[object Object\]|\bundefined\b"),
    "two full stops": re.compile(r"[a-z]\.\.(\s|$)"),
    "an empty bracket": re.compile(r"\(\s*\)|\[\s*\]"),
}


@pytest.mark.parametrize("kind", LEFT_BEHIND)
def test_no_text_shows_what_a_template_left_behind(kind: str, book_pages: dict[str, Page]) -> None:
    found = [
        f"{path}: …{text[max(0, hit.start() - 60) : hit.end() + 40]}…"
        for path, page in book_pages.items()
        if (text := page.main.prose)
        for hit in LEFT_BEHIND[kind].finditer(text)
    ]
    assert not found, "\n" + "\n".join(found[:20])


def test_no_place_says_nothing_but_none(book_pages: dict[str, Page]) -> None:
    found = [
        f"{path}: <{element.tag}> in “{element.parent.text[:80] if element.parent else ''}”"
        for path, page in book_pages.items()
        for element in page.main.all("td", "li", "dd", "dt", "p", "span", "strong", "em", "a")
        if element.text in {"None", "none", "null", "[]", "{}", "()", "None."}
        and not any(above.tag in CODE for above in element.above())
    ]
    assert not found, "\n" + "\n".join(found[:20])


def test_no_page_shows_a_failed_cell_or_a_problem_of_the_builder(
    book_pages: dict[str, Page],
) -> None:
    marks = ("traceback", "system-message", "problematic", "stderr", "error")
    found = [
        (path, element.tag, mark, element.text[:80])
        for path, page in book_pages.items()
        for mark in marks
        for element in page.article.all(css_class=mark)
    ]
    assert not found


def test_a_place_stands_with_the_report_alone(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    gap = real_kb.gaps["delivery-in-practising-areas"]
    links = pages["book/evidence/gaps.html"].article.all("a", css_class="kb-cite__link")
    names = {link.attributes.get("aria-label", "").partition(": ")[2] for link in links}
    with_place = {name.partition(" (")[0] for name in names if name.endswith(gap.location)}
    assert with_place == {real_kb.sources[real_kb.report.source].short.partition(" (")[0]}


def test_figures_of_studies_stand_as_picture_and_table(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    section = pages["book/evidence/studies.html"].by_id("figures-of-studies")
    figures = effects(real_kb, real_kb.published)
    drawn = sum(len(panel.effects) for panel in figures.panels)
    assert len(section.all("figure", css_class="kb-effects")) == len(figures.panels)
    assert len(section.all(css_class="kb-effect-point")) == drawn > 0
    (table,) = section.all("table")
    assert len(table.all("tr")) == len(figures.all) + 1
    linked = {link.attributes["href"] for link in table.all("a")} - {"#figures"}
    assert linked == {f"records/{effect.record.id}.html" for effect in figures.all}


def test_the_figures_of_new_claims_lead_to_the_picture(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    page = pages["book/evidence/since-2023.html"]
    links = [link.attributes["href"] for link in page.article.all("a")]
    new = [r for r in real_kb.published if r.results and not comes_from_report(real_kb, r)]
    assert links.count("studies.html#figures-of-studies") == len(new) + 1
    assert "figures-of-studies" in pages["book/evidence/studies.html"].ids


def test_a_record_that_was_read_again_says_when(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    again = [r for r in real_kb.published if r.reading and r.reading.again]
    assert again
    for record in again:
        days = [long_date(day) for day in (record.reading.on, record.reading.again)]
        expected = f"on {days[0]} and again on {days[1]}"
        assert expected in pages[addresses.record(record.id)].main.text


def test_a_record_and_its_check_lead_to_each_other(
    pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    checks = pages["book/evidence/report-and-sources.html"]
    checked = [record for record in real_kb.published if record.source_check]
    assert checked
    for record in checked:
        place = addresses.address("check", record.id)
        page = pages[addresses.record(record.id)]
        links = [link.attributes["href"] for link in page.main.all("a")]
        assert addresses.seen_from(page.path, place) in links
        assert f"check-{record.id}" in checks.ids
        back = [link.attributes["href"] for link in checks.main.all("a")]
        assert f"records/{record.id}.html" in back
