from cases import Case, replace

CASES = {
    "an outcome": Case(
        replace(
            "records/training/cobb-2018-confidence.yml",
            "[practitioner-confidence, practitioner-skill]",
            "[practitioner-confidence, practitioner-skill, practitioner-confidence]",
        ),
        report="",
    ),
    "a source of a study": Case(
        replace("studies/moss-review.yml", "[moss2016]", "[moss2016, moss2016]"), report=""
    ),
    "a record, deep in a file": Case(
        replace(
            "blueprint/training.yml",
            "links_to_outcomes:\n"
            "  - text: What follows from it is for the records to say.\n"
            "    records: [",
            "links_to_outcomes:\n"
            "  - text: What follows from it is for the records to say.\n"
            "    records: [fernhollow-2021-training-and-families, ",
        ),
        report="",
    ),
}
