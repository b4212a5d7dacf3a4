from cases import append, Case

RECORD = "records/training/cobb-2018-confidence.yml"
EXCUSED = "records/feedback-tools/fernhollow-2021-no-tool-for-infants.yml"

CASES = {
    "the rule is not broken": Case(
        append(RECORD, "exceptions:\n  - rule: claim-form\n    reason: None.\n"), report=""
    ),
    "the rule holds for all": Case(
        append(RECORD, "exceptions:\n  - rule: cited-through\n    reason: None.\n"), report=""
    ),
    "the rule is excused twice": Case(
        append(EXCUSED, "  - rule: claim-strength\n    reason: Once more.\n"), report=""
    ),
}
