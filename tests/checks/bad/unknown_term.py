# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, replace

RECORD = "records/training/cobb-2018-confidence.yml"

CASES = {
    "not reported, where that is no answer": Case(
        replace(RECORD, "how_read: cited-through", "how_read: not_reported"),
        report="""
evidence/records/training/cobb-2018-confidence.yml:13:11: error[unknown-term] 'not_reported' is not a way of reading.
    Known: abstract, cited-through, in-source, opening. The words are in evidence/vocabularies/how-read.yml.
""",
    ),
    "a kind": Case(
        replace(RECORD, "kind: perception", "kind: perceptions"),
        report="""
evidence/records/training/cobb-2018-confidence.yml:3:7: error[unknown-term] 'perceptions' is not a kind of claim.
    Did you mean 'perception'? The words are in evidence/vocabularies/claim-kind.yml.
""",
    ),
    "an outcome in a list": Case(
        replace(RECORD, "practitioner-skill]", "practitioner-skills]"),
        report="""
evidence/records/training/cobb-2018-confidence.yml:4:37: error[unknown-term] 'practitioner-skills' is not an outcome.
    Did you mean 'practitioner-skill'? The words are in evidence/vocabularies/outcome.yml.
""",
    ),
    "an outcome in an example": Case(
        replace("examples.yml", "outcome: child-safety", "outcome: child-safty"),
        report="""
evidence/examples.yml:3:12: error[unknown-term] 'child-safty' is not an outcome.
    Did you mean 'child-safety'? The words are in evidence/vocabularies/outcome.yml.
""",
    ),
    "a study type": Case(
        replace(RECORD, "study_type: qualitative", "study_type: qualitativ"),
        report="""
evidence/records/training/cobb-2018-confidence.yml:8:13: error[unknown-term] 'qualitativ' is not a type of study.
    Did you mean 'qualitative'? The words are in evidence/vocabularies/study-type.yml.
""",
    ),
    "a word with capital letters": Case(
        replace(RECORD, "setting: early-help", "setting: Early-Help"),
        report="""
evidence/records/training/cobb-2018-confidence.yml:9:10: error[unknown-term] 'Early-Help' is not a setting.
    Did you mean 'early-help'? The words are in evidence/vocabularies/setting.yml.
""",
    ),
    "a TIDieR item": Case(
        replace(
            "blueprint/training.yml",
            "tidier:\n",
            "tidier:\n  wherever:\n    not_reported: Nothing is said of it.\n",
        ),
        report="""
evidence/blueprint/training.yml:6:5: error[unknown-term] 'wherever' is not a TIDieR item.
    Did you mean 'where'? The words are in evidence/vocabularies/tidier-item.yml.
""",
    ),
    "a psychometric property": Case(
        replace(
            "instruments/brook-wellbeing-list.yml",
            "  internal-consistency: ",
            "  internal-consistence: ",
        ),
        report="""
evidence/instruments/brook-wellbeing-list.yml:13:25: error[unknown-term] 'internal-consistence' is not a psychometric property.
    Did you mean 'internal-consistency'? The words are in evidence/vocabularies/psychometric-property.yml.
""",
    ),
    "a level of an outcome": Case(
        append(
            "vocabularies/outcome.yml",
            "invented:\n  label: Invented\n  definition: Invented.\n  level: familly\n",
        ),
        report="""
evidence/vocabularies/outcome.yml:89:10: error[unknown-term] 'familly' is not a level of outcomes.
    Did you mean 'family'? The words are in evidence/vocabularies/outcome-level.yml.
""",
    ),
}
