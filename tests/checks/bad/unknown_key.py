# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, replace

RECORD = "records/sight-singing/cobb-2018-confidence.yml"
PROVIDER = "providers/willowbank-school.yml"

CASES = {
    "a slip of the pen": Case(
        append(RECORD, "nots: A note.\n"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:19:1: error[unknown-key] 'nots' is not a key that is known here.
    Did you mean 'note'?
""",
    ),
    "nothing like any key": Case(
        append("studies/moss-review.yml", "zzz: A note.\n"),
        report="""
evidence/studies/moss-review.yml:9:1: error[unknown-key] 'zzz' is not a key that is known here.
    Known: countries, design, grouping, name, parts, review, sample, service, setting, sources, summary.
""",
    ),
    "a key without a letter": Case(
        append("studies/moss-review.yml", "'': A note.\n"),
        report="""
evidence/studies/moss-review.yml:9:1: error[unknown-key] '' is not a key that is known here.
    Known: countries, design, grouping, name, parts, review, sample, service, setting, sources, summary.
""",
    ),
    "in a part of a record": Case(
        replace(RECORD, "cited_through:\n", "cited_through:\n  locaton: Here\n"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:15:3: error[unknown-key] 'locaton' is not a key that is known here.
    Did you mean 'location'?
""",
    ),
    "in a list in a list": Case(
        replace(
            PROVIDER,
            "          topics: [Drawing a song map]\n",
            "          topics: [Drawing a song map]\n          topic: Another\n",
        ),
        report="""
evidence/providers/willowbank-school.yml:28:11: error[unknown-key] 'topic' is not a key that is known here.
    Did you mean 'topics'?
""",
    ),
    "behind a key that is an id": Case(
        replace("clinician-posts.yml", "  band: Band 7\n", "  bandd: Band 7\n"),
        report="""
evidence/clinician-posts.yml:3:3: error[unknown-key] 'bandd' is not a key that is known here.
    Did you mean 'band'?
""",
    ),
    "the name that the model has for it": Case(
        replace("logic-model.yml", "  - from: money\n", "  - from: money\n    from_: money\n"),
        report="""
evidence/logic-model.yml:38:5: error[unknown-key] 'from_' is not a key that is known here.
    Did you mean 'from'?
""",
    ),
    "in a vocabulary": Case(
        append("vocabularies/status.yml", "gone:\n  label: Gone\n  defintion: Gone.\n"),
        report="""
evidence/vocabularies/status.yml:16:3: error[unknown-key] 'defintion' is not a key that is known here.
    Did you mean 'definition'?
""",
    ),
    "a field of a source": Case(
        replace(
            "sources/moss2016.bib", "publisher = {Nowhere Press}", "publsher = {Nowhere Press}"
        ),
        report="""
evidence/sources/moss2016.bib:4:3: error[unknown-key] 'publsher' is not a field that is known here.
    Did you mean 'publisher'?
""",
    ),
}
