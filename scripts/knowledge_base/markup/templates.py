"""Templates of pages: Jinja that writes MyST, in which everything is escaped that isn't `Myst`.

They stand in `book/`, beside the pages that show them, and hold the pages' sentences; the facts
come from the modules of `pages`. A template can't forget to escape: what it places in braces goes
through `Myst.escape`, and joining texts by `~` or `+`, or declaring one safe, is refused when the
template is read.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, nodes
from jinja2.exceptions import TemplateSyntaxError

from knowledge_base import book
from knowledge_base.markup import addresses, myst
from knowledge_base.markup.claims import how_read_in_brief, record_link
from knowledge_base.markup.html import Html, as_json, prose, support, unseen
from knowledge_base.markup.myst import Myst
from knowledge_base.markup.signs import row_of_signs, sign
from knowledge_base.markup.tables import on_one_line
from knowledge_base.model.fields import FIELD
from knowledge_base.views.limits import limits_of
from knowledge_base.wording import dates, figures, nouns, numbers
from knowledge_base.wording.typography import typographic

FOLDER = "book"
"""Where the templates are, from the project's root."""

HTML_ENDING = ".html.jinja"

_REFUSED_FILTERS = frozenset({"safe", "e", "escape", "forceescape", "format", "replace", "urlize"})
"""Filters that would declare text to be markup, or join it to some without escaping it."""

_WORDING: dict[str, Callable[..., str]] = {
    "about": numbers.about,
    "amount": numbers.amount,
    "copy_read": (FIELD["copy_read"].choices or {}).__getitem__,
    "counted": nouns.counted,
    "favours": figures.favours,
    "figure": numbers.figure,
    "figure_basis": figures.basis,
    "figure_interval": figures.interval,
    "host": addresses.host,
    "figure_number": figures.number,
    "figure_origin": figures.origin,
    "figure_p": figures.p_value,
    "figure_value": figures.value,
    "listed": nouns.listed,
    "lower_first": nouns.lower_first,
    "measure_name": figures.measure_name,
    "measured": numbers.measured,
    "number": numbers.short,
    "pounds": numbers.pounds,
    "price": numbers.price,
    "prices": numbers.prices,
    "long_date": dates.long_date,
    "partial_day": dates.partial_day,
    "rounded": numbers.rounded,
    "thousands": numbers.thousands,
    "upper_first": nouns.upper_first,
}
"""How templates of both kinds write counts, lists, numbers, money and dates."""


