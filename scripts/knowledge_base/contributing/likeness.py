"""Names and titles that may mean the same thing. A person decides; nothing is merged by them.

The form on the page Add evidence goes by the same rule: its twin is `likeness.js`.
"""

import difflib
import re
import unicodedata
from collections.abc import Mapping

_ALIKE = 0.9
"""How alike two titles are, of 1, for a person to look whether they are one."""


def letters(text: str) -> str:
    """Return the letters and digits of a text, which is all that is compared of it."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text.casefold())))


def is_alike(one: str, other: str) -> bool:
    """Whether two titles are nearly the same, whatever article they begin with."""
    one, other = (letters(re.sub(r"\A(?:the|an?)\s+", "", t, flags=re.I)) for t in (one, other))
    match = difflib.SequenceMatcher(None, one, other, autojunk=False)
    # The first two are quick, and never less than the third.
    ratios = (match.real_quick_ratio, match.quick_ratio, match.ratio)
    return bool(one) and all(ratio() > _ALIKE for ratio in ratios)


def like_study(name: str, studies: Mapping[str, str]) -> str | None:
    """Return which of other studies, named by id, may be the one of this name; None for none."""
    for study, other in studies.items():
        if is_alike(name, other):
            nearly = "" if letters(name) == letters(other) else "nearly "
            return (
                f"'{study}' has {nearly}the same name, “{other}”. Are they one? If so, name that "
                "study instead, and add the source to its `sources` if it is not there."
            )
    return None
