from cases import Case, replace

CASES = {
    "a salary ends below its beginning": Case(
        replace("clinician-posts.yml", "salary_low: 38000", "salary_low: 48000"), report=""
    ),
    "a measure has no number": Case(
        replace("blueprint/group-supervision.yml", "    value: 7\n", ""), report=""
    ),
    "a measure ends below its beginning": Case(
        replace("blueprint/group-supervision.yml", "low: 1.5", "low: 3"), report=""
    ),
    "an amount buys nothing": Case(
        replace("providers/willowbank-centre.yml", "basis: place", "basis: not_reported"),
        report="",
    ),
    "a place costs nothing": Case(
        replace("providers/willowbank-centre.yml", "      amount: 1200\n", ""), report=""
    ),
}
