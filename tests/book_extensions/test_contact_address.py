"""A page offers e-mail only to an address; without one it says what to do instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

NO_ADDRESS = "This site gives no address for reports."


def foot(project: Path, **facts: str) -> str:
    """The foot of a page, with what is set in the book's settings."""
    environment = Environment(loader=FileSystemLoader(project / "book/_templates"), autoescape=True)
    return environment.get_template("foot.html").render(
        foot={"page": "book/index", "kind": "page", "edition": "One.", **facts},
        hasdoc=lambda _: False,
        pathto=str,
    )


def test_without_an_address_no_e_mail_is_offered(project: Path):
    html = foot(project)
    assert "mailto:" not in html
    assert "data-contact" not in html
    assert NO_ADDRESS in html
    assert "data-copy" in html


@pytest.mark.parametrize("report_at", ["", "https://code.example/us/issues/new"])
def test_with_an_address_the_e_mail_goes_there(project: Path, report_at: str):
    html = foot(project, contact="us+kb@example.org", report_at=report_at)
    assert 'href="mailto:us%2Bkb@example.org?subject=Mistake:%20book/index"' in html
    assert 'data-contact="us+kb@example.org"' in html
    assert NO_ADDRESS not in html


def test_an_issue_is_an_address_too(project: Path):
    html = foot(project, report_at="https://code.example/us/issues/new")
    assert "mailto:" not in html
    assert NO_ADDRESS not in html
