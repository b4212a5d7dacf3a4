"""The whole book as PDF: complete, in order, with contents whose numbers are right."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import yaml

from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from printed_book import PDF
from printed_book.__main__ import main
from printed_book.chapters import read_page
from printed_book.document import one_page
from printed_book.printing import find_browser, print_page

PROJECT = Path(__file__).resolve().parents[2]
# One worker prints it, if nobody has, and reads it.
pytestmark = [pytest.mark.book, pytest.mark.browser, pytest.mark.xdist_group("printed book")]


@dataclass(frozen=True)
class Printed:
    """The printed book: as a file, and as the text of its pages."""

    pdf: pikepdf.Pdf
    texts: list[str]
    """As they read, without any white space: a line may break anywhere."""

    def text_of(self, number: int) -> str:
        return self.texts[number - 1]


def tight(text: str) -> str:
    return re.sub(r"\s+", "", text)


def aside(call: Callable[..., Any], *arguments: object) -> Any:
    """Call what starts a browser of its own in a thread of its own: Playwright allows one each."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(call, *arguments).result()


@pytest.fixture(scope="module")
def printed(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    file = built_site / PDF
    if not file.is_file():  # a site without: `make test` prints it beforehand
        file = tmp_path_factory.mktemp("printed") / "book.pdf"
        assert aside(main, ["--site", str(built_site), "--output", str(file)]) == 0
    data = file.read_bytes()
    pages = pypdfium2.PdfDocument(data)
    # The sign stands for a hyphen at the end of a line.
    texts = [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in pages]
    return Printed(pikepdf.open(BytesIO(data)), [tight(text) for text in texts])


def test_the_brief_alone_fills_two_sides_and_names_its_sources(built_site: Path) -> None:
    html = one_page(built_site.resolve(), read_page(built_site.resolve(), "book/brief"))
    pdf = aside(print_page, html, find_browser(os.environ.get("KB_BROWSER")))
    pages = list(pypdfium2.PdfDocument(pdf))
    text = tight("".join(page.get_textpage().get_text_range() for page in pages))
    assert len(pages) == 2
    assert {round(page.get_width() / 72 * 25.4) for page in pages} == {210}  # A4, in millimetres
    assert str(built_site.resolve()).encode() not in pdf
    assert "Sourcescited" in text
    assert "doi.org/10." in text
    assert pikepdf.open(BytesIO(pdf)).Root.MarkInfo.Marked


@dataclass(frozen=True)
class Line:
    """A line of the outline: a title, and the number of the page that it leads to."""

    title: str
    number: int
    below: tuple[Line, ...]


@pytest.fixture(scope="module")
def outline(printed: Printed) -> list[Line]:
    pages = {page.obj.objgen: number for number, page in enumerate(printed.pdf.pages, 1)}

    def lines(items: list[pikepdf.OutlineItem]) -> tuple[Line, ...]:
        return tuple(
            Line(item.title, pages[item.destination[0].objgen], lines(item.children))
            for item in items
        )

    with printed.pdf.open_outline() as found:
        return list(lines(found.root))


@pytest.fixture(scope="module")
def chapters(built_site: Path) -> list[tuple[str, str, str]]:
    """The part, the path and the heading of each chapter, by the table of contents."""
    contents = yaml.safe_load((PROJECT / "_toc.yml").read_text(encoding="utf-8"))
    places = [("", contents["root"])]
    places += [(p["caption"], c["file"]) for p in contents["parts"] for c in p["chapters"]]
    return [(part, path, heading(built_site / f"{path}.html")) for part, path in places]


def heading(file: Path) -> str:
    text = re.search(r"<h1>(.*?)</h1>", file.read_text(encoding="utf-8"), re.DOTALL)
    assert text
    return html.unescape(re.sub(r"<[^>]+>", "", text[1]))


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return load(PROJECT)


def numbers(printed: Printed) -> dict[str, int]:
    """The number of the page on which each place stands, by its name."""
    pages = {page.obj.objgen: number for number, page in enumerate(printed.pdf.pages, 1)}
    places = printed.pdf.Root.Dests.items()
    return {name.removeprefix("/"): pages[place[0].objgen] for name, place in places}


def links(printed: Printed) -> list[pikepdf.Dictionary]:
    return [
        note
        for page in printed.pdf.pages
        for note in page.obj.get("/Annots", [])
        if note.Subtype == "/Link"
    ]


def test_it_says_what_it_is_and_can_be_read_aloud(printed: Printed) -> None:
    root = printed.pdf.Root
    assert root.MarkInfo.Marked
    assert root.StructTreeRoot
    assert str(root.Lang) == "en-GB"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    config = yaml.safe_load((PROJECT / "_config.yml").read_text(encoding="utf-8"))
    assert str(printed.pdf.docinfo.Title) == config["title"]
    assert str(printed.pdf.docinfo.Author) == config["author"]


def test_every_chapter_is_there_in_order(
    printed: Printed, chapters: list[tuple[str, str, str]]
) -> None:
    found = numbers(printed)
    starts = [found[path.removeprefix("book/").replace("/", "-")] for _, path, _ in chapters]
    # Each begins a page of its own, under its heading.
    assert all(a < b for a, b in pairwise(starts))
    for (part, _, title), number in zip(chapters, starts, strict=True):
        assert tight(part + title) in printed.text_of(number)


def test_the_outline_has_the_parts_with_their_chapters(
    outline: list[Line], chapters: list[tuple[str, str, str]]
) -> None:
    wanted: dict[str, list[str]] = {}
    for part, _, title in chapters[1:]:
        wanted.setdefault(part, []).append(" ".join(title.split()))
    first, *parts = outline
    assert first.title == " ".join(chapters[0][2].split())
    assert {part.title: [line.title for line in part.below] for part in parts} == wanted


def test_the_numbers_in_the_contents_are_right(printed: Printed, outline: list[Line]) -> None:
    first, *parts = outline
    contents = "".join(printed.texts[1 : first.number - 1])
    place = 0
    for chapter in [first, *(chapter for part in parts for chapter in part.below)]:
        for line in (chapter, *chapter.below):
            entry = re.compile(rf"{re.escape(tight(line.title))}{line.number}")
            hit = entry.search(contents, place)
            assert hit, line
            place = hit.end()
            assert tight(line.title) in printed.text_of(line.number), line


def test_no_page_is_blank_and_each_has_its_head_and_number(
    printed: Printed, outline: list[Line]
) -> None:
    first, *parts = outline
    heads = {first.number: tight(first.title)}
    heads |= {line.number: tight(f"{p.title} · {line.title}") for p in parts for line in p.below}
    head = ""
    for number, text in list(enumerate(printed.texts, 1))[first.number - 1 :]:
        head = heads.get(number, head)
        assert head in text, number
        assert str(number) in text
        # More than its head and foot.
        assert len(text) > len(head) + len(tight(str(printed.pdf.docinfo.Title))) + 20, number


def test_links_lead_to_places_in_the_book_or_to_other_sites(printed: Printed) -> None:
    places = set(numbers(printed))
    inside, outside = set(), set()
    for link in links(printed):
        if "/Dest" in link:
            inside.add(str(link.Dest).removeprefix("/"))
        else:
            outside.add(str(link.A.URI))
    assert inside <= places
    assert len(inside) > 300
    assert {address.partition(":")[0] for address in outside} <= {"http", "https", "mailto"}


def test_every_record_is_there_in_full(printed: Printed, kb: KnowledgeBase) -> None:
    found = numbers(printed)
    text = plain("".join(printed.texts))
    assert len(kb.records) > 200
    for record in kb.records.values():
        start = text.index(plain(record.claim))
        assert f"Record:{record.id}" in text[start:], record.id
        # Links to the record lead to the page where its claim stands.
        assert plain(record.claim) in plain(printed.text_of(found[f"record-{record.id}"]))


def plain(text: str) -> str:
    """Text without white space, and without what typography makes of it."""
    for typographic, typed in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-")):
        text = text.replace(typographic, typed)
    return tight(text.replace("—", "-").replace("--", "-"))


def test_the_gap_map_is_there_whole(printed: Printed, kb: KnowledgeBase) -> None:
    found = numbers(printed)
    pages = range(found["evidence-map"], found["evidence-outcomes"])
    text = plain("".join(printed.text_of(number) for number in pages))
    for outcome in kb.outcomes.values():
        assert plain(outcome.label) in text
    for component in kb.components.values():
        assert plain(component.short) in text


def test_what_works_only_on_a_screen_is_left_out(printed: Printed) -> None:
    text = "".join(printed.texts)
    for words in ("How this page was made", "Skip to main content", "On this page"):
        assert tight(words) not in text


def test_pages_link_to_it_when_it_is_there_and_only_then(built_site: Path) -> None:
    page = (built_site / "book/about/data.html").read_text(encoding="utf-8")
    assert (f'{PDF}"' in page) == (built_site / PDF).is_file()


def test_it_is_light_enough_to_send(printed: Printed):
    # What a page draws with gradients comes out as a picture each time: ten times the size.
    pictures = [
        thing
        for thing in printed.pdf.objects
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
    ]
    assert len(pictures) < 100
