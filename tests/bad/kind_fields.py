from cases import Case, replace

PERCEPTION = "records/training/cobb-2018-confidence.yml"
BARRIER = "records/training/cobb-2018-workload.yml"
REQUIREMENT = "records/training/guild-nd-contact-hours.yml"

CASES = {
    "outcomes on a kind that has none": Case(
        replace(REQUIREMENT, "direction:", "outcomes: [practitioner-skill]\ndirection:"), report=""
    ),
    "no outcomes on a kind that needs them": Case(
        replace(PERCEPTION, "outcomes: [practitioner-confidence, practitioner-skill]\n", ""),
        report="",
    ),
    "a factor on a kind that has none": Case(
        replace(PERCEPTION, "direction:", "factor: workload\ndirection:"), report=""
    ),
    "no factor on a kind that needs one": Case(
        replace(BARRIER, "factor: workload\n", ""), report=""
    ),
    "a direction on a kind that has none": Case(
        replace(REQUIREMENT, "direction: not_applicable", "direction: favourable"), report=""
    ),
    "no direction on a kind that needs one": Case(
        replace(PERCEPTION, "direction: favourable", "direction: not_applicable"), report=""
    ),
}
