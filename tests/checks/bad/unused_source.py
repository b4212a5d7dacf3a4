from cases import Case, append

CASES = {
    "nothing names it": Case(
        append(
            "sources.bib",
            "\n@misc{nobody2020,\n  author = {No One},\n  title = {None},\n  year = {2020},\n}\n",
        ),
        report="""
evidence/sources.bib:100:1: error[unused-source] nothing refers to the source 'nobody2020'.
    Add the record that needs it, or remove the entry.
""",
    ),
}
