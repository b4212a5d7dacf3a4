# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, replace

RECORD = "records/sight-singing/cobb-2018-confidence.yml"
SUPERSEDED = "records/sight-singing/cobb-2018-confidence-of-everyone.yml"
NOTES = "source-notes.yml"
NOTICE = "notice:\n  date: 2024-03-05\n  reason: The passage is about something else.\n"
RETRACTED = """cobb:
  source: cobb2018
  standing:
    status: retracted
    on: "2024-03"
    notice: https://cobb.example.org/retraction
    reason: The interviews were invented.
"""

CASES = {
    "a sentence rests on a withdrawn record": Case(
        replace(RECORD, "status: published", "status: withdrawn"),
        append(RECORD, NOTICE),
        report="""
evidence/logic-model.yml:45:15: warning[fallen-support] this rests on 'cobb-2018-confidence', which was withdrawn.
    Name what takes its place, or change the sentence. Until then, pages say so beside it.
""",
    ),
    "a sentence rests on a draft": Case(
        replace(RECORD, "status: published", "status: draft"),
        report="""
evidence/logic-model.yml:45:15: warning[fallen-support] this rests on 'cobb-2018-confidence', which is a draft.
    Name what takes its place, or change the sentence. Until then, pages say so beside it.
evidence/records/sight-singing/cobb-2018-confidence-of-everyone.yml:22:18: warning[notice] 'cobb-2018-confidence', which takes the record's place, is a draft that no page shows.
    Publish it, or name a record that is published.
""",
    ),
    "a sentence rests on a record that is superseded in the end by another": Case(
        replace(RECORD, "status: published", "status: superseded"),
        append(RECORD, NOTICE),
        append(RECORD, "  superseded_by: cobb-2018-full-diaries\n"),
        report="""
evidence/logic-model.yml:45:15: warning[fallen-support] this rests on 'cobb-2018-confidence', which was superseded, in the end by 'cobb-2018-full-diaries'.
    Name what takes its place, or change the sentence. Until then, pages say so beside it.
""",
    ),
    "a sentence rests on a source that was retracted": Case(
        append(NOTES, RETRACTED),
        report="""
evidence/blueprint/sight-singing.yml:80:19: warning[fallen-support] this rests on 'cobb2018', which is no longer relied on: retracted.
    Name what takes its place, or change the sentence. Until then, pages say so beside it.
evidence/blueprint/sight-singing.yml:82:15: warning[fallen-support] this rests on 'cobb2018', which is no longer relied on: retracted.
    Name what takes its place, or change the sentence. Until then, pages say so beside it.
evidence/logic-model.yml:45:15: warning[fallen-support] this rests on 'cobb-2018-confidence', which comes from 'cobb2018', which is no longer relied on: retracted.
    Name what takes its place, or change the sentence. Until then, pages say so beside it.
""",
    ),
    "a sentence rests on nothing but a withdrawn record": Case(
        replace(
            "blueprint/song-maps.yml",
            "links_to_outcomes:\n"
            "  - text: What follows from it is for the records to say.\n"
            "    records: [moss-2016-insight]\n",
            "links_to_outcomes:\n"
            "  - text: What follows from it is for the records to say.\n"
            "    records: [moss-2016-strain]\n",
        ),
        report="""
evidence/blueprint/song-maps.yml:33:15: warning[fallen-support] this rests on 'moss-2016-strain', which was withdrawn.
    Name what takes its place, or change the sentence. Until then, pages say so beside it.
""",
    ),
}
