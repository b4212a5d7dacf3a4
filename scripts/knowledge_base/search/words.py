"""Words that readers ask by and the pages don't say: `book/search.yml`, if the book has one."""

from typing import Any

import yaml

from knowledge_base.book import BOOK

_FILE = BOOK / "search.yml"
_WORDS: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8")) if _FILE.is_file() else {}

ALIKE: tuple[tuple[str, ...], ...] = tuple(map(tuple, _WORDS.get("alike", ())))
"""Words that are asked for one another. A word that was asked for weighs more than its like."""

SPELLINGS: dict[str, str] = _WORDS.get("spellings", {})
"""What readers write, and what the site writes."""

ASKED: dict[str, tuple[str, ...]] = {
    place: tuple(phrases.split("; ")) for place, phrases in _WORDS.get("asked", {}).items()
}
"""What readers may ask for, by the place that answers it."""
