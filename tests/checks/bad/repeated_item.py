# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

CASES = {
    "an outcome": Case(
        replace(
            "records/training/cobb-2018-confidence.yml",
            "[practitioner-confidence, practitioner-skill]",
            "[practitioner-confidence, practitioner-skill, practitioner-confidence]",
        ),
        report="""
evidence/records/training/cobb-2018-confidence.yml:4:57: error[repeated-item] the outcome 'practitioner-confidence' stands in this list already.
    Keep one of the two.
""",
    ),
    "a source of a study": Case(
        replace("studies/moss-review.yml", "[moss2016]", "[moss2016, moss2016]"),
        report="""
evidence/studies/moss-review.yml:2:21: error[repeated-item] the source 'moss2016' stands in this list already.
    Keep one of the two.
""",
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
        report="""
evidence/blueprint/training.yml:69:54: error[repeated-item] the record 'fernhollow-2021-training-and-families' stands in this list already.
    Keep one of the two.
""",
    ),
}
