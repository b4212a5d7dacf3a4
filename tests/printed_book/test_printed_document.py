"""The printed book before it is printed: one document of all pages of a site."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from knowledge_base.markup.addresses import RECORDS, REFERENCES
from knowledge_base.markup.html import Html
from knowledge_base.model.knowledge_base import KnowledgeBase
from printed_book.__main__ import main
from printed_book.chapters import NotBuiltError, read_chapters, read_page, read_records
from printed_book.document import Document, make_document, one_page
from printed_book.front import title_page

CONTENTS = """
root: book/index
parts:
  - caption: Evidence
    chapters:
      - file: book/evidence/map
      - file: book/evidence/records
"""
INDEX = """
<h1>Home<a class="headerlink" href="#home">#</a></h1><h2 id="one">One &amp; only</h2>
<a href="evidence/map.html#how">how</a> <a href="evidence/map.html#cell=a/b">a view</a>
<a href="evidence/records/a-2001-x.html#record-a-2001-x">a record</a>
<a href="../data/records.csv">records.csv</a> <a href="https://example.org/?a=1#one">away</a>
<details class="more"><summary>More</summary><p>Inside</p></details>
<details class="kb-made"><summary>How this page was made</summary></details>
<form><input name="q"></form><div hidden>for a script</div><script>1</script>
<svg aria-labelledby="t d"><title id="t">T</title><desc id="d">D</desc><marker id="tip"/>
<path marker-end="url(#tip)"/></svg>
"""
MAP = '<h1>Map</h1><h2>How</h2><p id="how">So.</p><svg><title id="t">T</title></svg>'
RECORDS_PAGE = """
<h1>Records</h1><div class="table-frame"><table>
<thead><tr><th>Record</th><th>Claim</th></tr></thead>
<tbody><tr><th><a href="records/a-2001-x.html#record-a-2001-x">A</a></th><td>It rains.</td></tr>
</tbody></table></div>
"""
RECORD = """
<span id="record-a-2001-x"></span><h1>A on x</h1>
<div class="claim"><p>It rains &lt; snows.</p></div>
<table class="record"><tbody>
<tr><th><p>Kind of claim</p></th><td><p>Effect: What was measured.</p></td></tr>
<tr><th><p>Setting</p></th><td><p>Not reported</p></td></tr>
<tr><th><p>Note</p></th><td><p>See <a href="../map.html#how">how</a>.</p></td></tr>
</tbody></table>
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "_toc.yml").write_text(CONTENTS, encoding="utf-8")
    pages = {
        "book/index": INDEX,
        "book/evidence/map": MAP,
        RECORDS: RECORDS_PAGE,
        f"{RECORDS}/a-2001-x": RECORD,
    }
    for path, text in pages.items():
        file = tmp_path / f"{path}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        to_root = "../" * path.count("/")
        file.write_text(
            f'<html><head><link rel="stylesheet" href="{to_root}_static/base.css?v=1"></head>'
            f"<body><nav>Menu</nav><article>{text}</article></body></html>",
            encoding="utf-8",
        )
    return tmp_path


@pytest.fixture
def document(site: Path) -> Document:
    chapters = read_chapters(site, site / "_toc.yml")
    return make_document(
        site, "Title", "Author", Html("<h1>Title</h1>"), chapters, read_records(site)
    )


@pytest.fixture
def page(document: Document) -> BeautifulSoup:
    return BeautifulSoup(document.html({"index": 4, "index.section-1": 5}), "html.parser")


def test_chapters_stand_in_the_order_of_the_contents(document: Document) -> None:
    assert [(e.part, e.title) for e in document.entries] == [
        ("", "Home"),
        ("Evidence", "Map"),
        ("Evidence", "Records"),
    ]
    assert [title for _, title in document.entries[0].sections] == ["One & only"]


def test_contents_give_the_numbers_that_they_get(page: BeautifulSoup) -> None:
    lines = [" ".join(a.get_text().split()) for a in page.select(".book-contents a")]
    assert lines[:2] == ["Home 4", "One & only 5"]
    # As wide as a number can be, so that nothing moves once it is known.
    assert lines[2:] == ["Map 999", "How 999", "Records 999"]


