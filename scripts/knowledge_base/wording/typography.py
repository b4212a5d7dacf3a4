"""Quotation marks, dashes and dots as printers set them, as Sphinx sets them in pages it reads."""

from __future__ import annotations

from docutils.utils import smartquotes


def typographic(text: str) -> str:
    """Return typed text as printers set it: `--` as a dash, straight quotation marks as curly."""
    dashed = smartquotes.educateDashesOldSchool(text)
    return str(smartquotes.educateQuotes(smartquotes.educateEllipses(dashed), "en"))
