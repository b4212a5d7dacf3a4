# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

CASES = {
    "a measure has no number": Case(
        replace("blueprint/part-rehearsals.yml", "    value: 7\n", ""),
        report="""
evidence/blueprint/part-rehearsals.yml:33:5: error[empty-measure] the measure 'group-size' has no number.
    Give 'value:', or 'low:' and 'high:'.
""",
    ),
}
