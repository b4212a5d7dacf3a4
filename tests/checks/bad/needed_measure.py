# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

CASES = {
    "a number that the pilot plan needs is absent": Case(
        replace("blueprint/part-rehearsals.yml", "  group-size:\n", "  group-people:\n"),
        report="""
evidence/blueprint/part-rehearsals.yml:32:3: error[needed-measure] the measure 'group-size' is absent.
    Add it under 'measures:'; the catalogue or the pilot plan needs it.
evidence/pilot-defaults.yml:38:12: error[needed-measure] 'part-rehearsals' has no measure 'group-size'.
    Did you mean 'group-people'?
""",
    ),
    "a week without hours": Case(
        replace("blueprint/voice-coach.yml", "  weekly-hours:\n", "  hours:\n"),
        report="""
evidence/blueprint/voice-coach.yml:32:3: error[needed-measure] the measure 'weekly-hours' is absent.
    Add it under 'measures:'; the catalogue or the pilot plan needs it.
evidence/pilot-defaults.yml:63:12: error[needed-measure] 'voice-coach' has no measure 'weekly-hours'.
    Known: clinicians-per-local-authority, hours, salary-range.
""",
    ),
    "courses of unknown length": Case(
        replace("blueprint/sight-singing.yml", "  course-days:\n", "  days:\n"),
        report="""
evidence/blueprint/sight-singing.yml:38:3: error[needed-measure] the measure 'course-days' is absent.
    Add it under 'measures:'; the catalogue or the pilot plan needs it.
evidence/pilot-defaults.yml:26:12: error[needed-measure] 'sight-singing' has no measure 'course-days'.
    Known: contact-hours-minimum, days, independent-study-hours-minimum.
""",
    ),
    "a group of nobody": Case(
        replace("blueprint/part-rehearsals.yml", "value: 7", "value: 0"),
        report="""
evidence/blueprint/part-rehearsals.yml:35:12: error[needed-measure] the pilot plan can't be worked out with 0.
    Compare with the source; it takes 1 to 100.
""",
    ),
    "a session of six minutes": Case(
        replace("blueprint/part-rehearsals.yml", "low: 1.5", "low: 0.1"),
        report="""
evidence/blueprint/part-rehearsals.yml:42:10: error[needed-measure] the pilot plan can't be worked out with 0.1.
    Compare with the source; it takes 0.25 to 12.
""",
    ),
    "no course says what a place costs": Case(
        replace("providers/willowbank-school.yml", "basis: place", "basis: not_reported"),
        report="""
evidence/providers:1:1: error[needed-measure] no foundation course has a price for a place.
    Give one; the start page and the pilot plan begin with it.
""",
    ),
    "a plan for nobody": Case(
        replace("pilot-defaults.yml", "value: 40", "value: 0"),
        report="""
evidence/pilot-defaults.yml:3:10: error[needed-measure] the pilot plan can't be worked out with 0.
    Compare with the source; it takes 1 to 10,000.
""",
    ),
    "a chart of a measure that is not there": Case(
        replace("blueprint/sight-singing.yml", "Alone: [independent-", "Alone: [independant-"),
        report="""
evidence/blueprint/sight-singing.yml:89:14: error[needed-measure] there is no measure 'independant-study-hours-minimum'.
    Did you mean 'independent-study-hours-minimum'?
""",
    ),
}
