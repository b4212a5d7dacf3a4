# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, cut, remove, replace

RECORD = "records/sight-singing/cobb-2018-confidence.yml"

CASES = {
    "a source": Case(
        replace(RECORD, "  source: fernhollow2021", "  source: fernhollow2012"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:15:11: error[unknown-reference] there is no source 'fernhollow2012'.
    Did you mean 'fernhollow2021'? New sources are added to evidence/sources.
""",
    ),
    "a study": Case(
        replace(RECORD, "study: larkwater-interviews", "study: larkwater-interview"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:7:8: error[unknown-reference] there is no study 'larkwater-interview'.
    Did you mean 'larkwater-interviews'? Studies are in evidence/studies/.
""",
    ),
    "a member of a study": Case(
        replace("studies/moss-review.yml", "[moss2016]", "[moss2016, tarn2016]"),
        report="""
evidence/studies/moss-review.yml:2:21: error[unknown-reference] there is no source 'tarn2016'.
    New sources are added to evidence/sources.
""",
    ),
    "a record": Case(
        replace(
            "records/sight-singing/fernhollow-2021-stand-ins-for-course.yml",
            "[cobb-2018-full-diaries]",
            "[cobb-2018-full-diariess]",
        ),
        report="""
evidence/records/sight-singing/fernhollow-2021-stand-ins-for-course.yml:13:15: error[unknown-reference] there is no record 'cobb-2018-full-diariess'.
    Did you mean 'cobb-2018-full-diaries'? Records are in evidence/records/.
""",
    ),
    "a record behind an instrument's property": Case(
        replace("instruments/brook-listening-list.yml", "[tansy-2012-consistency]", "[tansy]"),
        report="""
evidence/instruments/brook-listening-list.yml:13:26: error[unknown-reference] there is no record 'tansy'.
    There are 22 known ones, none of them close to this. Records are in evidence/records/.
""",
    ),
    "a next step": Case(
        replace("gaps.yml", "next_step: agree-on-the-model", "next_step: agree-on-model"),
        report="""
evidence/gaps.yml:13:14: error[unknown-reference] there is no next step 'agree-on-model'.
    Did you mean 'agree-on-the-model'? Next steps are in evidence/report.yml.
""",
    ),
    "a person": Case(
        append(RECORD, "checked_by: [wrenn]\n"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:19:14: error[unknown-reference] there is no person 'wrenn'.
    Did you mean 'wren'? People are in evidence/people.yml.
""",
    ),
    "a person where nobody is named": Case(
        remove("people.yml"),
        report="""
evidence/records/song-maps/heron-2022-no-difference.yml:39:10: error[unknown-reference] there is no person 'wren'.
    There are none. People are in evidence/people.yml.
evidence/records/song-maps/heron-2022-no-difference.yml:42:11: error[unknown-reference] there is no person 'wren'.
    There are none. People are in evidence/people.yml.
evidence/records/song-maps/heron-2022-no-difference.yml:43:14: error[unknown-reference] there is no person 'wren'.
    There are none. People are in evidence/people.yml.
""",
    ),
    "a rule": Case(
        append(RECORD, "exceptions:\n  - rule: claim-from\n    reason: None.\n"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:20:11: error[unknown-reference] there is no rule 'claim-from'.
    Did you mean 'claim-form'? `kb check --rules` lists the rules.
""",
    ),
    "a next step where there are none": Case(
        cut("report.yml", "next_steps:\n", "next_steps: {}\n"),
        report="""
evidence/gaps.yml:13:14: error[unknown-reference] there is no next step 'agree-on-the-model'.
    There are none. Next steps are in evidence/report.yml.
""",
    ),
    "a record that a default of the planner rests on": Case(
        replace(
            "pilot-defaults.yml", "brindle-2015-attendance-and-calm", "brindle-2015-attendance"
        ),
        report="""
evidence/pilot-defaults.yml:10:13: error[unknown-reference] there is no record 'brindle-2015-attendance'.
    Did you mean 'brindle-2015-attendance-and-calm'? Records are in evidence/records/.
""",
    ),
}
