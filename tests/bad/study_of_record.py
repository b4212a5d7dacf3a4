from cases import Case, replace

RESEARCH = "records/training/cobb-2018-confidence.yml"

CASES = {
    "a record of research names no study": Case(
        replace(RESEARCH, "study: larkwater-interviews\n", ""), report=""
    ),
    "a record of no research names one": Case(
        replace(
            "records/training/guild-nd-contact-hours.yml",
            "study_type:",
            "study: larkwater-interviews\nstudy_type:",
        ),
        replace("studies/larkwater-interviews.yml", "[cobb2018]", "[cobb2018, guildnd]"),
        report="",
    ),
    "the study is reported by another source": Case(
        replace(RESEARCH, "study: larkwater-interviews", "study: moss-review"), report=""
    ),
}
