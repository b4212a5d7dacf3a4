from cases import Case, replace

BIB = "sources.bib"
DOI = "doi = {10.9999/invented.2012.7}"
URL = "url = {https://willowbank.example.org/courses/foundation}"

CASES = {
    "a DOI is given as a link": Case(
        replace(BIB, DOI, "doi = {https://doi.org/10.9999/invented.2012.7}"), report=""
    ),
    "a DOI is cut off": Case(replace(BIB, DOI, "doi = {10.9999}"), report=""),
    "a DOI is empty": Case(replace(BIB, DOI, "doi = {}"), report=""),
    "a link runs a script": Case(replace(BIB, URL, "url = {javascript:alert(1)}"), report=""),
    "a link has another scheme": Case(
        replace(BIB, URL, "url = {ftp://willowbank.example.org/}"), report=""
    ),
    "a link has no scheme": Case(replace(BIB, URL, "url = {willowbank.example.org}"), report=""),
    "a link leads to no host": Case(replace(BIB, URL, "url = {https://}"), report=""),
    "a link hides where it leads": Case(
        replace(BIB, URL, "url = {https://willowbank.example.org@elsewhere.example.com/}"),
        report="",
    ),
    "a link can't be taken apart": Case(replace(BIB, URL, "url = {https://[}"), report=""),
    "a link holds a blank": Case(
        replace(BIB, URL, "url = {https://willowbank.example.org/a b}"), report=""
    ),
    "a link breaks out of its page": Case(
        replace(BIB, URL, 'url = {https://willowbank.example.org/"><script>}'), report=""
    ),
}
