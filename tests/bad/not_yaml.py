from cases import Case, replace, write

STUDY = "studies/moss-review.yml"
NAME = "name: Family trees, reviewed"

CASES = {
    "a colon in text without quotes": Case(
        replace(STUDY, NAME, "name: Family trees: reviewed"), report=""
    ),
    "a sign that YAML keeps for itself": Case(replace(STUDY, NAME, "name: @moss"), report=""),
    "a tab in front": Case(replace(STUDY, NAME, "name:\n\tMoss"), report=""),
    "a bracket that is not closed": Case(
        replace(STUDY, "sources: [moss2016]", "sources: [moss2016"), report=""
    ),
    "a quote that is not closed": Case(replace(STUDY, NAME, 'name: "Moss'), report=""),
    "an empty file": Case(write(STUDY, ""), report=""),
    "a file of comments": Case(write(STUDY, "# To be written.\n"), report=""),
    "two documents": Case(replace(STUDY, "design:", "---\ndesign:"), report=""),
    "a key that is a list": Case(replace(STUDY, NAME, "? [name]\n: Moss"), report=""),
    "a key that is a mapping": Case(replace(STUDY, NAME, "{name: x}: Moss"), report=""),
    "lists in lists without end": Case(replace(STUDY, NAME, f"name: {'[' * 5000}"), report=""),
    "another version of YAML": Case(replace(STUDY, NAME, f"%YAML 3.0\n---\n{NAME}"), report=""),
}
