# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append

CASES = {
    "a key stands twice": Case(
        append(
            "sources.bib",
            "\n@book{moss2016,\n  author = {A},\n  title = {T},\n  year = {2016},\n}\n",
        ),
        report="""
evidence/sources.bib:100:1: error[duplicate-source] the key 'moss2016' is already taken by the entry on line 53.
    If it is the same document, remove this entry; if not, add a letter to the year.
""",
    ),
}
