"""How pages cite: names of sources in lists, numbers in running text, and the list at the foot.

The roles `record`, `records` and `source` name what they link to. `support` says what a statement
rests on: a small number for each source, which leads to the list that this puts at the foot of the
page. HTML that templates make marks the same places by `markup.html.support`. Without scripts the
number is a link; with them, `browser/notes.js` shows the list's words beside it.
"""

import re
from functools import partial
from html import escape, unescape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from book_extensions.evidence import RECORD_LABELS, SOURCE_LABELS, build_of, record_part, use
from knowledge_base.markup.addresses import seen_from
from knowledge_base.markup.addresses import source as source_address
from knowledge_base.markup.html import SUPPORT, Html, element
from knowledge_base.markup.templates import fill_html
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.generated import page_kinds
from knowledge_base.views.citations import gathered_by_source
from knowledge_base.views.fallen import Fall, fall_in_words
from knowledge_base.views.page_sources import Citation, Mention, PageSources
from knowledge_base.wording.sentences import wording
from knowledge_base.wording.typography import typographic

logger = logging.getLogger(__name__)

HEADING: str = wording("parts/frame").at("sources_cited")
ANCHOR = "sources-cited"
TEMPLATE = "parts/cited.html.jinja"

IN_HTML = re.compile(rf'\s*<{SUPPORT} data-rests="([^"]*)"( data-verbatim)?></{SUPPORT}>')


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_role("record", RecordRole())
    app.add_role("records", RecordsRole())
    app.add_role("source", SourceRole())
    app.add_role("support", SupportRole())
    app.add_node(NamedLink, html=(_visit_named_link, None))
    app.add_node(Cited, html=(_visit_cited, _depart_cited))
    app.add_transform(ListOfSources)
    return {"parallel_read_safe": False, "parallel_write_safe": True, "version": "1"}


# Names.


class NamedLink(nodes.reference):
    """A link whose text alone doesn't say what it leads to; its `name` does."""


def _visit_named_link(self: Any, node: NamedLink) -> None:
    self.visit_reference(node)
    self.body[-1] = self.body[-1].replace("<a ", f'<a aria-label="{escape(node["name"])}" ', 1)


class _LinkRole(SphinxRole):
    """A role that names records or sources, with a warning for each that isn't there."""

    def links(self, text: str) -> list[nodes.Node]:
        """Return what the role's text stands for."""
        raise NotImplementedError

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the links."""
        return self.links(self.text), []

    def record_link(self, key: str, text: str | None = None) -> list[nodes.Node]:
        """Return a link to a record's page, named by the record's source if no text is given.

        A record that has fallen is seen to have fallen wherever it is named.
        """
        use(self.env, RECORD_LABELS)
        build = build_of(self.env.app)
        if key not in build.claim_names:
            return [self.unknown("record", key)]
        return [self._to_record(key, text), *self.fallen_record(key)]

    def fallen_record(self, key: str) -> list[nodes.Node]:
        """Return the remark that a record no longer counts, if so, and what replaces it."""
        build = build_of(self.env.app)
        fall = build.falls.get(key)
        return [self._fallen(build.kb, fall)] if fall else []

    def _to_record(self, key: str, text: str | None = None) -> nodes.Node:
        name = build_of(self.env.app).claim_names[key]
        address = seen_from(self.env.docname, page_kinds()["record"].reference(key))
        if text in (None, str(name)) and name.number is None:
            return nodes.reference("", name.source, refuri=address, internal=True)
        return NamedLink(
            "", text or name.source, refuri=address, internal=True, name=typographic(str(name))
        )

    def _fallen(self, kb: KnowledgeBase, fall: Fall) -> nodes.Node:
        mark = nodes.inline("", f" ({fall_in_words(kb, fall)}", classes=["fallen"])
        if fall.successor:
            mark += [nodes.Text("; see "), self._to_record(fall.successor)]
        mark += nodes.Text(")")
        return mark

    def source_link(self, key: str, text: str | None = None) -> list[nodes.Node]:
        """Return a link to a source's page, named by it if no text is given."""
        use(self.env, SOURCE_LABELS)
        build = build_of(self.env.app)
        if key not in build.source_labels:
            return [self.unknown("source", key)]
        return [self._to_source(key, text or build.source_labels[key]), *self.fallen_source(key)]

    def fallen_source(self, key: str) -> list[nodes.Node]:
        """Return the remark that a source was taken back, if so."""
        kb = build_of(self.env.app).kb
        if key not in kb.fallen_sources:
            return []
        label = kb.label("standing", kb.standing_of(key)).lower()
        return [nodes.inline("", f" ({label})", classes=["fallen"])]

    def _to_source(self, key: str, text: str) -> nodes.Node:
        address = seen_from(self.env.docname, _source_address(build_of(self.env.app).kb, key))
        return nodes.reference("", text, refuri=address, internal=True)

    def unknown(self, noun: str, key: str) -> nodes.Node:
        """Return a name that leads nowhere, and warn of it."""
        logger.warning("there is no %s '%s'", noun, key, location=self.get_location())
        return nodes.literal(key, key)


class RecordRole(_LinkRole):
    """A link to a record's page: `id`, or `text <id>`."""

    def links(self, text: str) -> list[nodes.Node]:
        """Return the link."""
        return self.record_link(*_key_and_text(text))


class RecordsRole(_LinkRole):
    """A list of records by name, with spaces between their ids."""

    def links(self, text: str) -> list[nodes.Node]:
        """Return a link a source, and one numbered link a claim where a source has several."""
        pieces = gathered_by_source(build_of(self.env.app).claim_names, text.split())
        return [
            node
            for text, key in pieces
            for node in (self.record_link(key, text) if key else [nodes.Text(text)])
        ]


