"""Nothing that a stranger contributes can act: whatever passes the check stands there literally."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from hostile_evidence import (
    HOST,
    IN_A_LINE,
    IN_BIBTEX,
    IN_BRIEF,
    MARK,
    SECRETS,
    Filling,
    fill_evidence,
)
from playwright.sync_api import Browser, Request

from knowledge_base.reading.file_kinds import FILE_KINDS
from site_build import HTML, build, copy_project

pytestmark = [pytest.mark.book, pytest.mark.xdist_group("hostile")]


@dataclass(frozen=True)
class HostileSite:
    """A book built from evidence that tries to act."""

    site: Path
    fillings: list[Filling]
    pages: dict[str, BeautifulSoup]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> HostileSite:
    """The whole book, built without a warning from evidence filled with hostile text."""
    root = copy_project(tmp_path_factory.mktemp("hostile") / "project")
    fillings = fill_evidence(root, date.max)
    built = build(root, "-n", "-W", "--keep-going")
    warnings = [line[:400] for line in built.stdout.split("\n") if "WARNING" in line]
    assert built.returncode == 0, "\n".join(warnings[:20]) or built.stdout[-3000:]
    site = root / HTML
    pages = {
        file.relative_to(site).as_posix(): BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")
        for file in sorted(site.rglob("*.html"))
    }
    return HostileSite(site, fillings, pages)


BEGINNING = 20
"""Signs of a hostile name that a drawing shows at the least."""


LINKED_DATA = "application/ld+json"


def test_every_kind_of_file_was_filled(hostile: HostileSite) -> None:
    filled = {filling.path.removeprefix("evidence/") for filling in hostile.fillings}
    kinds = {kind.name for kind in FILE_KINDS if any(kind.holds(path) for path in filled)}
    # Nobody has been named as a reader yet, and no record has another id than it had.
    assert kinds == {kind.name for kind in FILE_KINDS} - {"people", "aliases"}
    assert len(hostile.fillings) > 3_000


def test_no_page_has_an_inline_script_style_or_handler(hostile: HostileSite) -> None:
    wrong = [
        f"{path}: {str(tag)[:150]}"
        for path, page in hostile.pages.items()
        for tag in page.find_all(True)
        if _acts(tag)
    ]
    assert wrong == []


def _acts(tag: Tag) -> bool:
    if tag.name == "script":
        # Data in a script is data to a browser: it runs JavaScript's types alone.
        return not (tag.get("src") or tag.get("type") in ("application/json", LINKED_DATA))
    if tag.name in ("style", "iframe", "object", "embed", "base"):
        return True
    return any(name.startswith("on") or name == "style" for name in tag.attrs)


def test_no_page_leads_to_or_loads_what_the_evidence_named(hostile: HostileSite) -> None:
    wrong = [
        f"{path}: {value[:150]}"
        for path, page in hostile.pages.items()
        for tag in page.find_all(True)
        for name, value in tag.attrs.items()
        if name in ("src", "href", "srcset", "poster", "data", "action", "formaction")
        if isinstance(value, str)
        if re.match(rf"\s*(javascript:|data:text|//|https?://{HOST})", value)
    ]
    assert wrong == []
    assert not (hostile.site / "_downloads").exists()
    assert not (hostile.site / "_images").exists()


def test_no_file_of_the_machine_was_included(hostile: HostileSite) -> None:
    wrong = [
        file.relative_to(hostile.site).as_posix()
        for file in sorted(hostile.site.rglob("*"))
        if file.is_file() and file.suffix in (".html", ".js", ".csv", ".json", ".svg")
        if any(secret.encode() in file.read_bytes() for secret in SECRETS)
    ]
    assert wrong == []


def test_the_text_stands_there_literally(hostile: HostileSite) -> None:
    shown = 0
    wrong = []
    literal = (_plain(IN_A_LINE), _plain(IN_BIBTEX), _plain(IN_BRIEF))
    for path, page in hostile.pages.items():
        # The address of the whole site only leads on to the first page: it has no text.
        page = copy(page)
        # A drawing has room for the beginning of a name only.
        drawn = [_plain(drawing.extract().get_text()) for drawing in page.find_all("svg")]
        for match in re.finditer(rf"{MARK}\d+z", " ".join(drawn)):
            if not " ".join(drawn).startswith(
                tuple(one[:BEGINNING] for one in literal), match.end()
            ):
                wrong.append(f"{path}: {' '.join(drawn)[match.start() :][:160]}")
        text = _plain(page.get_text())
        for match in re.finditer(rf"{MARK}\d+z", text):
            shown += 1
            if not text.startswith(literal, match.end()):
                wrong.append(f"{path}: {text[match.start() :][:160]}")
    assert wrong == []
    assert shown > 3_000


def _plain(text: str) -> str:
    """Return text as it is before quotes and dashes are set and lines broken, as drawings do."""
    for typed, set_ in (('"', "“”"), ("'", "‘’"), ("--", "–"), ("...", "…")):
        for sign in set_:
            text = text.replace(sign, typed)
    return re.sub(r"\s+", "", text.replace("---", "--").replace("—", "--"))


@pytest.fixture(scope="module")
def requests_and_faults(hostile: HostileSite, browser: Browser) -> tuple[list[str], list[str]]:
    """What the pages asked other hosts for, and on which pages something of the evidence ran."""
    asked: list[str] = []
    acted: list[str] = []
    page = browser.new_page()

    def note(request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            asked.append(request.url)

    page.on("request", note)
    # An old address only leads on.
    staying = [
        path
        for path, read in hostile.pages.items()
        if not read.find("meta", attrs={"http-equiv": "refresh"})
    ]
    for path in _one_record_in_twelve(sorted(staying)):
        page.goto((hostile.site / path).as_uri())
        if page.evaluate("typeof acted !== 'undefined'"):
            acted.append(path)
    page.close()
    return asked, acted


def _one_record_in_twelve(paths: list[str]) -> list[str]:
    records = [path for path in paths if "/records/" in path]
    return [path for path in paths if "/records/" not in path] + records[::12]


@pytest.mark.browser
def test_in_a_browser_nothing_runs_and_no_other_host_is_asked(
    requests_and_faults: tuple[list[str], list[str]],
) -> None:
    assert requests_and_faults == ([], [])
