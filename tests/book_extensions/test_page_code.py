"""Pages run in the build's own process show what they would show in a Jupyter kernel."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from myst_nb.core.config import NbParserConfig
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from book_extensions.page_code import InProcessClient

CELLS = {
    "prints": "print('one')\nprint('two')",
    "the last value": "value = [1, 2]\nvalue",
    "a value that a semicolon hides": "value;",
    "a value seen again": "_ + [3]",
    "a display between prints": (
        "from IPython.display import display, HTML, Markdown\n"
        "print('before')\ndisplay(Markdown('*shown*'))\nprint('after')"
    ),
    "rich values": "HTML('<b>bold</b>')",
    "raw MIME data with metadata": (
        "display({'text/markdown': 'text'}, raw=True, metadata={'mine': {'used': ['records']}})"
    ),
    "standard error": "import sys\nprint('err', file=sys.stderr)",
    "nothing": "pass",
    "a class of the page": "class Here: pass\nHere.__module__",
    "awaiting": "import asyncio\nawait asyncio.sleep(0, 'slept')",
    "the folder": "from pathlib import Path\nPath.cwd().name",
    "IPython itself": "get_ipython() is not None",
}


def notebook(*sources: str) -> NotebookNode:
    cells = [new_markdown_cell("# A page"), *(new_code_cell(source) for source in sources)]
    return new_notebook(cells=cells)


def run(page: NotebookNode, folder: Path, **settings: object) -> NotebookNode:
    file = folder / "page.md"
    file.touch()
    config = NbParserConfig(**settings)
    with InProcessClient(page, file, config, logging.getLogger("test")) as client:
        return client.notebook


def outputs(page: NotebookNode) -> list[list[dict]]:
    return [
        [
            {key: value for key, value in output.items() if key != "execution_count"}
            for output in cell.outputs
        ]
        for cell in page.cells
        if cell.cell_type == "code"
    ]


@pytest.fixture(scope="module")
def by_kernel(tmp_path_factory: pytest.TempPathFactory) -> list[list[dict]]:
    page = notebook(*CELLS.values())
    folder = tmp_path_factory.mktemp("kernel") / "book"
    folder.mkdir()
    NotebookClient(page, resources={"metadata": {"path": str(folder)}}).execute()
    return outputs(page)


@pytest.fixture(scope="module")
def in_process(tmp_path_factory: pytest.TempPathFactory) -> list[list[dict]]:
    folder = tmp_path_factory.mktemp("process") / "book"
    folder.mkdir()
    return outputs(run(notebook(*CELLS.values()), folder))


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_shows_what_it_shows_in_a_kernel(
    by_kernel: list[list[dict]], in_process: list[list[dict]], name: str
) -> None:
    position = list(CELLS).index(name)
    assert in_process[position] == by_kernel[position]


def test_no_page_sees_the_names_of_another(tmp_path: Path) -> None:
    run(notebook("secret = 1"), tmp_path)
    (shown,) = outputs(run(notebook("'secret' in globals()"), tmp_path))
    assert shown[0]["data"]["text/plain"] == "False"


def test_a_page_leaves_the_process_as_it_was(tmp_path: Path) -> None:
    before = Path.cwd(), list(sys.path), sys.displayhook, sys.modules["__main__"], sys.stdout
    run(notebook("import sys; sys.path.append('elsewhere')"), tmp_path)
    after = Path.cwd(), list(sys.path), sys.displayhook, sys.modules["__main__"], sys.stdout
    assert after == before


def test_code_that_does_not_end_ends_the_build(tmp_path: Path) -> None:
    page = notebook("while True: pass")
    with pytest.raises(SystemExit, match="the cell ran for more than 1 seconds"):
        run(page, tmp_path, execution_timeout=1)


@pytest.mark.parametrize(
    ("source", "message"),
    [("1 / 0", "ZeroDivisionError('division by zero')"), ("1 +", "SyntaxError('invalid syntax'")],
)
def test_code_that_fails_ends_the_build_and_says_where(
    tmp_path: Path, source: str, message: str
) -> None:
    page = notebook("fine = True", source)
    page.metadata["source_map"] = [0, 2, 6]
    with pytest.raises(SystemExit) as ended:
        run(page, tmp_path)
    said = str(ended.value)
    assert said.startswith("\nThe code of a page failed, so the book is not built.\n")
    assert f"page.md:7: {message}" in said