class SourceRole(_LinkRole):
    """A link to a source: `key`, or `text <key>`."""

    def links(self, text: str) -> list[nodes.Node]:
        """Return the link."""
        return self.source_link(*_key_and_text(text))


def _source_address(kb: KnowledgeBase, key: str) -> str:
    """Return where a source is described: its page, or its place in the reference list."""
    return source_address(key, has_page=key in kb.documents)


def _key_and_text(text: str) -> tuple[str, str | None]:
    if text.endswith(">") and "<" in text:
        label, _, key = text[:-1].partition("<")
        return key.strip(), label.strip()
    return text, None


# Numbers.


class Cited(nodes.Inline, nodes.TextElement):
    """A citation in running text; its children say what has fallen of what it cites."""


class SupportRole(_LinkRole):
    """What a statement rests on: `records | sources | place in the report`."""

    def links(self, text: str) -> list[nodes.Node]:
        """Return the place of the numbers, which the page as a whole decides."""
        build = build_of(self.env.app)
        support = Citation.parse(text)
        there = Citation(
            tuple(key for key in support.records if key in build.claim_names),
            tuple(key for key in support.sources if key in build.source_labels),
            support.place,
        )
        use(self.env, SOURCE_LABELS, *map(record_part, there.records))
        cited = Cited("", "", citation=there)
        for key in there.records:
            cited += self.fallen_record(key)
        for key in there.sources:
            cited += self.fallen_source(key)
        unknown = [self.unknown("record", k) for k in support.records if k not in there.records]
        unknown += [self.unknown("source", k) for k in support.sources if k not in there.sources]
        return [cited, *unknown]


class ListOfSources(SphinxTransform):
    """Number what a page cites in the order of the text, and list it at the foot of the page."""

    # After everything that moves parts of the page, and before its words and headings are noted.
    default_priority = 700

    def apply(self, **_kwargs: Any) -> None:
        """Change the page's tree in place."""
        build = build_of(self.env.app)
        sources = PageSources(build.kb, build.source_labels, build.claim_names, build.falls)
        self.paraphrased: set[str] = set()
        """Records that some sentence cites in words other than the claim's."""
        for node in list(self.document.findall(_cites)):
            if isinstance(node, Cited):
                beside = typographic(node.parent.astext())
                self.paraphrased.update(
                    record
                    for record in node["citation"].records
                    if typographic(build.kb.records[record].claim) not in beside
                )
                self._number(node, sources.cite(node["citation"]))
            elif isinstance(node, nodes.raw):
                html = IN_HTML.sub(partial(self._in_html, sources), node.astext())
                node.replace_self(nodes.raw("", html, format="html"))
        page = next((part for part in self.document if isinstance(part, nodes.section)), None)
        if sources.entries and page is not None:
            page += self._list(sources, build.kb)

    def _number(self, node: Cited, mentions: list[Mention]) -> None:
        if mentions:
            node["html"] = str(numbers(mentions, by_name=_stands_alone(node)))
            _close_up(node)
        else:  # a place alone, where the evidence has no report
            node.insert(0, nodes.inline("", node["citation"].place, classes=["support"]))

    def _in_html(self, sources: PageSources, match: re.Match[str]) -> Html:
        citation = Citation.parse(unescape(match[1]))
        if not match[2]:
            self.paraphrased.update(citation.records)
        use(self.env, SOURCE_LABELS, *map(record_part, citation.records))
        return numbers(sources.cite(citation))

    def _list(self, sources: PageSources, kb: KnowledgeBase) -> nodes.section:
        html = fill_html(
            Path(self.app.srcdir),
            TEMPLATE,
            {
                "entries": sources.entries,
                "source_page": lambda key: _source_address(kb, key),
                "seen": lambda address: seen_from(self.env.docname, address),
                "paraphrased": self.paraphrased,
            },
        )
        section = nodes.section("", nodes.title("", HEADING), ids=[ANCHOR], classes=["kb-sources"])
        section += nodes.raw("", html, format="html")
        self.document.ids[ANCHOR] = section
        return section


def _cites(node: nodes.Node) -> bool:
    return isinstance(node, Cited) or (
        isinstance(node, nodes.raw) and f"<{SUPPORT} " in node.astext()
    )


def _stands_alone(node: Cited) -> bool:
    """Whether a citation is all that its paragraph says."""
    return all(part is node or not part.astext().strip() for part in node.parent.children)


def _close_up(node: Cited) -> None:
    """Take away the space before a number, which belongs to the word or the stop before it."""
    position = node.parent.index(node) - 1
    if position >= 0 and isinstance(node.parent[position], nodes.Text):
        node.parent[position] = nodes.Text(node.parent[position].astext().rstrip())


def numbers(mentions: list[Mention], *, by_name: bool = False) -> Html:
    """Return the links of a citation to the list: numbers, or names where it stands alone."""
    links = [_link(mention, by_name=by_name) for mention in mentions]
    if by_name:
        return Html("; ").join(links)
    return element("sup", {"class": "kb-cite"}, Html(", ").join(links)) if links else Html()


def _link(mention: Mention, *, by_name: bool) -> Html:
    first, *others = mention.anchors
    number, name = mention.entry.number, typographic(mention.name)
    return element(
        "a",
        {
            "class": "kb-cite__link",
            "href": f"#{first}",
            "id": mention.entry.mention if mention.is_first else None,
            "aria-label": None if by_name else typographic(f"Source {number}: {name}"),
            "data-also": " ".join(others) or None,
        },
        name if by_name else str(number),
    )


def _visit_cited(self: Any, node: Cited) -> None:
    self.body.append(node.get("html", ""))


def _depart_cited(_self: Any, _node: Cited) -> None:
    pass
