"""What the tests of downloads share: the made-up and the real evidence, and all of it as files."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge_base.exports.data_package import data_package
from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase


@pytest.fixture(
    scope="module", params=["made up", pytest.param("real", marks=pytest.mark.evidence)]
)
def kb(request: pytest.FixtureRequest) -> KnowledgeBase:
    if request.param == "made up":
        return request.getfixturevalue("knowledge_base")
    return load(request.getfixturevalue("project"))


@pytest.fixture(scope="module")
def folder(kb: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the data package. Only to be read."""
    place = tmp_path_factory.mktemp("package")
    for name, content in data_package(kb).items():
        (place / name).write_bytes(content)
    return place
