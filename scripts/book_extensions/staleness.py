"""Finds the pages that are out of date though Sphinx takes them for current.

Sphinx reads a page again when its file is newer. A file that is put back from a copy is older,
and as different. And it writes only the pages that it has read: not those that link to a heading
which is now worded otherwise, that show the page's title in their navigation, or that name a
style sheet by what was in it.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from book_extensions.frame import LOCAL
from book_extensions.steps import note

LAST = 1000
"""After what other extensions do at the same event."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.setup_extension("book_extensions.steps")
    app.connect("env-get-outdated", edited)
    app.connect("env-updated", to_write_again, priority=LAST)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


def edited(
    app: Sphinx, env: BuildEnvironment, _added: set[str], _newer: set[str], _removed: set[str]
) -> list[str]:
    """Return the pages whose files, or what they include, are not what was read."""
    before: dict[str, str] = getattr(env, "source_digests", {})
    pages = [page for page, digest in before.items() if _source_digest(env, page) != digest]
    for page in pages:
        note(app, page, "its file has changed")
    return pages


def to_write_again(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Return all pages, if anything has changed that any of them may show of another."""
    before: dict[str, str] = getattr(env, "shared_by_pages", {})
    now = _shared(app, env)
    env.source_digests = {  # type: ignore[attr-defined]
        page: _source_digest(env, page) for page in env.found_docs
    }
    env.shared_by_pages = now  # type: ignore[attr-defined]
    # What is new can't have been shown before.
    changed = any(now.get(place) != text for place, text in before.items())
    return sorted(env.found_docs) if changed else []


def _source_digest(env: BuildEnvironment, page: str) -> str:
    digest = hashlib.sha256()
    files = [env.doc2path(page), *sorted(env.dependencies.get(page, ()))]
    for file in (Path(env.srcdir, file) for file in files):
        digest.update(file.read_bytes() if file.is_file() else b"")
    return digest.hexdigest()


def _shared(app: Sphinx, env: BuildEnvironment) -> dict[str, str]:
    """Return what pages show of one another and of the frame around them, by a name for each."""
    labels = env.get_domain("std").data
    parts = {f"title of {page}": title.astext() for page, title in env.titles.items()}
    for kind in ("labels", "anonlabels"):
        parts |= {f"{kind} {label}": str(place) for label, place in labels[kind].items()}
    for page, metadata in env.metadata.items():
        slugs = metadata.get("myst_slugs", {})
        parts |= {f"heading {slug} of {page}": str(place[1:]) for slug, place in slugs.items()}
    static = [
        file
        for folder in app.config.html_static_path
        for file in sorted(Path(app.srcdir, folder).rglob("*"))
        if file.is_file()
    ]
    # Joined from files of other folders, before anything was read.
    joined = [Path(app.outdir, "_static", name) for name in LOCAL]
    for file in (*static, *joined):
        parts[f"file {file}"] = hashlib.sha256(file.read_bytes()).hexdigest()
    return parts
