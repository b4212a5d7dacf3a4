"""What grows with the evidence, and how: check, export, build, and what is served."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from costs import Cost, cost
from results import Results

from knowledge_base.evidence_map.files import FOLDER as MAP
from knowledge_base.evidence_map.files import site_files
from knowledge_base.loading import load
from knowledge_base.pages.blueprint.component_sources import write_component_sources
from knowledge_base.search import search_files
from site_build import HTML, JUPYTER_BOOK, PROJECT, copy_project

pytestmark = pytest.mark.benchmark

SIZES = (1_000, 10_000, 100_000)
BUILT = SIZES[:2]
"""A site with more records is for a database; see the page."""
CHECKED = "check-jsonschema==0.39.0"
"""The program that others check YAML files with."""
OTHERS = PROJECT / "_build" / "other-programs"


def kb(root: Path, *words: str | Path) -> Cost:
    """What a command on the evidence at ``root`` costs."""
    return cost([sys.executable, PROJECT / "scripts" / "kb.py", "--root", root, *words])


def change_a_record(root: Path) -> None:
    """Have one record say something else, to and fro."""
    record = next((root / "evidence" / "records").rglob("*.yml"))
    text, few = record.read_text(), " in few places"
    changed = text.replace(few, " in places") if few in text else text.replace(" in places", few)
    assert changed != text
    record.write_text(changed)


@pytest.fixture(scope="module", params=SIZES)
def base(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with so many made-up records, which its name says."""
    root = tmp_path_factory.mktemp("made-up") / f"{request.param}"
    kb(PROJECT, "made-up", root, "--records", f"{request.param}")
    return root


def test_check(base: Path, results: Results) -> None:
    records = int(base.name)
    first = kb(base, "check")
    change_a_record(base)
    again = kb(base, "check")
    results.note(
        records,
        check_seconds=first.seconds,
        check_megabytes=first.megabytes,
        check_again_seconds=again.seconds,
    )
    assert first.megabytes <= 1000
    assert again.seconds <= first.seconds


def test_export_map_and_search(base: Path, results: Results, tmp_path: Path) -> None:
    records = int(base.name)
    if records not in BUILT:
        pytest.skip("more than a site is made of")
    export = kb(base, "export", tmp_path / "export")
    made = load(base)
    files = site_files(made) | search_files(made, ())
    sizes = {name: len(text) for name, text in files.items()}  # letters of ASCII, mostly
    results.note(
        records,
        export_seconds=export.seconds,
        export_bytes=sum(file.stat().st_size for file in (tmp_path / "export").iterdir()),
        map_bytes=sizes[f"{MAP}/data.js"] + sizes[f"{MAP}/texts-data.js"],
        search_bytes=sizes["search/index.js"],
    )


def test_build(base: Path, results: Results, tmp_path: Path) -> None:
    records = int(base.name)
    if records not in BUILT:
        pytest.skip("more than a site is made of")
    root = copy_project(tmp_path / "project")
    shutil.rmtree(root / "evidence")
    shutil.copytree(base / "evidence", root / "evidence")
    write_component_sources(root, load(root))
    for notebook in (root / "book").rglob("*.ipynb"):  # they are about our own evidence
        notebook.with_suffix(".md").write_text("# A notebook\n")
        notebook.unlink()
    command = [JUPYTER_BOOK, "build", ".", "-n"]
    environment = os.environ | {"PYTHONPATH": f"{root / 'scripts'}"}
    build = cost(command, cwd=root, env=environment)
    change_a_record(root)
    again = cost(command, cwd=root, env=environment)
    files = [file for file in (root / HTML).rglob("*") if file.is_file()]
    results.note(
        records,
        build_seconds=build.seconds,
        build_megabytes=build.megabytes,
        build_again_seconds=again.seconds,
        site_bytes=sum(file.stat().st_size for file in files),
        site_pages=sum(file.suffix == ".html" for file in files),
    )
    assert build.megabytes <= 1000


def test_check_against_check_jsonschema(base: Path, results: Results) -> None:
    if int(base.name) != 1_000:
        pytest.skip("one size is enough to compare")
    if not OTHERS.is_dir():
        cost([sys.executable, "-m", "pip", "install", "--target", OTHERS, CHECKED])
    records = sorted((base / "evidence" / "records").rglob("*.yml"))
    schema = PROJECT / "scripts" / "schemas" / "record.schema.json"
    theirs = cost(
        [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *records],
        env=os.environ | {"PYTHONPATH": f"{OTHERS}"},
    )
    ours = kb(base, "check", "--afresh")
    results.compare("check", ours.seconds, theirs.seconds)
    assert ours.seconds < theirs.seconds
