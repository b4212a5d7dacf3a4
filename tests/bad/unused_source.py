from cases import append, Case

CASES = {
    "nothing names it": Case(
        append(
            "sources.bib",
            "\n@book{nobody2020,\n  author = {Nobody},\n  title = {Nothing},\n  year = {2020},\n}\n",
        ),
        report="",
    ),
}
