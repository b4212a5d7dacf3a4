"""A genogram: drawn as SVG, told in words, and the symbols explained. All three say the same."""

from knowledge_base.surfaces.genogram.drawing import figure, svg
from knowledge_base.surfaces.genogram.legend import legend
from knowledge_base.surfaces.genogram.meanings import GENDERS, KINDS, PREGNANCIES, STATUSES, TIES
from knowledge_base.surfaces.genogram.page import (
    INVENTED,
    SMALL,
    Drawing,
    browser_data,
    invented_family,
    page_legend,
    page_tool,
    page_words,
)
from knowledge_base.surfaces.genogram.words import in_words, relationship_in_words
from knowledge_base.surfaces.genogram.writing_help import page_help

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
