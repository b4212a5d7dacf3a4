"""An edited export comes back: what was changed is changed, the rest stays, nothing is silent."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kb import main
from knowledge_base.exports.formats.tables import records_table
from knowledge_base.loading import load

CALM = "brindle-2015-attendance-and-calm"
CALM_FILE = f"evidence/records/part-rehearsals/{CALM}.yml"
Rows = list[dict[str, Any]]


@pytest.fixture
def rows(corpus: Path) -> Rows:
    """The rows of records.csv."""
    return [{name: str(cell) for name, cell in row.items()} for row in records_table(load(corpus))]


def as_csv(rows: Rows, separator: str = ",") -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=separator, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


@pytest.fixture
def bring(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, set[str]]]:
    """Import a table; gives the exit status, what was printed, and the files that changed."""

    def run(table: str | Rows, *options: str) -> tuple[int, str, set[str]]:
        if isinstance(table, str):
            file = corpus.parent / "records.csv"
            file.write_text(table, encoding="utf-8")
        else:
            file = corpus.parent / "records.xlsx"
            workbook = openpyxl.Workbook()
            sheet = workbook.active
            assert sheet is not None
            for cells in ([*table[0]], *([*row.values()] for row in table)):
                sheet.append(cells)
            workbook.save(file)
        before = files(corpus)
        status = main(["--root", str(corpus), "import", str(file), *options])
        after = files(corpus)
        touched = {path for path in before | after if before.get(path) != after.get(path)}
        return status, capsys.readouterr().out, touched

    return run


def files(corpus: Path) -> dict[str, str]:
    return {
        file.relative_to(corpus).as_posix(): file.read_text(encoding="utf-8")
        for file in (corpus / "evidence").rglob("*.*")
    }


Bring = Callable[..., tuple[int, str, set[str]]]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_an_export_that_nobody_edited_changes_nothing(rows: Rows, bring: Bring, separator: str):
    status, out, touched = bring(as_csv(rows, separator))
    assert (status, touched) == (0, set())
    assert out == (f"{len(rows)} rows as on file.\n0 draft records added to evidence/records.\n")


def test_several_words_in_a_cell_may_be_separated_by_commas(rows: Rows, bring: Bring):
    row = next(row for row in rows if row["id"] == CALM)
    row["outcomes"] = "stage-calm, note-reading"
    status, out, _ = bring(as_csv(rows))
    assert status == 0
    assert f"{CALM}: outcomes: stage-calm → stage-calm; note-reading\n" in out


def test_an_edited_cell_changes_its_line_and_nothing_else(corpus: Path, rows: Rows, bring: Bring):
    before = (corpus / CALM_FILE).read_text(encoding="utf-8")
    row = next(row for row in rows if row["id"] == CALM)
    row["sample"] = "Twelve choirs"
    row["outcomes"] = "stage-calm;  note-reading"
    status, out, touched = bring(as_csv(rows))
    assert (status, touched) == (0, {CALM_FILE})
    assert f"{CALM}: outcomes: stage-calm → stage-calm; note-reading\n" in out
    assert f"{CALM}: sample: not_reported → Twelve choirs\n" in out
    assert out.endswith("1 record changed.\n")
    expected = before.replace("sample: not_reported", "sample: Twelve choirs")
    expected = expected.replace("outcomes: [stage-calm]", "outcomes: [stage-calm, note-reading]")
    assert (corpus / CALM_FILE).read_text(encoding="utf-8") == expected


def test_a_dry_run_shows_the_cells_and_writes_nothing(rows: Rows, bring: Bring):
    row = next(row for row in rows if row["id"] == CALM)
    row["sample"] = "Twelve choirs"
    status, out, touched = bring(as_csv(rows), "--dry-run")
    assert (status, touched) == (0, set())
    assert f"{CALM}: sample: not_reported → Twelve choirs\n" in out
    assert out.endswith("1 record would be changed. Nothing was written.\n")


def test_a_table_may_have_few_columns(rows: Rows, bring: Bring):
    status, _, touched = bring(f"id,sample\n{CALM},Twelve choirs\n")
    assert (status, touched) == (0, {CALM_FILE})


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        (
            "year",
            "1999",
            "'year' follows from other fields, and can't be changed to '1999' here.\n"
            "    Put '2015' back, or change the source or study that it follows from.\n",
        ),
        ("setting", "nonsense", "'nonsense' is not a setting."),
        ("claim", "", "'claim' is missing."),
        (
            "added",
            "3/4/2024",
            "'3/4/2024' may be 2024-03-04 or 2024-04-03.\n"
            "    Write the day as in 2023-05-31, in a column of text.\n",
        ),
        ("added", "31/31/2024", "'31/31/2024' is not a day that exists.\n"),
    ],
)
def test_what_breaks_a_rule_is_refused_at_its_cell(
    rows: Rows, bring: Bring, column: str, cell: str, message: str
):
    line = next(n for n, row in enumerate(rows, start=2) if row["id"] == CALM)
    rows[line - 2][column] = cell
    status, out, touched = bring(as_csv(rows))
    assert (status, touched) == (1, set())
    place = f"records.csv:{line}:{list(rows[0]).index(column) + 1}: error["
    assert place in out
    assert message in out
    assert out.endswith("Nothing was imported.\n")


def test_days_as_a_spreadsheet_shows_them_are_the_same_days(rows: Rows, bring: Bring):
    for row in rows:
        year, month, day = row["added"].split("-")
        row["added"] = f"{day}/{month}/{year}"
    assert bring(as_csv(rows))[2] == set()


def test_a_workbook_comes_back_like_a_table(corpus: Path, rows: Rows, bring: Bring):
    assert bring(rows)[::2] == (0, set())
    row = next(row for row in rows if row["id"] == CALM)
    row["sample"] = "Twelve choirs"
    assert bring(rows)[::2] == (0, {CALM_FILE})
    assert load(corpus).records[CALM].sample == "Twelve choirs"


def test_a_file_that_only_looks_like_a_workbook_is_refused(
    corpus: Path, capsys: pytest.CaptureFixture[str]
):
    file = corpus.parent / "x.xlsx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("x", "x")
    assert main(["--root", str(corpus), "import", str(file)]) == 1
    assert "the file can't be read as an Excel workbook." in capsys.readouterr().out
