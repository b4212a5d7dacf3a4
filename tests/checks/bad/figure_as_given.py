# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

SCHOOL = "providers/willowbank-school.yml"

CASES = {
    "an amount differs from the words": Case(
        replace(SCHOOL, "      amount: 1200\n", "      amount: 1250\n"),
        report="""
evidence/providers/willowbank-school.yml:16:15: error[figure-as-given] the words '£1,200 plus VAT' do not name 1,250.
    Correct the one that is wrong; where the figure follows from several, give the sum in 'note:', with each number in the words.
""",
    ),
    "the words differ from the amount": Case(
        replace(SCHOOL, "as_given: £1,200 plus VAT", "as_given: £1,020 plus VAT"),
        report="""
evidence/providers/willowbank-school.yml:16:15: error[figure-as-given] the words '£1,020 plus VAT' do not name 1,200.
    Correct the one that is wrong; where the figure follows from several, give the sum in 'note:', with each number in the words.
""",
    ),
    "a length differs from the words": Case(
        replace(SCHOOL, "      days: 12\n", "      days: 13\n"),
        report="""
evidence/providers/willowbank-school.yml:11:13: error[figure-as-given] the words '12 days' do not name 13.
    Correct the one that is wrong; where the figure follows from several, give the sum in 'note:', with each number in the words.
""",
    ),
    "a sum differs from its note": Case(
        replace(SCHOOL, "contact_hours: 60", "contact_hours: 66"),
        report="""
evidence/providers/willowbank-school.yml:12:22: error[figure-as-given] the words '12 days' do not name 66.
    Correct the one that is wrong; where the figure follows from several, give the sum in 'note:', with each number in the words.
""",
    ),
    "the words differ from a sum": Case(
        replace(
            SCHOOL, "as_given: 12 days\n      days: 12\n", "as_given: 13 days\n      days: 13\n"
        ),
        report="""
evidence/providers/willowbank-school.yml:12:22: error[figure-as-given] the words '13 days' do not name 60.
    Correct the one that is wrong; where the figure follows from several, give the sum in 'note:', with each number in the words.
""",
    ),
    "an amount is named in the note alone": Case(
        replace(
            SCHOOL,
            "as_given: £1,200 plus VAT\n",
            "as_given: £1,300 plus VAT\n      note: Some pages give £1,200.\n",
        ),
        report="""
evidence/providers/willowbank-school.yml:17:15: error[figure-as-given] the words '£1,300 plus VAT' do not name 1,200.
    Correct the one that is wrong; where the figure follows from several, give the sum in 'note:', with each number in the words.
""",
    ),
    "a number of places differs from the words": Case(
        replace(SCHOOL, "      places: 20\n", "      places: 30\n"),
        report="""
evidence/providers/willowbank-school.yml:45:15: error[figure-as-given] the words 'From £9,000 for up to 20 people' do not name 30.
    Correct the one that is wrong; where the figure follows from several, give the sum in 'note:', with each number in the words.
""",
    ),
    "a lowest price is put as the price": Case(
        replace(SCHOOL, "      is_minimum: true\n", ""),
        report="""
evidence/providers/willowbank-school.yml:41:7: error[figure-as-given] 'is_minimum' does not agree with the words 'From £9,000 for up to 20 people'.
    Compare both with the source, and correct the one that is wrong.
""",
    ),
    "VAT is left out": Case(
        replace(SCHOOL, "vat: plus_vat", "vat: not_reported"),
        report="""
evidence/providers/willowbank-school.yml:18:12: error[figure-as-given] 'vat' does not agree with the words '£1,200 plus VAT'.
    Compare both with the source, and correct the one that is wrong.
""",
    ),
    "an upper limit is put as a number of places": Case(
        replace(SCHOOL, "places_are: maximum", "places_are: stated"),
        report="""
evidence/providers/willowbank-school.yml:46:19: error[figure-as-given] 'places_are' does not agree with the words 'From £9,000 for up to 20 people'.
    Compare both with the source, and correct the one that is wrong.
""",
    ),
    "a newer figure differs from its words": Case(
        replace(
            SCHOOL,
            "location: Appendix A\nchecked",
            """newer:
  - what: Price of the foundation course
    figure: 1350
    unit: pounds
    as_given: £1,530
    on: 2023-09
    source: willowbank2021page
    support: the course costs
    reading: {address: https://example.org/course, on: 2024-01-02, kind: live-page}
location: Appendix A
checked""",
        ),
        report="""
evidence/providers/willowbank-school.yml:67:13: error[figure-as-given] the words '£1,530' do not name 1,350.
    Correct the one that is wrong; where the figure follows from several, give the sum in 'note:', with each number in the words.
""",
    ),
}
