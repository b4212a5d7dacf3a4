"""Runs browser code where there is no browser; the only module that knows which engine does it."""

from __future__ import annotations

import atexit
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from browser_code.bundle import bundle


class Modules:
    """Modules in V8, each under a global name that holds what it exports.

    To start an engine takes a tenth of a second, so whoever calls it often keeps it.
    """

    def __init__(self, **modules: Path) -> None:
        # Made where an event loop runs (a notebook's, a browser's), it would end with that loop.
        with ThreadPoolExecutor(1) as elsewhere:
            self._engine = elsewhere.submit(MiniRacer).result()
        # Left to the end of the process, it can wait for ever for its own thread.
        atexit.register(self._engine.close)
        # V8 alone has none of what browsers add; this is what our modules without a page use.
        self._engine.eval("globalThis.structuredClone = (x) => JSON.parse(JSON.stringify(x));")
        for name, path in modules.items():
            self._engine.eval(bundle(path, name))

    def run(self, script: str) -> None:
        """Run a classic script."""
        self._engine.eval(script)

    def call(
        self,
        function: str,
        *values: Any,
        as_object: Callable[[dict[str, Any]], Any] | None = None,
    ) -> Any:
        """Return what a function, named or written as an arrow function, returns for values.

        Values go in and out as JSON; ``as_object`` makes something else of each object.
        """
        arguments = ", ".join(json.dumps(value) for value in values)
        result = self._engine.eval(f"JSON.stringify(({function})({arguments}) ?? null)")
        return json.loads(str(result), object_hook=as_object)
