"""The frame around every page of the site: what it sends, how it is labelled, where it leads.

The templates in `book/_templates` draw the frame, the files in `book/_static` its look, and the
scripts in `browser/` what moves in it. This extension gives the templates what they need
(navigation, breadcrumbs, contents, description), leaves out the theme's scripts and styles that
the frame does without, gathers the code behind a page in one place at its end, and labels tables
so that they read well on a phone.
"""

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from browser_code import bundle, stylesheet
from knowledge_base.exports.formats.changes import FEED
from knowledge_base.markup import addresses
from knowledge_base.markup.html import element
from knowledge_base.markup.tables import on_one_line
from knowledge_base.wording.sentences import wording
from knowledge_base.writing import write_file
from printed_book import PDF

WORDING = wording("parts/frame")

BROWSER = Path(__file__).parent / "browser"
SCRIPTS = ("theme.js", "site.js")
"""The frame's scripts, each joined from the module of that name in `browser/`."""

STYLES = ("tokens.css", "base.css", "frame.css", "parts.css", "print.css")
"""The style sheets of `book/_static`, in the order in which one file holds them for all pages."""

LOCAL = ("site.css", *SCRIPTS)
"""The site's own files, in the order in which they are loaded."""

REPLACED = {
    # The theme's look and behaviour: the frame has its own.
    "styles/theme.css",
    "styles/pydata-sphinx-theme.css",
    "styles/sphinx-book-theme.css",
    "scripts/sphinx-book-theme.js",
    # Sphinx's helpers, which its own search would need.
    "documentation_options.js",
    "doctools.js",
    "sphinx_highlight.js",
    # Extensions whose part the site's own files play.
    "basic.css",
    "togglebutton.css",
    "togglebutton.js",
    "copybutton.css",
    "copybutton.js",
    "clipboard.min.js",
    # Live code, which this book doesn't offer.
    "sphinx-thebe.css",
    "sphinx-thebe.js",
}
"""Files from the theme and from extensions that no page loads."""

WHERE_USED = {
    "pygments.css": 'class="highlight"',
    "sphinx-design.min.css": "sd-",
    "design-tabs.js": "sd-tab-",
}
"""Files that are loaded only by pages whose text holds this."""

PARTS = (
    "article_header_start",
    "article_header_end",
    "article_footer_items",
    "content_footer_items",
    "footer_center",
    "primary_sidebar_end",
)
"""What the theme would draw on a page beside its text."""

SCROLLS = {"gap-map", "scrolls"}
"""Classes of tables that keep their columns on a phone, and scroll sideways instead."""

DESCRIPTION_LENGTH = 160
WITH_PDF = "with_pdf"
"""The tag of a build whose pages link to the printed book."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_node(CodeOfPage, html=(_visit_code_of_page, _depart_code_of_page))
    app.add_node(nodes.table, override=True, html=(_visit_table, None))
    app.add_node(nodes.entry, override=True, html=(_visit_entry, None))
    for name in SCRIPTS:
        app.add_js_file(name)
    app.connect("config-inited", promise_pdf)
    app.connect("config-inited", without_parts_of_the_theme)
    app.connect("builder-inited", write_files)
    app.connect("doctree-resolved", gather_code)
    app.connect("doctree-resolved", mark_tables)
    # After the theme and all extensions have had their say.
    app.connect("html-page-context", frame, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


def write_files(app: Sphinx) -> None:
    """Join the frame's scripts and styles, where Sphinx looks for the files of `book/_static`."""
    folder, sources = Path(app.outdir) / "_static", Path(app.srcdir, "book", "_static")
    write_file(folder / "site.css", stylesheet(sources / name for name in STYLES).encode())
    for name in SCRIPTS:
        write_file(folder / name, bundle(BROWSER / name).encode())


def without_parts_of_the_theme(_app: Sphinx, config: Config) -> None:
    """Have the theme not draw, for every page, what the frame does without."""
    config.html_theme_options |= {part: [] for part in PARTS}


def promise_pdf(app: Sphinx, _config: Config) -> None:
    """Have pages link to the printed book if it is going to be made (`make pdf` says so)."""
    if os.environ.get("KB_PDF"):
        app.tags.add(WITH_PDF)


# The code behind a page.


class CodeOfPage(nodes.General, nodes.Element):
    """All code of a page whose cells hide theirs, behind one disclosure."""


