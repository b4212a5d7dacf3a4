"""A command loads the libraries that it needs, and no others: they take longer than most work."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

LOADED = """
import contextlib, io, json, site, sys
import kb
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    kb.main(sys.argv[1:])
folders = tuple(site.getsitepackages())
files = {name: getattr(module, "__file__", None) or "" for name, module in sys.modules.items()}
print(json.dumps(sorted({n.partition(".")[0] for n, f in files.items() if f.startswith(folders)})))
"""

TO_READ = {"annotated_types", "bibtexparser", "pydantic", "pydantic_core", "pylatexenc", "yaml"}
"""What reads and checks the evidence. Whatever these load in turn is theirs."""


def libraries(*arguments: str) -> set[str]:
    """Return the libraries that are loaded in a process of its own which runs `kb`."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(done.stdout)) - {"_distutils_hack"}  # of every process here
    return {name for name in loaded if not name.startswith("typing_")}


def test_help_needs_no_library() -> None:
    assert libraries("--help") == set()


@pytest.mark.parametrize("verb", ["check", "due", "stats"])
def test_what_reads_the_evidence_loads_what_reads_it(corpus: Path, verb: str) -> None:
    assert libraries(verb, "--root", str(corpus)) <= TO_READ
