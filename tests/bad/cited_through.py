from cases import append, Case, replace

CITED = "records/training/cobb-2018-confidence.yml"
READ = "records/group-supervision/brindle-2017-plans-name-the-child.yml"
THROUGH = "cited_through:\n  source: fernhollow2021\n  location: Section 3 > Training\n"

CASES = {
    "it is not said through which document": Case(replace(CITED, THROUGH, ""), report=""),
    "it was read in its source and through another": Case(append(READ, THROUGH), report=""),
    "it was read in its source, but not said where": Case(
        replace(READ, "location: Section 5", "location: not_reported"), report=""
    ),
    "a source is cited through itself": Case(
        replace(CITED, "source: fernhollow2021", "source: cobb2018"), report=""
    ),
}
