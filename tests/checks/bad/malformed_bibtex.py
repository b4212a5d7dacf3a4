# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, replace

BIB = "sources.bib"

CASES = {
    "a brace is not closed": Case(
        replace(BIB, "title = {Song maps, reviewed},", "title = {Song maps, reviewed,"),
        report="""
evidence/sources.bib:53:1: error[malformed-bibtex] the entry 'moss2016' can't be read.
    Check that every brace that opens also closes, and that a comma ends each field.
""",
    ),
    "a comma is missing": Case(
        replace(BIB, "title = {Song maps, reviewed},", "title = {Song maps, reviewed}"),
        report="""
evidence/sources.bib:55:3: error[malformed-bibtex] the value of 'title' is not one text in braces.
    Write title = {…}, with as many closing braces as opening ones, and a comma before the next field.
""",
    ),
    "braces don't match, though escaped": Case(
        replace(BIB, "Song maps, reviewed", "Maps \\{, reviewed"),
        report="""
evidence/sources.bib:55:3: error[malformed-bibtex] the value of 'title' is not one text in braces.
    Write title = {…}, with as many closing braces as opening ones, and a comma before the next field.
""",
    ),
    "a value is a bare word": Case(
        replace(BIB, "  publisher = {Nowhere Press},", "  month = jan,"),
        report="""
evidence/sources.bib:56:3: error[malformed-bibtex] the value of 'month' is not one text in braces.
    Write month = {…}, with as many closing braces as opening ones, and a comma before the next field.
""",
    ),
    "a value is put together": Case(
        replace(BIB, "title = {Song maps, reviewed}", 'title = "Maps" # ", reviewed"'),
        report="""
evidence/sources.bib:55:3: error[malformed-bibtex] the value of 'title' is not one text in braces.
    Write title = {…}, with as many closing braces as opening ones, and a comma before the next field.
""",
    ),
    "a field stands twice, in other letters": Case(
        replace(BIB, "  title = {Song maps", "  Title = {Trees},\n  title = {Maps"),
        report="""
evidence/sources.bib:56:3: error[malformed-bibtex] the entry 'moss2016' gives 'title' a second time; it was first given on line 55.
    Keep one of the two.
""",
    ),
    "a text with an @ is outside any entry": Case(
        append(BIB, "\nAsk\nmoss@example.org.\n"),
        report="""
evidence/sources.bib:101:1: error[malformed-bibtex] this text with an '@' is outside any entry.
    Look for a brace that closes too early in the entry above.
""",
    ),
    "a string is defined": Case(
        append(BIB, "\n@string{np = {Nowhere Press}}\n"),
        report="""
evidence/sources.bib:100:1: error[malformed-bibtex] only entries and comments are used here, no @string or @preamble.
    Write the text out in each entry.
""",
    ),
    "a type of entry is not known": Case(
        replace(BIB, "@book{", "@boook{"),
        report="""
evidence/sources.bib:53:1: error[malformed-bibtex] '@boook' is not a type of entry that the reference list can set.
    Did you mean 'book'?
""",
    ),
    "an entry has no key": Case(
        append(BIB, "\n@book{author = {A}}\n"),
        report="""
evidence/sources.bib:100:1: error[malformed-bibtex] this entry can't be read.
    Check that every brace that opens also closes, and that a comma ends each field.
""",
    ),
    "a name is a comma": Case(
        replace(BIB, "Moss, G. and Tarn, H.", "Moss, G. and ,"),
        report="""
evidence/sources.bib:54:3: error[malformed-bibtex] a name in 'author' is empty.
    Write people as in {Moss, G. and Tarn, H.}.
""",
    ),
}
