"""Templates of pages: Jinja that writes MyST, in which everything is escaped that isn't `Myst`.

They stand in `book/`, beside the pages that show them, and hold the pages' sentences; the facts
come from the modules of `pages`. A template can't forget to escape: what it places in braces goes
through `Myst.escape`, and joining texts by `~` or `+`, or declaring one safe, is refused when the
template is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.exceptions import TemplateSyntaxError
from markupsafe import Markup

from knowledge_base.markup import myst
from knowledge_base.markup.myst import Myst
from knowledge_base.wording import nouns, numbers

FOLDER = "book"
"""Where the templates are, from the project's root."""

_REFUSED_FILTERS = frozenset({"safe", "e", "escape", "forceescape", "format", "replace", "urlize"})
"""Filters that would declare text to be markup, or join it to some without escaping it."""


class MystEnvironment(Environment):
    """Jinja for MyST: escapes what it places, and refuses what would go round that."""

    def __init__(self, root: Path) -> None:
        super().__init__(
            loader=FileSystemLoader(root / FOLDER),
            autoescape=True,
            finalize=_placed,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.filters.update(
            counted=nouns.counted,
            listed=nouns.listed,
            join=_join,
            indented=myst.indented,
            bullets=myst.bullets,
            code=myst.text_with_code,
            lower_first=nouns.lower_first,
            number=numbers.short,
            pounds=numbers.pounds,
            price=numbers.price,
        )
        self.globals.update(
            link=myst.link,
            record=myst.record,
            records=myst.records,
            source=myst.source,
            sources=myst.sources,
            support=myst.support,
            site_link=myst.site_link,
            badge=myst.badge,
            table=myst.table,
        )

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for node in template.find_all((nodes.Concat, nodes.Add, nodes.Mod, nodes.Filter)):
            if reason := _refusal(node):
                raise TemplateSyntaxError(reason, node.lineno, name, filename)
        return template


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


def _placed(value: object) -> Myst:
    return Myst() if value is None else Myst.escape(value)


def _join(values: Any, separator: str = "") -> Myst:
    """Return values one after the other, each escaped; the separator is the template's own."""
    return Myst(separator).join(map(Myst.escape, values))


@lru_cache(maxsize=4)
def environment(root: Path) -> MystEnvironment:
    """Return the templates of the project at ``root``."""
    return MystEnvironment(root)


def fill(root: Path, template: str, facts: Mapping[str, object]) -> Myst:
    """Return the template, at a path below `book/`, with the facts in its places.

    Raises jinja2.TemplateError, with file and line, for a template that is wrong.
    """
    filled = environment(root).get_template(template).render(facts)
    return Myst(Markup(filled).strip())
