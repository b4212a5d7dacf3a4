"""Quotation marks, dashes and dots as printers set them, as Sphinx sets them in pages it reads."""

import re

from docutils.utils import smartquotes

_TYPED = re.compile(r"""['"]|--|\.\.\.|\. \. \.""")
"""What printers set otherwise. Most texts hold none of it, and setting one takes long."""


def typographic(text: str) -> str:
    """Return typed text as printers set it: `--` as a dash, straight quotation marks as curly."""
    if not _TYPED.search(text):
        return str(text)
    dashed = smartquotes.educateDashesOldSchool(text)
    return str(smartquotes.educateQuotes(smartquotes.educateEllipses(dashed), "en"))
