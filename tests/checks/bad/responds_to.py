# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

ANSWER = "records/training/fernhollow-2021-cover-for-training.yml"

CASES = {
    "it answers no barrier": Case(
        replace(ANSWER, "[cobb-2018-workload]", "[cobb-2018-confidence]"),
        report="""
evidence/records/training/fernhollow-2021-cover-for-training.yml:13:15: error[responds-to] 'cobb-2018-confidence' is not a barrier that this record could respond to.
    Name an implementation record whose direction is unfavourable.
""",
    ),
    "a barrier answers itself": Case(
        replace(
            "records/training/cobb-2018-workload.yml",
            "added:",
            "responds_to: [cobb-2018-workload]\nadded:",
        ),
        report="""
evidence/records/training/cobb-2018-workload.yml:17:15: error[responds-to] 'cobb-2018-workload' is not a barrier that this record could respond to.
    Name an implementation record whose direction is unfavourable.
""",
    ),
}
