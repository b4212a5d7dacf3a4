"""Pages of components are made, and kept out of the way of those that are written by hand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.blueprint.component_sources import (
    TEMPLATE,
    component_sources,
    is_made,
    with_components,
    write_component_sources,
)

INDEX, ONE, TWO, TOOL = (f"book/blueprint/{name}" for name in ("index", "one", "two", "tool"))


@pytest.fixture
def root(tmp_path: Path, project: Path) -> Path:
    (tmp_path / "book" / "blueprint").mkdir(parents=True)
    shutil.copyfile(project / "book" / TEMPLATE, tmp_path / "book" / TEMPLATE)
    return tmp_path


def test_every_component_has_a_page_with_its_name(root: Path, knowledge_base: KnowledgeBase):
    write_component_sources(root, knowledge_base)

    for component, term in knowledge_base.components.items():
        text = (root / "book" / "blueprint" / f"{component}.md").read_text(encoding="utf-8")
        assert f"\n# {term.label}\n" in text
        assert f'Component(page.kb, "{component}")' in text


def test_a_page_written_by_hand_stays(root: Path, knowledge_base: KnowledgeBase):
    page = root / "book" / "blueprint" / "sight-singing.md"
    page.write_text("# Ours\n", encoding="utf-8")

    write_component_sources(root, knowledge_base)

    assert page.read_text(encoding="utf-8") == "# Ours\n"


def test_a_page_whose_component_is_gone_goes(root: Path, knowledge_base: KnowledgeBase):
    write_component_sources(root, knowledge_base)
    folder = root / "book" / "blueprint"
    made = (folder / "sight-singing.md").read_text(encoding="utf-8")
    (folder / "gone.md").write_text(made, encoding="utf-8")
    (folder / "index.md").write_text("# How the parts fit\n", encoding="utf-8")

    write_component_sources(root, knowledge_base)

    assert not (folder / "gone.md").exists()
    assert not is_made(folder / "index.md")


def test_a_book_without_the_template_has_no_such_pages(
    tmp_path: Path, knowledge_base: KnowledgeBase
):
    assert component_sources(tmp_path, knowledge_base) == {}


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ([INDEX, ONE, TOOL, TWO], [INDEX, ONE, TOOL, TWO]),
        ([INDEX, ONE, TOOL], [INDEX, ONE, TWO, TOOL]),
        ([INDEX, TOOL], [INDEX, ONE, TWO, TOOL]),
        (["book/start"], ["book/start"]),
        ([], []),
    ],
)
def test_what_the_navigation_lacks_follows_the_last_that_it_lists(
    listed: list[str], expected: list[str]
):
    assert with_components(listed, ["one", "two"]) == expected
