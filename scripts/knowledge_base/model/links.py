"""What makes an address one that a reader can follow."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Letters beyond ASCII may stand in a link; what else RFC 3986 leaves out would need escaping.
_CHARACTERS = re.compile(r"[^\s<>\"{}|\\^`]+\Z")
_HOST = re.compile(r"[a-z0-9]([-a-z0-9.]*[a-z0-9])?\.[a-z]{2,}(:\d{1,5})?\Z", re.IGNORECASE)


def has_web_scheme(link: str) -> bool:
    """Whether a link begins with http:// or https://."""
    try:
        return urlsplit(link).scheme in ("http", "https")
    except ValueError:
        return False


def is_well_formed(link: str) -> bool:
    """Whether a link to the web has a host, and no characters that no link has."""
    try:
        return bool(_HOST.match(urlsplit(link).netloc) and _CHARACTERS.match(link))
    except ValueError:
        return False
