from cases import append, Case

CASES = {
    "a record is larger than any text of ours": Case(
        append("records/training/cobb-2018-confidence.yml", "#" * 256 * 1024), report=""
    ),
    "the bibliography is larger than any of ours": Case(
        append("sources.bib", "%" * 4 * 1024 * 1024), report=""
    ),
}
