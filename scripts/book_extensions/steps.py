"""Says what each step of a build took and why pages are read again, and writes it down.

It is written beside the site, not into it: two builds of the same files differ in nothing else.
"""

import json
import time
from functools import partial
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.util import logging

from knowledge_base.timing import Timing

logger = logging.getLogger(__name__)

REPORT = "steps.json"
"""The file with the steps, in the output folder beside the site."""

FIRST, LAST = -1_000_000, 1_000_000
"""Before and after what all other extensions do at the same event."""

ENDS = (
    ("config-inited", LAST, "load the evidence"),
    ("env-before-read-docs", FIRST, "find changed pages"),
    ("env-updated", LAST, "run and read pages"),
    ("html-collect-pages", FIRST, "write pages"),
    ("build-finished", FIRST, "write generated pages"),
    ("build-finished", LAST - 1, "write data and search"),
)
"""The steps, in their order, each with the event at which it ends."""


class Steps(Timing):
    """The steps of a build, each of which begins where the one before it ends."""

    def __init__(self) -> None:
        super().__init__()
        self.begin = time.perf_counter()
        self.why: dict[str, str] = {}
        """Why a page is read again, for pages that were read before."""

    def end(self, name: str) -> None:
        """Count the time since the last step ended to this one."""
        now = time.perf_counter()
        self.steps[name] = now - self.begin
        self.begin = now


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    steps = Steps()
    app.build_steps = steps  # type: ignore[attr-defined]
    app.connect("env-get-outdated", note_edited, priority=LAST)
    for event, priority, name in ENDS:
        app.connect(event, partial(_end, steps, name), priority=priority)
    app.connect("build-finished", report, priority=LAST)
    return {"parallel_read_safe": False, "parallel_write_safe": True, "version": "1"}


def _end(steps: Steps, name: str, *_event: object) -> tuple[()]:
    steps.end(name)
    return ()  # no page more, at the events that ask for pages


def note(app: Sphinx, page: str, why: str) -> None:
    """Keep why a page is read again; the first reason stands."""
    steps: Steps = app.build_steps  # type: ignore[attr-defined]
    steps.why.setdefault(page, why)


def note_edited(
    app: Sphinx, _env: object, added: set[str], edited: set[str], _removed: set[str]
) -> list[str]:
    """Keep why Sphinx itself reads pages again; of a first build, nothing is to be said."""
    before = app.env.all_docs
    for page in sorted(edited):
        note(app, page, "its file has changed")
    for page in sorted(added) if before else ():
        note(app, page, "a setting has changed" if page in before else "it is new")
    return []


def report(app: Sphinx, error: Exception | None) -> None:
    """Show the steps and the reasons, and write them down."""
    if error is not None:
        return
    steps: Steps = app.build_steps  # type: ignore[attr-defined]
    steps.notes = [f"{page}: {why}" for page, why in sorted(steps.why.items())]
    logger.info("%s", steps)
    content = {
        "seconds": {name: round(took, 3) for name, took in steps.steps.items()},
        "read_again": steps.why,
    }
    file = Path(app.outdir).parent / REPORT
    file.write_text(f"{json.dumps(content, indent=2)}\n", encoding="utf-8")
