from cases import append, Case, replace

MODEL = "logic-model.yml"

CASES = {
    "an arrow to a box that is not there": Case(
        replace(MODEL, "    to: attendance\n", "    to: attendence\n"), report=""
    ),
    "an arrow that is there already": Case(
        replace(MODEL, "arrows:\n", "arrows:\n  - {from: money, to: courses, assumption: Yes.}\n"),
        report="",
    ),
    "an arrow that ends where it begins": Case(
        replace(MODEL, "arrows:\n", "arrows:\n  - {from: money, to: money, assumption: Yes.}\n"),
        report="",
    ),
    "an arrow that rests on nothing": Case(
        replace(MODEL, "    assumption: Money is all that is wanting.\n", ""), report=""
    ),
}
