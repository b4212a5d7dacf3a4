from cases import Case, replace, write

RECORD = "records/training/cobb-2018-confidence.yml"
CLAIM = "Key workers felt more confident after the course."

CASES = {
    "a character without width": Case(
        replace(RECORD, CLAIM, "Key workers felt more con\u200bfident after the course."), report=""
    ),
    "a mark that turns the direction of writing": Case(
        replace(RECORD, CLAIM, "Key workers felt more \u202econfident\u202c after the course."),
        report="",
    ),
    "a control character that YAML refuses": Case(
        replace(RECORD, CLAIM, "Key workers felt more \x1b[31mconfident after the course."),
        report="",
    ),
    "a line break that editors don't show": Case(
        replace(RECORD, CLAIM, "Key workers felt more confident\u2028after the course."), report=""
    ),
    "a control character spelled out in quotes": Case(
        replace(RECORD, CLAIM, '"Key workers felt more \\e[31mconfident after the course."'),
        report="",
    ),
    "a mark of the byte order within a file": Case(
        replace(RECORD, "component: training", "\ufeff\ufeffcomponent: training"), report=""
    ),
    "in the bibliography": Case(
        replace("sources.bib", "Family trees, reviewed", "Family\xad trees, reviewed"), report=""
    ),
}
