"""A genogram: a family drawn as SVG and described in words, by one script for browser and Python.

The script is `browser/`; what it says, and what a family's text may hold, is `book/genograms/`.
"""

from genogram.drawing import Drawing
from genogram.files import parts_of_text

__all__ = ["Drawing", "parts_of_text"]
