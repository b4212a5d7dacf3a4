from cases import append, Case

CASES = {
    "a key stands twice": Case(
        append(
            "sources.bib",
            "\n@book{moss2016,\n  author = {A},\n  title = {T},\n  year = {2016},\n}\n",
        ),
        report="",
    ),
}
