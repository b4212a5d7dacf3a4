from cases import Case, replace

RECORD = "records/training/cobb-2018-confidence.yml"
ADDED = "added: 2024-02-01"

CASES = {
    "a day that does not exist": Case(replace(RECORD, ADDED, "added: 2023-02-29"), report=""),
    "a day written as elsewhere": Case(replace(RECORD, ADDED, "added: 1/2/2024"), report=""),
    "a day written as a number": Case(replace(RECORD, ADDED, "added: 20240201"), report=""),
    "a day with a time": Case(replace(RECORD, ADDED, "added: 2024-02-01T10:00:00"), report=""),
    "no day at all": Case(replace(RECORD, ADDED, "added: []"), report=""),
    "a day further in": Case(
        replace("records/genograms/moss-2016-burnout.yml", "date: 2024-03-05", "date: yesterday"),
        report="",
    ),
    "a year that can't be": Case(
        replace("sources.bib", "year = {2016}", "year = {20166}"), report=""
    ),
}
