# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, move, replace, write

FIELDS = "  author = {A},\n  title = {T},\n  year = {2020},\n  parked = {2024-01-31},\n"

CASES = {
    "a file's name has a capital letter": Case(
        move("instruments/brook-listening-list.yml", "instruments/Brook-wellbeing-list.yml"),
        report="""
evidence/instruments/Brook-wellbeing-list.yml:1:1: error[id-form] the file's name 'Brook-wellbeing-list' is not in the form of an id.
    Use lower-case letters, digits and single hyphens, as in 'bostock-2017-skill.yml'.
""",
    ),
    "a file's name has a blank": Case(
        move("providers/willowbank-school.yml", "providers/willowbank centre.yml"),
        report="""
evidence/providers/willowbank centre.yml:1:1: error[id-form] the file's name 'willowbank centre' is not in the form of an id.
    Use lower-case letters, digits and single hyphens, as in 'bostock-2017-skill.yml'.
""",
    ),
    "a file's name ends with a line break": Case(
        move("providers/willowbank-school.yml", "providers/willowbank-school\n.yml"),
        report=r"""
evidence/providers/willowbank-school\n.yml:1:1: error[id-form] the file's name 'willowbank-school\n' is not in the form of an id.
    Use lower-case letters, digits and single hyphens, as in 'bostock-2017-skill.yml'.
""",
    ),
    "a file's name is too long": Case(
        move("providers/willowbank-school.yml", f"providers/{'willowbank-' * 7}centre.yml"),
        report="""
evidence/providers/willowbank-willowbank-willowbank-willowbank-willowbank-willowbank-willowbank-centre.yml:1:1: error[id-form] the file's name has 83 characters, more than 80.
    Shorten it: author, year and two or three words that tell it from the others.
""",
    ),
    "a source's key is too long": Case(
        write(f"sources/{'guild-' * 13}2020.bib", f"@misc{{{'guild-' * 13}2020,\n{FIELDS}}}\n"),
        report=f"""
evidence/sources/{"guild-" * 13}2020.bib:1:1: error[id-form] the key has 82 characters, more than 80.
    Shorten it: author and year, as in 'bostock2017'.
""",
    ),
    "a key is an id": Case(
        replace("clinician-posts.yml", "singing-teacher:", "Singing teacher:"),
        report="""
evidence/clinician-posts.yml:1:1: error[id-form] 'Singing teacher' is not in the form of an id.
    Use lower-case letters, digits and single hyphens, as in 'two-words'.
""",
    ),
    "a word of a vocabulary is an id": Case(
        append("vocabularies/status.yml", "half_done: {label: Half, definition: Half.}\n"),
        report="""
evidence/vocabularies/status.yml:14:1: error[id-form] 'half_done' is not in the form of an id.
    Use lower-case letters, digits and single hyphens, as in 'two-words'.
""",
    ),
    "a gap is an id": Case(
        replace("gaps.yml", "parts-together:", "parts--together:"),
        report="""
evidence/gaps.yml:1:1: error[id-form] 'parts--together' is not in the form of an id.
    Use lower-case letters, digits and single hyphens, as in 'two-words'.
""",
    ),
    "a value is an id": Case(
        replace("logic-model.yml", "  - from: money\n", "  - from: Money!\n"),
        report="""
evidence/logic-model.yml:37:5: error[id-form] 'Money!' is not in the form of an id.
    Use lower-case letters, digits and single hyphens, as in 'two-words'.
""",
    ),
    "a source's key": Case(
        replace("sources/moss2016.bib", "@book{moss2016,", "@book{Moss_2016,"),
        replace("studies/moss-review.yml", "[moss2016]", "[Moss_2016]"),
        replace("records/song-maps/moss-2016-insight.yml", ": moss2016", ": Moss_2016"),
        replace("records/song-maps/moss-2016-strain.yml", ": moss2016", ": Moss_2016"),
        report="""
evidence/sources/moss2016.bib:1:1: error[id-form] the key 'Moss_2016' is not in the form of an id.
    Use lower-case letters and digits, as in 'bostock2017'.
""",
    ),
}
