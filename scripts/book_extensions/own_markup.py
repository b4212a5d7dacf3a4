"""What pages may be made of: HTML of our own, by its fingerprint; and nothing that fetches files.

Evidence reaches pages as escaped text (`knowledge_base.markup`). This is the second line: should
any of it ever be read as markup, it can't include files, run raw HTML, offer downloads, or show
pictures other than the book's own. Each such try is a warning, which fails the build.
"""

import re
from html import escape, unescape
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole

from knowledge_base.markup.addresses import seen_from
from knowledge_base.markup.html import ON_SITE, forget_stored, stored_html

logger = logging.getLogger(__name__)

PICTURES = "book/_static/"
"""The only folder that pages may show pictures from."""

REFUSED_DIRECTIVES = (
    "csv-table",
    "eval-rst",
    "image",
    "figure",
    "include",
    "literalinclude",
    "parsed-literal",
    "raw",
)
REFUSED_ROLES = ("download", "raw")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_directive("own-html", OwnHtmlBlock)
    app.add_role("own-html", OwnHtml())
    app.add_directive("details", Details)
    app.add_role("site", SiteLink())
    for name in REFUSED_DIRECTIVES:
        app.add_directive(name, RefusedDirective, override=True)
    for name in REFUSED_ROLES:
        app.add_role(name, RefusedRole(), override=True)
    app.add_transform(WholeAddresses)
    app.add_transform(RefusedPictures)
    app.connect("config-inited", without_raw_html)
    app.connect("builder-inited", without_insertion)
    app.connect("doctree-read", lambda *_: forget_stored())
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


def without_raw_html(_app: Sphinx, config: Config) -> None:
    """Have Markdown take HTML for text."""
    config.myst_disable_syntax = [*config.myst_disable_syntax, "html_block", "html_inline"]


def without_insertion(app: Sphinx) -> None:
    """Have docutils neither read other files into a page nor pass anything through raw."""
    app.env.settings.update(file_insertion_enabled=False, raw_enabled=False)


_ON_SITE = re.compile(rf'(?<= href="){ON_SITE}([^"]*)')


def _own(name: str, page: str) -> nodes.Node | None:
    """Return the HTML of this name, its addresses as they are seen from the page."""
    html = stored_html(name.strip())
    if html is None:
        return None
    html = _ON_SITE.sub(lambda match: escape(seen_from(page, unescape(match[1]))), html)
    return nodes.raw("", html, format="html")


class OwnHtmlBlock(SphinxDirective):
    """HTML that the code of the page has made, as a block."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"name": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Return the HTML, behind its label; warn if no code has made any of this name."""
        node = _own(self.arguments[0], self.env.docname)
        if node is None:
            logger.warning("there is no HTML of this name", location=self.get_location())
            return []
        if "name" not in self.options:
            return [node]
        label = nodes.inline()
        self.add_name(label)
        return [label, node]


class OwnHtml(SphinxRole):
    """HTML that the code of the page has made, inside a line."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the HTML; warn if no code has made any of this name."""
        node = _own(self.text, self.env.docname)
        if node is None:
            logger.warning("there is no HTML of this name", location=self.get_location())
        return ([node] if node else []), []


class Details(SphinxDirective):
    """What stands behind a line that opens it: there without scripts, found, and printed."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {"name": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Return the line and what it opens."""
        summary, _ = self.state.inline_text(self.arguments[0], self.lineno)
        name = f' id="{escape(self.options["name"])}"' if "name" in self.options else ""
        return [
            nodes.raw("", f'<details class="kb-more"{name}><summary>', format="html"),
            nodes.inline("", "", *summary, classes=["kb-more-name"]),
            nodes.raw("", "</summary>", format="html"),
            *self.parse_content_to_nodes(allow_section_headings=True),
            nodes.raw("", "</details>", format="html"),
        ]


class SiteLink(SphinxRole):
    """A link to a file beside the pages, or to a tool that is set already: `text <address>`.

    The address is seen from the root of the site, so that it is the same on every page.
    """

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link, seen from the page."""
        label, _, address = self.text.rpartition("<")
        target = seen_from(self.env.docname, address.removesuffix(">"))
        return [nodes.reference("", label.strip(), refuri=target, internal=True)], []


class RefusedDirective(SphinxDirective):
    """In the place of directives that read files or pass markup through."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Show nothing, and warn."""
        logger.warning("pages of this book don't use '%s'", self.name, location=self.get_location())
        return []


class RefusedRole(SphinxRole):
    """In the place of roles that offer files or pass markup through."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Show the text as it is, and warn."""
        logger.warning("pages of this book don't use '%s'", self.name, location=self.get_location())
        return [nodes.Text(self.text)], []


class WholeAddresses(SphinxTransform):
    """Takes back the escaped `&` of MyST-Parser 3 in addresses: the writer escapes it again."""

    default_priority = 10

    def apply(self, **_kwargs: Any) -> None:
        """Change the page's tree in place."""
        for reference in self.document.findall(nodes.reference):
            if "refuri" in reference:
                reference["refuri"] = reference["refuri"].replace("&amp;", "&")


class RefusedPictures(SphinxTransform):
    """Takes out pictures that aren't the book's own, before Sphinx would copy or fetch them."""

    default_priority = 10

    def apply(self, **_kwargs: Any) -> None:
        """Change the page's tree in place."""
        for image in list(self.document.findall(nodes.image)):
            if not image["uri"].lstrip("/").startswith(PICTURES):
                logger.warning(
                    "pages of this book show no picture from '%s'", image["uri"], location=image
                )
                image.replace_self(nodes.Text(image.get("alt", "")))
