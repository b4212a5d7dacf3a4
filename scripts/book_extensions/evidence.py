"""Ties the knowledge base into `jupyter-book build .`.

Before reading: checks the evidence. While reading: notes which parts of the evidence each page
uses. On the next build: runs the code of the pages whose parts have changed, and has those read
again that now show something else. Afterwards: puts the evidence map's files and the downloads
beside the pages, and removes pages whose source is gone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from docutils import nodes
from myst_nb.sphinx_ import NbMetadataCollector
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util.parallel import ParallelTasks, SerialTasks

from book_extensions.events import on_site
from book_extensions.page_code import shows_the_same
from book_extensions.processors import in_turn, processors, tasks
from book_extensions.steps import note
from knowledge_base.clock import latest_today
from knowledge_base.loading import EvidenceError, load
from knowledge_base.markup.templates import keep_compiled
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.generated import page_kinds
from knowledge_base.pages.notebook import METADATA_KEY, provide
from knowledge_base.reading.digests import LIBRARY, builder_digest, digests
from knowledge_base.reading.findings import render_text
from knowledge_base.site_files import write_site_files
from knowledge_base.views.citations import ClaimName, citation_labels, claim_names
from knowledge_base.views.edition import edition
from knowledge_base.views.fallen import Fall, falls
from knowledge_base.views.glossary import Explained, explained

RECORD_LABELS = "record labels"
SOURCE_LABELS = "source labels"
"""What a link shows: a page that only links to records needn't be read again for each change."""

COMPILED = "_build/templates"
"""Where compiled templates are kept from one build to the next, from the project's root."""


@dataclass(frozen=True)
class Build:
    """The knowledge base of a build, with what its roles need."""

    kb: KnowledgeBase
    source_labels: dict[str, str]
    claim_names: dict[str, ClaimName]
    falls: dict[str, Fall]
    """How each record has fallen that does not stand."""
    digests: dict[str, str]
    """The fingerprint of every part that a page can use, taken before anything was read."""
    beside: ParallelTasks | SerialTasks
    """Writes what is put beside the pages, while these are made."""

    @cached_property
    def edition(self) -> str:
        """The date and version of the evidence, in words."""
        return edition(self.kb).words


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    # A value like any other setting: when it changes, Sphinx reads everything again.
    app.add_config_value("knowledge_base_builder", "", "env", str)
    app.add_config_value("knowledge_base_name", "", "env", str)
    app.setup_extension("book_extensions.steps")
    app.connect("config-inited", prepare)
    app.connect("env-get-outdated", outdated)
    app.connect("env-before-read-docs", begin_site_files)
    app.connect("env-purge-doc", forget)
    app.connect("doctree-read", note_use)
    app.connect("env-updated", remember)
    on_site(app, finish)
    return {"parallel_read_safe": False, "parallel_write_safe": True, "version": "1"}


def prepare(app: Sphinx, config: Config) -> None:
    """Load the knowledge base, before Sphinx looks for pages."""
    root = Path(app.srcdir)
    builder = config.knowledge_base_builder = builder_digest(root)
    parts = digests(root)
    try:
        kb = load(root, as_of=latest_today())
    except EvidenceError as error:
        # Not an exception: Jupyter Book would show it twice, among pages of its own calls.
        sys.exit(
            f"\nThe evidence has errors, so the book is not built.\n\n{render_text(error.findings)}"
        )
    # A word that is new, or newly spelled, can stand on any page, and so can the report.
    config.knowledge_base_builder += str([word.spellings for word in explained(kb)])
    config.knowledge_base_builder += kb.report.source + kb.report.name + kb.home
    source_labels, names = citation_labels(kb.sources), claim_names(kb)
    fallen = falls(kb)
    parts |= {
        RECORD_LABELS: str((sorted(names.items()), sorted(fallen.items()), _addresses(names))),
        SOURCE_LABELS: str(
            [
                (key, label, kb.sources[key].title, kb.standing_of(key))
                for key, label in source_labels.items()
            ]
        ),
        **{
            record_part(record.id): str((names[record.id], fallen.get(record.id), record))
            for record in kb.records.values()
        },
        **{glossary_part(word): str(word) for word in explained(kb)},
    }
    provide(root, kb)
    keep_compiled(root, root / COMPILED, builder + parts[LIBRARY])
    beside = tasks(processors(len(kb.records)))
    build = Build(kb, source_labels, names, fallen, parts, beside)
    app.knowledge_base = build  # type: ignore[attr-defined]


def _addresses(records: Iterable[str]) -> list[str]:
    return [page_kinds()["record"].reference(record) for record in sorted(records)]


def build_of(app: Sphinx) -> Build:
    """Return what `prepare` loaded."""
    result: Build = app.knowledge_base  # type: ignore[attr-defined]
    return result


