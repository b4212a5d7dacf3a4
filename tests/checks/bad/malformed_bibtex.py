# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, replace

MOSS = "sources/moss2016.bib"

CASES = {
    "a brace is not closed": Case(
        replace(MOSS, "title = {Song maps, reviewed},", "title = {Song maps, reviewed,"),
        report="""
evidence/sources/moss2016.bib:1:1: error[malformed-bibtex] the entry 'moss2016' can't be read.
    Check that every brace that opens also closes, and that a comma ends each field.
""",
    ),
    "a comma is missing": Case(
        replace(MOSS, "title = {Song maps, reviewed},", "title = {Song maps, reviewed}"),
        report="""
evidence/sources/moss2016.bib:3:3: error[malformed-bibtex] the value of 'title' is not one text in braces.
    Write title = {…}, with as many closing braces as opening ones, and a comma before the next field.
""",
    ),
    "braces don't match, though escaped": Case(
        replace(MOSS, "Song maps, reviewed", "Maps \\{, reviewed"),
        report="""
evidence/sources/moss2016.bib:3:3: error[malformed-bibtex] the value of 'title' is not one text in braces.
    Write title = {…}, with as many closing braces as opening ones, and a comma before the next field.
""",
    ),
    "a value is a bare word": Case(
        replace(MOSS, "  publisher = {Nowhere Press},", "  month = jan,"),
        report="""
evidence/sources/moss2016.bib:4:3: error[malformed-bibtex] the value of 'month' is not one text in braces.
    Write month = {…}, with as many closing braces as opening ones, and a comma before the next field.
""",
    ),
    "a value is put together": Case(
        replace(MOSS, "title = {Song maps, reviewed}", 'title = "Maps" # ", reviewed"'),
        report="""
evidence/sources/moss2016.bib:3:3: error[malformed-bibtex] the value of 'title' is not one text in braces.
    Write title = {…}, with as many closing braces as opening ones, and a comma before the next field.
""",
    ),
    "a field stands twice, in other letters": Case(
        replace(MOSS, "  title = {Song maps", "  Title = {Trees},\n  title = {Maps"),
        report="""
evidence/sources/moss2016.bib:4:3: error[malformed-bibtex] the entry 'moss2016' gives 'title' a second time; it was first given on line 3.
    Keep one of the two.
""",
    ),
    "a text with an @ is outside any entry": Case(
        append(MOSS, "\nAsk\nmoss@example.org.\n"),
        report="""
evidence/sources/moss2016.bib:10:1: error[malformed-bibtex] this text with an '@' is outside any entry.
    Look for a brace that closes too early in the entry above.
""",
    ),
    "a string is defined": Case(
        append(MOSS, "\n@string{np = {Nowhere Press}}\n"),
        report="""
evidence/sources/moss2016.bib:9:1: error[malformed-bibtex] only entries and comments are used here, no @string or @preamble.
    Write the text out in each entry.
""",
    ),
    "a type of entry is not known": Case(
        replace(MOSS, "@book{", "@boook{"),
        report="""
evidence/sources/moss2016.bib:1:1: error[malformed-bibtex] '@boook' is not a type of entry that the reference list can set.
    Did you mean 'book'?
""",
    ),
    "an entry has no key": Case(
        append(MOSS, "\n@book{author = {A}}\n"),
        report="""
evidence/sources/moss2016.bib:9:1: error[malformed-bibtex] this entry can't be read.
    Check that every brace that opens also closes, and that a comma ends each field.
""",
    ),
    "a name is a comma": Case(
        replace(MOSS, "Moss, G. and Tarn, H.", "Moss, G. and ,"),
        report="""
evidence/sources/moss2016.bib:2:3: error[malformed-bibtex] a name in 'author' is empty.
    Write people as in {Moss, G. and Tarn, H.}.
""",
    ),
}
