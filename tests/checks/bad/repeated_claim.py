# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

CASES = {
    "a claim differs in nothing but signs and case": Case(
        replace(
            "records/sight-singing/cobb-2018-draft-on-conductors.yml",
            "claim: Conductors named the course as a reason to stay.",
            "claim: “Singers” felt more confident, after the Course.",
        ),
        report="""
evidence/records/sight-singing/cobb-2018-draft-on-conductors.yml:2:8: error[repeated-claim] evidence/records/sight-singing/cobb-2018-confidence.yml makes the same claim from the same source.
    Keep one of the two; if they differ, say in the claim how.
""",
    ),
}
