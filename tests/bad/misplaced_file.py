from cases import Case, copy, move, replace, write

RECORD = "records/training/cobb-2018-confidence.yml"

CASES = {
    "a record lies in another component's folder": Case(
        move(RECORD, "records/genograms/cobb-2018-confidence.yml"), report=""
    ),
    "two records have the same id": Case(
        write(
            "records/genograms/cobb-2018-confidence.yml",
            """\
component: genograms
claim: Key workers felt surer with a genogram.
kind: perception
outcomes: [practitioner-confidence]
direction: favourable
source: cobb2018
study: larkwater-interviews
study_type: qualitative
setting: early-help
countries: [england]
sample: 14 key workers
location: Section 6
how_read: in-source
added: 2024-02-01
status: published
""",
        ),
        report="",
    ),
    "a file has the other ending": Case(
        copy(RECORD, "records/training/cobb-2018-confidence.yaml"), report=""
    ),
    "a file lies where none does": Case(write("notes.txt", "Ask Cobb.\n"), report=""),
    "a record lies too deep": Case(
        copy(RECORD, "records/training/cobb/cobb-2018-confidence.yml"), report=""
    ),
    "a vocabulary is not known": Case(
        copy("vocabularies/outcome.yml", "vocabularies/outcomes.yml"), report=""
    ),
    "a blueprint is of no component": Case(
        copy("blueprint/genograms.yml", "blueprint/genogram.yml"), report=""
    ),
}
