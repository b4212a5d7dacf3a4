from cases import Case, replace, write

SCALE = replace(
    "clinician-posts.yml",
    "  salary_high: 42500.50\n",
    "  salary_high: 42500.50\n  scale: {year: 2021/22, why: It fits., sources: [fernhollow2021]}\n",
)


def event(key: str, year: str) -> str:
    """Return an event that is the award of a year."""
    return f"""
{key}:
  date: 2024-02
  kind: pay
  title: Pay rises
  what: Pay rises by a tenth.
  source: fernhollow2021
  how_read: opening
  support: a tenth
  reading: {{address: https://pay.example/rise, on: 2024-02-01, kind: live-page}}
  award: {{year: {year}, percent: 10}}
"""


CASES = {
    "a year has two awards": Case(
        SCALE,
        write("context.yml", event("rise", "2022/23") + event("rise-again", "2022/23")),
        report="""
evidence/context.yml:22:17: error[pay-award] the year 2022 has two awards.
    Each year's award is one event of kind 'pay'; correct the year, or add it.
""",
    ),
    "a year is missing": Case(
        SCALE,
        write("context.yml", event("rise", "2022/23") + event("later-rise", "2024/25")),
        report="""
evidence/context.yml:22:17: error[pay-award] the year 2023 has no award.
    Each year's award is one event of kind 'pay'; correct the year, or add it.
""",
    ),
}
