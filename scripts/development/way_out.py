"""Proves that the book doesn't depend on Jupyter Book 1, which is only kept in repair.

    python -m development.way_out

Writes the settings that Jupyter Book hands to Sphinx (`conf.py`), builds the book with
`sphinx-build` alone, and compares what a reader sees with `_build/html`. A scheduled workflow does
so with the newest Sphinx and MyST. To leave Jupyter Book for good: keep that `conf.py`, and call
`sphinx-build` in `book_build/building.py`.
"""

import os
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from bs4 import BeautifulSoup

from printed_book import PDF

ROOT = Path(__file__).resolve().parents[2]
NAMES_VERSIONS = "book/about/build.html"
"""The page that says which programs made the site: it differs as it should."""
SITE = ROOT / "_build" / "html"


def build_without_jupyter_book(root: Path, target: Path, *, with_pdf: bool) -> None:
    """Build the book at ``root`` with Sphinx alone, its pages linking to the printed book or not.

    Raises:
        subprocess.CalledProcessError: The settings can't be written, or Sphinx fails or warns.
    """
    jupyter_book = Path(sys.executable).with_name("jupyter-book")
    sphinx = [sys.executable, "-m", "sphinx", "-b", "html", "-n", "-W", "--keep-going", "-q"]
    environment = os.environ | {"KB_PDF": "1" if with_pdf else ""}
    settings: list[str | Path] = [jupyter_book, "config", "sphinx", root]
    try:
        subprocess.run(settings, check=True, cwd=root, env=environment, capture_output=True)
        subprocess.run([*sphinx, root, target], check=True, cwd=root, env=environment)
    finally:
        (root / "conf.py").unlink(missing_ok=True)


def visible_texts(site: Path) -> dict[str, str]:
    """Return what each page of a site says to its reader, by its path; white space is one blank."""
    return {
        file.relative_to(site).as_posix(): visible_text(file.read_text(encoding="utf-8"))
        for file in sorted(site.rglob("*.html"))
    }


def visible_text(page: str) -> str:
    """Return the text of a page's body; white space is one blank."""
    body = BeautifulSoup(page, "html.parser").body
    return " ".join(body.get_text(" ").split()) if body else ""


def differences(site: dict[str, str], other: dict[str, str]) -> list[str]:
    """Return the pages that only one of two sites has, and those that say something else."""
    return [
        page
        for page in sorted(site | other)
        if page != NAMES_VERSIONS and site.get(page) != other.get(page)
    ]


def main() -> int:
    """Build, compare, and say what differs; return how the program ends."""
    if not SITE.is_dir():
        print("There is nothing to compare with: build the book first, with make site.")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        build_without_jupyter_book(ROOT, Path(folder), with_pdf=(SITE / PDF).exists())
        before, after = visible_texts(SITE), visible_texts(Path(folder))
    differing = differences(before, after)
    versions = ", ".join(f"{name} {version(name)}" for name in ("sphinx", "myst-parser", "myst-nb"))
    print(f"{len(before)} pages compared, {len(differing)} differ, with {versions}")
    for page in differing:
        print(f"  {page}")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
