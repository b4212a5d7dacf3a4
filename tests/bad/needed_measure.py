# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

CASES = {
    "a number that the pilot plan needs is absent": Case(
        replace("blueprint/group-supervision.yml", "  group-size:\n", "  group-people:\n"),
        report="""
evidence/blueprint/group-supervision.yml:32:3: error[needed-measure] the measure 'group-size' is absent.
    Add it under 'measures:'; the catalogue or the pilot plan needs it.
""",
    ),
}
