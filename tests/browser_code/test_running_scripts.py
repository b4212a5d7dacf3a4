"""Browser code that Python calls."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from browser_code.engine import Modules


@pytest.fixture
def module(tmp_path: Path) -> Path:
    path = tmp_path / "sums.js"
    path.write_text("export const sum = (a, b) => ({ sum: a + b });\n", encoding="utf-8")
    return path


def test_what_a_module_exports_is_called_with_values_of_python(module: Path) -> None:
    modules = Modules(Sums=module)
    assert modules.call("Sums.sum", 0.1, 0.2) == {"sum": 0.1 + 0.2}
    assert modules.call("(a) => Sums.sum(a, 1).sum", 2) == 3
    assert modules.call("Sums.sum", 1, 2, as_object=lambda one: one["sum"]) == 3


def test_modules_outlive_the_event_loop_in_which_they_were_made(module: Path) -> None:
    async def made() -> Modules:
        modules = Modules(Sums=module)
        assert modules.call("Sums.sum", 1, 1) == {"sum": 2}
        return modules

    assert asyncio.run(made()).call("Sums.sum", 1, 2) == {"sum": 3}
