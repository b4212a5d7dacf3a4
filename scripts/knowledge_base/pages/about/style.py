"""How the site is written: the words that it avoids, and what it says instead."""

from pathlib import Path
from typing import Any

import yaml

WORDS = "book/about/style.yml"


def facts(root: Path) -> dict[str, Any]:
    """Return the pairs of words in the project at ``root``, as `words`."""
    content: dict[str, Any] = yaml.safe_load((root / WORDS).read_text(encoding="utf-8"))
    return content
