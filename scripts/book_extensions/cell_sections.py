"""Makes headings in a cell's Markdown output real headings of the page.

MyST-NB shows them as rubrics, which are no headings to a screen reader and are missing from
"on this page". This transform lifts the Markdown that a cell displays out of the cell's
container, and turns each rubric into a section of its level.
"""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

MARKDOWN = "text/markdown"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_transform(CellSections)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


class CellSections(SphinxTransform):
    """Lift displayed Markdown into the page and give its headings their sections."""

    # Before docutils propagates targets to what follows them (260), so that a label in front
    # of a heading becomes the section's.
    default_priority = 250

    def apply(self, **_kwargs: Any) -> None:
        """Change the page's tree in place."""
        if self.env.docname not in self.env.found_docs:
            return
        # In reverse, so that several outputs of one cell end up in their order behind it.
        bundles = _markdown_bundles(self.document)
        lifted = [_lift(bundle) for bundle in reversed(bundles)]
        if any(lifted):
            for section in list(self.document.findall(nodes.section)):
                self._divide(section, _level(section))

    def _divide(self, section: nodes.section, level: int) -> None:
        """Move what follows each rubric among the section's children into a section of its own."""
        children = list(section.children)
        if not any(isinstance(child, nodes.rubric) and "level" in child for child in children):
            return
        section.clear()
        open_sections: list[tuple[int, nodes.section]] = [(level, section)]
        before: nodes.Node | None = None
        for child in children:
            if isinstance(child, nodes.rubric) and "level" in child:
                new = self._section(child, labelled=isinstance(before, nodes.target))
                while len(open_sections) > 1 and open_sections[-1][0] >= child["level"]:
                    open_sections.pop()
                open_sections[-1][1].append(new)
                open_sections.append((child["level"], new))
            elif isinstance(child, nodes.section):
                # A heading of the page's own source ends what a cell has opened.
                del open_sections[1:]
                section.append(child)
            else:
                open_sections[-1][1].append(child)
            before = child

    def _section(self, rubric: nodes.rubric, *, labelled: bool) -> nodes.section:
        section = nodes.section("", classes=rubric["classes"])
        section.source, section.line = rubric.source, rubric.line
        # A heading that stands twice carries docutils' remark on that, with the file's path.
        words = [part for part in rubric.children if not isinstance(part, nodes.system_message)]
        title = nodes.title(rubric.rawsource, "", *words)
        section.append(title)
        if labelled:  # its words may hold counts, so links go by the label
            section["names"].append(nodes.fully_normalize_name(title.astext()))
            self.document.note_implicit_target(section)
        else:  # it takes the rubric's place in links, which go by its words
            for kind in ("ids", "names", "dupnames"):
                section[kind] = rubric[kind]
            self.document.ids.update(dict.fromkeys(section["ids"], section))
        return section


def _markdown_bundles(document: nodes.document) -> list[nodes.container]:
    return [
        node
        for node in document.findall(nodes.container)
        if node.get("nb_element") == "mime_bundle" and _markdown(node) is not None
    ]


def _markdown(bundle: nodes.container) -> nodes.Element | None:
    """Return the part of a cell's output that is Markdown."""
    for part in bundle.children:
        if isinstance(part, nodes.Element) and part.get("mime_type") == MARKDOWN:
            return part
    return None


def _lift(bundle: nodes.container) -> bool:
    """Move a bundle's Markdown behind the cell that displays it; say whether it was moved."""
    cell: nodes.Element | None = bundle
    while cell is not None and cell.get("nb_element") != "cell_code":
        cell = cell.parent
    markdown = _markdown(bundle)
    if cell is None or markdown is None or not isinstance(cell.parent, nodes.section):
        return False
    position = cell.parent.index(cell) + 1
    cell.parent[position:position] = markdown.children
    bundle.parent.remove(bundle)
    return True


def _level(section: nodes.section) -> int:
    """Return the heading level of a section of the page's own source: 1 for the title."""
    level = 0
    node: nodes.Element | None = section
    while isinstance(node, nodes.section):
        level, node = level + 1, node.parent
    return level
