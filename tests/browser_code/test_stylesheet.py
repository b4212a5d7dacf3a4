"""Style sheets are joined, and hold nothing that only we read."""

from pathlib import Path

from browser_code import stylesheet


def test_comments_and_blanks_of_styles_are_left_out(tmp_path: Path) -> None:
    first, second = tmp_path / "first.css", tmp_path / "second.css"
    first.write_text("/* For us.\n * More. */\na {\n  /* Why. */\n  b: c;\n\n}\n", encoding="utf-8")
    second.write_text("@media print {\n  a > b {\n    width: calc(1px + 2px);\n  }\n}\n", "utf-8")
    assert stylesheet([first, second]) == "a{b:c}@media print{a>b{width:calc(1px + 2px)}}\n"
