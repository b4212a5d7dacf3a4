# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

MODEL = "logic-model.yml"

CASES = {
    "an arrow to a box that is not there": Case(
        replace(MODEL, "    to: attendance\n", "    to: attendence\n"),
        report="""
evidence/logic-model.yml:41:9: error[logic-model-arrow] there is no box 'attendence'.
    Did you mean 'attendance'?
""",
    ),
    "an arrow that is there already": Case(
        replace(MODEL, "arrows:\n", "arrows:\n  - {from: money, to: courses, assumption: Yes.}\n"),
        report="""
evidence/logic-model.yml:38:5: error[logic-model-arrow] the arrow from 'money' to 'courses' is there already, or ends where it begins.
    Keep one arrow for each pair of boxes.
""",
    ),
    "an arrow that ends where it begins": Case(
        replace(MODEL, "arrows:\n", "arrows:\n  - {from: money, to: money, assumption: Yes.}\n"),
        report="""
evidence/logic-model.yml:37:5: error[logic-model-arrow] the arrow from 'money' to 'money' is there already, or ends where it begins.
    Keep one arrow for each pair of boxes.
""",
    ),
    "an arrow that rests on nothing": Case(
        replace(MODEL, "    assumption: Money is all that is wanting.\n", ""),
        report="""
evidence/logic-model.yml:37:5: error[logic-model-arrow] the arrow from 'money' to 'courses' rests on nothing.
    Name its 'records:', or say with 'assumption:' what is assumed.
""",
    ),
}
