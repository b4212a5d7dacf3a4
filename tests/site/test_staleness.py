"""A later build shows each change everywhere, and does no more than the change asks for.

The tests of this file stand in order: each changes the same small book and builds it again.
"""

from __future__ import annotations

import json
import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from cases import replace
from html_pages import plain, read_page
from small_book import KEPT, LINKED, LINKING, Book, Built, small_book

from book_extensions.unfinished import MARK
from knowledge_base.markup.addresses import RECORDS
from knowledge_base.pages.evidence.record import KIND

# Each test builds on what the one before it has built.
pytestmark = [pytest.mark.book, pytest.mark.xdist_group("staleness")]

CONFIDENCE = f"records/sight-singing/{LINKED}.yml"
CLAIM = "Singers felt more confident after the course."
MARKED = "Singers felt as a quokka does after the course."
CHANGED = "Singers felt as a wombat does after the course."
PROVIDER = "providers/willowbank-school.yml"
WORKLOAD = "records/sight-singing/cobb-2018-full-diaries.yml"

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; `code` **bold** *stars* _low_ "
    "[link](https://x.example) ![i](https://x.example/i.png) | pipe $x^2$ $$y$$ {role}`x` "
    "{{ x }} :::{note} ~~~ [^1] (label)= @key #tag %d שלום \\n C:\\new"
)
"""What a page must show as it is."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, clean_corpus: Path) -> Book:
    made = small_book(tmp_path_factory.mktemp("small") / "project", clean_corpus / "evidence")
    quoted = json.dumps(HOSTILE, ensure_ascii=False)
    sentence = json.dumps(f"{HOSTILE}.", ensure_ascii=False)
    sum_of_hours = json.dumps(f"12 days are 60 hours {HOSTILE}.", ensure_ascii=False)
    full = json.dumps(f"Full {HOSTILE} kept singers from the course.", ensure_ascii=False)
    for edit in (
        replace(CONFIDENCE, CLAIM, MARKED),
        replace(WORKLOAD, "Full diaries kept singers from the course.", full),
        replace(WORKLOAD, "sample: 14 singers", f"sample: {quoted}\nnote: {sentence}"),
        replace(PROVIDER, "name: Willowbank School", f"name: {quoted}"),
        replace(PROVIDER, "note: Twelve days of 5 hours make 60.", f"note: {sum_of_hours}"),
        replace("studies/moss-review.yml", "name: Song maps, reviewed", f"name: {quoted}"),
        replace("vocabularies/outcome.yml", "label: Calm on stage", f"label: {quoted}"),
        # What stands first must not make a comment of it.
        replace("discrepancies.yml", "Left out.", f'"% {sentence[1:]}'),
        replace("gaps.yml", "How do the parts work together?", f'{quoted[:-1]}?"'),
    ):
        edit(made.evidence)
    return made


@pytest.fixture(scope="module")
def first(book: Book) -> Built:
    built = book.build()
    assert built.status == 0, built.log
    return built


def page_source(book: Book, page: str) -> str:
    return (book.site / f"{page}.html").read_text(encoding="utf-8")


def text_of(book: Book, page: str) -> str:
    return plain(read_page(book.site, book.site / f"{page}.html").article.text)


def test_the_first_build_runs_the_code_of_every_page(first: Built) -> None:
    assert first.executed == set(KEPT)
    assert LINKING in first.read


@pytest.mark.parametrize(
    "page",
    [
        "book/about/discrepancies",
        "book/evidence/gaps",
        "book/evidence/outcomes",
        "book/evidence/records",
        "book/evidence/studies",
        "book/evidence/records/cobb-2018-full-diaries",
        "book/plan/providers",
    ],
)
def test_text_of_the_evidence_is_shown_as_it_is(book: Book, first: Built, page: str) -> None:
    assert plain(HOSTILE) in text_of(book, page)
    html = (book.site / f"{page}.html").read_text(encoding="utf-8")
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    document = read_page(book.site, book.site / f"{page}.html")
    addresses = [a.attributes.get("href", "") for a in document.root.all("a")]
    assert not [address for address in addresses if "x.example" in address]


def test_no_file_of_the_map_lets_text_of_the_evidence_end_its_script(
    book: Book, first: Built
) -> None:
    for path in book.where("alert(1)"):
        if path.endswith((".html", ".svg")):
            assert "<script>alert" not in book.files()[path].decode(), path


def test_without_a_change_nothing_is_done(book: Book, first: Built) -> None:
    before = book.files()
    again = book.build()
    assert again.status == 0
    assert (again.executed, again.read) == (set(), set())
    assert book.files() == before


@pytest.fixture(scope="module")
def after_claim(book: Book, first: Built) -> Built:
    assert book.where("quokka")
    replace(CONFIDENCE, MARKED, CHANGED)(book.evidence)
    return book.build()


def test_a_changed_claim_is_changed_everywhere(book: Book, after_claim: Built) -> None:
    assert after_claim.status == 0
    assert book.where("quokka") == set()
    shown = book.where("wombat")
    assert {
        f"book/evidence/records/{LINKED}.html",
        "book/evidence/records.html",
        "book/evidence/outcomes.html",
        "book/evidence/map/texts-data.js",
        "data/records.csv",
        "data/knowledge-base.json",
        "search/index.js",
    } <= shown


def test_a_changed_claim_has_only_pages_read_that_show_records(after_claim: Built) -> None:
    assert {"book/evidence/records", "book/evidence/outcomes"} <= after_claim.executed
    assert "book/plan/providers" not in after_claim.executed | after_claim.run_again
    # No page without code: a link says nothing of the claim.
    assert after_claim.read == after_claim.executed


def test_a_changed_provider_changes_the_catalogue_and_nothing_else(
    book: Book, after_claim: Built
) -> None:
    before = book.files()
    replace(PROVIDER, "Offered on request.", "Offered with a bilby.")(book.evidence)
    built = book.build()
    after = book.files()
    assert built.status == 0
    # The page of all records counts what there is, courses included.
    assert built.executed == built.read
    assert {"book/plan/providers"} <= built.executed
    assert built.executed <= {"book/plan/providers", "book/evidence/records"}
    # Every page names the new edition: in its foot, and in what it says to machines.
    edition = re.compile(rb'<dd class="kb-edition">[^<]*|"version":"[^"]*')
    editions = {
        found
        for path, data in after.items()
        if path.endswith(".html")
        for found in edition.findall(data)
    }
    assert len(editions) == 2
    assert editions.isdisjoint(
        edition.findall(before["book/evidence/records/moss-2016-insight.html"])
    )
    # Nothing else changes on other pages.
    then, now = (
        {path: edition.sub(b"", data) for path, data in files.items()} for files in (before, after)
    )
    changed = {path for path in then.keys() | now.keys() if then.get(path) != now.get(path)}
    pages = {path for path in changed if path.startswith("book/")}
    assert {path for path in pages if path.endswith((".html", ".html.md"))} == {
        "book/plan/providers.html",
        "book/plan/providers.html.md",
    }
    assert "bilby" in text_of(book, "book/plan/providers")
    assert book.where("works with services in two regions") == set()


@pytest.fixture(scope="module")
def after_withdrawal(book: Book, after_claim: Built) -> tuple[dict[str, bytes], Built]:
    """The files before and the build after: one record withdrawn, one removed, one renamed."""
    before = book.files()
    replace(
        CONFIDENCE,
        "status: published",
        "status: withdrawn\nnotice: {date: 2024-11-01, reason: It was about a numbat.}",
    )(book.evidence)
    records = book.evidence / "records"
    (records / "listening-sheets" / "fernhollow-2021-no-sheet-for-toddlers.yml").unlink()
    old = records / "part-rehearsals" / "brindle-2017-scores-mark-the-words.yml"
    old.rename(old.with_name("brindle-2017-children-in-plans.yml"))
    built = book.build()
    return before, built


def test_a_withdrawn_record_keeps_its_page_with_a_notice(
    book: Book, after_withdrawal: tuple[dict[str, bytes], Built]
) -> None:
    _, built = after_withdrawal
    assert built.status == 0, built.log
    text = text_of(book, f"book/evidence/records/{LINKED}")
    assert "numbat" in text
    assert plain(CHANGED) in text
    assert "Withdrawn" in text


def test_a_withdrawn_record_is_counted_nowhere(
    book: Book, after_withdrawal: tuple[dict[str, bytes], Built]
) -> None:
    before, _ = after_withdrawal
    counts = []
    for html in (before["book/evidence/records.html"], book.files()["book/evidence/records.html"]):
        found = re.search(r"<strong>(\d+) claims</strong>", unescape(html.decode()))
        assert found
        counts.append(int(found[1]))
    assert counts[1] == counts[0] - 2  # one withdrawn, one removed
    assert "wombat" not in text_of(book, "book/evidence/outcomes")
    assert "wombat" in text_of(book, "book/evidence/records")


def test_the_page_of_a_record_that_is_gone_is_gone(
    book: Book, after_withdrawal: tuple[dict[str, bytes], Built]
) -> None:
    before, _ = after_withdrawal
    gone = {"fernhollow-2021-no-sheet-for-toddlers", "brindle-2017-scores-mark-the-words"}
    assert all(f"book/evidence/records/{record}.html" in before for record in gone)
    assert {record: book.where(record) for record in gone} == {record: set() for record in gone}
    left = [path for path in book.files() if any(record in path for record in gone)]
    assert left == []
    assert book.where("brindle-2017-children-in-plans")


def test_broken_evidence_fails_the_build_and_leaves_the_site_as_it_was(
    book: Book, after_withdrawal: tuple[dict[str, bytes], Built]
) -> None:
    before = book.files()
    kept = (book.evidence / CONFIDENCE).read_text(encoding="utf-8")
    replace(CONFIDENCE, "direction: favourable", "direction: favorable")(book.evidence)
    built = book.build()
    assert built.status != 0
    said = built.log.split("The evidence has errors, so the book is not built.")[1]
    assert re.search(rf"^evidence/{CONFIDENCE}:\d+:\d+: error\[unknown-term\]", said, re.MULTILINE)
    assert "'favourable'" in said
    assert "Traceback" not in built.log
    assert book.files() == before
    (book.evidence / CONFIDENCE).write_text(kept, encoding="utf-8")


def test_failing_code_fails_the_build_and_leaves_the_site_as_it_was(
    book: Book, after_withdrawal: tuple[dict[str, bytes], Built]
) -> None:
    before = book.files()
    page = book.root / "book" / "about" / "discrepancies.md"
    kept = page.read_text(encoding="utf-8")
    page.write_text(f"{kept}\n```{{code-cell}} python3\n1 / 0\n```\n", encoding="utf-8")
    built = book.build()
    assert built.status != 0
    line = kept.count("\n") + 3  # behind an empty line and the fence
    assert re.search(rf"book/about/discrepancies\.md:{line}: ZeroDivisionError", built.log)
    assert "Traceback (most recent call last):\n  File" not in built.log, "none of the builder's"
    assert {path: data for path, data in book.files().items() if path != MARK} == before
    page.write_text(kept, encoding="utf-8")


def test_a_changed_explanation_is_changed_where_the_word_is_explained(
    book: Book, after_withdrawal: tuple[dict[str, bytes], Built]
) -> None:
    page = f"{RECORDS}/{LINKED}"
    assert 'data-explanation="Choirs of a village' in page_source(book, page)
    replace("vocabularies/setting.yml", "Choirs of a village", "Choirs of a hamlet")(book.evidence)
    built = book.build()
    assert built.status == 0
    assert 'data-explanation="Choirs of a hamlet' in page_source(book, page)


@pytest.fixture(scope="module")
def after_library(book: Book, after_withdrawal: object) -> Built:
    """The build after the library, which writes the pages, has changed."""
    module = book.root / "scripts" / "knowledge_base" / "views" / "profile.py"
    module.write_text(module.read_text(encoding="utf-8") + "\n# Changed.\n", encoding="utf-8")
    return book.build()


def test_a_change_of_the_library_runs_all_code_again(after_library: Built) -> None:
    assert after_library.status == 0
    assert after_library.executed | after_library.run_again == set(KEPT)
    assert len(after_library.executed) == 1, "a comment changes no page; one is read to note it"


def test_a_change_of_a_template_is_on_all_its_pages_and_touches_no_page_that_stays_the_same(
    book: Book, after_library: Built
) -> None:
    template = book.root / "book" / KIND.template
    kept = template.read_text(encoding="utf-8")
    times = {file: file.stat().st_mtime_ns for file in (book.site / RECORDS).iterdir()}
    template.write_text(
        kept.replace("The report does not identify one", "We know of none"), encoding="utf-8"
    )
    assert book.build().status == 0
    assert book.where("The report does not identify one") == set()
    changed = {file for file, time in times.items() if file.stat().st_mtime_ns != time}
    assert changed == {book.site / path for path in book.where("We know of none")}
    assert set() < changed < times.keys()
    template.write_text(kept, encoding="utf-8")
    assert book.build().status == 0


def test_building_on_gives_the_same_bytes_as_building_from_nothing_elsewhere(
    book: Book, after_library: Built, tmp_path: Path
) -> None:
    """After a change of files of three more kinds; `make nightly` changes one of every kind."""
    for name, text, other_text in (
        ("evidence/sources/brindle2015.bib", "A trial of part", "Trying out part"),
        ("book/evidence/outcomes.wording.yml", '"', '"Numbats: '),
        ("scripts/book_extensions/browser/theme.js", "", "globalThis.numbat = 1;\n"),
    ):
        file = book.root / name
        before = file.read_text(encoding="utf-8")
        assert text in before
        file.write_text(before.replace(text, other_text, 1), encoding="utf-8")
    assert book.build().status == 0
    other = book.copy(tmp_path / "under another name")
    assert other.build().status == 0
    built_on, from_nothing = book.published(), other.published()
    assert built_on.keys() == from_nothing.keys()
    different = {path for path, data in built_on.items() if data != from_nothing[path]}
    assert different == set()
    shutil.rmtree(other.root)


def test_a_change_of_an_extension_has_everything_read_again(
    book: Book, after_library: Built
) -> None:
    extension = book.root / "scripts" / "book_extensions" / "cell_sections.py"
    extension.write_text(extension.read_text(encoding="utf-8") + "\n# Changed.\n", encoding="utf-8")
    built = book.build()
    assert built.status == 0
    assert built.executed == set(KEPT)
    assert LINKING in built.read
