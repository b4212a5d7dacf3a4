# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

INTERVIEWS = "records/sight-singing/cobb-2018-confidence.yml"
STUDY = "studies/larkwater-interviews.yml"

CASES = {
    "a record is from another setting": Case(
        replace(INTERVIEWS, "setting: village-choirs", "setting: opera"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:9:10: error[study-fields] 'opera' does not agree with the study 'larkwater-interviews', which says 'village-choirs'.
    Correct the one that is wrong; the study is evidence/studies/larkwater-interviews.yml.
""",
    ),
    "a record is from another country": Case(
        replace(INTERVIEWS, "countries: [norland]", "countries: [sudria]"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:10:12: error[study-fields] 'sudria' does not agree with the study 'larkwater-interviews', which says 'norland, united-isles'.
    Correct the one that is wrong; the study is evidence/studies/larkwater-interviews.yml.
""",
    ),
    "a record is of another type": Case(
        replace(INTERVIEWS, "study_type: qualitative", "study_type: survey"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:8:13: error[study-fields] 'survey' does not agree with the study 'larkwater-interviews', which says 'qualitative'.
    Correct the one that is wrong; the study is evidence/studies/larkwater-interviews.yml.
""",
    ),
    "a study says less than its records": Case(
        replace("studies/saltmarsh-trial.yml", "countries: [norland]", "countries: [sudria]"),
        report="""
evidence/records/part-rehearsals/brindle-2015-attendance-and-calm.yml:10:12: error[study-fields] 'norland' does not agree with the study 'saltmarsh-trial', which says 'sudria'.
    Correct the one that is wrong; the study is evidence/studies/saltmarsh-trial.yml.
evidence/records/part-rehearsals/brindle-2015-rehearsal-quality.yml:10:12: error[study-fields] 'norland' does not agree with the study 'saltmarsh-trial', which says 'sudria'.
    Correct the one that is wrong; the study is evidence/studies/saltmarsh-trial.yml.
evidence/records/part-rehearsals/brindle-2017-leaving-no-difference.yml:10:12: error[study-fields] 'norland' does not agree with the study 'saltmarsh-trial', which says 'sudria'.
    Correct the one that is wrong; the study is evidence/studies/saltmarsh-trial.yml.
evidence/records/part-rehearsals/brindle-2017-scores-mark-the-words.yml:10:12: error[study-fields] 'norland' does not agree with the study 'saltmarsh-trial', which says 'sudria'.
    Correct the one that is wrong; the study is evidence/studies/saltmarsh-trial.yml.
""",
    ),
}
