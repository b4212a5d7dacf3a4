# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

ANSWER = "records/sight-singing/fernhollow-2021-stand-ins-for-course.yml"

CASES = {
    "it answers no barrier": Case(
        replace(ANSWER, "[cobb-2018-full-diaries]", "[cobb-2018-confidence]"),
        report="""
evidence/records/sight-singing/fernhollow-2021-stand-ins-for-course.yml:13:15: error[responds-to] 'cobb-2018-confidence' is not a barrier that this record could respond to.
    Name an implementation record whose direction is unfavourable.
""",
    ),
    "a barrier answers itself": Case(
        replace(
            "records/sight-singing/cobb-2018-full-diaries.yml",
            "added:",
            "responds_to: [cobb-2018-full-diaries]\nadded:",
        ),
        report="""
evidence/records/sight-singing/cobb-2018-full-diaries.yml:17:15: error[responds-to] 'cobb-2018-full-diaries' is not a barrier that this record could respond to.
    Name an implementation record whose direction is unfavourable.
""",
    ),
}
