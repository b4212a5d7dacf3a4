"""The line under every chart, drawing and large table: its source, its data, how to cite it."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge_base.markup import loose as myst


def sourced(
    source: str, data: Mapping[str, str], *, note: str = "", to_root: str = "../../"
) -> str:
    """Return the line. ``source`` is Markdown already; ``data`` are labels with files in `data/`.

    ``to_root`` leads from the page to the root of the site.
    """
    files = ", ".join(
        f'<a href="{to_root}data/{name}">{myst.text(label)}</a>' for label, name in data.items()
    )
    remark = f" {myst.text(note)}" if note else ""
    cite = myst.link("How to cite", "#how-to-cite")
    return f":::{{div}} kb-sourced\n**Source:** {source}.{remark} **Data:** {files}. {cite}.\n:::"
