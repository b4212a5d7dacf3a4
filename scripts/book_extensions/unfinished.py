"""Marks the output as unfinished while it is made, and builds on none that is marked.

Whatever ends a build before its end (a failing page, Ctrl+C, a power cut) leaves the mark. The
next build then starts from nothing, since Sphinx would take pages as written that never were.
"""

import sys
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from book_build.output import Output, have_ordinary_modes, remove
from knowledge_base.wording.sentences import wording

MARK = "UNFINISHED.txt"

FIRST, LAST = 0, 1000
"""Before and after what other extensions do at the same event."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("config-inited", drop_unfinished, priority=FIRST)
    app.connect("builder-inited", mark, priority=FIRST)
    app.connect("build-finished", unmark, priority=LAST)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


def drop_unfinished(app: Sphinx, _config: Config) -> None:
    """Remove what an unfinished build has left, before Sphinx loads any of it."""
    site = Path(app.outdir)
    if (site / MARK).exists():
        remove(Path(app.doctreedir) / "environment.pickle")
        Output(site.parent).clear()
        site.mkdir()


def mark(app: Sphinx) -> None:
    """Mark the output as unfinished."""
    sentence = wording("parts/frame").say("unfinished")
    (Path(app.outdir) / MARK).write_text(f"{sentence}\n", encoding="utf-8")


def unmark(app: Sphinx, error: Exception | None) -> None:
    """Take the mark away, if everything has passed that this build is to pass."""
    cause = getattr(error, "orig_exc", error)
    if isinstance(cause, OSError) and cause.strerror:  # a template that is lacking has none
        # Not an exception: Jupyter Book would show it twice, among pages of its own calls.
        sys.exit(f"\nThe book is not built. '{cause.filename}': {cause.strerror}.")
    failed = error is not None or (app.keep_going and app._warncount)
    if not failed:
        have_ordinary_modes(Path(app.outdir))
        (Path(app.outdir) / MARK).unlink()
