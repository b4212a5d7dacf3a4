# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, replace

CITED = "records/sight-singing/cobb-2018-confidence.yml"
READ = "records/part-rehearsals/brindle-2017-scores-mark-the-words.yml"
THROUGH = "cited_through:\n  source: fernhollow2021\n  location: Section 3 > Course\n"

CASES = {
    "it is not said through which document": Case(
        replace(CITED, THROUGH, ""),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:13:11: error[cited-through] the claim is cited through another document, but not through which.
    Add 'cited_through:' with the 'source' that was read and the 'location' there.
""",
    ),
    "it was read in its source and through another": Case(
        append(READ, THROUGH),
        report="""
evidence/records/part-rehearsals/brindle-2017-scores-mark-the-words.yml:21:1: error[cited-through] the claim is said to be read in its source, and cited through another.
    Keep one: remove 'cited_through', or set how_read to 'cited-through'.
""",
    ),
    "it was read in its source, but not said where": Case(
        replace(READ, "location: Section 5", "location: not_reported"),
        report="""
evidence/records/part-rehearsals/brindle-2017-scores-mark-the-words.yml:12:11: error[cited-through] the claim was read in its source, so where it stands there is known.
    Give the section, page or table.
""",
    ),
    "a source is cited through itself": Case(
        replace(CITED, "source: fernhollow2021", "source: cobb2018"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:13:11: error[reading-of-record] another document was read, but not in which copy and when.
    Add 'reading:' with 'address', 'on' and 'kind'.
evidence/records/sight-singing/cobb-2018-confidence.yml:13:11: error[reading-of-record] nobody can find the place in the source again.
    Add 'support:' with at most ten of the source's own words.
evidence/records/sight-singing/cobb-2018-confidence.yml:15:11: error[cited-through] a source can't be cited through itself.
    Set how_read to 'in-source', or name the document that cites it.
""",
    ),
    "it is not said where in the other document": Case(
        replace(CITED, "location: Section 3 > Course", "location: not_reported"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:16:13: error[cited-through] the claim was read in that document, so where it stands there is known.
    Give the section, page or table.
""",
    ),
}
