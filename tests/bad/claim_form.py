from cases import Case, replace

RECORD = "records/training/cobb-2018-confidence.yml"
CLAIM = "claim: Key workers felt more confident after the course."

CASES = {
    "it is too long": Case(
        replace(RECORD, CLAIM, f"claim: Key workers felt {'very ' * 57}sure."), report=""
    ),
    "it begins with a small letter": Case(
        replace(RECORD, CLAIM, "claim: they felt more confident."), report=""
    ),
    "it does not end": Case(replace(RECORD, CLAIM, "claim: They felt more confident"), report=""),
    "it runs over paragraphs": Case(
        replace(RECORD, CLAIM, "claim: |-\n  They felt confident.\n\n  They said so."), report=""
    ),
}
