from cases import Case, replace

CASES = {
    "a claim differs in nothing but signs and case": Case(
        replace(
            "records/training/cobb-2018-draft-on-managers.yml",
            "claim: Managers named the course as a reason to stay.",
            "claim: “Key workers” felt more confident, after the Course.",
        ),
        report="",
    ),
}
