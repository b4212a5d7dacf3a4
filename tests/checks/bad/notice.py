# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, replace

PUBLISHED = "records/sight-singing/cobb-2018-confidence.yml"
SUPERSEDED = "records/sight-singing/cobb-2018-confidence-of-everyone.yml"
WITHDRAWN = "records/song-maps/moss-2016-strain.yml"
NOTICE = "notice:\n  date: 2024-03-05\n  reason: The passage is about something else.\n"

CASES = {
    "a withdrawn record does not say why": Case(
        replace(WITHDRAWN, NOTICE, ""),
        report="""
evidence/records/song-maps/moss-2016-strain.yml:18:9: error[notice] the record is withdrawn, but does not say when and why.
    Add 'notice:' with 'date' and 'reason'.
""",
    ),
    "a published record says why it is gone": Case(
        append(PUBLISHED, NOTICE),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:19:1: error[notice] the record has a notice, but its status is 'published'.
    Set the status to 'withdrawn' or 'superseded', or remove the notice.
""",
    ),
    "a superseded record does not say by which": Case(
        replace(SUPERSEDED, "  superseded_by: cobb-2018-confidence\n", ""),
        report="""
evidence/records/sight-singing/cobb-2018-confidence-of-everyone.yml:20:3: error[notice] the record is superseded, but does not say by which other record.
    Add 'superseded_by:' with the other record's id.
""",
    ),
    "a record is superseded by itself": Case(
        append(SUPERSEDED, "# \n"),
        replace(SUPERSEDED, "by: cobb-2018-confidence\n", "by: cobb-2018-confidence-of-everyone\n"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence-of-everyone.yml:20:3: error[notice] the record is superseded, but does not say by which other record.
    Add 'superseded_by:' with the other record's id.
""",
    ),
    "two records supersede each other": Case(
        replace(WITHDRAWN, "status: withdrawn", "status: superseded"),
        append(WITHDRAWN, "  superseded_by: cobb-2018-confidence-of-everyone\n"),
        replace(SUPERSEDED, "by: cobb-2018-confidence\n", "by: moss-2016-strain\n"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence-of-everyone.yml:22:18: error[notice] 'moss-2016-strain' is itself superseded, in the end by this record.
    Name the record that still counts.
evidence/records/song-maps/moss-2016-strain.yml:22:18: error[notice] 'cobb-2018-confidence-of-everyone' is itself superseded, in the end by this record.
    Name the record that still counts.
""",
    ),
    "a draft takes the place of a record": Case(
        replace(SUPERSEDED, "by: cobb-2018-confidence\n", "by: cobb-2018-draft-on-conductors\n"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence-of-everyone.yml:22:18: warning[notice] 'cobb-2018-draft-on-conductors', which takes the record's place, is a draft that no page shows.
    Publish it, or name a record that is published.
""",
    ),
}
