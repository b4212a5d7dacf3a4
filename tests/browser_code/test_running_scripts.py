"""Browser code that Python calls."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from pathlib import Path

import pytest

from browser_code.engine import Modules, ScriptError


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


@pytest.fixture(scope="module")
def engine() -> Modules:
    return Modules()


@pytest.mark.parametrize(
    "value", [{"__proto__": {"a": 1}, "b": 2}, {"constructor": 1}, "\u2028\ud800</script>", [None]]
)
def test_a_value_comes_back_as_it_went_in(engine: Modules, value: object) -> None:
    assert engine.call("(x) => x", value) == value


def test_a_function_that_returns_nothing_returns_none(engine: Modules) -> None:
    assert engine.call("() => {}") is None


@pytest.mark.parametrize(
    ("function", "message"),
    [
        ("() => { throw new RangeError('too far'); }", "RangeError: too far"),
        ("missing", "ReferenceError: missing is not defined"),
        ("() => {", "SyntaxError: Unexpected token ')'"),
        ("() => NaN", "TypeError: result: NaN"),
        ("() => ({ cost: [1, -Infinity] })", "TypeError: 1: -Infinity"),
        ("() => () => 1", "TypeError: result: function"),
        ("() => ({ draw() {} })", "TypeError: draw: function"),
        ("() => Symbol.iterator", "TypeError: result: symbol"),
        ("() => 1n", "TypeError: Do not know how to serialize a BigInt"),
    ],
)
def test_a_function_that_fails_is_named_with_the_reason_and_without_its_source(
    engine: Modules, function: str, message: str
) -> None:
    with pytest.raises(ScriptError) as failure:
        engine.call(function)
    assert (failure.value.function, failure.value.message) == (function, message)
    assert str(failure.value) == f"{function}: {message}"


@pytest.mark.parametrize("value", [Decimal(1), float("nan"), float("inf"), {"a": {1}}])
def test_a_value_that_json_cannot_hold_is_refused(engine: Modules, value: object) -> None:
    with pytest.raises(ScriptError, match="JSON"):
        engine.call("(x) => x", value)


def test_a_module_that_fails_is_named(tmp_path: Path) -> None:
    path = tmp_path / "late.js"
    path.write_text("export const late = missing + 1;\n", encoding="utf-8")
    with pytest.raises(ScriptError, match=r"^Late: ReferenceError: missing is not defined$"):
        Modules(Late=path)


def test_a_script_that_fails_gives_the_reason(engine: Modules) -> None:
    with pytest.raises(ScriptError, match=r"^script: Error: no$"):
        engine.run("throw new Error('no');")
