"""A small book over the made-up evidence, for tests that change something and build again.

It has all pages of the book. In most tests only a few keep their code; the others keep their place
and their title, so that links to them lead somewhere.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from knowledge_base.loading import load
from knowledge_base.pages.blueprint.component_sources import write_component_sources
from site_build import HTML, build, copy_project

KEPT = (
    "book/about/discrepancies",
    "book/about/references",
    "book/evidence/gaps",
    "book/evidence/outcomes",
    "book/evidence/records",
    "book/evidence/studies",
    "book/plan/providers",
)
"""The pages that keep their code."""

LINKED_TO = (
    "book/about/method",
    "book/about/references",
    "book/evidence/outcomes",
    "book/evidence/records",
    "book/evidence/report-and-sources",
    "book/evidence/studies",
)
"""The pages that keep their code in a book without a warning: they link only to one another."""

OF_PLACE = ("orphan: true", "nosearch: true")
"""What a page's head says of its place in the book, which it keeps."""

LINKING = "book/questions"
"""A page without code that links to a record."""

LINKED = "cobb-2018-confidence"
EXECUTED = re.compile(r"/(book/[\w/-]+)\.(?:md|ipynb): Executed notebook")
RUN_AGAIN = re.compile(r"(book/[\w/-]+): run again, and shows the same")
READ = re.compile(r"reading sources\.\.\. \[ *\d+%\] (book/[\w/-]+)")
COLOUR = re.compile(r"\x1b\[[\d;]*m")


@dataclass(frozen=True)
class Built:
    """What a build said and did."""

    status: int
    log: str

    @property
    def executed(self) -> set[str]:
        """The pages whose code was run for them to be read."""
        return set(EXECUTED.findall(self.log))

    @property
    def run_again(self) -> set[str]:
        """The pages whose code was run, and that were not read since they show the same."""
        return set(RUN_AGAIN.findall(self.log))

    @property
    def read(self) -> set[str]:
        """The pages that were read, with or without code."""
        return set(READ.findall(self.log))


@dataclass(frozen=True)
class Book:
    """A project folder with a small book, which tests change and build."""

    root: Path

    @property
    def site(self) -> Path:
        return self.root / HTML

    @property
    def evidence(self) -> Path:
        return self.root / "evidence"

    def build(self) -> Built:
        # Not -W: pages without their code lack places that others link to.
        done = build(self.root)
        return Built(done.returncode, COLOUR.sub("", done.stdout))

    def published(self) -> dict[str, bytes]:
        """Everything that is published, by path."""
        files = (file for file in sorted(self.site.rglob("*")) if file.is_file())
        return {file.relative_to(self.site).as_posix(): file.read_bytes() for file in files}

    def files(self) -> dict[str, bytes]:
        """What is published but what all pages share, by path."""
        return {path: data for path, data in self.published().items() if "_static/" not in path}

    def copy(self, target: Path) -> Book:
        """A copy of what the book is made from, in another folder, not built yet."""
        ignore = shutil.ignore_patterns("_build", "__pycache__")
        shutil.copytree(self.root, target, ignore=ignore)
        return Book(target)

    def where(self, text: str) -> set[str]:
        """The published files that hold a text."""
        return {path for path, data in self.files().items() if text.encode() in data}


def small_book(root: Path, evidence: Path, kept: Collection[str] | None = KEPT) -> Book:
    """Make a project folder at ``root`` with a small book over a copy of ``evidence``.

    The pages in ``kept`` keep their code: all, if it is None.
    """
    copy_project(root)
    shutil.rmtree(root / "evidence")
    shutil.copytree(evidence, root / "evidence", copy_function=shutil.copyfile)
    write_component_sources(root, load(root))
    _list_only_pages_that_are_there(root)
    for page in (root / "book").rglob("*.md"):
        name = page.relative_to(root).with_suffix("").as_posix()
        if kept is not None and name not in kept:
            text = page.read_text(encoding="utf-8")
            of_place = [line for line in OF_PLACE if f"\n{line}\n" in text]
            head = "\n".join(("---", *of_place, "---", "", "")) if of_place else ""
            title = next(x for x in text.split("\n") if x[:2] == "# ")
            link = f"\n\nSee {{record}}`{LINKED}`." if name == LINKING else ""
            page.write_text(f"{head}{title}{link}\n", encoding="utf-8")
    for notebook in (root / "book").rglob("*.ipynb"):
        notebook.with_suffix(".md").write_text("# A notebook\n", encoding="utf-8")
        notebook.unlink()
    return Book(root)


def _list_only_pages_that_are_there(root: Path) -> None:
    """Take the pages of other components out of the navigation; the book adds its own."""
    contents = root / "_toc.yml"
    lines = contents.read_text(encoding="utf-8").splitlines(keepends=True)
    page = re.compile(r"- file: (book/blueprint/\S+)")
    there = [
        line
        for line in lines
        if not (match := page.search(line)) or (root / f"{match[1]}.md").is_file()
    ]
    contents.write_text("".join(there), encoding="utf-8")
