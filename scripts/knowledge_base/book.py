"""The book that this library is part of: its name, and which pages it has.

A book of another topic leaves pages out; what only they need isn't written for it.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
BOOK = ROOT / "book"


def has(path: str) -> bool:
    """Whether the book has a file or folder at a path below `book/`."""
    return (BOOK / path).exists()


def title() -> str:
    """Return what the book is called."""
    return str(_settings()["title"])


def author() -> str:
    """Return who makes the book."""
    return str(_settings()["author"])


def name() -> str:
    """Return by what name the data is cited and described: words joined by hyphens."""
    return str(_settings()["sphinx"]["config"]["knowledge_base_name"])


def brief_pdf() -> str:
    """Return the file in `data/` that holds the brief of the whole model on paper."""
    return f"{name()}-brief.pdf"


@lru_cache(maxsize=1)
def _settings() -> dict[str, Any]:
    settings: dict[str, Any] = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    return settings
