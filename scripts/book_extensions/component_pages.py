"""Gives every component its page and its place in the navigation.

Those that `_toc.yml` lists are where it puts them; all others follow the last of these.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx_external_toc.api import Document, FileItem, SiteMap

from book_extensions.evidence import loaded
from knowledge_base.pages.blueprint.component_sources import (
    FOLDER,
    component_page,
    component_sources,
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
    write_component_sources(Path(app.srcdir), loaded(app).kb)


def extend_navigation(app: Sphinx, config: Config) -> None:
    """Add the pages to the navigation that it lacks."""
    site_map: SiteMap = config.external_site_map
    kb = loaded(app).kb
    pages = [component_page(component) for component in kb.components]
    for tree in site_map.root.subtrees if component_sources(Path(app.srcdir), kb) else ():
        listed = [at for at, item in enumerate(tree.items) if item in {*pages, f"{FOLDER}/index"}]
        if listed:
            lacking = [page for page in pages if page not in site_map]
            tree.items[listed[-1] + 1 : listed[-1] + 1] = map(FileItem, lacking)
            for page in lacking:
                site_map[page] = Document(page)
            return
