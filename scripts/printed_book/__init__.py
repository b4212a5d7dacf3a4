"""The whole book on paper: the built site's pages as one document, printed by a browser.

The brief of the whole model is printed on its own as well.

`chapters` reads the built site, `document` makes one page of HTML of it, `printing` has a
browser print that and puts the numbers of the pages into its contents. `make pdf` runs it.
"""

from knowledge_base import book

PDF = f"data/{book.name()}.pdf"
"""Where the printed book lies, from the root of the site."""

BRIEF_PDF = f"data/{book.brief_pdf()}"
"""Where the printed brief of the whole model lies."""
