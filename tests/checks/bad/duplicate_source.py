# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, write

CASES = {
    "a key stands twice": Case(
        append(
            "sources/moss2016.bib",
            "\n@book{moss2016,\n  author = {A},\n  title = {T},\n  year = {2016},\n}\n",
        ),
        report="""
evidence/sources/moss2016.bib:9:1: error[duplicate-source] the key 'moss2016' is already taken by the entry on line 1.
    If it is the same document, remove this entry; if not, add a letter to the year.
""",
    ),
    "a key stands in the one file of an older base, too": Case(
        write(
            "sources.bib", "@misc{moss2016,\n  author = {A},\n  title = {T},\n  year = {2016},\n}\n"
        ),
        report="""
evidence/sources.bib:1:1: error[duplicate-source] the key 'moss2016' is already taken in evidence/sources/moss2016.bib.
    If both are the same document, remove one; if not, add a letter to the year.
evidence/sources.bib:1:1: warning[source-file] all sources are in one file, in which git can't join what two people add.
    Run `kb split-sources`; it gives each source a file of its own.
""",
    ),
}
