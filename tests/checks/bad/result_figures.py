# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

RATIO = "records/song-maps/heron-2022-no-difference.yml"
POOLED = "records/listening-sheets/wader-2023-pleasure.yml"

CASES = {
    "an interval has only one end": Case(
        replace(RATIO, "    high: 1.5\n", ""),
        report="""
evidence/records/song-maps/heron-2022-no-difference.yml:26:12: error[result-figures] the interval has only one end.
    Give both 'low' and 'high'.
""",
    ),
    "a figure lies outside its interval": Case(
        replace(RATIO, "low: 0.8", "low: 1.2"),
        report="""
evidence/records/song-maps/heron-2022-no-difference.yml:26:12: error[result-figures] 1.1 does not lie between 1.2 and 1.5.
    Compare the figure and its interval with the source.
""",
    ),
    "an interval has no level": Case(
        replace(RATIO, "    level: 95\n", ""),
        report="""
evidence/records/song-maps/heron-2022-no-difference.yml:26:12: error[result-figures] the interval has no level.
    Add 'level:', such as 95, if the source gives it; else leave the interval out.
""",
    ),
    "a ratio is negative": Case(
        replace(RATIO, "    value: 1.1\n", "    value: -1.1\n"),
        replace(RATIO, "low: 0.8", "low: -2"),
        report="""
evidence/records/song-maps/heron-2022-no-difference.yml:26:12: error[result-figures] a ratio is more than 0.
    Compare the figure with the source.
""",
    ),
    "nobody says what a ratio above 1 means": Case(
        replace(RATIO, '    coding: "above 1: more come back"\n', ""),
        report="""
evidence/records/song-maps/heron-2022-no-difference.yml:26:12: error[result-figures] nobody can tell what a ratio above 1 means here.
    Add 'coding:', such as 'above 1: more people left treatment'.
""",
    ),
    "a study that is no review pools": Case(
        replace(RATIO, "    favours: neither\n", "    favours: neither\n    pooled: true\n"),
        report="""
evidence/records/song-maps/heron-2022-no-difference.yml:26:12: error[result-figures] a figure that is pooled from several studies belongs to a review.
    Add 'review:' to the study, or remove 'pooled'.
""",
    ),
    "the sentence has another figure": Case(
        replace(POOLED, "(d = 0.2)", "(d = 0.3)"),
        report="""
evidence/records/listening-sheets/wader-2023-pleasure.yml:2:90: error[result-figures] the claim names 0.3, and none of its results does.
    Correct the one that is wrong, or add the figure to the results.
""",
    ),
    "the sentence has an end of the interval for its value": Case(
        replace(RATIO, "(odds ratio 1.1)", "(odds ratio 1.5)"),
        report="""
evidence/records/song-maps/heron-2022-no-difference.yml:3:70: error[result-figures] the claim names 1.5, an end of an interval without its value.
    Correct the one that is wrong, or name the value too.
""",
    ),
    "the source's words have another figure": Case(
        replace(
            RATIO, 'support: "no clear difference was seen"', "support: no difference (OR 1.4)"
        ),
        report="""
evidence/records/song-maps/heron-2022-no-difference.yml:21:28: error[result-figures] the source's words name 1.4, and neither claim nor results do.
    Compare both with the source, and correct the one that is wrong.
""",
    ),
    "the sentence has another count": Case(
        replace(POOLED, "The review reports", "The review of 30 studies reports"),
        report="""
evidence/records/listening-sheets/wader-2023-pleasure.yml:2:22: error[result-figures] the claim names 30, and none of its results does.
    Correct the one that is wrong, or add the figure to the results.
""",
    ),
}
