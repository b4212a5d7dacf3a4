# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append

CASES = {
    "a provider and its courses got lost": Case(
        append(
            "report.yml",
            """lists:
  providers: {number: 2, location: Appendix A}
  courses: {number: 4, location: Appendix A}
  instruments: {number: 1, location: Section 3}
  clinician-posts: {number: 3, location: Appendix D}
""",
        ),
        report="""
evidence/report.yml:30:23: error[report-lists] the report lists 2 providers, but the number here is 1.
    Bring back what is missing, or correct the number; see Appendix A.
evidence/report.yml:31:21: error[report-lists] the report lists 4 courses, but the number here is 3.
    Bring back what is missing, or correct the number; see Appendix A.
evidence/report.yml:33:29: error[report-lists] the report lists 3 clinician posts, but the number here is 2.
    Bring back what is missing, or correct the number; see Appendix D.
""",
    ),
}
