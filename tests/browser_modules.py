"""Browser code run without a browser: modules in V8, called from Python."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from browser_code import bundle


class Modules:
    """Modules, each under a global name that holds what it exports."""

    def __init__(self, **modules: Path) -> None:
        self._engine = MiniRacer()
        # V8 alone has none of what browsers add; this is what our modules without a page use.
        self._engine.eval("globalThis.structuredClone = (x) => JSON.parse(JSON.stringify(x));")
        for name, path in modules.items():
            self._engine.eval(bundle(path, name))

    def run(self, script: str) -> None:
        """Run a classic script."""
        self._engine.eval(script)

    def call(self, function: str, *values: Any) -> Any:
        """Call a function, by its name or as an arrow function, with values; return its value."""
        given = ", ".join(json.dumps(value) for value in values)
        return json.loads(self._engine.eval(f"JSON.stringify(({function})({given}) ?? null)"))
