# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

CASES = {
    "a newer figure is older than the document that the entry was compared with": Case(
        replace(
            "providers/willowbank-school.yml",
            "checked: 2024-01-15\n",
            """newer:
  - what: Price of the Foundation course
    figure: 1100
    unit: pounds
    as_given: £1,100
    on: 2020-09
    source: willowbank2021page
    support: £1,100
    reading: {address: https://willowbank.example/prices, on: 2024-02-01, kind: live-page}
checked: 2024-01-15
""",
        ),
        report="""
evidence/providers/willowbank-school.yml:71:9: error[newer-figure] 2020-09 is earlier than Fernhollow et al. (2021), with which the entry was compared.
    Leave it out, or correct the day for which the source gives it.
""",
    ),
}
