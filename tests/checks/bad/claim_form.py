# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

RECORD = "records/sight-singing/cobb-2018-confidence.yml"
CLAIM = "claim: Singers felt more confident after the course."

CASES = {
    "it is too long": Case(
        replace(RECORD, CLAIM, f"claim: Singers felt {'very ' * 57}sure."),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:2:8: error[claim-form] the claim has 303 characters, more than 300.
    Say one thing; make a second record for the second thing, or use 'note'.
""",
    ),
    "it begins with a small letter": Case(
        replace(RECORD, CLAIM, "claim: they felt more confident."),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:2:8: error[claim-form] the claim does not begin with a capital letter.
    Write a whole sentence.
""",
    ),
    "it does not end": Case(
        replace(RECORD, CLAIM, "claim: They felt more confident"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:2:8: error[claim-form] the claim does not end with a full stop, or runs over paragraphs.
    Write one whole sentence, in one paragraph, that ends with a full stop.
""",
    ),
    "it runs over paragraphs": Case(
        replace(RECORD, CLAIM, "claim: |-\n  They felt confident.\n\n  They said so."),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:2:8: error[claim-form] the claim does not end with a full stop, or runs over paragraphs.
    Write one whole sentence, in one paragraph, that ends with a full stop.
""",
    ),
}