def _uses(env: BuildEnvironment) -> dict[str, set[str]]:
    if not hasattr(env, "knowledge_base_uses"):
        env.knowledge_base_uses = {}  # type: ignore[attr-defined]
    uses: dict[str, set[str]] = env.knowledge_base_uses  # type: ignore[attr-defined]
    return uses


def use(env: BuildEnvironment, *parts: str) -> None:
    """Note that the page being read uses these parts of the knowledge base."""
    _uses(env).setdefault(env.docname, set()).update(parts)


def note_use(app: Sphinx, _doctree: nodes.document) -> None:
    """Note what the cells of the page just read have used, as their outputs tell.

    An output that doesn't tell, such as printed text, may have used anything.
    """
    env = app.env
    executed = _executed(app, env.docname)
    if not executed.is_file():
        return
    notebook = json.loads(executed.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            metadata = output.get("metadata", {}).get(METADATA_KEY, {})
            use(env, LIBRARY, *metadata.get("used", KnowledgeBase.__dataclass_fields__))


def _executed(app: Sphinx, docname: str) -> Path:
    """Return where MyST-NB leaves the page with the outputs of its cells, if it has any."""
    return Path(app.outdir).parent / "jupyter_execute" / f"{docname}.ipynb"


def forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget what a page used, because it is about to be read again or is gone."""
    _uses(env).pop(docname, None)
    _executed(app, docname).unlink(missing_ok=True)


def outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], edited: set[str], removed: set[str]
) -> list[str]:
    """Return the pages that show something else than at the last build.

    Where only the evidence or the library has changed, running a page's code tells whether it
    does, in a tenth of the time that it takes to read and write the page.
    """
    before: dict[str, str] = getattr(env, "knowledge_base_digests", {})
    changed = {part for part, digest in build_of(app).digests.items() if before.get(part) != digest}
    touched = {
        page: parts & changed
        for page, parts in sorted(_uses(env).items())
        if parts & changed and page not in added | edited | removed
    }
    shown_by_code = {LIBRARY, *KnowledgeBase.__dataclass_fields__}
    same = _showing_the_same(
        app, [page for page, parts in touched.items() if parts <= shown_by_code]
    )
    pages = [page for page in touched if page not in same]
    for page in pages:
        note(app, page, f"changed: {', '.join(sorted(touched[page]))}")
    if changed and not pages:
        # Only if there is a page to read does Sphinx keep what it knows, the fingerprints included,
        # and write the pages that have no source.
        [page] = [*touched, app.config.root_doc][:1]
        note(app, page, "a change elsewhere")
        return [page]
    return pages


def _showing_the_same(app: Sphinx, pages: list[str]) -> set[str]:
    """Return those of the pages whose code, run again, shows what it showed."""
    ahead = in_turn(sorted(pages, key=partial(_runtime, app.env), reverse=True))

    def same_of_those_ahead() -> list[str]:
        return [page for page in ahead if shows_the_same(app, page, _executed(app, page))]

    number = processors(len(build_of(app).kb.records))
    same: set[str] = set()
    others = tasks(number)
    for _ in range(1, number):
        others.add_task(same_of_those_ahead, None, lambda _, theirs: same.update(theirs))
    same.update(same_of_those_ahead())
    others.join()
    return same


def _runtime(env: BuildEnvironment, page: str) -> float:
    """Return how many seconds the page's code took when the page was read."""
    data = NbMetadataCollector.get_exec_data(env, page)
    return data["runtime"] or 0 if data else 0


def record_part(record_id: str) -> str:
    """Return the name of the part that a page uses which cites the record."""
    return f"record: {record_id}"


def glossary_part(word: Explained) -> str:
    """Return the name of the part that a page uses which explains the word."""
    return f"glossary: {word.id}"


def remember(app: Sphinx, env: BuildEnvironment) -> None:
    """Keep the fingerprints with the environment, for the next build."""
    env.knowledge_base_digests = build_of(app).digests  # type: ignore[attr-defined]


def remove_pages_without_source(app: Sphinx) -> None:
    """Remove built pages whose source is gone; Sphinx leaves them where they are."""
    copies = Path(app.outdir) / "_sources"
    # There a page may have lost its source and be generated now.
    generated = {kind.listed_in for kind in page_kinds().values()}
    for copy in sorted(copies.rglob("*")):
        page = copy.relative_to(copies).with_suffix("")
        if copy.is_file() and page.as_posix() not in app.env.found_docs:
            copy.unlink()
            if page.parent.as_posix() not in generated:
                (Path(app.outdir) / f"{page.as_posix()}.html").unlink(missing_ok=True)


def begin_site_files(app: Sphinx, *_event: object) -> None:
    """Begin to put the pages' own files and the downloads beside the pages."""
    build = build_of(app)
    build.beside.add_task(partial(write_site_files, build.kb, Path(app.outdir)))


def finish(app: Sphinx, _site: Path) -> None:
    """Remove what has no source; wait until all files are beside the pages."""
    remove_pages_without_source(app)
    build_of(app).beside.join()
