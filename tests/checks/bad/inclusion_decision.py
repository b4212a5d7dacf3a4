# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, Edit, write


def decided(decision: str, sources: str = "") -> Edit:
    """Write the decision on one document."""
    return write(
        "inclusion.yml",
        f"""rule: [What was read is in.]
as_of: 2024-06-01
documents:
  moss-2016:
    reference: Moss and Tarn, a handbook
    decision: {decision}
    reason: It was read.
{sources}""",
    )


CASES = {
    "a document is in, but not in the bibliography": Case(
        decided("in"),
        report="""
evidence/inclusion.yml:6:15: error[inclusion-decision] the document is in, but in no entry of the bibliography.
    Name its key under 'sources'.
""",
    ),
    "a document is out, but in the bibliography": Case(
        decided("out", "    sources: [moss2016]\n"),
        report="""
evidence/inclusion.yml:6:15: error[inclusion-decision] the document is out, but has an entry in the bibliography.
    Remove 'sources', or take it in.
""",
    ),
}
