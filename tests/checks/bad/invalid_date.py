# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

RECORD = "records/sight-singing/cobb-2018-confidence.yml"
ADDED = "added: 2024-02-01"

CASES = {
    "a day that does not exist": Case(
        replace(RECORD, ADDED, "added: 2023-02-29"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:17:8: error[invalid-date] '2023-02-29' is not a day in the form YYYY-MM-DD, or there is no such day.
    Write the day as in 2023-05-31.
""",
    ),
    "a day written as elsewhere": Case(
        replace(RECORD, ADDED, "added: 1/2/2024"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:17:8: error[invalid-date] '1/2/2024' is not a day in the form YYYY-MM-DD, or there is no such day.
    Write the day as in 2023-05-31.
""",
    ),
    "a day written as a number": Case(
        replace(RECORD, ADDED, "added: 20240201"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:17:8: error[invalid-date] 20240201 is not a day in the form YYYY-MM-DD, or there is no such day.
    Write the day as in 2023-05-31.
""",
    ),
    "a day with a time": Case(
        replace(RECORD, ADDED, "added: 2024-02-01T10:00:00"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:17:8: error[invalid-date] '2024-02-01T10:00:00' is not a day in the form YYYY-MM-DD, or there is no such day.
    Write the day as in 2023-05-31.
""",
    ),
    "no day at all": Case(
        replace(RECORD, ADDED, "added: []"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:17:8: error[invalid-date] [] is not a day in the form YYYY-MM-DD, or there is no such day.
    Write the day as in 2023-05-31.
""",
    ),
    "a day further in": Case(
        replace("records/song-maps/moss-2016-strain.yml", "date: 2024-03-05", "date: yesterday"),
        report="""
evidence/records/song-maps/moss-2016-strain.yml:20:9: error[invalid-date] 'yesterday' is not a day in the form YYYY-MM-DD, or there is no such day.
    Write the day as in 2023-05-31.
""",
    ),
    "a year that can't be": Case(
        replace("sources/moss2016.bib", "year = {2016}", "year = {20166}"),
        report="""
evidence/sources/moss2016.bib:5:3: error[invalid-date] '20166' is not a year.
    Write its four digits, or n.d. where the document gives none.
""",
    ),
    "a year of pay that can't be": Case(
        replace(
            "clinician-posts.yml",
            "  salary_high: 42500.50\n",
            "  salary_high: 42500.50\n"
            "  scale: {year: 2021/23, why: It fits., sources: [fernhollow2021]}\n",
        ),
        report="""
evidence/clinician-posts.yml:7:17: error[invalid-date] '2021/23' is not a year of pay.
    Write it as in 2022/23.
""",
    ),
}
