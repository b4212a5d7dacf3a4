from cases import Case, replace

CASES = {
    "two sources have one DOI, in other letters": Case(
        replace("sources/brindle2017.bib", "invented.2017.20", "INVENTED.2015.1"),
        report="""
evidence/sources/brindle2017.bib:8:3: error[duplicate-doi] 'brindle2015' has the same DOI.
    Use the key 'brindle2015' and remove this entry, or correct the DOI.
""",
    ),
}
