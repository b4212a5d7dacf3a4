from cases import Case, replace

CASES = {
    "a statement rests on nothing": Case(
        replace(
            "report.yml",
            "  - text: Desk research.\n    sources: [fernhollow2021]\n    location: Section 2\n",
            "  - text: Desk research.\n",
        ),
        report="",
    ),
    "a source is named, but not where in it": Case(
        replace(
            "report.yml",
            "  - text: Desk research.\n    sources: [fernhollow2021]\n    location: Section 2\n",
            "  - text: Desk research.\n    sources: [fernhollow2021]\n",
        ),
        report="",
    ),
    "a number rests on nothing": Case(
        replace("blueprint/training.yml", "    records: [guild-nd-contact-hours]\n  ind", "  ind"),
        report="",
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
        report="",
    ),
}
