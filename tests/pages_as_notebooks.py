"""Turns the book's pages that hold code into notebooks, so that nbmake can run them.

nbmake collects only .ipynb. Pages are read as the book's build reads them, by MyST-NB. Run by
`.ci/notebooks`; prints how many pages there are.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import nbformat
from myst_nb.core.read import is_myst_markdown_notebook, read_myst_markdown_notebook

from knowledge_base.loading import load
from knowledge_base.pages.blueprint.component_sources import write_component_sources

PROJECT = Path(__file__).resolve().parent.parent
BOOK = PROJECT / "book"


@cache
def executable_pages() -> list[Path]:
    """Return the pages that the book's build executes, once those it makes itself are made."""
    write_component_sources(PROJECT, load(PROJECT))
    return [
        file
        for file in sorted(BOOK.rglob("*.md"))
        if is_myst_markdown_notebook(file.read_text(encoding="utf-8"))
    ]


def write_notebook(page: Path, folder: Path) -> Path:
    """Write a page as a notebook to the same place below ``folder``."""
    notebook = read_myst_markdown_notebook(page.read_text(encoding="utf-8"), path=page)
    target = folder / page.relative_to(PROJECT).with_suffix(".ipynb")
    target.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, target)
    return target


def main(folder: Path) -> None:
    """Write all executable pages; print how many."""
    pages = executable_pages()
    for page in pages:
        write_notebook(page, folder)
    print(len(pages))


if __name__ == "__main__":
    main(PROJECT / sys.argv[1])
