from cases import Case, replace

CASES = {
    "two sources have one DOI, in other letters": Case(
        replace("sources.bib", "{10.9999/invented.2017.20}", "{10.9999/INVENTED.2015.1}"),
        report="",
    ),
}
