"""Every page of the site carries the policy for browsers, and the files for hosts say the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from html_pages import Page

from book_extensions.policy import OF_PAGES, headers, policy_text

pytestmark = pytest.mark.book

ACTS = {"script", "style", "link", "base", "img"}
"""Elements that load something, or act, as soon as they are read."""


def test_every_page_says_the_policy_before_anything_else_can_act(pages: dict[str, Page]) -> None:
    assert pages
    for path, page in pages.items():
        head = page.root.all("head")[0]
        policies = [
            meta
            for meta in head.all("meta")
            if meta.attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        assert [meta.attributes["content"] for meta in policies] == [policy_text(OF_PAGES)], path
        in_order = head.all()
        before = in_order[: in_order.index(policies[0])]
        assert not {element.tag for element in before} & (ACTS - {"base"}), path


def test_the_files_for_hosts_send_the_policy(built_site: Path) -> None:
    for name, form in {"_headers": "  {}: {}", ".htaccess": '  Header always set {} "{}"'}.items():
        lines = (built_site / name).read_text(encoding="utf-8").splitlines()
        assert {form.format(*header) for header in headers().items()} <= set(lines)


def test_the_policy_lets_nothing_in_that_no_page_needs() -> None:
    assert policy_text(OF_PAGES) == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'self'"
    )
