# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, replace

RECORD = "records/sight-singing/cobb-2018-confidence.yml"

CASES = {
    "not reported, where that is no answer": Case(
        replace(RECORD, "how_read: cited-through", "how_read: not_reported"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:13:11: error[unknown-term] 'not_reported' is not a way of reading.
    Known: abstract, cited-through, in-source, opening. The words are in evidence/vocabularies/how-read.yml.
""",
    ),
    "a kind": Case(
        replace(RECORD, "kind: perception", "kind: perceptions"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:3:7: error[unknown-term] 'perceptions' is not a kind of claim.
    Did you mean 'perception'? The words are in evidence/vocabularies/claim-kind.yml.
""",
    ),
    "an outcome in a list": Case(
        replace(RECORD, "note-reading]", "note-readings]"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:4:31: error[unknown-term] 'note-readings' is not an outcome.
    Did you mean 'note-reading'? The words are in evidence/vocabularies/outcome.yml.
""",
    ),
    "an outcome in an example": Case(
        replace("examples.yml", "outcome: hall-safety", "outcome: child-safty"),
        report="""
evidence/examples.yml:3:12: error[unknown-term] 'child-safty' is not an outcome.
    Did you mean 'hall-safety'? The words are in evidence/vocabularies/outcome.yml.
""",
    ),
    "a study type": Case(
        replace(RECORD, "study_type: qualitative", "study_type: qualitativ"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:8:13: error[unknown-term] 'qualitativ' is not a type of study.
    Did you mean 'qualitative'? The words are in evidence/vocabularies/study-type.yml.
""",
    ),
    "a word with capital letters": Case(
        replace(RECORD, "setting: village-choirs", "setting: Village-choirs"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:9:10: error[unknown-term] 'Village-choirs' is not a setting.
    Did you mean 'village-choirs'? The words are in evidence/vocabularies/setting.yml.
""",
    ),
    "a TIDieR item": Case(
        replace(
            "blueprint/sight-singing.yml",
            "tidier:\n",
            "tidier:\n  wherever:\n    not_reported: Nothing is said of it.\n",
        ),
        report="""
evidence/blueprint/sight-singing.yml:6:5: error[unknown-term] 'wherever' is not a TIDieR item.
    Did you mean 'where'? The words are in evidence/vocabularies/tidier-item.yml.
""",
    ),
    "a psychometric property": Case(
        replace(
            "instruments/brook-listening-list.yml",
            "  internal-consistency: ",
            "  internal-consistence: ",
        ),
        report="""
evidence/instruments/brook-listening-list.yml:13:25: error[unknown-term] 'internal-consistence' is not a psychometric property.
    Did you mean 'internal-consistency'? The words are in evidence/vocabularies/psychometric-property.yml.
""",
    ),
    "a level of an outcome": Case(
        append(
            "vocabularies/outcome.yml",
            "invented:\n  label: Invented\n  definition: Invented.\n  level: audiance\n",
        ),
        report="""
evidence/vocabularies/outcome.yml:48:10: error[unknown-term] 'audiance' is not a level of outcomes.
    Did you mean 'audience'? The words are in evidence/vocabularies/outcome-level.yml.
""",
    ),
}
