# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

SINGING = "blueprint/sight-singing.yml"

CASES = {
    "a measure differs from its record": Case(
        replace(SINGING, "    value: 50\n", "    value: 55\n"),
        report="""
evidence/blueprint/sight-singing.yml:41:12: error[figure-of-records] none of the records that this rests on names 55.
    Correct the figure, or name the record that has it.
""",
    ),
    "a statement differs from its record": Case(
        replace(
            SINGING,
            "        records: [guild-nd-contact-hours]",
            "        records: [guild-nd-contact-hours]\n"
            "      - text: The guild asks for 80 hours.\n"
            "        records: [guild-nd-contact-hours]",
        ),
        report="""
evidence/blueprint/sight-singing.yml:29:15: error[figure-of-records] none of the records that this rests on names 80.
    Correct the figure, or name the record that has it.
""",
    ),
    "a record differs from what rests on it": Case(
        replace("records/sight-singing/guild-nd-contact-hours.yml", "50 hours", "90 hours"),
        report="""
evidence/blueprint/sight-singing.yml:27:15: error[figure-of-records] none of the records that this rests on names 50.
    Correct the figure, or name the record that has it.
evidence/blueprint/sight-singing.yml:41:12: error[figure-of-records] none of the records that this rests on names 50.
    Correct the figure, or name the record that has it.
""",
    ),
}
