# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

RESEARCH = "records/sight-singing/cobb-2018-confidence.yml"

CASES = {
    "a record of research names no study": Case(
        replace(RESEARCH, "study: larkwater-interviews\n", ""),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:7:13: error[study-of-record] a record of the type 'qualitative' needs a study.
    Give the study's id as its 'study', or describe the study in evidence/studies/.
""",
    ),
    "a record of no research names one": Case(
        replace(
            "records/sight-singing/guild-nd-contact-hours.yml",
            "study_type:",
            "study: larkwater-interviews\nstudy_type:",
        ),
        replace("studies/larkwater-interviews.yml", "[cobb2018]", "[cobb2018, guildnd]"),
        report="""
evidence/records/sight-singing/guild-nd-contact-hours.yml:6:8: error[study-of-record] a source of the type 'professional-standard' is no piece of research.
    Remove 'study', or correct the study type.
evidence/records/sight-singing/guild-nd-contact-hours.yml:8:10: error[study-fields] 'singing-teachers' does not agree with the study 'larkwater-interviews', which says 'village-choirs'.
    Correct the one that is wrong; the study is evidence/studies/larkwater-interviews.yml.
""",
    ),
    "the study is reported by another source": Case(
        replace(RESEARCH, "study: larkwater-interviews", "study: moss-review"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:7:8: error[study-of-record] the study 'moss-review' is not reported by the source 'cobb2018'.
    Add the source to evidence/studies/moss-review.yml, or name the right study.
evidence/records/sight-singing/cobb-2018-confidence.yml:8:13: error[study-fields] 'qualitative' does not agree with the study 'moss-review', which says 'literature-review'.
    Correct the one that is wrong; the study is evidence/studies/moss-review.yml.
evidence/records/sight-singing/cobb-2018-confidence.yml:9:10: error[study-fields] 'village-choirs' does not agree with the study 'moss-review', which says 'opera'.
    Correct the one that is wrong; the study is evidence/studies/moss-review.yml.
""",
    ),
    "the report is taken for a study": Case(
        replace("studies/larkwater-interviews.yml", "[cobb2018]", "[cobb2018, fernhollow2021]"),
        report="""
evidence/studies/larkwater-interviews.yml:2:21: error[study-of-record] the report that this book rests on counts as no study.
    Name the document of those who did the research.
""",
    ),
    "the report's own words are taken for research": Case(
        replace(
            "records/sight-singing/fernhollow-2021-stand-ins-for-course.yml",
            "study_type: scoping-report",
            "study_type: literature-review",
        ),
        report="""
evidence/records/sight-singing/fernhollow-2021-stand-ins-for-course.yml:7:13: error[study-of-record] what the report that this book rests on says itself counts as no research.
    Name the source of those who did the research, cited through the report; or write 'study_type: scoping-report' and no study.
""",
    ),
}
