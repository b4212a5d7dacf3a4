from cases import Case, link, remove

CASES = {
    "a link out of the folder": Case(link("studies/elsewhere.yml", "/etc/passwd"), report=""),
    "a link to nothing": Case(link("studies/elsewhere.yml", "nowhere.yml"), report=""),
    "a link to a folder": Case(link("records/elsewhere", "training"), report=""),
    "a link in the place of the bibliography": Case(
        remove("sources.bib"), link("sources.bib", "/etc/passwd"), report=""
    ),
}
