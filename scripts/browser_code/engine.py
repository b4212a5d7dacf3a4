"""Runs browser code where there is no browser; the only module that knows which engine does it."""

import atexit
import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from py_mini_racer import JSEvalException, MiniRacer

from browser_code.bundle import bundle

_PRELUDE = """
globalThis.structuredClone = (x) => JSON.parse(JSON.stringify(x));
globalThis.refuseWhatJsonLoses = (key, value) => {
  const kind = Number.isFinite(value) ? "" : typeof value;
  if (!["number", "function", "symbol"].includes(kind)) return value;
  throw new TypeError(`${key || "result"}: ${kind === "number" ? value : kind}`);
};
"""
"""V8 alone has none of what browsers add: the clone is what our modules without a page use."""


class ScriptError(Exception):
    """A script that failed, or a value or result that JSON can't hold."""

    def __init__(self, function: str, message: str) -> None:
        super().__init__(function, message)
        self.function = function
        self.message = message

    def __str__(self) -> str:
        """Return what was run, and why it failed."""
        return f"{self.function}: {self.message}"


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
        self.run(_PRELUDE)
        for name, path in modules.items():
            self._evaluate(name, bundle(path, name))

    def run(self, script: str) -> None:
        """Run a classic script. Raises ScriptError if it fails."""
        self._evaluate("script", script)

    def call(
        self,
        function: str,
        *values: Any,
        as_object: Callable[[dict[str, Any]], Any] | None = None,
    ) -> Any:
        """Return what a function, named or written as an arrow function, returns for values.

        Values go in and out as JSON; ``as_object`` makes something else of each object. Raises
        ScriptError if the function fails, and for a value or result that JSON can't hold.
        """
        try:
            # As source instead of text, `__proto__` would set what an object inherits.
            texts = json.dumps(json.dumps(values, allow_nan=False))
        except (TypeError, ValueError) as error:
            raise ScriptError(function, str(error)) from error
        call = f"({function})(...JSON.parse({texts})) ?? null"
        result = self._evaluate(function, f"JSON.stringify({call}, refuseWhatJsonLoses)")
        return json.loads(str(result), object_hook=as_object)

    def _evaluate(self, name: str, source: str) -> object:
        try:
            return self._engine.eval(source)
        except JSEvalException as error:
            # Below the place and the message stands the source, which is packed.
            message = str(error).partition("\n")[0]
            raise ScriptError(name, re.sub(r"^<anonymous>:\d+: ", "", message)) from None
