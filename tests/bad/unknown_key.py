from cases import append, Case, replace

RECORD = "records/training/cobb-2018-confidence.yml"
PROVIDER = "providers/willowbank-centre.yml"

CASES = {
    "a slip of the pen": Case(append(RECORD, "nots: A note.\n"), report=""),
    "nothing like any key": Case(append("studies/moss-review.yml", "zzz: A note.\n"), report=""),
    "in a part of a record": Case(
        replace(RECORD, "cited_through:\n", "cited_through:\n  locaton: Here\n"), report=""
    ),
    "in a list in a list": Case(
        replace(
            PROVIDER,
            "          topics: [Drawing a family tree]\n",
            "          topics: [Drawing a family tree]\n          topic: Another\n",
        ),
        report="",
    ),
    "behind a key that is an id": Case(
        replace("clinician-posts.yml", "  band: Band 7\n", "  bandd: Band 7\n"), report=""
    ),
    "the name that the model has for it": Case(
        replace("logic-model.yml", "  - from: money\n", "  - from: money\n    from_: money\n"),
        report="",
    ),
    "in a vocabulary": Case(
        append("vocabularies/status.yml", "gone:\n  label: Gone\n  defintion: Gone.\n"), report=""
    ),
    "a field of a source": Case(
        replace("sources.bib", "publisher = {Nowhere Press}", "publsher = {Nowhere Press}"),
        report="",
    ),
}
