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
evidence/report.yml:8:5: error[unsupported-statement] this rests on no record and no source.
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
evidence/report.yml:8:5: error[unsupported-statement] sources are given, but not where in them this stands.
    Add 'location:', such as 'Section 3 > Training > Length of training'.
""",
    ),
    "a number rests on nothing": Case(
        replace("blueprint/training.yml", "    records: [guild-nd-contact-hours]\n  ind", "  ind"),
        report="""
evidence/blueprint/training.yml:39:5: error[unsupported-statement] this rests on no record and no source.
    Add 'records:', or 'sources:' with 'location:'.
""",
    ),
    "it rests on a record that was withdrawn": Case(
        replace(
            "blueprint/genograms.yml",
            "links_to_outcomes:\n"
            "  - text: What follows from it is for the records to say.\n"
            "    records: [moss-2016-insight]\n",
            "links_to_outcomes:\n"
            "  - text: What follows from it is for the records to say.\n"
            "    records: [moss-2016-burnout]\n",
        ),
        report="""
evidence/blueprint/genograms.yml:33:14: error[unsupported-statement] this rests only on records that were withdrawn or superseded.
    Name records that stand, or remove it.
""",
    ),
}
