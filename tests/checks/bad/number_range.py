# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

CASES = {
    "a salary ends below its beginning": Case(
        replace("clinician-posts.yml", "salary_low: 38000", "salary_low: 48000"),
        report="""
evidence/clinician-posts.yml:5:15: error[number-range] £48,000 is more than £42,500.50.
    Swap them, or compare with the source.
""",
    ),
    "a measure ends below its beginning": Case(
        replace("blueprint/part-rehearsals.yml", "low: 1.5", "low: 3"),
        report="""
evidence/blueprint/part-rehearsals.yml:42:10: error[number-range] 3 is more than 2.
    Swap them, or compare with the source.
""",
    ),
    "a measure lies outside its range": Case(
        replace("blueprint/part-rehearsals.yml", "value: 7", "value: 7\n    high: 6"),
        report="""
evidence/blueprint/part-rehearsals.yml:35:12: error[number-range] 7 is outside the range that is given with it.
    Compare with the source.
""",
    ),
}
