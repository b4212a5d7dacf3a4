"""MyST as plain strings, for the pages that are not made from templates yet; see `myst`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|$~@#&!^])")


def text(value: object) -> str:
    """Return ``value`` so that Markdown shows it as it is and reads no markup in it."""
    flat = " ".join(str(value).split())
    escaped = _SPECIAL.sub(r"\\\1", flat)
    # What would begin a list, a heading, a comment or a target, if it came first on a line.
    return re.sub(
        r"^(\d+)([.)])|^([-+=:%(])", r"\1\3\\\2" if flat[:1].isdigit() else r"\\\3", escaped
    )


def text_with_code(value: str) -> str:
    """Return ``value`` like `text`, but with what stands between backticks as code."""

    def as_code(found: re.Match[str]) -> str:
        return "`" + re.sub(r"\\(.)", r"\1", found[1]) + "`"

    return re.sub(r"\\`(.+?)\\`", as_code, text(value))


def record(record_id: str, label: str | None = None) -> str:
    """Return a link to a record's page; its text is the source's label if none is given."""
    return f"{{record}}`{label} <{record_id}>`" if label else f"{{record}}`{record_id}`"


def source(key: str) -> str:
    """Return a link to a source in the reference list."""
    return f"{{source}}`{key}`"


def records(record_ids: Iterable[str]) -> str:
    """Return links to records, gathered by their sources."""
    ids = " ".join(record_ids)
    return f"{{records}}`{ids}`" if ids else ""


def support(record_ids: Iterable[str], keys: Iterable[str], place: str | None) -> str:
    """Return what something rests on: records, sources, and a place in the report."""
    rests = f"{' '.join(record_ids)} | {' '.join(keys)} | {' '.join((place or '').split())} "
    if not rests.strip(" |"):
        return ""
    # A fence longer than any that the text holds.
    fence = "`" * (1 + max((len(ticks) for ticks in re.findall("`+", rests)), default=0))
    return f"{{support}}{fence}{rests}{fence}"


def sources(keys: Iterable[str]) -> str:
    """Return links to sources, separated by semicolons."""
    return "; ".join(source(key) for key in keys)


def link(label: str, target: str) -> str:
    """Return a link to a page (`/book/…`), a label (`#…`) or another site."""
    return f"[{text(label)}](<{target}>)"


def bullets(items: Iterable[str]) -> str:
    """Return a list. Items are Markdown already."""
    return "\n".join(f"- {item}" for item in items)


def badge(label: str, kind: str) -> str:
    """Return a small label; ``kind`` chooses its look, the words carry its meaning."""
    return f"[{text(label)}]{{.badge .badge-{kind}}}"


def table(
    caption: str,
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    name: str | None = None,
    css_class: str = "",
) -> str:
    """Return a captioned table whose first column names the row.

    Cells are Markdown already; one may hold a list.
    """
    lines = [f":::{{list-table}} {text(caption)}", ":header-rows: 1", ":stub-columns: 1"]
    if name:
        lines.append(f":name: {name}")
    if css_class:
        lines.append(f":class: {css_class}")
    lines.append("")
    for row in [head, *rows]:
        for position, cell in enumerate(row):
            indented = cell.replace("\n", "\n    ")
            lines.append(f"{'* - ' if position == 0 else '  - '}{indented}")
    lines.append(":::")
    return "\n".join(lines)


def admonition(kind: str, title: str, body: str) -> str:
    """Return a box; ``kind`` is its CSS class."""
    return f":::{{admonition}} {text(title)}\n:class: {kind}\n{body}\n:::"


def paragraphs(*parts: str) -> str:
    """Return the parts that aren't empty, with blank lines between them."""
    return "\n\n".join(part for part in parts if part)


def heading(level: int, title: str, name: str | None = None) -> str:
    """Return a heading, with a label to link to if ``name`` is given. The title is plain text."""
    target = f"({name})=\n" if name else ""
    return f"{target}{'#' * level} {text(title)}"
