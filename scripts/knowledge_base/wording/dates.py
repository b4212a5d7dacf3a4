"""Days as pages write them."""

from datetime import date


def long_date(day: date) -> str:
    """Return a day as people write it: `31 May 2023`."""
    return f"{day.day} {day:%B %Y}"


def partial_day(text: str) -> str:
    """Return a day, a month or a year, as far as it is known: `September 2024`, `2024`."""
    match text.split("-"):
        case [year]:
            return year
        case [_, _]:
            return f"{date.fromisoformat(f'{text}-01'):%B %Y}"
        case _:
            return long_date(date.fromisoformat(text))
