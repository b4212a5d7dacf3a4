"""A genogram: a family drawn as SVG and told in words, by one script for browser and Python.

The script is `browser/`; what it says, and what a family's text may hold, is `book/genograms/`.
"""

from genogram.drawing import Drawing
from genogram.page import page_help, page_legend, page_tool, page_words

__all__ = ["Drawing", "page_help", "page_legend", "page_tool", "page_words"]
