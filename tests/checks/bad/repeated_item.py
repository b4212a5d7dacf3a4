# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

CASES = {
    "an outcome": Case(
        replace(
            "records/sight-singing/cobb-2018-confidence.yml",
            "[singer-confidence, note-reading]",
            "[singer-confidence, note-reading, singer-confidence]",
        ),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:4:45: error[repeated-item] the outcome 'singer-confidence' stands in this list already.
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
            "blueprint/sight-singing.yml",
            "links_to_outcomes:\n"
            "  - text: What follows from it is for the records to say.\n"
            "    records: [",
            "links_to_outcomes:\n"
            "  - text: What follows from it is for the records to say.\n"
            "    records: [fernhollow-2021-course-and-audiences, ",
        ),
        report="""
evidence/blueprint/sight-singing.yml:69:53: error[repeated-item] the record 'fernhollow-2021-course-and-audiences' stands in this list already.
    Keep one of the two.
""",
    ),
}
