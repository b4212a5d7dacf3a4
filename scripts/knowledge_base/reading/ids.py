"""Ids for what has none yet, made of words that tell what it is."""

import re
import unicodedata

LONGEST = 80
"""Characters of an id; it is a file's name and part of an address."""
LONGEST_NAME = 24
"""Characters that an author's name may take of it."""

_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
_REFUSED = re.compile(r'[<>:"|?*\\]|[. ]\Z')


def is_portable(name: str) -> bool:
    """Whether a file or folder can have the name on Windows too."""
    return name.partition(".")[0].strip().lower() not in _DEVICES and not _REFUSED.search(name)


def slug(text: str) -> str:
    """Return the text's words in the form of an id; empty if it has none.

    Marks are taken off letters; apostrophes join, everything else parts.
    """
    letters = unicodedata.normalize("NFKD", re.sub("['’]", "", text.lower()))
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return "-".join(re.findall("[a-z0-9]+", plain))
