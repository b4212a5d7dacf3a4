from cases import Case, write

CASES = {
    "nothing names it": Case(
        write(
            "sources/nobody2020.bib",
            "@misc{nobody2020,\n  author = {No One},\n  title = {None},\n  year = {2020},\n}\n",
        ),
        report="""
evidence/sources/nobody2020.bib:1:1: error[unused-source] nothing refers to the source 'nobody2020'.
    Add the record that needs it, or remove its file.
""",
    ),
}
