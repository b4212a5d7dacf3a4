from cases import Case, replace

ANSWER = "records/training/fernhollow-2021-cover-for-training.yml"

CASES = {
    "it answers no barrier": Case(
        replace(ANSWER, "[cobb-2018-workload]", "[cobb-2018-confidence]"), report=""
    ),
    "a barrier answers itself": Case(
        replace(
            "records/training/cobb-2018-workload.yml",
            "added:",
            "responds_to: [cobb-2018-workload]\nadded:",
        ),
        report="",
    ),
}
