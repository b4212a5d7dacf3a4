from cases import Case, move, replace

RECORD = "records/training/cobb-2018-workload.yml"
ANSWER = "records/training/fernhollow-2021-cover-for-training.yml"

CASES = {
    "a file's name has a capital letter": Case(
        move("instruments/brook-wellbeing-list.yml", "instruments/Brook-wellbeing-list.yml"),
        report="",
    ),
    "a file's name has a blank": Case(
        move("providers/willowbank-centre.yml", "providers/willowbank centre.yml"), report=""
    ),
    "a file's name ends with a line break": Case(
        move("providers/willowbank-centre.yml", "providers/willowbank-centre\n.yml"), report=""
    ),
    "a file's name is too long": Case(
        move("providers/willowbank-centre.yml", f"providers/{'willowbank-' * 7}centre.yml"),
        report="",
    ),
    "a key is an id": Case(
        replace("clinician-posts.yml", "family-therapist:", "Family therapist:"), report=""
    ),
    "a value is an id": Case(
        replace("logic-model.yml", "  - from: money\n", "  - from: Money!\n"), report=""
    ),
    "a source's key": Case(
        replace("sources.bib", "@book{moss2016,", "@book{Moss_2016,"),
        replace("studies/moss-review.yml", "[moss2016]", "[Moss_2016]"),
        replace("records/genograms/moss-2016-insight.yml", ": moss2016", ": Moss_2016"),
        replace("records/genograms/moss-2016-burnout.yml", ": moss2016", ": Moss_2016"),
        report="",
    ),
}
