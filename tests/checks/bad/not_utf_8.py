from cases import Case, write

RECORD = "records/sight-singing/cobb-2018-confidence.yml"

CASES = {
    "a file of another encoding": Case(
        write("studies/moss-review.yml", "name: Müll\nsummary: é — ü\n".encode("cp1252")),
        report="""
evidence/studies/moss-review.yml:1:8: error[not-utf-8] byte 0xfc is not UTF-8 text.
    Save the file with the encoding UTF-8.
""",
    ),
    "a byte after text of more than one byte a character": Case(
        write("studies/moss-review.yml", "name: x\nsummary: é — ü ".encode() + b"\xff\n"),
        report="""
evidence/studies/moss-review.yml:2:16: error[not-utf-8] byte 0xff is not UTF-8 text.
    Save the file with the encoding UTF-8.
""",
    ),
    "after a mark of the byte order": Case(
        write("studies/moss-review.yml", b"\xef\xbb\xbfab\xff: x\n"),
        report="""
evidence/studies/moss-review.yml:1:3: error[not-utf-8] byte 0xff is not UTF-8 text.
    Save the file with the encoding UTF-8.
""",
    ),
    "a file of two bytes a character": Case(
        write("studies/moss-review.yml", "name: Moss\n".encode("utf-16")),
        report="""
evidence/studies/moss-review.yml:1:1: error[not-utf-8] byte 0xff is not UTF-8 text.
    Save the file with the encoding UTF-8.
""",
    ),
    "the bibliography": Case(
        write("sources/moss2016.bib", "% Bücher\n".encode("latin-1")),
        report="""
evidence/sources/moss2016.bib:1:4: error[not-utf-8] byte 0xfc is not UTF-8 text.
    Save the file with the encoding UTF-8.
""",
    ),
}
