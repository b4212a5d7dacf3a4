"""Every page with code is run by nbmake, which collects only notebooks."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from pages_as_notebooks import BOOK, executable_pages, write_notebook


def test_every_page_with_a_code_cell_is_executable() -> None:
    # Without `file_format: mystnb` at its top, a page would show its code and not run it.
    with_code = {
        page for page in BOOK.rglob("*.md") if "{code-cell}" in page.read_text(encoding="utf-8")
    }
    assert with_code
    assert with_code == set(executable_pages())


@pytest.mark.parametrize("page", executable_pages(), ids=lambda page: page.stem)
def test_a_page_as_a_notebook_has_all_its_code(page: Path, tmp_path: Path) -> None:
    notebook = nbformat.read(write_notebook(page, tmp_path), as_version=4)
    nbformat.validate(notebook)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    text = page.read_text(encoding="utf-8")
    assert len(code) == text.count("```{code-cell}")
    assert all(line in text for source in code for line in source.splitlines())
    assert notebook.metadata.kernelspec.name == "python3"
