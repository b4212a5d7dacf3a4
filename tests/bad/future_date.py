from cases import Case, replace

CASES = {
    "a record was added tomorrow": Case(
        replace(
            "records/training/cobb-2018-confidence.yml", "added: 2024-02-01", "added: 2025-01-01"
        ),
        report="",
    ),
    "a record will be withdrawn": Case(
        replace("records/genograms/moss-2016-burnout.yml", "date: 2024-03-05", "date: 2025-03-05"),
        report="",
    ),
    "a provider will be checked": Case(
        replace("providers/willowbank-centre.yml", "checked: 2024-01-15", "checked: 9999-12-31"),
        report="",
    ),
    "a document has not appeared yet": Case(
        replace("sources.bib", "year = {2016}", "year = {2025}"), report=""
    ),
}
