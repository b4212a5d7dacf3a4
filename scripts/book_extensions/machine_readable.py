"""What pages say of themselves to machines: structured data, citation tags, other forms of them.

Structured data stands in a script element that no browser runs, for its type is not JavaScript's:
the site's policy for scripts does not concern it.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from book_extensions.events import on_page
from book_extensions.evidence import build_of
from knowledge_base.exports import linked_data
from knowledge_base.exports.api import path_of
from knowledge_base.exports.data_package import DESCRIPTION
from knowledge_base.markup import addresses
from knowledge_base.markup.html import as_json
from knowledge_base.pages.evidence.record import KIND


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    on_page(app, describe)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


def describe(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Give the template what it says to machines of a record's page, and of the page of data."""
    kb = build_of(app).kb
    record = kb.records.get(pagename.rpartition("/")[2])
    alternate = []
    if record and pagename == KIND.page(record.id):
        context["structured_data"] = as_json(linked_data.claim(kb, record))
        context["citation_tags"] = linked_data.citation_tags(kb.sources[record.source])
        alternate.append(("application/json", addresses.data(path_of("records", record.id))))
    elif pagename == linked_data.DATA_PAGE:
        context["structured_data"] = as_json(linked_data.dataset(kb))
        alternate.append(("application/json", addresses.data(DESCRIPTION)))
    context["alternate"] = [(kind, context["pathto"](path, 1)) for kind, path in alternate]
