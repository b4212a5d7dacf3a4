from cases import Case, replace

STUDY = "studies/moss-review.yml"
NAME = "name: Family trees, reviewed"

CASES = {
    "an anchor": Case(replace(STUDY, NAME, "name: &trees Family trees, reviewed"), report=""),
    "an alias": Case(replace(STUDY, NAME, "name: *trees"), report=""),
    "a merge": Case(replace(STUDY, NAME, f"<<: *base\n{NAME}"), report=""),
    "a tag": Case(
        replace(STUDY, NAME, "name: !!python/object/apply:os.system [reboot]"), report=""
    ),
    "a short tag": Case(replace(STUDY, NAME, "name: !trees Family trees"), report=""),
    "a tag on a key": Case(replace(STUDY, NAME, "!!str name: Moss"), report=""),
    "an anchor on the whole": Case(replace(STUDY, NAME, f"&all\n{NAME}"), report=""),
    "laughs by the billion": Case(
        replace(STUDY, NAME, "name: &a [x, x]\nsample: &b [*a, *a]\nsummary: [*b, *b]"), report=""
    ),
}
