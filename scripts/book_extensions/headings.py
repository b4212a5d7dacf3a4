"""Links of headings to themselves, beside each heading and so no part of its name."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from knowledge_base.markup.html import element
from knowledge_base.wording.sentences import wording

WORDING = wording("parts/frame")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_node(nodes.title, override=True, html=(_visit_title, _depart_title))
    app.connect("config-inited", without_permalinks)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


def without_permalinks(_app: Sphinx, config: Config) -> None:
    """Have Sphinx put no link of its own into headings and captions."""
    config.html_permalinks = False


def _is_linked(self: Any, title: nodes.title) -> bool:
    """Whether a heading has a link: not the page's own, which its address leads to."""
    section = title.parent
    return (
        isinstance(section, nodes.section)
        and isinstance(section.parent, nodes.section)
        and bool(section["ids"])
        and self.builder.current_docname != self.config.root_doc
    )


def _visit_title(self: Any, node: nodes.title) -> None:
    if _is_linked(self, node):
        self.body.append('<div class="kb-heading">')
    type(self).visit_title(self, node)


def _depart_title(self: Any, node: nodes.title) -> None:
    type(self).depart_title(self, node)
    if _is_linked(self, node):
        href = f"#{node.parent['ids'][0]}"
        name = WORDING.say("heading_link", heading=node.astext())
        link = element("a", {"class": "headerlink", "href": href, "aria-label": name}, "#")
        self.body.append(f"{link}</div>\n")
