"""The evidence itself, for pages whose sentences are about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase


@pytest.fixture(scope="session")
def real_kb(project: Path) -> KnowledgeBase:
    """Return the knowledge base of this project."""
    return load(project)
