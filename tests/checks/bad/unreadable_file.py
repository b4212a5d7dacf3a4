# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, link, remove

CASES = {
    "a link out of the folder": Case(
        link("studies/elsewhere.yml", "/etc/passwd"),
        report="""
evidence/studies/elsewhere.yml:1:1: error[unreadable-file] this is a link to another place, which is not followed.
    Put the file itself here.
""",
    ),
    "a link to nothing": Case(
        link("studies/elsewhere.yml", "nowhere.yml"),
        report="""
evidence/studies/elsewhere.yml:1:1: error[unreadable-file] this is a link to another place, which is not followed.
    Put the file itself here.
""",
    ),
    "a link in the place of the bibliography": Case(
        remove("sources.bib"),
        link("sources.bib", "/etc/passwd"),
        report="""
evidence/sources.bib:1:1: error[unreadable-file] this is a link to another place, which is not followed.
    Put the file itself here.
""",
    ),
}
