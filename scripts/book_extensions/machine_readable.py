"""What pages say of themselves to machines: structured data, citation tags, other forms of them.

Structured data stands in a script element that no browser runs, for its type is not JavaScript's:
the site's policy for scripts does not concern it.
"""

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from book_extensions.events import on_page, on_site
from book_extensions.evidence import build_of
from book_extensions.frame import menu
from knowledge_base import book
from knowledge_base.exports import linked_data
from knowledge_base.exports.api import INDEX, path_of
from knowledge_base.exports.data_package import DESCRIPTION
from knowledge_base.exports.formats.records_text import RECORDS
from knowledge_base.exports.formats.whole import EVERYTHING
from knowledge_base.exports.notes import LICENCE
from knowledge_base.markup import addresses, markdown
from knowledge_base.markup.html import as_json
from knowledge_base.pages.evidence import record as record_page
from knowledge_base.pages.evidence import source
from knowledge_base.views.limits import limits_of
from knowledge_base.writing import write_file

LIST = "llms.txt"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("env-updated", to_write_again)
    on_page(app, describe)
    on_site(app, list_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


def twin(pagename: str) -> str:
    """Return where the text of a page is as Markdown: at its own address with an ending more."""
    return f"{addresses.page(pagename)}.md"


def to_write_again(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the page of data, if it describes another edition; any build writes the records'."""
    before = getattr(env, "edition_described", "")
    now = build_of(app).edition
    env.edition_described = now  # type: ignore[attr-defined]
    return [linked_data.DATA_PAGE] if now != before and linked_data.DATA_PAGE in env.titles else []


def list_pages(app: Sphinx, site: Path) -> None:
    """Write the list of all pages for language models (https://llmstxt.org)."""
    kb = build_of(app).kb
    facts = {
        "title": book.title(),
        "limits": limits_of(kb),
        "edition": build_of(app).edition,
        "licence": LICENCE["path"],
        "records": addresses.data(RECORDS),
        "references": twin(addresses.REFERENCES),
        "index": addresses.data(INDEX),
        "everything": addresses.data(EVERYTHING),
        "sections": [
            {
                "caption": caption,
                "pages": [{"title": title, "file": twin(page)} for page, title in pages],
            }
            for caption, pages in menu(app.env)
        ],
    }
    text = app.builder.templates.render(LIST, facts)
    write_file(site / LIST, f"{text.strip()}\n".encode())
    for file in site.rglob("*.html.md"):
        if not file.with_suffix("").is_file():
            file.unlink()


def describe(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Give the template what it says to machines of a record, of a source, and of the data."""
    kb = build_of(app).kb
    thing = pagename.rpartition("/")[2]
    record = kb.records.get(thing)
    is_of_source = thing in kb.documents and pagename == source.KIND.page(thing)
    alternate = []
    if record and pagename == record_page.KIND.page(record.id):
        context["structured_data"] = as_json(linked_data.claim(kb, record))
        context["citation_tags"] = linked_data.citation_tags(kb.sources[record.source])
        alternate.append(("application/json", addresses.data(path_of("records", record.id))))
    elif is_of_source:
        context["structured_data"] = as_json(linked_data.source(kb, thing))
        context["citation_tags"] = linked_data.citation_tags(kb.sources[thing])
        alternate.append(("application/json", addresses.data(path_of("sources", thing))))
    elif pagename == linked_data.DATA_PAGE:
        context["structured_data"] = as_json(linked_data.dataset(kb))
        alternate.append(("application/json", addresses.data(DESCRIPTION)))
    if pagename in app.env.found_docs or is_of_source:
        alternate.append(("text/markdown", twin(pagename)))
        body = markdown.of_html(context.get("body", ""))
        write_file(Path(app.outdir) / twin(pagename), body.encode())
    context["alternate"] = [(kind, context["pathto"](path, 1)) for kind, path in alternate]
