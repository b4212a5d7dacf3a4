# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, replace

RECORD = "records/sight-singing/cobb-2018-confidence.yml"

CASES = {
    "a key stands twice": Case(
        append(RECORD, "claim: Another one.\n"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:19:1: error[duplicate-key] the key 'claim' stands here a second time; it was first given on line 2.
    Keep one of the two; if it belongs to the key above, indent it.
""",
    ),
    "a key stands twice further in": Case(
        replace(
            RECORD, "  source: fernhollow2021\n", "  source: fernhollow2021\n  source: moss2016\n"
        ),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:16:3: error[duplicate-key] the key 'source' stands here a second time; it was first given on line 15.
    Keep one of the two; if it belongs to the key above, indent it.
""",
    ),
    "two posts have the same id": Case(
        append("clinician-posts.yml", "singing-teacher: {title: A second one}\n"),
        report="""
evidence/clinician-posts.yml:16:1: error[duplicate-key] the key 'singing-teacher' stands here a second time; it was first given on line 1.
    Keep one of the two; if it belongs to the key above, indent it.
""",
    ),
}
