# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, replace

CHECKED = "records/sight-singing/cobb-2018-mixed-views-on-bond.yml"
READ = "records/part-rehearsals/brindle-2017-leaving-no-difference.yml"
SENTENCE = "  sentence: The abstract speaks of two singers only.\n"
HOW = "  how_read: abstract\n"

CASES = {
    "what was read in the source is checked against it": Case(
        append(READ, "source_check:\n  verdict: not-readable\n  on: 2024-05-04\n"),
        report="""
evidence/records/part-rehearsals/brindle-2017-leaving-no-difference.yml:21:1: error[source-check] the claim is not cited through another document, so there is nothing to check.
    Remove it; what the source says is the claim itself.
""",
    ),
    "a verdict does not say what the source says": Case(
        replace(CHECKED, SENTENCE, ""),
        report="""
evidence/records/sight-singing/cobb-2018-mixed-views-on-bond.yml:20:12: error[source-check] 'weaker' is a verdict, but it lacks sentence.
    Say what the source says, how it was read, in which copy, and by which words.
""",
    ),
    "nobody says which part of the source is silent": Case(
        replace(CHECKED, "verdict: weaker", "verdict: not-in-that-part"),
        replace(CHECKED, HOW, ""),
        report="""
evidence/records/sight-singing/cobb-2018-mixed-views-on-bond.yml:20:12: error[source-check] a part of the source was read, but not which and in which copy.
    Add 'how_read' and 'reading'.
""",
    ),
    "something was read of what could not be read": Case(
        replace(CHECKED, "verdict: weaker", "verdict: not-readable"),
        report="""
evidence/records/sight-singing/cobb-2018-mixed-views-on-bond.yml:20:12: error[source-check] a source of which something was read could be read.
    Remove 'how_read', or choose 'not-in-that-part'.
""",
    ),
    "an abstract is said to lack what the paper may have": Case(
        replace(CHECKED, "verdict: weaker", "verdict: not-found-there"),
        report="""
evidence/records/sight-singing/cobb-2018-mixed-views-on-bond.yml:20:12: error[source-check] not all of the source was read, so what it lacks can't be told.
    Choose 'not-in-that-part': silence in the part we read is no verdict.
""",
    ),
    "a source was checked in a document that cites it": Case(
        replace(CHECKED, HOW, "  how_read: cited-through\n"),
        report="""
evidence/records/sight-singing/cobb-2018-mixed-views-on-bond.yml:22:13: error[source-check] what is cited through another document was not read.
    Say how much of the source itself was read.
""",
    ),
}
