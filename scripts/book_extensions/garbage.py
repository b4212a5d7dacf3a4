"""Has Python look for garbage less often while the book is built.

By default it does after every 700 objects, and walks through all that a build holds again and
again: a quarter of a build's time, for what is mostly still in use.
"""

import gc
from typing import Any

from sphinx.application import Sphinx

OBJECTS = 50_000
"""How many objects more there are before Python looks for garbage."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    gc.set_threshold(OBJECTS)
    app.connect("builder-inited", settle)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


def settle(_app: Sphinx) -> None:
    """Look no more at what was made before the first page: modules, the evidence, settings."""
    gc.freeze()
