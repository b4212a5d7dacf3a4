from cases import Case, move

CASES = {
    "a name that Windows keeps for itself": Case(
        move("records/sight-singing/cobb-2018-confidence.yml", "records/sight-singing/nul.yml"),
        report="""
""",
    ),
}
