from cases import append, Case, replace

RECORD = "records/training/cobb-2018-confidence.yml"

CASES = {
    "a key stands twice": Case(append(RECORD, "claim: Another one.\n"), report=""),
    "a key stands twice further in": Case(
        replace(
            RECORD, "  source: fernhollow2021\n", "  source: fernhollow2021\n  source: moss2016\n"
        ),
        report="",
    ),
    "two posts have the same id": Case(
        append("clinician-posts.yml", "family-therapist: {title: A second one}\n"), report=""
    ),
}