def gather_code(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Move the hidden code of all cells to the end of the page, behind one disclosure."""
    if app.builder.format != "html":
        return
    gathered = CodeOfPage()
    for hidden in list(doctree.findall(HideCodeCellNode)):
        if "above-input" not in hidden["classes"]:
            continue
        cell = hidden.parent
        gathered.extend(hidden.children)
        cell.remove(hidden)
        if not any(isinstance(part, nodes.Element) and part.children for part in cell.children):
            cell.parent.remove(cell)
    if gathered.children:
        page = next((part for part in doctree.children if isinstance(part, nodes.section)), doctree)
        page.append(gathered)


def _visit_code_of_page(self: Any, _node: CodeOfPage) -> None:
    title = element("summary", {}, WORDING.say("code.title"))
    note = element("p", {}, WORDING.say("code.note"))
    self.body.append(f'<details class="kb-made">{title}\n{note}\n')


def _depart_code_of_page(self: Any, _node: CodeOfPage) -> None:
    self.body.append("</details>\n")


# Tables.


def mark_tables(_app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Mark the tables whose rows become cards on a phone, and in them the cells of one line."""
    for table in doctree.findall(nodes.table):
        group = next(iter(table.findall(nodes.tgroup)), None)
        if group is None or SCROLLS & set(table["classes"]):
            continue
        columns = [part for part in group.children if isinstance(part, nodes.colspec)]
        names_rows = bool(columns) and bool(columns[0].get("stub"))
        has_head = any(isinstance(part, nodes.thead) for part in group.children)
        if names_rows and has_head and len(columns) > 1:
            table["classes"].append("stacks")
            for entry in table.findall(nodes.entry):
                head = _heads(entry).get(entry.parent.index(entry), "")
                if on_one_line(entry.astext(), head):
                    entry["classes"].append("one-line")


def _visit_table(self: Any, node: nodes.table) -> None:
    type(self).visit_table(self, node)
    # The theme's frame around the table has a name of the theme's.
    for position in (-1, -2):
        self.body[position] = self.body[position].replace(
            "pst-scrollable-table-container", "table-frame"
        )


def _visit_entry(self: Any, node: nodes.entry) -> None:
    row: Any = node.parent
    column: int = row.column
    type(self).visit_entry(self, node)
    in_head = isinstance(node.parent.parent, nodes.thead)
    tag: str = self.body[-1]
    if tag.startswith("<th"):
        scope = "col" if in_head else "row"
        self.body[-1] = tag.replace("<th", f'<th scope="{scope}"', 1)
    else:
        label = self.attval(_heads(node).get(column, ""))
        self.body[-1] = tag.replace("<td", f'<td data-label="{label}"', 1)


def _heads(entry: nodes.entry) -> dict[int, str]:
    """Return the column heads of the entry's table by column."""
    group: Any = entry.parent.parent.parent
    heads: dict[int, str] | None = group.get("heads")
    if heads is None:
        heads = {}
        column = 0
        for row in next(iter(group.findall(nodes.thead)), nodes.thead()).children[-1:]:
            head: Any
            for head in row.children:
                heads[column] = head.astext()
                column += 1 + head.get("morecols", 0)
        group["heads"] = heads
    return heads


# The frame.


def frame(
    app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Give the templates what they place around the page, and leave out what it doesn't use."""
    body = context.get("body", "")
    if "text/x-thebe-config" in body:
        # Settings of live code stand at the end of the page's text.
        context["body"] = body = body[: body.rindex('<script type="text/x-thebe-config">')]
    context["css_files"] = _styles(context["css_files"], body)
    scripts = [file for file in context["script_files"] if _is_wanted(file, body)]
    context["script_files"] = [file for file in scripts if _name(file) not in LOCAL]
    context["frame_scripts"] = {_name(file): file for file in scripts if _name(file) in LOCAL}

    metadata = app.env.metadata.get(pagename, {})
    assets = [context["pathto"](f"book/{name}", 1) for name in metadata.get("assets", "").split()]
    context["page_styles"] = [file for file in assets if file.endswith(".css")]
    context["page_scripts"] = [file for file in assets if file.endswith(".js")]

    sections = menu(app.env)
    # A page outside the navigation says which page lists it.
    context.setdefault("listed_in", metadata.get("listed_in"))
    # The page itself, or the list that it belongs to.
    current = {context.get("listed_in"): "true", pagename: "page"}
    context["navigation"] = [
        {
            "caption": caption,
            "is_current": any(page in current for page, _ in pages),
            "pages": [
                {
                    "title": title,
                    "link": context["pathto"](page),
                    "current": current.get(page),
                }
                for page, title in pages
            ],
        }
        for caption, pages in sections
    ]
    context["breadcrumbs"] = _breadcrumbs(
        pagename, context.get("listed_in"), sections, context["pathto"]
    )
    context["contents"] = contents(app.env, pagename)
    context["script_labels"] = WORDING.at("labels")
    context["feed"] = context["pathto"](addresses.data(FEED), 1)
    context["printed_book"] = PDF if app.tags.has(WITH_PDF) else None
    first = context["first_paragraph"] if "first_paragraph" in context else _first(doctree)
    context["description"] = _description(first)
    context["plain_title"] = (
        app.env.titles[pagename].astext() if pagename in app.env.titles else context.get("title")
    )


def _name(file: Any) -> str:
    return str(getattr(file, "filename", file) or "").removeprefix("_static/")


def _is_wanted(file: Any, body: str) -> bool:
    name = PurePosixPath(_name(file))
    path = str(name)
    if not name.name:  # an inline script: the site's policy for browsers allows none
        return False
    if path in REPLACED or (path.startswith("mystnb.") and path.endswith(".css")):
        return False
    if "mathjax" in path.lower():
        return 'class="math' in body
    return WHERE_USED.get(path, "") in body


def _styles(files: Iterable[Any], body: str) -> list[Any]:
    """Return the wanted style sheets: extensions' first, then the site's, then the page's own."""
    styles = [file for file in files if _is_wanted(file, body)]

    def place(file: Any) -> int:
        name = _name(file)
        if name in WHERE_USED:
            return -1
        return LOCAL.index(name) if name in LOCAL else len(LOCAL)

    return sorted(styles, key=place)


def menu(env: BuildEnvironment) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the parts of the book: caption, and each page with its title in the navigation."""
    # Not from the page itself: reading that back takes longer than all the rest of a frame.
    contents_of_root = env.tocs[env.config.root_doc]
    return [
        (
            tree.get("caption") or "",
            [
                (page, title or env.titles[page].astext())
                for title, page in tree["entries"]
                if page in env.titles
            ],
        )
        for tree in contents_of_root.findall(addnodes.toctree)
    ]


def _breadcrumbs(
    pagename: str,
    listed_in: str | None,
    sections: list[tuple[str, list[tuple[str, str]]]],
    pathto: Any,
) -> list[dict[str, str]]:
    """Return what stands above the page: its part of the book, and the page that lists it."""
    for caption, pages in sections:
        for page, title in pages:
            if page == (listed_in or pagename):
                above = [{"title": caption, "link": ""}]
                if listed_in:
                    above.append({"title": title, "link": pathto(listed_in)})
                return above
    return []


def contents(env: BuildEnvironment, pagename: str) -> list[dict[str, Any]]:
    """Return the page's headings of the second and third level, nested."""
    tree = env.tocs.get(pagename)
    if tree is None or not tree.children:
        return []
    first: Any = tree.children[0]
    below = first.children[1:]
    return _entries(below[0], 2) if below else []


def _entries(items: nodes.Element, depth: int) -> list[dict[str, Any]]:
    entries = []
    for item in items.children:
        if not isinstance(item, nodes.list_item):
            continue
        reference = next(iter(item.findall(nodes.reference)), None)
        if reference is None:
            continue
        lists = [part for part in item.children if isinstance(part, nodes.bullet_list)]
        entries.append(
            {
                "title": reference.astext(),
                "link": reference.get("anchorname") or "#",
                "below": _entries(lists[0], depth - 1) if lists and depth > 1 else [],
            }
        )
    return entries


def _first(doctree: nodes.document | None) -> str:
    """Return the text of the page's first paragraph."""
    if doctree is not None:
        for paragraph in doctree.findall(nodes.paragraph):
            if any(isinstance(part, nodes.table) for part in _ancestors(paragraph)):
                continue
            if text := " ".join(paragraph.astext().split()):
                return text
    return ""


def _description(text: str) -> str:
    """Return a text cut at a word, for search engines and previews."""
    if len(text) > DESCRIPTION_LENGTH:
        return text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return text


def _ancestors(node: nodes.Node) -> Iterable[nodes.Node]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent
