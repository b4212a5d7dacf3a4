"""A build keeps what each step took and why pages are read again, beside the site."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from book_extensions import steps

Build = Callable[..., dict[str, Any]]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Builds a book of one page with this extension, and returns what it wrote down."""
    source, output = tmp_path / "source", tmp_path / "output"
    source.mkdir()
    (source / "index.rst").write_text("Title\n=====\n")

    def run(**settings: Any) -> dict[str, Any]:
        settings = {"extensions": [steps.__name__]} | settings
        with docutils_namespace():
            Sphinx(
                source, None, output / "html", output / ".doctrees", "html", settings, status=None
            ).build()
        content: dict[str, Any] = json.loads((output / steps.REPORT).read_text())
        return content

    return run


def test_every_step_has_its_seconds_in_order(build: Build) -> None:
    assert list(build()["seconds"]) == [name for _, _, name in steps.ENDS]


def test_it_says_why_pages_are_read_again(build: Build, tmp_path: Path) -> None:
    assert build()["read_again"] == {}
    (tmp_path / "source" / "index.rst").write_text("Other\n=====\n")
    (tmp_path / "source" / "more.rst").write_text(":orphan:\n\nMore\n====\n")
    assert build()["read_again"] == {"index": "its file has changed", "more": "it is new"}
    again = build(language="de")["read_again"]
    assert again == dict.fromkeys(("index", "more"), "a setting has changed")


def test_it_lies_beside_the_site(build: Build, tmp_path: Path) -> None:
    build()
    assert not list((tmp_path / "output" / "html").rglob(steps.REPORT))
