from cases import append, Case, replace

RECORD = "records/training/cobb-2018-confidence.yml"

CASES = {
    "a kind": Case(replace(RECORD, "kind: perception", "kind: perceptions"), report=""),
    "an outcome in a list": Case(
        replace(RECORD, "practitioner-skill]", "practitioner-skills]"), report=""
    ),
    "a study type": Case(
        replace(RECORD, "study_type: qualitative", "study_type: qualitativ"), report=""
    ),
    "a word with capital letters": Case(
        replace(RECORD, "setting: early-help", "setting: Early-Help"), report=""
    ),
    "a TIDieR item": Case(
        append(
            "blueprint/training.yml",
            "",
        ),
        replace(
            "blueprint/training.yml",
            "tidier:\n",
            "tidier:\n  wherever:\n    not_reported: Nothing is said of it.\n",
        ),
        report="",
    ),
    "a psychometric property": Case(
        replace(
            "instruments/brook-wellbeing-list.yml",
            "  internal-consistency: ",
            "  internal-consistence: ",
        ),
        report="",
    ),
    "a level of an outcome": Case(
        append(
            "vocabularies/outcome.yml",
            "invented:\n  label: Invented\n  definition: Invented.\n  level: familly\n",
        ),
        report="",
    ),
}
