"""Runs the code of the book's pages in the build's own process.

MyST-NB starts a Jupyter kernel for every page. Each takes more than a second to start and to
load the library, and five network ports, which two builds at the same time now and then both
want. Here each page gets an IPython shell with names of its own instead, which outlives no page.
That the pages also run in real kernels, as readers run them, is what nbmake tests.
"""

from __future__ import annotations

import atexit
import contextlib
import io
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import myst_nb.core.execute
import nbformat
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from myst_nb.core.execute.base import NotebookClientBase
from nbformat import NotebookNode
from nbformat.v4 import new_output
from sphinx.application import Sphinx
from sphinx.util import logging
from traitlets import Type
from traitlets.config import Config

logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    # MyST-NB offers no setting for it: what it makes where pages are to be executed is replaced.
    myst_nb.core.execute.NotebookClientDirect = InProcessClient
    return {"parallel_read_safe": False, "parallel_write_safe": True, "version": "1"}


class InProcessClient(NotebookClientBase):  # type: ignore[misc]
    """Executes a page when MyST-NB is about to show it."""

    def start_client(self) -> None:
        """Run all cells in order, in the page's folder, and keep their outputs.

        The first cell that fails ends the build.
        """
        start = time.monotonic()
        with contextlib.chdir(self.path.parent), _shell() as shell:
            for index, cell in enumerate(self.notebook.cells):
                if cell.cell_type == "code":
                    self._run(shell, cell, index)
        # As a kernel would tell; MyST-NB colours the code by it.
        self.notebook.metadata["language_info"] = {"name": "python", "pygments_lexer": "ipython3"}
        runtime = time.monotonic() - start
        self.logger.info(f"Executed notebook in {runtime:.2f} seconds")
        self.exec_metadata = {
            "mtime": time.time(),
            "runtime": runtime,
            "method": self.nb_config.execution_mode,
            "succeeded": True,
            "error": None,
            "traceback": None,
        }

    def _run(self, shell: PageShell, cell: NotebookNode, index: int) -> None:
        error = _run(shell, cell, self.nb_config.execution_timeout)
        if error is not None:
            # What the shell has printed ends with the traceback of the cell.
            printout = "".join(output.get("text", "") for output in cell.outputs)
            # Not an exception: Jupyter Book would show it twice, among pages of its own calls.
            sys.exit(
                "\nThe code of a page failed, so the book is not built.\n\n"
                f"{self.path}:{self.cell_line(index)}: {error!r}\n\n{printout}"
            )


def shows_the_same(app: Sphinx, docname: str, executed: Path) -> bool:
    """Whether the code of a page, run again, shows what it showed when it was last executed."""
    if not executed.is_file():
        return False
    notebook = nbformat.read(executed, as_version=4)  # type: ignore[no-untyped-call]
    with contextlib.chdir(Path(app.env.doc2path(docname)).parent), _shell() as shell:
        for cell in notebook.cells:
            if cell.cell_type == "code":
                before = cell.outputs
                error = _run(shell, cell, app.config.nb_execution_timeout)
                if error is not None or cell.outputs != before:
                    return False
    logger.info("%s: run again, and shows the same", docname)
    return True


def _run(shell: PageShell, cell: NotebookNode, seconds: int) -> BaseException | None:
    """Run a cell and keep its outputs; return what it raised."""
    shell.outputs = cell.outputs = []
    with (
        contextlib.redirect_stdout(Stream("stdout", shell.outputs)),
        contextlib.redirect_stderr(Stream("stderr", shell.outputs)),
        _at_most(seconds),
    ):
        result = shell.run_cell(cell.source, store_history=True)  # type: ignore[no-untyped-call]
    cell.execution_count = shell.execution_count - 1
    error: BaseException | None = result.error_before_exec or result.error_in_exec
    if isinstance(error, KeyboardInterrupt):
        raise error  # meant for the build, not for the page
    return error


class Publisher(DisplayPublisher):
    """Keeps what a cell displays."""

    shell: PageShell

    def publish(
        self, data: dict[str, Any], metadata: dict[str, Any] | None = None, *_: Any, **__: Any
    ) -> None:
        """Keep one display."""
        self.shell.outputs.append(_output("display_data", data=data, metadata=metadata or {}))


class Hook(DisplayHook):
    """Keeps the value of a cell's last expression."""

    shell: PageShell

    def __call__(self, result: Any = None) -> None:
        """Keep the value, if there is one and no semicolon hides it."""
        if result is None or self.quiet():  # type: ignore[no-untyped-call]
            return
        data, metadata = self.compute_format_data(result)  # type: ignore[no-untyped-call]
        self.update_user_ns(result)  # type: ignore[no-untyped-call]
        count = self.shell.execution_count
        self.shell.outputs.append(
            _output("execute_result", data=data, metadata=metadata, execution_count=count)
        )


def _output(kind: str, **fields: Any) -> NotebookNode:
    output: NotebookNode = new_output(kind, **fields)  # type: ignore[no-untyped-call]
    return output


class PageShell(InteractiveShell):
    """A shell for one page: no history, no colours, and what it shows is kept."""

    display_pub_class = Type(Publisher)
    displayhook_class = Type(Hook)
    outputs: list[NotebookNode]


class Stream(io.TextIOBase):
    """What a cell prints, as outputs of one stream among its other outputs."""

    def __init__(self, name: str, outputs: list[NotebookNode]) -> None:
        self.name = name
        self.outputs = outputs

    def writable(self) -> bool:
        """Say that this can be printed to."""
        return True

    def write(self, text: str) -> int:
        """Keep the text: with what was printed just before, or as an output of its own."""
        last = self.outputs[-1] if self.outputs else None
        if last is not None and last.output_type == "stream" and last.name == self.name:
            last.text += text
        elif text:
            self.outputs.append(_output("stream", name=self.name, text=text))
        return len(text)


@contextlib.contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    """End what takes longer, so that one page can't hold up the build for ever."""
    if not hasattr(signal, "setitimer"):  # Windows has no clock that interrupts
        yield
        return

    def end(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"the cell ran for more than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _shell() -> Iterator[PageShell]:
    """Give a page the shell that IPython's `display` talks to; leave no trace of it."""
    config = Config()
    config.HistoryManager.enabled = False
    config.PageShell.colors = "nocolor"
    hook, path, main = sys.displayhook, list(sys.path), sys.modules["__main__"]
    PageShell.clear_instance()
    shell = PageShell.instance(config=config)
    try:
        yield shell
    finally:
        PageShell.clear_instance()
        # A shell that lives to the end of the process takes leave by collecting garbage: each
        # page's would walk through the whole book in memory once more.
        atexit.unregister(shell.atexit_operations)
        sys.displayhook, sys.path[:], sys.modules["__main__"] = hook, path, main
