# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append

RECORD = "records/sight-singing/cobb-2018-confidence.yml"
EXCUSED = "records/listening-sheets/fernhollow-2021-no-sheet-for-toddlers.yml"

CASES = {
    "the rule is not broken": Case(
        append(RECORD, "exceptions:\n  - rule: claim-form\n    reason: None.\n"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:20:5: error[unneeded-exception] the rule 'claim-form' is not broken here.
    Remove the exception.
""",
    ),
    "the rule holds for all": Case(
        append(RECORD, "exceptions:\n  - rule: cited-through\n    reason: None.\n"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:20:5: error[unneeded-exception] no record is excused from the rule 'cited-through'.
    Only these can be excused: claim-design, claim-form, claim-strength, repeated-claim, study-fields, unfinished-text.
""",
    ),
    "the rule is excused twice": Case(
        append(EXCUSED, "  - rule: claim-strength\n    reason: Once more.\n"),
        report="""
evidence/records/listening-sheets/fernhollow-2021-no-sheet-for-toddlers.yml:17:5: error[unneeded-exception] the record is already excused from the rule 'claim-strength'.
    Keep one of the two exceptions.
""",
    ),
}
