"""The budgets of the site, which several tests compare it with."""

from __future__ import annotations

from pathlib import Path

import yaml

FILE = Path(__file__).with_name("budgets.yml")


def budgets(part: str) -> dict[str, int]:
    """Return the numbers of a part of the file by what they are about."""
    numbers: dict[str, int] = yaml.safe_load(FILE.read_text(encoding="utf-8"))[part]
    return numbers
