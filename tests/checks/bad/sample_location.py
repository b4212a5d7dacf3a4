# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

RECORD = "records/sight-singing/cobb-2018-confidence.yml"

CASES = {
    "the sample is not reported": Case(
        replace(
            RECORD, "sample: 14 singers\n", "sample: not_reported\nsample_location: the abstract\n"
        ),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:12:1: error[sample-location] a sample that is not reported stands nowhere.
    Give the sample, or remove 'sample_location'.
""",
    ),
}
