# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

CASES = {
    "a source's year differs from its key": Case(
        replace("sources/moss2016.bib", "  year = {2016},\n", "  year = {2013},\n"),
        report="""
evidence/records/song-maps/moss-2016-insight.yml:6:9: error[year-of-key] the file's name says 2016, and the year of 'moss2016' is '2013'.
    Name the right source, or give the record another id with `kb rename`.
evidence/records/song-maps/moss-2016-strain.yml:6:9: error[year-of-key] the file's name says 2016, and the year of 'moss2016' is '2013'.
    Name the right source, or give the record another id with `kb rename`.
evidence/sources/moss2016.bib:5:3: error[year-of-key] the key 'moss2016' says 2016, and the year is '2013'.
    Correct the year, or rename the key wherever it is used.
""",
    ),
    "a source without a year has one in its key": Case(
        replace("sources/moss2016.bib", "  year = {2016},\n", "  year = {n.d.},\n"),
        report="""
evidence/records/song-maps/moss-2016-insight.yml:6:9: error[year-of-key] the file's name says 2016, and the year of 'moss2016' is 'n.d.'.
    Name the right source, or give the record another id with `kb rename`.
evidence/records/song-maps/moss-2016-strain.yml:6:9: error[year-of-key] the file's name says 2016, and the year of 'moss2016' is 'n.d.'.
    Name the right source, or give the record another id with `kb rename`.
evidence/sources/moss2016.bib:5:3: error[year-of-key] the key 'moss2016' says 2016, and the year is 'n.d.'.
    Correct the year, or rename the key wherever it is used.
""",
    ),
    "a record names its author's other paper": Case(
        replace(
            "records/part-rehearsals/brindle-2015-rehearsal-quality.yml",
            "source: brindle2015",
            "source: brindle2017",
        ),
        report="""
evidence/records/part-rehearsals/brindle-2015-rehearsal-quality.yml:6:9: error[year-of-key] the file's name says 2015, and the year of 'brindle2017' is '2017'.
    Name the right source, or give the record another id with `kb rename`.
""",
    ),
}
