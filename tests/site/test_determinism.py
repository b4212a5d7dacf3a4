"""The same evidence gives the same bytes, whatever the folder, the run and the order of sets."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.book

# Prints the name and the fingerprint of every file that is made from the evidence.
MAKE = """
import hashlib, sys
from pathlib import Path
from knowledge_base.loading import load
from knowledge_base.pages.generated import generated_pages
from knowledge_base.search import search_files
from knowledge_base.site_files import site_files

def search_index(kb):
    # Of the evidence alone; what pages say is added where they are built.
    return search_files(kb, ())

def bodies(kb):
    return {page.name: page.body for page in generated_pages(Path(sys.argv[1]), kb)}

kb = load(Path.cwd())
for make in (site_files, bodies, search_index):
    for name, content in make(kb).items():
        data = content.encode("utf-8") if isinstance(content, str) else content
        print(make.__name__, name, hashlib.sha256(data).hexdigest())
"""


def made(root: Path, project: Path, seed: str) -> str:
    """Return what is made from the evidence at ``root``, in a Python that orders sets its way."""
    return subprocess.run(
        [sys.executable, "-c", MAKE, project],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(project / "scripts"), "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_the_real_evidence_gives_the_same_bytes_in_any_folder_and_run(
    project: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "eine andere Mappe"
    shutil.copytree(project / "evidence", elsewhere / "evidence", copy_function=shutil.copyfile)
    here, there = made(project, project, "1"), made(elsewhere, project, "2")
    assert here.count("\n") > 250
    assert here == there


def test_the_built_site_holds_those_bytes(built_site: Path, site_root: Path) -> None:
    for line in made(site_root, site_root, "3").splitlines():
        maker, name, digest = line.split()
        if maker == "site_files":
            data = (built_site / name).read_bytes()
            assert hashlib.sha256(data).hexdigest() == digest, name


def test_the_site_names_no_folder_of_the_machine_that_built_it(
    built_site: Path, site_root: Path
) -> None:
    marks = {str(site_root), str(built_site), str(Path.home()) + "/", "/tmp/", sys.prefix}
    naming = [
        (file.relative_to(built_site).as_posix(), mark)
        for file in built_site.rglob("*")
        if file.is_file() and "_static" not in file.parts
        for mark in marks
        if mark.encode() in file.read_bytes()
    ]
    assert not naming


def test_no_id_is_made_from_a_remark_of_the_builder(built_site: Path) -> None:
    remarks = ("info-1-duplicate", "(INFO/1)", "(WARNING/2)")
    naming = [
        (file.relative_to(built_site).as_posix(), remark)
        for ending in ("*.html", "*.js")
        for file in built_site.rglob(ending)
        if "_static" not in file.parts
        for remark in remarks
        if remark in file.read_text(encoding="utf-8")
    ]
    assert not naming
