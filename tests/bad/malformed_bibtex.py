from cases import append, Case, replace

BIB = "sources.bib"

CASES = {
    "a brace is not closed": Case(
        replace(BIB, "title = {Family trees, reviewed},", "title = {Family trees, reviewed,"),
        report="",
    ),
    "a comma is missing": Case(
        replace(BIB, "title = {Family trees, reviewed},", "title = {Family trees, reviewed}"),
        report="",
    ),
    "braces don't match, though escaped": Case(
        replace(BIB, "Family trees, reviewed", "Family trees \\{, reviewed"), report=""
    ),
    "a value is a bare word": Case(
        replace(BIB, "  publisher = {Nowhere Press},", "  month = jan,"), report=""
    ),
    "a value is put together": Case(
        replace(BIB, "title = {Family trees, reviewed}", 'title = "Family trees" # ", reviewed"'),
        report="",
    ),
    "a field stands twice, in other letters": Case(
        replace(BIB, "  title = {Family trees", "  Title = {Trees},\n  title = {Family trees"),
        report="",
    ),
    "a text with an @ is outside any entry": Case(
        append(BIB, "\nAsk\nmoss@example.org.\n"), report=""
    ),
    "a string is defined": Case(append(BIB, "\n@string{np = {Nowhere Press}}\n"), report=""),
    "a type of entry is not known": Case(replace(BIB, "@book{", "@boook{"), report=""),
    "an entry has no key": Case(append(BIB, "\n@book{author = {A}}\n"), report=""),
}
