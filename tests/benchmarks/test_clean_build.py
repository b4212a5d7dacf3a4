"""What a clean build of the book costs, against a plain Jupyter Book of as many pages.

The plain book holds what our pages show, baked in as Markdown, and has no code, no extension and
no setting of ours. It is made below `_build` and kept, so that later runs compare with it, until
the site has another number of pages.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from costs import cost
from results import Results

from site_build import JUPYTER_BOOK, PROJECT, copy_project

pytestmark = pytest.mark.benchmark

PLAIN = PROJECT / "_build" / "plain-book"
MARKS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "- "}
MOST = 0.8
"""What a clean build may take of the plain book's processor time."""


def test_a_clean_build_takes_less_than_a_plain_book(
    tmp_path: Path, built_site: Path, results: Results
) -> None:
    shutil.rmtree(PLAIN / "_build", ignore_errors=True)
    if len(list(PLAIN.rglob("*.md"))) != len(list((built_site / "book").rglob("*.html"))):
        shutil.rmtree(PLAIN, ignore_errors=True)
        make_plain_book(built_site, PLAIN)
    plain = cost([JUPYTER_BOOK, "build", PLAIN]).seconds
    root = copy_project(tmp_path / "project")
    environment = os.environ | {"PYTHONPATH": f"{root / 'scripts'}"}
    ours = cost([JUPYTER_BOOK, "build", ".", "-n", "-W"], cwd=root, env=environment).seconds
    results.compare("build", ours, plain)
    assert ours <= MOST * plain


def make_plain_book(site: Path, target: Path) -> None:
    """Write what the pages of a built site show as the sources of a plain Jupyter Book."""
    pages = {
        file.relative_to(site / "book").with_suffix(".md"): as_markdown(file)
        for file in sorted((site / "book").rglob("*.html"))
    }
    for path, text in pages.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    chapters = "\n".join(
        f"- file: {path.with_suffix('')}"
        for path in pages
        if "records" not in path.parts and path.stem != "index"
    )
    (target / "_toc.yml").write_text(f"format: jb-book\nroot: index\nchapters:\n{chapters}\n")
    (target / "_config.yml").write_text(
        "title: A plain book\nonly_build_toc_files: false\nexecute:\n  execute_notebooks: 'off'\n"
    )


def as_markdown(file: Path) -> str:
    """Return a page's headings, paragraphs, lists and tables as Markdown."""
    page = BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")
    main = page.find("main")
    assert isinstance(main, Tag)
    blocks = []
    for tag in main.find_all(["h1", "h2", "h3", "h4", "p", "li", "table"]):
        if tag.name == "table":
            rows = [
                [" ".join(cell.get_text(" ").split()) for cell in row.find_all(["th", "td"])]
                for row in tag.find_all("tr")
            ]
            head, *body = rows or [[""]]
            lines = [head, ["---"] * len(head), *body]
            blocks.append(
                "\n".join(f"| {' | '.join(c.replace('|', '/') for c in line)} |" for line in lines)
            )
        elif not tag.find_parent("table"):
            words = " ".join(tag.get_text(" ").split())
            mark = MARKS.get(tag.name, "")
            blocks.append(f"{mark}{words}")
    if not blocks or not blocks[0].startswith("# "):
        blocks.insert(0, f"# {file.stem}")
    return "\n\n".join(blocks) + "\n"
