from cases import Case, replace, write

RECORD = "records/training/cobb-2018-confidence.yml"

CASES = {
    "a file of another encoding": Case(
        write("studies/moss-review.yml", "name: Müll\nsummary: é — ü\n".encode("cp1252")), report=""
    ),
    "a byte after text of more than one byte a character": Case(
        write("studies/moss-review.yml", "name: x\nsummary: é — ü ".encode() + b"\xff\n"),
        report="",
    ),
    "after a mark of the byte order": Case(
        write("studies/moss-review.yml", b"\xef\xbb\xbfab\xff: x\n"), report=""
    ),
    "a file of two bytes a character": Case(
        write("studies/moss-review.yml", "name: Moss\n".encode("utf-16")), report=""
    ),
    "the bibliography": Case(write("sources.bib", "% Bücher\n".encode("latin-1")), report=""),
}
