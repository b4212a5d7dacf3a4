# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

CASES = {
    "a price that is made to measure has an amount": Case(
        replace("providers/willowbank-school.yml", "basis: cohort", "basis: tailored"),
        report="""
evidence/providers/willowbank-school.yml:41:7: error[cost-basis] the amount and the basis of the cost don't go together.
    A 'place' or 'cohort' has an amount and a 'tailored' fee has none; where it isn't said what an amount buys, the basis is 'not_reported'.
""",
    ),
    "a place costs nothing": Case(
        replace("providers/willowbank-school.yml", "      amount: 1200\n", ""),
        report="""
evidence/providers/willowbank-school.yml:15:7: error[cost-basis] the amount and the basis of the cost don't go together.
    A 'place' or 'cohort' has an amount and a 'tailored' fee has none; where it isn't said what an amount buys, the basis is 'not_reported'.
""",
    ),
}
