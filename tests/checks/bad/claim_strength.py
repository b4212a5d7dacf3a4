# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

ASSOCIATION = "records/part-rehearsals/brindle-2015-attendance-and-calm.yml"
CLAIM = "More sessions attended went together with more calm on stage."
# A vocabulary of its own, so that the real words can change without changing this.
WORDS = "  must_say: [associat*, relat*, link*, correlat*, go together, went together]\n"

CASES = {
    "the words of the kind are missing": Case(
        replace("vocabularies/claim-kind.yml", WORDS, "  must_say: [associat*, relat*]\n"),
        report="""
evidence/records/part-rehearsals/brindle-2015-attendance-and-calm.yml:2:8: error[claim-strength] the claim does not read as one of the kind 'association'.
    Use one of the words: associat…, relat…; or choose another kind.
""",
    ),
    "the words say more than the kind": Case(
        replace(ASSOCIATION, CLAIM, "Attendance is associated with, and causes, ability to cope."),
        report="""
evidence/records/part-rehearsals/brindle-2015-attendance-and-calm.yml:2:8: error[claim-strength] 'causes' says more than a claim of the kind 'association' can.
    Say it as carefully as the source does, or choose a kind that it supports.
""",
    ),
    "a view is no effect, though it holds the word": Case(
        replace(
            "records/part-rehearsals/brindle-2015-rehearsal-quality.yml",
            "Rehearsals were of higher quality in choirs with part rehearsals than in choirs without them.",
            "Singers saw part rehearsals as effective.",
        ),
        report="""
evidence/records/part-rehearsals/brindle-2015-rehearsal-quality.yml:2:8: error[claim-strength] 'saw' says more than a claim of the kind 'effect' can.
    Say it as carefully as the source does, or choose a kind that it supports.
evidence/records/part-rehearsals/brindle-2015-rehearsal-quality.yml:2:8: error[claim-strength] the claim does not read as one of the kind 'effect'.
    Use one of the words: compared, than, comparison…, differen…, effect, effects, usual, lower…; or choose another kind.
""",
    ),
}