class _Compiled(FileSystemBytecodeCache):
    """Templates as Jinja compiled them, kept from one build to the next.

    It works out what it can when it compiles, so each belongs to the code of our filters as well.
    """

    def __init__(self, folder: Path, code: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(str(folder), "%s")
        self.code = code

    def get_source_checksum(self, source: str) -> str:
        """Return what tells a template from all that were compiled under the same name."""
        return super().get_source_checksum(self.code + source)


_kept: dict[Path, tuple[Path, str]] = {}


def keep_compiled(root: Path, folder: Path, code: str) -> None:
    """Keep the compiled templates of the project at ``root`` in a folder, for later builds.

    ``code`` is the digest of all code that may have a say in how a template is compiled.
    """
    _kept[root] = (folder, code)
    for environment in (_myst_environment, _html_environment):
        environment.cache_clear()


class _StrictEnvironment(Environment):
    """Jinja that escapes what it places, and refuses what would go round that."""

    def __init__(self, root: Path, finalize: Callable[[object], object] | None = None) -> None:
        super().__init__(
            loader=FileSystemLoader(root / FOLDER),
            autoescape=True,
            finalize=finalize,
            bytecode_cache=self._compiled(root),
            undefined=StrictUndefined,
            comment_start_string="<!--",
            comment_end_string="-->",
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.filters.update(_WORDING)

    def _compiled(self, root: Path) -> _Compiled | None:
        """Return where compiled templates are kept, each kind of environment's by themselves."""
        if root not in _kept:
            return None
        folder, code = _kept[root]
        return _Compiled(folder / type(self).__name__, code)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for node in template.find_all((nodes.Concat, nodes.Add, nodes.Mod, nodes.Filter)):
            if reason := _refusal(node):
                raise TemplateSyntaxError(reason, node.lineno, name, filename)
        return template


class MystEnvironment(_StrictEnvironment):
    """Jinja for MyST, with the links and lists that pages are made of."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, _placed)
        self.filters.update(
            join=_join,
            indented=myst.indented,
            bullets=myst.bullets,
            code=myst.text_with_code,
        )
        self.globals.update(
            link=myst.link,
            record_link=myst.record,
            records=myst.records,
            source=myst.source,
            sources=myst.sources,
            support=myst.support,
            site_link=myst.site_link,
            to=_to,
            anchor=addresses.anchor,
            tool_link=_site_link(addresses.tool),
            map_cell_link=_site_link(addresses.map_cell),
            data_link=_site_link(addresses.data),
            has=book.has,
            limits_of=limits_of,
            how_read_in_brief=how_read_in_brief,
            component_link=_site_link(addresses.component),
            badge=myst.badge,
            literal=myst.literal,
            code_block=myst.code_block,
            html=partial(_html, root),
            html_inline=partial(_html_inline, root),
            unseen=lambda text: myst.inline(unseen(text)),
            sign=lambda name, label="": myst.inline(sign(name, label)),
            row_of_signs=lambda numbers: myst.inline(row_of_signs(numbers)),
        )


class HtmlEnvironment(_StrictEnvironment):
    """Jinja for HTML and SVG, for what MyST can't say: forms, drawings, tools."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, _typeset)
        self.globals.update(
            address=addresses.address,
            anchor=addresses.anchor,
            as_json=as_json,
            component=addresses.component,
            data=addresses.data,
            has=book.has,
            how_read_in_brief=how_read_in_brief,
            limits_of=limits_of,
            prose=prose,
            record=addresses.record,
            record_link=record_link,
            support=support,
            sign=sign,
            tool=addresses.tool,
        )
        self.tests["on_one_line"] = on_one_line


def _refusal(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.Concat):
        return "texts joined by '~' are not escaped; place them one after the other instead"
    if isinstance(node, nodes.Add | nodes.Mod):
        operands = (node.left, node.right)
        if not any(isinstance(o, nodes.Const) and isinstance(o.value, int) for o in operands):
            return "only a whole number can be added; place texts one after the other instead"
    if isinstance(node, nodes.Filter) and node.name in _REFUSED_FILTERS:
        return f"the filter '{node.name}' could let text pass unescaped"
    return None


def _to(label: object, kind: str, *ids: str) -> Myst:
    """Return a link to a thing that has a place on a page."""
    return myst.link(label, f"#{addresses.anchor(kind, *ids)}")


def _site_link(address: Callable[..., str]) -> Callable[..., Myst]:
    """Return what links a label to an address, which follows from the other arguments."""
    return lambda label, *of, **state: myst.site_link(label, address(*of, **state))


def _placed(value: object) -> Myst:
    return Myst() if value is None else Myst.escape(value)


def _typeset(value: object) -> object:
    """Return a value as a page shows it: text as printers set it, HTML as it is."""
    return typographic(value) if type(value) is str else value


def _join(values: Any, separator: str = "") -> Myst:
    """Return values one after the other, each escaped; the separator is the template's own."""
    return Myst(separator).join(map(Myst.escape, values))


_myst_environment = lru_cache(maxsize=4)(MystEnvironment)
_html_environment = lru_cache(maxsize=4)(HtmlEnvironment)


def fill(root: Path, template: str, facts: Mapping[str, object]) -> Myst:
    """Return the template, at a path below `book/`, with the facts in its places.

    Raises jinja2.TemplateError, with file and line, for a template that is wrong.
    """
    filled = _myst_environment(root).get_template(template).render(facts)
    return Myst(filled.strip())


def fill_html(root: Path, template: str, facts: Mapping[str, object]) -> Html:
    """Return the HTML template, at a path below `book/`, with the facts in its places.

    Raises jinja2.TemplateError, with file and line, for a template that is wrong.
    """
    return Html(_html_environment(root).get_template(template).render(facts).strip())


def render(root: Path, template: str, kb: object, facts: object = None) -> Myst:
    """Return a template of the book as a page shows it, with the facts in its places.

    ``facts`` is a dataclass or a mapping. A template of HTML becomes a block of its own.
    """
    fields = facts if isinstance(facts, Mapping) else vars(facts) if facts else {}
    facts = {"kb": kb, **fields}
    if template.endswith(HTML_ENDING):
        return myst.block(fill_html(root, template, facts))
    return fill(root, template, facts)


def _html(root: Path, template: str, *, label: str | None = None, **facts: object) -> Myst:
    """Return an HTML template, filled, as a block of a page in MyST, and its label for links."""
    return myst.block(fill_html(root, template, facts), label)


def _html_inline(root: Path, template: str, **facts: object) -> Myst:
    """Return an HTML template, filled, inside a line of a page in MyST."""
    return myst.inline(fill_html(root, template, facts))
