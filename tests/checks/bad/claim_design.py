# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

INTERVIEWS = "records/sight-singing/cobb-2018-confidence.yml"
CLAIM = "claim: Singers felt more confident after the course."

CASES = {
    "a view became an effect": Case(
        replace(INTERVIEWS, "kind: perception", "kind: effect"),
        replace(INTERVIEWS, CLAIM, "claim: Singers were more confident than before the course."),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:3:7: error[claim-design] a source of the type 'qualitative' can't give a claim of the kind 'effect'.
    Choose the kind that the source bears, or correct the study type.
""",
    ),
    "a view became an association": Case(
        replace(INTERVIEWS, "kind: perception", "kind: association"),
        replace(INTERVIEWS, CLAIM, "claim: Confidence went together with the course."),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:3:7: error[claim-design] a source of the type 'qualitative' can't give a claim of the kind 'association'.
    Choose the kind that the source bears, or correct the study type.
""",
    ),
    "a view became an effect, and its sentence stayed": Case(
        replace(INTERVIEWS, "kind: perception", "kind: effect"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:2:8: error[claim-strength] 'felt' says more than a claim of the kind 'effect' can.
    Say it as carefully as the source does, or choose a kind that it supports.
evidence/records/sight-singing/cobb-2018-confidence.yml:2:8: error[claim-strength] the claim does not read as one of the kind 'effect'.
    Use one of the words: compared, than, comparison…, differen…, effect, effects, usual, lower…; or choose another kind.
evidence/records/sight-singing/cobb-2018-confidence.yml:3:7: error[claim-design] a source of the type 'qualitative' can't give a claim of the kind 'effect'.
    Choose the kind that the source bears, or correct the study type.
""",
    ),
}