def test_every_id_is_there_once_and_every_link_leads_to_one(page: BeautifulSoup) -> None:
    ids = Counter(str(e["id"]) for e in page.find_all(id=True))
    assert max(ids.values()) == 1
    links = [str(a["href"]) for a in page.find_all("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert [link for link in links if not link.startswith("#")] == ["https://example.org/?a=1#one"]


def test_links_lead_to_the_same_place_as_on_the_site(page: BeautifulSoup) -> None:
    goals = {
        a.get_text(): page.find(id=str(a["href"])[1:]) for a in page.select("#index a[href^='#']")
    }
    assert goals["how"].get_text() == "So."
    assert goals["a view"]["id"] == "evidence-map"  # a state of the map is no place on paper
    assert goals["a record"].h3.get_text() == "A on x"
    assert "records.csv" in page.find(id="index").get_text()  # a file is named, not linked


def test_a_link_to_the_page_of_a_source_leads_to_its_place_in_the_list(site: Path) -> None:
    contents = site / "_toc.yml"
    contents.write_text(f"{CONTENTS}      - file: {REFERENCES}\n", encoding="utf-8")
    listed = '<div id="source-a2001">A. On rain.</div><div id="source-b2002">B. On snow.</div>'
    (site / f"{REFERENCES}.html").parent.mkdir(parents=True)
    for path, text in {
        REFERENCES: f"<h1>References</h1>{listed}",
        "book/evidence/map": '<h1>Map</h1><a href="../about/references/b2002.html">B</a>',
    }.items():
        page = f"<html><body><article>{text}</article></body></html>"
        (site / f"{path}.html").write_text(page, encoding="utf-8")
    chapters = read_chapters(site, contents)
    whole = make_document(site, "Title", "Author", "", chapters, read_records(site))
    page = BeautifulSoup(whole.html({}), "html.parser")
    (link,) = page.select("#evidence-map a")
    assert page.find(id=str(link["href"])[1:]).get_text() == "B. On snow."


def test_drawings_keep_what_they_refer_to(page: BeautifulSoup) -> None:
    drawing = page.find(id="index").svg
    title, description = str(drawing["aria-labelledby"]).split()
    assert drawing.find(id=title).name == "title"
    assert drawing.find(id=description).name == "desc"
    tip = re.fullmatch(r"url\(#(.+)\)", str(drawing.path["marker-end"]))
    assert tip
    assert drawing.find(id=tip[1]).name == "marker"


def test_what_is_for_the_screen_is_left_out_and_what_is_closed_is_open(page: BeautifulSoup) -> None:
    assert not page.find_all(["form", "script", "nav"])[1:]  # the one is the contents
    for words in ("How this page was made", "for a script", "Menu", "#"):
        assert words not in page.body.get_text()
    assert all(details.has_attr("open") for details in page.find_all("details"))


def test_a_record_stands_in_full_in_the_list(page: BeautifulSoup) -> None:
    record = page.find(id="record-a-2001-x")
    assert not page.find_all("table")
    assert record.find(class_="book-claim").get_text() == "It rains < snows."
    assert " ".join(record.find(class_="facts").get_text().split()) == (
        "Kind of claim: Effect · Note: See how. · Not reported: setting · Record: a-2001-x"
    )


def test_a_style_sheet_is_loaded_once_from_the_site(page: BeautifulSoup, site: Path) -> None:
    sheets = [str(link["href"]) for link in page.find_all("link", rel="stylesheet")]
    assert sheets == [(site / "_static" / "base.css").as_uri()]


def test_a_missing_page_is_named(site: Path) -> None:
    (site / "book" / "evidence" / "map.html").unlink()
    with pytest.raises(NotBuiltError, match=r"map\.html"):
        read_chapters(site, site / "_toc.yml")


@pytest.mark.parametrize(
    ("browser", "says"),
    [
        pytest.param("/bin/sh", "make site", id="no site"),
        pytest.param("/no/browser", "/no/browser, and that is not a program", id="no browser"),
    ],
)
def test_what_keeps_it_from_printing_is_said(
    browser: str,
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("KB_BROWSER", browser)
    output = tmp_path / "book.pdf"
    assert main(["--site", str(tmp_path), "--output", str(output)]) == 1
    assert says in capsys.readouterr().err
    assert not output.exists()


def test_the_first_page_says_whose_publication_it_is_not(knowledge_base: KnowledgeBase) -> None:
    first = title_page(knowledge_base, "A book", "Nobody")
    assert "This is not a publication of the publisher of the review or of its choirs." in first


def test_one_page_is_a_document_of_its_own(site: Path) -> None:
    page = BeautifulSoup(one_page(site, read_page(site, "book/index")), "html.parser")
    assert page.select_one("main h1")
    assert page.title
    assert page.title.get_text() == "Home"
    assert page.find("meta", attrs={"name": "author"}) is None
