"""Gives every component its page and its place in the navigation.

Those that `_toc.yml` lists are where it puts them; all others follow the last of these.
"""

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx_external_toc.api import Document, FileItem, SiteMap

from book_extensions.evidence import build_of
from knowledge_base.markup.templates import FOLDER
from knowledge_base.pages.blueprint.component_sources import (
    TEMPLATE,
    with_components,
    write_component_sources,
)

WHEN_LOADED = 600
"""After the evidence is loaded, and before Sphinx looks for sources."""
WHEN_TOC_IS_READ = 950


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("config-inited", write, priority=WHEN_LOADED)
    app.connect("config-inited", extend_navigation, priority=WHEN_TOC_IS_READ)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


def write(app: Sphinx, _config: Config) -> None:
    """Write the sources of the pages."""
    write_component_sources(Path(app.srcdir), build_of(app).kb)


def extend_navigation(app: Sphinx, config: Config) -> None:
    """Add the pages to the navigation that it lacks."""
    site_map: SiteMap = config.external_site_map
    kb = build_of(app).kb
    for tree in site_map.root.subtrees if (Path(app.srcdir) / FOLDER / TEMPLATE).is_file() else ():
        items = {str(item): item for item in tree.items}
        pages = with_components(list(items), kb.components)
        tree.items[:] = [items.get(page, FileItem(page)) for page in pages]
        for page in pages:
            if page not in items:
                site_map[page] = Document(page)
