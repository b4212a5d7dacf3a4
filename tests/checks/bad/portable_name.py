# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, move

CASES = {
    "a name that Windows keeps for itself": Case(
        move("instruments/brook-listening-list.yml", "instruments/nul.yml"),
        report="""
evidence/instruments/nul.yml:1:1: error[portable-name] Windows can't have a file or folder named 'nul.yml'.
    Choose another name, without signs such as ':' and '?'. Windows keeps 'con', 'nul', 'com1' and the like for itself.
""",
    ),
}
