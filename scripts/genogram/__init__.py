"""A genogram: drawn as SVG, told in words, and the symbols explained. All three say the same."""

from genogram.drawing import figure, svg
from genogram.legend import legend
from genogram.meanings import GENDERS, KINDS, PREGNANCIES, STATUSES, TIES
from genogram.page import (
    INVENTED,
    SMALL,
    Drawing,
    browser_data,
    invented_family,
    page_legend,
    page_tool,
    page_words,
)
from genogram.words import in_words, relationship_in_words
from genogram.writing_help import page_help

__all__ = [
    "GENDERS",
    "INVENTED",
    "KINDS",
    "PREGNANCIES",
    "SMALL",
    "STATUSES",
    "TIES",
    "Drawing",
    "browser_data",
    "figure",
    "in_words",
    "invented_family",
    "legend",
    "page_help",
    "page_legend",
    "page_tool",
    "page_words",
    "relationship_in_words",
    "svg",
]
