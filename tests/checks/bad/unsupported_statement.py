# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

CASES = {
    "a statement rests on nothing": Case(
        replace(
            "report.yml",
            "  - text: Desk research.\n    sources: [fernhollow2021]\n    location: Section 2\n",
            "  - text: Desk research.\n",
        ),
        report="""
evidence/report.yml:10:5: error[unsupported-statement] this rests on no record and no source.
    Add 'records:', or 'sources:' with 'location:'.
""",
    ),
    "a source is named, but not where in it": Case(
        replace(
            "report.yml",
            "  - text: Desk research.\n    sources: [fernhollow2021]\n    location: Section 2\n",
            "  - text: Desk research.\n    sources: [fernhollow2021]\n",
        ),
        report="""
evidence/report.yml:10:5: error[unsupported-statement] sources are given, but not where in them this stands.
    Add 'location:', such as 'Section 3 > Costs'.
""",
    ),
    "a number rests on nothing": Case(
        replace(
            "blueprint/sight-singing.yml", "    records: [guild-nd-contact-hours]\n  ind", "  ind"
        ),
        report="""
evidence/blueprint/sight-singing.yml:39:5: error[unsupported-statement] this rests on no record and no source.
    Add 'records:', or 'sources:' with 'location:'.
""",
    ),
}
