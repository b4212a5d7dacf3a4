"""Print the built book into one PDF. `make pdf` runs it."""

import argparse
import os
import sys
from pathlib import Path

import yaml

from knowledge_base.loading import EvidenceError, load
from knowledge_base.writing import write_file
from printed_book import BRIEF_PDF, PDF
from printed_book.chapters import NotBuiltError, read_chapters, read_page, read_records
from printed_book.document import Document, make_document, one_page
from printed_book.front import title_page
from printed_book.printing import BrowserError, find_browser, print_document, print_page

ROOT = Path(__file__).resolve().parents[2]


def main(argv: list[str] | None = None) -> int:
    """Print the book and the brief; return the exit status: 0 printed, 1 not."""
    parser = argparse.ArgumentParser(prog="python -m printed_book", description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "_build" / "html", help="built book")
    parser.add_argument("--output", type=Path, help=f"file to write (SITE/{PDF})")
    arguments = parser.parse_args(argv)
    site: Path = arguments.site.resolve()
    output: Path = arguments.output or site / PDF
    try:
        browser = find_browser(os.environ.get("KB_BROWSER"))
        document = book(site)
        pdf = print_document(document, browser)
        brief = print_page(one_page(site, read_page(site, "book/brief")), browser)
    except NotBuiltError as error:
        print(f"The book is not built ({error}). First: make site", file=sys.stderr)
        return 1
    except BrowserError as error:
        print(error, file=sys.stderr)
        return 1
    except EvidenceError:
        print("The evidence has errors. See them with: make check", file=sys.stderr)
        return 1
    write_file(output, pdf)
    write_file(output.with_name(Path(BRIEF_PDF).name), brief)
    print(f"    {output}: {len(pdf) / 1e6:.1f} MB")
    return 0


def book(site: Path) -> Document:
    """Return the whole book as one document."""
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    title, author = str(config["title"]), str(config["author"])
    kb = load(ROOT)
    chapters = read_chapters(site, ROOT / "_toc.yml", kb.components)
    front = title_page(kb, title, author)
    return make_document(site, title, author, front, chapters, read_records(site))


if __name__ == "__main__":
    sys.exit(main())
