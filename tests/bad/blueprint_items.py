from cases import Case, remove, replace

CASES = {
    "an item is absent": Case(
        replace(
            "blueprint/genograms.yml", "  how:\n    not_reported: Nothing is said of it.\n", ""
        ),
        report="",
    ),
    "an item says nothing": Case(
        replace(
            "blueprint/genograms.yml",
            "  how:\n    not_reported: Nothing is said of it.\n",
            "  how: {}\n",
        ),
        report="",
    ),
    "a component has no blueprint": Case(remove("blueprint/genograms.yml"), report=""),
}
