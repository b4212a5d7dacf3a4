"""What no page loads isn't published."""

from __future__ import annotations

from pathlib import Path

import pytest

from book_extensions import unused_files
from book_extensions.unused_files import STATIC, in_use


def test_in_use_is_what_pages_load_and_what_their_styles_load_in_turn(tmp_path: Path) -> None:
    files = {
        "book/index.html": '<link href="../_static/site.css"><script src="../_static/a%20b.js?1">',
        "_static/site.css": "b { background: url(pictures/one.svg) } @import url('other.css')",
        "_static/other.css": 'i { background: url("two.png") }',
        "_static/macros.html": '<script src="unused.js">',
        "_static/a b.js": "",
        "_static/pictures/one.svg": "",
        "_static/two.png": "",
        "_static/unused.js": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    unused = {"book/index.html", "_static/macros.html", "_static/unused.js"}
    assert in_use(tmp_path) == {tmp_path / name for name in files.keys() - unused}


def test_what_many_pages_name_is_looked_up_once_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        (tmp_path / f"{number}.html").write_text(
            '<link href="_static/a.css"><a href="0.html#part">'
        )
    looked_up: list[str] = []
    monkeypatch.setattr(unused_files, "_path", lambda address: looked_up.append(address) or address)
    in_use(tmp_path)
    assert sorted(looked_up) == ["_static/a.css"]


@pytest.mark.book
def test_all_that_the_site_publishes_for_its_frame_is_in_use(built_site: Path) -> None:
    published = {file for file in (built_site / STATIC).rglob("*") if file.is_file()}
    assert published
    assert published <= in_use(built_site)
