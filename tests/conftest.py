"""What the tests share: the made-up evidence, and the day on which it is checked."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from site_build import HTML, build, copy_project

# The same examples each time, so that nobody's change fails for what it didn't touch; new ones
# are looked for with `pytest --hypothesis-profile=search`.
settings.register_profile("steady", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("search", deadline=None, max_examples=3_000)
settings.load_profile("steady")

HERE = Path(__file__).resolve().parent
PROJECT = Path(os.environ.get("KB_PROJECT", HERE.parent))
"""Another project's evidence can be put to the same tests; see test_contributing.py."""
CORPUS = HERE / "corpus"


@pytest.fixture(scope="session")
def as_of() -> date:
    """The day on which tests check: fixed, and later than every date in the corpus."""
    return date(2024, 12, 31)


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of this project, with the real evidence. Only to be read."""
    return PROJECT


@pytest.fixture(scope="session")
def clean_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with the made-up evidence. Only to be read."""
    return Path(shutil.copytree(CORPUS, tmp_path_factory.mktemp("clean") / "project"))


@pytest.fixture
def corpus(clean_corpus: Path, tmp_path: Path) -> Path:
    """A fresh copy of the corpus, for a test to change, of which nothing is remembered."""
    ignore = shutil.ignore_patterns("_build")
    return Path(
        shutil.copytree(
            clean_corpus, tmp_path / "project", ignore=ignore, copy_function=shutil.copyfile
        )
    )


@pytest.fixture(scope="session")
def knowledge_base(clean_corpus: Path, as_of: date) -> KnowledgeBase:
    """The made-up evidence as the knowledge base. Frozen: safe to share."""
    return load(clean_corpus, as_of=as_of)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built book's HTML. Only to be read.

    The environment's KB_SITE names one that is built already, as `make test` does; without it
    the book is built once, in a copy of the project, which takes a minute or two.
    """
    if given := os.environ.get("KB_SITE"):
        site = Path(given).resolve()
        if not (site / "index.html").is_file():
            pytest.fail(f"KB_SITE is set to {given}, and no built book lies there.")
        return site
    root = copy_project(tmp_path_factory.mktemp("book") / "project")
    built = build(root, "-n", "-W", "--keep-going")
    if built.returncode:
        pytest.fail(f"The book could not be built.\n{built.stdout}", pytrace=False)
    return root / HTML


@pytest.fixture(scope="session")
def site_root(built_site: Path, project: Path) -> Path:
    """The project folder that the site was built in: a copy, or the project itself."""
    root = built_site.parent.parent
    return root if (root / "evidence").is_dir() else project


@pytest.fixture(scope="session")
def real_kb(site_root: Path) -> KnowledgeBase:
    """The evidence that the site was built from. Frozen: safe to share."""
    return load(site_root)
