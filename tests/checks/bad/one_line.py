# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

STUDY = "studies/heron-comparison.yml"
RECORD = "records/song-maps/heron-2022-no-difference.yml"

CASES = {
    "a name goes over two lines": Case(
        replace(
            STUDY,
            "name: The summer festival of Heronmere\n",
            "name: |\n  The county\n  programme\n",
        ),
        report="""
evidence/studies/heron-comparison.yml:1:7: error[one-line] 'name' holds a line break.
    Write it in one line: pages show it inside a line.
""",
    ),
    "what a figure measures goes over two lines": Case(
        replace(RECORD, "    of: coming back\n", "    of: |\n      coming\n      back\n"),
        report="""
evidence/records/song-maps/heron-2022-no-difference.yml:25:9: error[one-line] 'of' holds a line break.
    Write it in one line: pages show it inside a line.
""",
    ),
}
