# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

PERCEPTION = "records/sight-singing/cobb-2018-confidence.yml"
BARRIER = "records/sight-singing/cobb-2018-full-diaries.yml"
REQUIREMENT = "records/sight-singing/guild-nd-contact-hours.yml"

CASES = {
    "outcomes on a kind that has none": Case(
        replace(REQUIREMENT, "direction:", "outcomes: [note-reading]\ndirection:"),
        report="""
evidence/records/sight-singing/guild-nd-contact-hours.yml:4:1: error[kind-fields] a record of the kind 'requirement' has no 'outcomes'.
    Remove 'outcomes', or choose another kind.
""",
    ),
    "no outcomes on a kind that needs them": Case(
        replace(PERCEPTION, "outcomes: [singer-confidence, note-reading]\n", ""),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:3:7: error[kind-fields] a record of the kind 'perception' needs 'outcomes'.
    Add 'outcomes', with words from evidence/vocabularies/outcome.yml.
""",
    ),
    "a factor on a kind that has none": Case(
        replace(PERCEPTION, "direction:", "factor: full-diaries\ndirection:"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:5:1: error[kind-fields] a record of the kind 'perception' has no 'factor'.
    Remove 'factor', or choose another kind.
""",
    ),
    "no factor on a kind that needs one": Case(
        replace(BARRIER, "factor: full-diaries\n", ""),
        report="""
evidence/records/sight-singing/cobb-2018-full-diaries.yml:3:7: error[kind-fields] a record of the kind 'implementation' needs 'factor'.
    Add 'factor', with words from evidence/vocabularies/factor.yml.
""",
    ),
    "a direction on a kind that has none": Case(
        replace(REQUIREMENT, "direction: not_applicable", "direction: favourable"),
        report="""
evidence/records/sight-singing/guild-nd-contact-hours.yml:4:12: error[kind-fields] a record of the kind 'requirement' points nowhere, so it has no direction.
    Write 'direction: not_applicable', or choose another kind.
""",
    ),
    "no direction on a kind that needs one": Case(
        replace(PERCEPTION, "direction: favourable", "direction: not_applicable"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:5:12: error[kind-fields] a record of the kind 'perception' points somewhere.
    Give its direction; 'unclear' is one of them.
""",
    ),
}
