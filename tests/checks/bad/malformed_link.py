# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

DOI = "doi = {10.9999/invented.2012.7}"
URL = "url = {https://willowbank.example.org/courses/foundation}"

CASES = {
    "a DOI is given as a link": Case(
        replace("sources/tansy2012.bib", DOI, "doi = {https://doi.org/10.9999/invented.2012.7}"),
        report="""
evidence/sources/tansy2012.bib:8:3: error[malformed-link] 'https://doi.org/10.9999/invented.2012.7' is not a DOI.
    Give the bare DOI, as in 10.1136/bmj.g1687, without 'https://doi.org/'.
""",
    ),
    "a DOI is cut off": Case(
        replace("sources/tansy2012.bib", DOI, "doi = {10.9999}"),
        report="""
evidence/sources/tansy2012.bib:8:3: error[malformed-link] '10.9999' is not a DOI.
    Give the bare DOI, as in 10.1136/bmj.g1687, without 'https://doi.org/'.
""",
    ),
    "a DOI is empty": Case(
        replace("sources/tansy2012.bib", DOI, "doi = {}"),
        report="""
evidence/sources/tansy2012.bib:8:3: error[malformed-link] '' is not a DOI.
    Give the bare DOI, as in 10.1136/bmj.g1687, without 'https://doi.org/'.
""",
    ),
    "a link runs a script": Case(
        replace("sources/willowbank2021page.bib", URL, "url = {javascript:alert(1)}"),
        report="""
evidence/sources/willowbank2021page.bib:5:3: error[malformed-link] 'javascript:alert(1)' is not a link that begins with http:// or https://.
    Give the whole address of the page, as your browser shows it.
""",
    ),
    "a link has another scheme": Case(
        replace("sources/willowbank2021page.bib", URL, "url = {ftp://willowbank.example.org/}"),
        report="""
evidence/sources/willowbank2021page.bib:5:3: error[malformed-link] 'ftp://willowbank.example.org/' is not a link that begins with http:// or https://.
    Give the whole address of the page, as your browser shows it.
""",
    ),
    "a link has no scheme": Case(
        replace("sources/willowbank2021page.bib", URL, "url = {willowbank.example.org}"),
        report="""
evidence/sources/willowbank2021page.bib:5:3: error[malformed-link] 'willowbank.example.org' is not a link that begins with http:// or https://.
    Give the whole address of the page, as your browser shows it.
""",
    ),
    "a link leads to no host": Case(
        replace("sources/willowbank2021page.bib", URL, "url = {https://}"),
        report="""
evidence/sources/willowbank2021page.bib:5:3: error[malformed-link] 'https://' is not a well-formed link.
    Copy the address from your browser; it holds no spaces, quotes or angle brackets.
""",
    ),
    "a link hides where it leads": Case(
        replace(
            "sources/willowbank2021page.bib",
            URL,
            "url = {https://willowbank.example.org@elsewhere.example.com/}",
        ),
        report="""
evidence/sources/willowbank2021page.bib:5:3: error[malformed-link] 'https://willowbank.example.org@elsewhere.example.com/' is not a well-formed link.
    Copy the address from your browser; it holds no spaces, quotes or angle brackets.
""",
    ),
    "a link can't be taken apart": Case(
        replace("sources/willowbank2021page.bib", URL, "url = {https://[}"),
        report="""
evidence/sources/willowbank2021page.bib:5:3: error[malformed-link] 'https://[' is not a link that begins with http:// or https://.
    Give the whole address of the page, as your browser shows it.
""",
    ),
    "a link holds a blank": Case(
        replace(
            "sources/willowbank2021page.bib", URL, "url = {https://willowbank.example.org/a b}"
        ),
        report="""
evidence/sources/willowbank2021page.bib:5:3: error[malformed-link] 'https://willowbank.example.org/a b' is not a well-formed link.
    Copy the address from your browser; it holds no spaces, quotes or angle brackets.
""",
    ),
    "a page is not named by its file": Case(
        replace("report.yml", "/book/blueprint/index.md", "/book/blueprint/index.html"),
        report="""
evidence/report.yml:27:22: error[malformed-link] '/book/blueprint/index.html' does not name a page of this book.
    Give its file from the root of the project, as in /book/plan/pilot.md.
""",
    ),
    "a link breaks out of its page": Case(
        replace(
            "sources/willowbank2021page.bib",
            URL,
            'url = {https://willowbank.example.org/"><script>}',
        ),
        report="""
evidence/sources/willowbank2021page.bib:5:3: error[malformed-link] 'https://willowbank.example.org/"><script>' is not a well-formed link.
    Copy the address from your browser; it holds no spaces, quotes or angle brackets.
""",
    ),
}
