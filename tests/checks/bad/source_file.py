# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, write

NEW = "@misc{guild2020,\n  author = {A},\n  title = {T},\n  year = {2020},\n  parked = {2024-01-31},\n}\n"

CASES = {
    "the file has another name than the key": Case(
        write("sources/guild-of-2020.bib", NEW),
        report="""
evidence/sources/guild-of-2020.bib:1:1: error[source-file] the key is 'guild2020', but the file's name is 'guild-of-2020'.
    Rename the file to 'guild2020.bib', or correct the key.
""",
    ),
    "two entries are in one file": Case(
        append("sources/moss2016.bib", f"\n{NEW}"),
        report="""
evidence/sources/moss2016.bib:9:1: error[source-file] the entry 'guild2020' is one more in this file.
    Move it to evidence/sources/guild2020.bib.
""",
    ),
    "two entries are in a file of another name": Case(
        write("sources/guilds.bib", f"{NEW}\n{NEW.replace('guild2020', 'guild2020b')}"),
        report="""
evidence/sources/guilds.bib:1:1: error[source-file] the key is 'guild2020', but the file's name is 'guilds'.
    Rename the file to 'guild2020.bib', or correct the key.
evidence/sources/guilds.bib:8:1: error[source-file] the entry 'guild2020b' is one more in this file.
    Move it to evidence/sources/guild2020b.bib.
""",
    ),
    "a file is empty": Case(
        write("sources/guild2020.bib", "% To be written.\n"),
        report="""
evidence/sources/guild2020.bib:1:1: error[source-file] there is no entry in this file.
    Write the entry of one source in it, or remove the file.
""",
    ),
    "all sources are in one file": Case(
        write("sources.bib", NEW),
        report="""
evidence/sources.bib:1:1: warning[source-file] all sources are in one file, in which git can't join what two people add.
    Run `kb split-sources`; it gives each source a file of its own.
""",
    ),
}
