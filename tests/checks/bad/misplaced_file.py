# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, copy, move, write

RECORD = "records/sight-singing/cobb-2018-confidence.yml"

CASES = {
    "a record lies in another component's folder": Case(
        move(RECORD, "records/song-maps/cobb-2018-confidence.yml"),
        report="""
evidence/records/song-maps/cobb-2018-confidence.yml:1:12: error[misplaced-file] the component is 'sight-singing' but the file is in the folder 'song-maps'.
    Move the file to evidence/records/sight-singing/, or correct the component.
""",
    ),
    "two records have the same id": Case(
        write(
            "records/song-maps/cobb-2018-confidence.yml",
            """\
component: song-maps
claim: Singers felt surer with a song map.
kind: perception
outcomes: [singer-confidence]
direction: favourable
source: cobb2018
study: larkwater-interviews
study_type: qualitative
setting: village-choirs
countries: [norland]
sample: 14 singers
location: Section 6
how_read: in-source
reading:
  address: https://cobb.example.org/paper
  on: 2024-02-01
  kind: live-page
support: "we read what the others sing"
added: 2024-02-01
status: published
""",
        ),
        report="""
evidence/records/song-maps/cobb-2018-confidence.yml:1:1: error[misplaced-file] the id 'cobb-2018-confidence' is already used by evidence/records/sight-singing/cobb-2018-confidence.yml.
    Ids are unique over all components: rename one of the two files.
""",
    ),
    "a file has the other ending": Case(
        copy(RECORD, "records/sight-singing/cobb-2018-confidence.yaml"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yaml:1:1: error[misplaced-file] no evidence file has this name at this place.
    Rename it: evidence files end in '.yml'.
""",
    ),
    "an editor added an ending of its own": Case(
        copy(RECORD, "records/sight-singing/cobb-2018-confidence.yml.txt"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml.txt:1:1: error[misplaced-file] no evidence file has this name at this place.
    Rename it: evidence files end in '.yml'.
""",
    ),
    "a file lies where none does": Case(
        write("notes.txt", "Ask Cobb.\n"),
        report="""
evidence/notes.txt:1:1: error[misplaced-file] no evidence file has this name at this place.
    Records are in evidence/records/<component>/<id>.yml; see CONTRIBUTING.md.
""",
    ),
    "a source's file has another ending": Case(
        write("sources/guild2020.BIB", ""),
        write("sources/guild2021.yaml", ""),
        report="""
evidence/sources/guild2020.BIB:1:1: error[misplaced-file] no evidence file has this name at this place.
    A source is in evidence/sources/<key>.bib.
evidence/sources/guild2021.yaml:1:1: error[misplaced-file] no evidence file has this name at this place.
    A source is in evidence/sources/<key>.bib.
""",
    ),
    "a note lies among the studies": Case(
        write("studies/notes.txt", "Ask Cobb.\n"),
        report="""
evidence/studies/notes.txt:1:1: error[misplaced-file] no evidence file has this name at this place.
    A file here is named evidence/studies/<id>.yml.
""",
    ),
    "a record lies too deep": Case(
        copy(RECORD, "records/sight-singing/cobb/cobb-2018-confidence.yml"),
        report="""
evidence/records/sight-singing/cobb/cobb-2018-confidence.yml:1:1: error[misplaced-file] no evidence file has this name at this place.
    Records are in evidence/records/<component>/<id>.yml; see CONTRIBUTING.md.
""",
    ),
    "a vocabulary is not known": Case(
        copy("vocabularies/outcome.yml", "vocabularies/outcomes.yml"),
        report="""
evidence/vocabularies/outcomes.yml:1:1: error[misplaced-file] 'outcomes' is not a vocabulary.
    Did you mean 'outcome'?
""",
    ),
    "a blueprint is of no component": Case(
        copy("blueprint/song-maps.yml", "blueprint/song-map.yml"),
        report="""
evidence/blueprint/song-map.yml:1:1: error[misplaced-file] there is no component 'song-map' that this blueprint could be of.
    Did you mean 'song-maps'?
""",
    ),
}
