# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

CASES = {
    "a record was added tomorrow": Case(
        replace(
            "records/sight-singing/cobb-2018-confidence.yml",
            "added: 2024-02-01",
            "added: 2025-01-01",
        ),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:17:8: error[future-date] 2025-01-01 is after 2024-12-31.
    Write the day on which it was done, as YYYY-MM-DD.
""",
    ),
    "a record will be withdrawn": Case(
        replace("records/song-maps/moss-2016-strain.yml", "date: 2024-03-05", "date: 2025-03-05"),
        report="""
evidence/records/song-maps/moss-2016-strain.yml:20:9: error[future-date] 2025-03-05 is after 2024-12-31.
    Write the day on which it was done, as YYYY-MM-DD.
""",
    ),
    "a provider will be checked": Case(
        replace("providers/willowbank-school.yml", "checked: 2024-01-15", "checked: 9999-12-31"),
        report="""
evidence/providers/willowbank-school.yml:66:10: error[future-date] 9999-12-31 is after 2024-12-31.
    Write the day on which it was done, as YYYY-MM-DD.
""",
    ),
    "a document has not appeared yet": Case(
        replace("sources/moss2016.bib", "year = {2016}", "year = {2025}"),
        report="""
evidence/records/song-maps/moss-2016-insight.yml:6:9: error[year-of-key] the file's name says 2016, and the year of 'moss2016' is '2025'.
    Name the right source, or give the record another id with `kb rename`.
evidence/records/song-maps/moss-2016-strain.yml:6:9: error[year-of-key] the file's name says 2016, and the year of 'moss2016' is '2025'.
    Name the right source, or give the record another id with `kb rename`.
evidence/sources/moss2016.bib:5:3: error[future-date] 2025 is after 2024-12-31.
    Write the year in which the document appeared.
evidence/sources/moss2016.bib:5:3: error[year-of-key] the key 'moss2016' says 2016, and the year is '2025'.
    Correct the year, or rename the key wherever it is used.
""",
    ),
}
