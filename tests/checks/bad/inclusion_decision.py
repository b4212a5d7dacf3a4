# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

INCLUSION = "inclusion.yml"

CASES = {
    "a document that was taken in has no entry": Case(
        replace(INCLUSION, "    sources: [heron2022]\n", ""),
        report="""
evidence/inclusion.yml:7:15: error[inclusion-decision] the document is in, but in no entry of the bibliography.
    Name its key under 'sources'.
""",
    ),
    "a document that was left out has an entry": Case(
        replace(INCLUSION, "birds.\n", "birds.\n    sources: [heron2022]\n"),
        report="""
evidence/inclusion.yml:12:15: error[inclusion-decision] the document is out, but has an entry in the bibliography.
    Remove 'sources', or include it.
""",
    ),
}
