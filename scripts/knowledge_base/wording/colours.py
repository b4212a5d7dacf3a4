"""The colours of the site, read from its design tokens: pictures that stand alone hold them."""

import re
from functools import cache
from pathlib import Path

TOKENS = Path(__file__).resolve().parents[3] / "book" / "_static" / "tokens.css"

_LIGHT = re.compile(r'html\[data-theme="light"\] \{(.*?)\n\}', re.DOTALL)
_COLOUR = re.compile(r"--kb-([a-z0-9-]+): (#[0-9a-f]{6});")


@cache
def colours() -> dict[str, str]:
    """Return the light theme's colours by the name of their token, without `--kb-`."""
    light = _LIGHT.search(TOKENS.read_text(encoding="utf-8"))
    if light is None:
        raise ValueError(f"{TOKENS}: no colours of the light theme")
    return dict(_COLOUR.findall(light[1]))
