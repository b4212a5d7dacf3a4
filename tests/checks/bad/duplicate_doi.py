# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

CASES = {
    "two sources have one DOI, in other letters": Case(
        replace("sources/brindle2017.bib", "invented.2017.20", "INVENTED.2015.1"),
        report="""
evidence/sources/brindle2017.bib:8:3: error[duplicate-doi] 'brindle2015', in evidence/sources/brindle2015.bib, has the same DOI.
    Use the key 'brindle2015' and remove this entry, or correct the DOI.
""",
    ),
    "the earlier one is that of the first file, on whatever line": Case(
        replace("sources/brindle2015.bib", "@", "% Moved down.\n@"),
        replace("sources/brindle2017.bib", "invented.2017.20", "invented.2015.1"),
        report="""
evidence/sources/brindle2017.bib:8:3: error[duplicate-doi] 'brindle2015', in evidence/sources/brindle2015.bib, has the same DOI.
    Use the key 'brindle2015' and remove this entry, or correct the DOI.
""",
    ),
}
