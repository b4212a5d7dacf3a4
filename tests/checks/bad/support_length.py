# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

RECORD = "records/song-maps/heron-2022-no-difference.yml"
CHECKED = "records/sight-singing/cobb-2018-mixed-views-on-bond.yml"

CASES = {
    "eleven words are quoted": Case(
        replace(
            RECORD,
            "no clear difference was seen",
            "in the end no clear difference was seen by any of us",
        ),
        report="""
evidence/records/song-maps/heron-2022-no-difference.yml:21:10: error[support-length] 'support' has more than ten words.
    Quote at most ten of the source's words: enough to find the place by.
""",
    ),
    "a word processor turned the quotation marks": Case(
        replace(RECORD, "no clear difference was seen", "“no clear difference was seen”"),
        report="""
evidence/records/song-maps/heron-2022-no-difference.yml:21:10: error[support-length] 'support' stands in quotation marks, and pages add their own.
    Take these away. A word processor may have made them of straight ones.
""",
    ),
    "eleven words are quoted in a check": Case(
        replace(CHECKED, "two of the singers", "in the end two of the singers spoke of it all"),
        report="""
evidence/records/sight-singing/cobb-2018-mixed-views-on-bond.yml:23:12: error[support-length] 'support' has more than ten words.
    Quote at most ten of the source's words: enough to find the place by.
""",
    ),
}
