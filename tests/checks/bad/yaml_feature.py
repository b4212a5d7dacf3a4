# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

STUDY = "studies/moss-review.yml"
NAME = "name: Song maps, reviewed"

CASES = {
    "an anchor": Case(
        replace(STUDY, NAME, "name: &trees Song maps, reviewed"),
        report="""
evidence/studies/moss-review.yml:1:7: error[yaml-feature] '&trees' is a YAML anchor, which is not used here.
    Write the value out, or put quotes around text that begins with '&'.
""",
    ),
    "an alias": Case(
        replace(STUDY, NAME, "name: *trees"),
        report="""
evidence/studies/moss-review.yml:1:7: error[yaml-feature] '*trees' is a YAML alias, which is not used here.
    Write the value out, or put quotes around text that begins with '*'.
""",
    ),
    "a merge": Case(
        replace(STUDY, NAME, f"<<: *base\n{NAME}"),
        report="""
evidence/studies/moss-review.yml:1:5: error[yaml-feature] '*base' is a YAML alias, which is not used here.
    Write the value out, or put quotes around text that begins with '*'.
""",
    ),
    "a tag": Case(
        replace(STUDY, NAME, "name: !!python/object/apply:os.system [reboot]"),
        report="""
evidence/studies/moss-review.yml:1:7: error[yaml-feature] 'tag:yaml.org,2002:python/object/apply:os.system' is a YAML tag, which is not used here.
    Remove the tag, or put quotes around text that begins with '!'.
""",
    ),
    "a short tag": Case(
        replace(STUDY, NAME, "name: !trees Family trees"),
        report="""
evidence/studies/moss-review.yml:1:7: error[yaml-feature] '!trees' is a YAML tag, which is not used here.
    Remove the tag, or put quotes around text that begins with '!'.
""",
    ),
    "a tag on a key": Case(
        replace(STUDY, NAME, "!!str name: Moss"),
        report="""
evidence/studies/moss-review.yml:1:1: error[yaml-feature] 'tag:yaml.org,2002:str' is a YAML tag, which is not used here.
    Remove the tag, or put quotes around text that begins with '!'.
""",
    ),
    "an anchor on the whole": Case(
        replace(STUDY, NAME, f"&all\n{NAME}"),
        report="""
evidence/studies/moss-review.yml:1:1: error[yaml-feature] '&all' is a YAML anchor, which is not used here.
    Write the value out, or put quotes around text that begins with '&'.
""",
    ),
    "laughs by the billion": Case(
        replace(STUDY, NAME, "name: &a [x, x]\nsample: &b [*a, *a]\nsummary: [*b, *b]"),
        report="""
evidence/studies/moss-review.yml:1:7: error[yaml-feature] '&a' is a YAML anchor, which is not used here.
    Write the value out, or put quotes around text that begins with '&'.
""",
    ),
}
