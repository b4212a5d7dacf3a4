"""What makes an address one that a reader can follow."""

import re
from urllib.parse import urlsplit

WEB_ADDRESS = (
    r"[Hh][Tt][Tt][Pp][Ss]?://"
    r"[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?\.[A-Za-z]{2,}(:[0-9]{1,5})?"
    # Letters beyond ASCII may stand in a link; what else RFC 3986 leaves out would need escaping.
    r'([/?#][^\s<>"{}|\\^`]*)?'
)
"""A link to the web, with a host, and no characters that no link has."""


def has_web_scheme(link: str) -> bool:
    """Whether a link begins with http:// or https://."""
    try:
        return urlsplit(link).scheme in ("http", "https")
    except ValueError:
        return False


def is_well_formed(link: str) -> bool:
    """Whether a link to the web can be followed as it is."""
    return re.fullmatch(WEB_ADDRESS, link) is not None
