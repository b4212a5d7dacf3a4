"""The only way in which text gets into MyST: everything is escaped that isn't MyST already.

`Myst` is text that is Markdown by type, as `markupsafe.Markup` is HTML by type. The builders here
and the templates of pages (see `templates`) take any value, place what is `Myst`, and escape the
rest. Whoever forgets to say so gets stars and brackets on the page, never markup from the evidence.
"""

import re
from collections.abc import Iterable
from typing import Self

from markupsafe import Markup

from knowledge_base.markup.html import Html

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|$~@#&!^])")
_FIRST_SIGN = re.compile(r"^( ?)([-+=:%(])")
"""What would begin a list, a heading, a comment or a target, if it came first on a line."""
_FIRST_NUMBER = re.compile(r"^( ?\d+)([.)])")
"""What would begin a numbered list."""


class Myst(Markup):
    """Text that is MyST already. Plain strings that are joined to it are escaped."""

    @classmethod
    def escape(cls, value: object, /) -> Self:
        """Return ``value`` as MyST that shows it as it is.

        Raises TypeError for HTML, which gets into a page through `block` or `inline` only.
        """
        if isinstance(value, Html):
            raise TypeError("HTML gets into MyST through myst.block() or myst.inline() only")
        if isinstance(value, Markup):  # what a template's macro has made of escaped parts
            return cls(value)
        return cls(_escape(value))


def _escape(value: object) -> str:
    # Space at an end stays, one of it: a template may place `", "` between two texts.
    flat = _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", str(value)))
    return _FIRST_NUMBER.sub(r"\1\\\2", _FIRST_SIGN.sub(r"\1\\\2", flat))


def text(value: object) -> Myst:
    """Return ``value`` so that Markdown shows it as it is and reads no markup in it."""
    return Myst.escape(value)


def text_with_code(value: str) -> Myst:
    """Return ``value`` like `text`, but with what stands between backticks as code."""

    def as_code(match: re.Match[str]) -> str:
        return "`" + re.sub(r"\\(.)", r"\1", match[1]) + "`"

    return Myst(re.sub(r"\\`(.+?)\\`", as_code, _escape(value)))


def role(name: str, content: str) -> Myst:
    """Return a role; the fence around its content is longer than any that the content holds."""
    return Myst(f"{{{name}}}{literal(content)}")


def literal(value: object) -> Myst:
    """Return text inside a line as code."""
    flat = " ".join(str(value).split())
    fence = "`" * (1 + max(map(len, re.findall("`+", flat)), default=0))
    space = " " if "`" in (flat[:1], flat[-1:]) else ""
    return Myst(f"{fence}{space}{flat}{space}{fence}")


def code_block(code: str, language: str, name: str | None = None) -> Myst:
    """Return code as a block, with a label if ``name`` is given."""
    fence = "`" * (1 + max(map(len, re.findall("`+", code)), default=2))
    label = f":name: {name}\n" if name else ""
    return Myst(f"{fence}{{code-block}} {language}\n{label}\n{code.rstrip()}\n{fence}")


def block(html: Html, label: str | None = None) -> Myst:
    """Return HTML of our own as a block, which links find by a label if one is given.

    See `html.keep` for why its text isn't in the page.
    """
    name = f":name: {label}\n" if label else ""
    return Myst(f"```{{own-html}} {html.keep()}\n{name}```")


def inline(html: Html) -> Myst:
    """Return HTML of our own inside a line."""
    return role("own-html", html.keep())


def record(record_id: str, label: str | None = None) -> Myst:
    """Return a link to a record's page; its text is the source's label if none is given."""
    return role("record", f"{label} <{record_id}>" if label else record_id)


def records(record_ids: Iterable[str]) -> Myst:
    """Return links to records, gathered by their sources."""
    ids = " ".join(record_ids)
    return role("records", ids) if ids else Myst()


def source(key: str) -> Myst:
    """Return a link to a source's page."""
    return role("source", key)


def sources(keys: Iterable[str]) -> Myst:
    """Return links to sources, separated by semicolons."""
    return Myst("; ").join(map(source, keys))


def support(record_ids: Iterable[str], keys: Iterable[str], place: str | None) -> Myst:
    """Return what something rests on: records, sources, and a place in the report."""
    rests = f"{' '.join(record_ids)} | {' '.join(keys)} | {' '.join((place or '').split())}"
    return role("support", f"{rests} ") if rests.strip(" |") else Myst()


def link(label: object, target: str) -> Myst:
    """Return a link to a page (`/book/…`), a label (`#…`) or another site."""
    safe = re.sub(r"[\s<>\\]", lambda match: f"%{ord(match[0]):02X}", target)
    return Myst(f"[{text(label)}](<{safe}>)")


def site_link(label: str, address: str) -> Myst:
    """Return a link to what the build puts beside the pages, or to a tool that is set already.

    ``address`` is seen from the root of the site: `book/evidence/map.html#component=training`.
    """
    return role("site", f"{label} <{address}>")


def badge(label: object, kind: str) -> Myst:
    """Return a small label; ``kind`` chooses its look, the words carry its meaning."""
    return Myst(f"[{text(label)}]{{.badge .badge-{kind}}}")


def bullets(items: Iterable[object]) -> Myst:
    """Return a list."""
    return Myst("\n").join(Myst("- ") + text(item) for item in items)


def indented(value: object, spaces: int) -> Myst:
    """Return text whose lines after the first stand ``spaces`` to the right."""
    return Myst(str(text(value)).replace("\n", f"\n{' ' * spaces}"))
