from cases import append, Case, replace

RECORD = "records/training/cobb-2018-confidence.yml"

CASES = {
    "a source": Case(
        replace(RECORD, "  source: fernhollow2021", "  source: fernhollow2012"), report=""
    ),
    "a study": Case(
        replace(RECORD, "study: larkwater-interviews", "study: larkwater-interview"), report=""
    ),
    "a member of a study": Case(
        replace("studies/moss-review.yml", "[moss2016]", "[moss2016, tarn2016]"), report=""
    ),
    "a record": Case(
        replace(
            "records/training/fernhollow-2021-cover-for-training.yml",
            "[cobb-2018-workload]",
            "[cobb-2018-workloads]",
        ),
        report="",
    ),
    "a record behind an instrument's property": Case(
        replace("instruments/brook-wellbeing-list.yml", "[tansy-2012-consistency]", "[tansy]"),
        report="",
    ),
    "a rule": Case(
        append(RECORD, "exceptions:\n  - rule: claim-from\n    reason: None.\n"), report=""
    ),
}
