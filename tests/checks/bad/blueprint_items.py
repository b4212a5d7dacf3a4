# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, remove, replace

CASES = {
    "an item is absent": Case(
        replace(
            "blueprint/song-maps.yml", "  how:\n    not_reported: Nothing is said of it.\n", ""
        ),
        report="""
evidence/blueprint/song-maps.yml:5:3: error[blueprint-items] the TIDieR item 'how' is absent.
    Add it with 'statements:', or with 'not_reported:' and what is open.
""",
    ),
    "an item says nothing": Case(
        replace(
            "blueprint/song-maps.yml",
            "  how:\n    not_reported: Nothing is said of it.\n",
            "  how: {}\n",
        ),
        report="""
evidence/blueprint/song-maps.yml:17:8: error[blueprint-items] the TIDieR item 'how' says nothing.
    Add 'statements:', or 'not_reported:' and what is open.
""",
    ),
    "a component has no blueprint": Case(
        remove("blueprint/song-maps.yml"),
        report="""
evidence/blueprint/song-maps.yml:1:1: error[blueprint-items] the component 'song-maps' has no blueprint.
    Add the file, with what is known of each item, or that it is open.
""",
    ),
}
