from cases import append, Case, replace

PUBLISHED = "records/training/cobb-2018-confidence.yml"
SUPERSEDED = "records/training/cobb-2018-confidence-of-everyone.yml"
WITHDRAWN = "records/genograms/moss-2016-burnout.yml"
NOTICE = "notice:\n  date: 2024-03-05\n  reason: The passage is about something else.\n"

CASES = {
    "a withdrawn record does not say why": Case(replace(WITHDRAWN, NOTICE, ""), report=""),
    "a published record says why it is gone": Case(append(PUBLISHED, NOTICE), report=""),
    "a superseded record does not say by which": Case(
        replace(SUPERSEDED, "  superseded_by: cobb-2018-confidence\n", ""), report=""
    ),
    "a record is superseded by itself": Case(
        append(SUPERSEDED, "# \n"),
        replace(SUPERSEDED, "by: cobb-2018-confidence\n", "by: cobb-2018-confidence-of-everyone\n"),
        report="",
    ),
    "two records supersede each other": Case(
        replace(WITHDRAWN, "status: withdrawn", "status: superseded"),
        append(WITHDRAWN, "  superseded_by: cobb-2018-confidence-of-everyone\n"),
        replace(SUPERSEDED, "by: cobb-2018-confidence\n", "by: moss-2016-burnout\n"),
        report="",
    ),
}
