# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, folder, link, move_folder, pipe, remove, write

CASES = {
    "a link out of the folder": Case(
        link("studies/elsewhere.yml", "/etc/passwd"),
        report="""
evidence/studies/elsewhere.yml:1:1: error[unreadable-file] this is a link to another place, which is not followed.
    Put the file itself here.
""",
    ),
    "a link to nothing": Case(
        link("studies/elsewhere.yml", "nowhere.yml"),
        report="""
evidence/studies/elsewhere.yml:1:1: error[unreadable-file] this is a link to another place, which is not followed.
    Put the file itself here.
""",
    ),
    "a link in the place of a source": Case(
        remove("sources/moss2016.bib"),
        link("sources/moss2016.bib", "/etc/passwd"),
        report="""
evidence/sources/moss2016.bib:1:1: error[unreadable-file] this is a link to another place, which is not followed.
    Put the file itself here.
""",
    ),
    "a link to a folder": Case(
        link("records/elsewhere", "sight-singing"),
        report="""
evidence/records/elsewhere:1:1: error[unreadable-file] this is a link to another place, which is not followed.
    Put the folder itself here.
""",
    ),
    **{
        f"a link in the place of the folder of {name}": Case(
            move_folder(name, f"../{name}-elsewhere"),
            link(name, f"../{name}-elsewhere"),
            write("published-ids.txt", "cobb-2018-confidence\n"),
            report=f"""
evidence/{name}:1:1: error[unreadable-file] this is a link to another place, which is not followed.
    Put the folder itself here.
""",
        )
        for name in ("records", "sources", "studies", "vocabularies")
    },
    "a folder in the place of a record": Case(
        folder("records/sight-singing/cobb-2018-hope.yml"),
        report="""
evidence/records/sight-singing/cobb-2018-hope.yml:1:1: error[unreadable-file] this is a folder, a pipe or the like, and no file.
    Put the file itself here, or give this another name.
""",
    ),
    "a folder in the place of a source": Case(
        remove("sources/moss2016.bib"),
        folder("sources/moss2016.bib"),
        report="""
evidence/sources/moss2016.bib:1:1: error[unreadable-file] this is a folder, a pipe or the like, and no file.
    Put the file itself here, or give this another name.
""",
    ),
    "a pipe in the place of a record": Case(
        pipe("records/sight-singing/cobb-2018-hope.yml"),
        report="""
evidence/records/sight-singing/cobb-2018-hope.yml:1:1: error[unreadable-file] this is a folder, a pipe or the like, and no file.
    Put the file itself here, or give this another name.
""",
    ),
}
