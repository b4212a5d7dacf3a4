"""Runs JavaScript where there is no browser; the only module that knows which engine does it."""

from __future__ import annotations

import atexit
import json
from functools import lru_cache
from typing import Any

from py_mini_racer import MiniRacer


def call(script: str, function: str, *arguments: str) -> Any:
    """Return what a function of a script returns, as plain values."""
    call_as_json = f"JSON.stringify({function}(...{json.dumps(arguments)}))"
    return json.loads(str(_engine(script).eval(call_as_json)))


@lru_cache(maxsize=1)
def _engine(script: str) -> MiniRacer:
    """Return an engine that has run the script; to start one takes a tenth of a second."""
    engine = MiniRacer()
    # Left to the end of the process, it can wait for ever for its own thread.
    atexit.register(engine.close)
    engine.eval(script)
    return engine
