"""A build keeps what each step took and why pages are read again, beside the site."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from book_extensions import steps


@pytest.fixture
def app(tmp_path: Path) -> Any:
    """What the extension uses of Sphinx."""
    handlers: list[tuple[int, str, Any]] = []
    (tmp_path / "html").mkdir()
    return SimpleNamespace(
        outdir=f"{tmp_path / 'html'}",
        env=SimpleNamespace(all_docs={"index": 1}),
        handlers=handlers,
        connect=lambda event, handle, priority: handlers.append((priority, event, handle)),
    )


def build(app: Any, *edited: str, error: Exception | None = None) -> dict[str, Any]:
    """Have the events of a build happen; return what it wrote down."""
    steps.setup(app)
    in_order = dict.fromkeys(event for event, _, _ in steps.ENDS)
    for event in ("env-get-outdated", *in_order):
        for _, _, handle in sorted(
            (h for h in app.handlers if h[1] == event), key=lambda handler: handler[0]
        ):
            if event == "env-get-outdated":
                handle(app, app.env, {"new"}, set(edited), set())
            else:
                handle(app, error)
    file = Path(app.outdir).parent / steps.REPORT
    return json.loads(file.read_text()) if file.exists() else {}


def test_every_step_has_its_seconds_in_order(app: Any) -> None:
    assert list(build(app)["seconds"]) == [name for _, _, name in steps.ENDS]


def test_it_says_why_a_page_is_read_again(app: Any) -> None:
    written = build(app, "edited")
    assert written["read_again"] == {"edited": "its file has changed", "new": "it is new"}


def test_nothing_is_written_of_a_build_that_failed(app: Any) -> None:
    assert build(app, error=ValueError()) == {}


def test_a_first_build_has_no_reasons(app: Any) -> None:
    app.env = SimpleNamespace(all_docs={})
    assert build(app)["read_again"] == {}
