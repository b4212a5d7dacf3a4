"""Whatever is changed, building on gives what a build from nothing gives.

One value after the other is changed, in a file of each kind that a book is made from: a book with
all its pages, over the made-up evidence. Kept for the night: it takes some minutes. What holds in
daily work, and which pages a change has read again, is in test_staleness.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from small_book import Book, small_book

from knowledge_base.reading.file_kinds import FILE_KINDS
from site_build import JUPYTER_BOOK, run, start

pytestmark = pytest.mark.nightly

NEW = ""
"""What a file holds that is not there yet."""

CONTEXT = """\
festival-moved:
  date: 2024-03-01
  kind: festival
  title: The festival moves to the harbour
  what: The festival is held in the harbour from now on.
  source: heron2022
  how_read: opening
  support: The festival moves to the harbour
  reading:
    address: https://heron.example.org/moves
    on: 2024-06-01
    kind: undated-copy
    page_date: 2024-03-01
  touches:
    - statement: The review speaks of a festival on the west coast.
      location: Section 4
"""

CHANGES = {
    "evidence/vocabularies/outcome.yml": ("label: Calm on stage", "label: Calm in the wings"),
    "evidence/vocabularies/setting.yml": ("Choirs of a village", "Choirs of a hamlet"),
    "evidence/vocabularies/status.yml": ("label: ", "label: Now "),
    "evidence/records/sight-singing/cobb-2018-confidence.yml": ("14 singers", "41 singers"),
    "evidence/studies/heron-comparison.yml": ("name: The", "name: The great"),
    "evidence/blueprint/sight-singing.yml": ("take a course", "go to a course"),
    "evidence/providers/willowbank-school.yml": ("once a month", "twice a month"),
    "evidence/instruments/brook-listening-list.yml": ("items: 12", "items: 13"),
    "evidence/clinician-posts.yml": ("42500.50", "43100"),
    "evidence/logic-model.yml": ("label: Money", "label: Funds"),
    "evidence/pilot-defaults.yml": ("value: 40", "value: 50"),
    "evidence/gaps.yml": ("How do the parts", "How well do the parts"),
    "evidence/discrepancies.yml": ("bearing: planning", "bearing: tracing"),
    "evidence/report.yml": ("An invented review", "A made-up review"),
    "evidence/examples.yml": ("[20, 80, 160]", "[20, 80, 120]"),
    "evidence/source-notes.yml": ("two columns", "three columns"),
    "evidence/inclusion.yml": ("It is about birds.", "It is about storks."),
    "evidence/context.yml": (NEW, CONTEXT),
    "evidence/searches.yml": ("listening sheets hall safety", "hall safety"),
    "evidence/people.yml": ("Wren Aldous", "Wren Oldacre"),
    "evidence/aliases.yml": ("cobb-2018-sureness", "cobb-2018-certainty"),
    "evidence/sources/brindle2015.bib": ("A trial of part", "Trying out part"),
    "book/about/accessibility.md": ("# ", "# Numbats: "),
    "book/about/method.jinja": ("## What the report", "## All that the report"),
    "book/parts/answers.jinja": ("The model has", "This model has"),
    "book/evidence/record.html": ("<h1", '<h1 class="numbat"'),
    "book/evidence/map.wording.yml": ("no study", "not one study"),
    "book/search.yml": ("[cost, price", "[cost, numbat, price"),
    "book/about/style.yml": ("elsewhere or untold", "in another place or untold"),
    "book/genograms/invented-family.yml": ("The Marlowe family", "The Numbat family"),
    "book/_static/base.css": ("body {", "body { --numbat: 1;"),
    "book/_static/favicon.svg": ("<svg ", "<svg data-numbat='1' "),
    "book/_templates/foot.html": ("<dt>Made by", "<dt>Brought to you by"),
    "book/_templates/llms.txt": ("## Evidence", "## All evidence"),
    "scripts/book_extensions/browser/theme.js": ("", "globalThis.numbat = 1;\n"),
    "scripts/browser_code/shared/numbers.js": ("", "globalThis.numbat = 1;\n"),
    "scripts/genogram/browser/drawing.css": ("", ".numbat { color: inherit; }\n"),
    "scripts/knowledge_base/search/browser/search.css": ("", ".numbat { color: inherit; }\n"),
    "scripts/knowledge_base/wording/numbers.py": ('f"£{', 'f"£ {'),
    "scripts/book_extensions/foot.py": ('"record"', '"claim"'),
    "_config.yml": ("title: ", "title: Numbats, "),
    "_toc.yml": ("title: Five questions", "title: Numbats in five questions"),
    "CITATION.cff": ('title: "', 'title: "Numbats. '),
}
"""In each file, a text and what takes its place, once. Without a text: what comes first."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, clean_corpus: Path) -> Book:
    made = small_book(
        tmp_path_factory.mktemp("never stale") / "project", clean_corpus / "evidence", kept=None
    )
    built = made.build()
    assert built.status == 0, built.log[-3000:]
    return made


def test_every_kind_of_evidence_is_changed() -> None:
    evidence = [path.removeprefix("evidence/") for path in CHANGES]
    assert [k.name for k in FILE_KINDS if not any(k.holds(path) for path in evidence)] == []


@pytest.mark.parametrize("path", CHANGES)
def test_building_on_gives_what_a_build_from_nothing_gives(
    book: Book, path: str, tmp_path: Path
) -> None:
    """The file is put back afterwards, so the next build sees two changes."""
    file, (old, new) = book.root / path, CHANGES[path]
    before = file.read_text(encoding="utf-8") if file.exists() else NEW
    assert old in before
    published = book.published()
    file.write_text(before.replace(old, new, 1), encoding="utf-8")
    other = book.copy(tmp_path / "from nothing")
    try:
        both = [start(one.root, [str(JUPYTER_BOOK), "build", "."]) for one in (book, other)]
        for built in map(run, both):
            assert built.returncode == 0, built.stdout[-3000:]
    finally:
        if before == NEW:
            file.unlink()
        else:
            file.write_text(before, encoding="utf-8")
    built_on, from_nothing = book.published(), other.published()
    assert built_on != published, "the change is to be seen somewhere"
    assert built_on.keys() == from_nothing.keys()
    assert [name for name, data in built_on.items() if data != from_nothing[name]] == []
