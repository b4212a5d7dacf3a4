# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, move, write

GUILD = (
    "@misc{con,\n  author = {A},\n  title = {T},\n  year = {2020},\n  parked = {2024-01-31},\n}\n"
)

CASES = {
    "a name that Windows keeps for itself": Case(
        move("instruments/brook-listening-list.yml", "instruments/nul.yml"),
        report="""
evidence/instruments/nul.yml:1:1: error[portable-name] Windows can't have a file or folder named 'nul.yml'.
    Choose another name, without signs such as ':' and '?'. Windows keeps 'con', 'nul', 'com1' and the like for itself.
""",
    ),
    "a source's file has such a name": Case(
        write("sources/con.bib", GUILD),
        report="""
evidence/sources/con.bib:1:1: error[portable-name] Windows can't have a file or folder named 'con.bib'.
    Choose another name, without signs such as ':' and '?'. Windows keeps 'con', 'nul', 'com1' and the like for itself.
""",
    ),
}
