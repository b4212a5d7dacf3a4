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
from openpyxl.utils import get_column_letter

from kb import main
from knowledge_base.contributing.spreadsheet_rows import COLUMNS
from knowledge_base.exports.formats.tables import records_table
from knowledge_base.exports.record_template import record_template
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


def test_words_are_the_same_in_capitals_apart_and_in_lines_of_a_cell(rows: Rows, bring: Bring):
    row = next(row for row in rows if row["id"] == CALM)
    row["outcomes"] = "Stage calm\nNote-reading"
    row["setting"] = row["setting"].replace("-", " ").capitalize()
    status, out, _ = bring(as_csv(rows))
    assert status == 0
    assert f"{CALM}: outcomes: stage-calm → stage-calm; note-reading\n" in out
    assert f"{CALM}: setting:" not in out


@pytest.mark.parametrize(
    ("day", "message"),
    [("31/5/2024", ""), ("3/4/2024", "'3/4/2024' may be 2024-03-04 or 2024-04-03.")],
)
def test_a_day_of_a_new_row_is_read_as_a_spreadsheet_shows_it(
    corpus: Path, rows: Rows, bring: Bring, day: str, message: str
):
    row = next(row for row in rows if row["id"] == CALM)
    new = {name: cell for name, cell in row.items() if name in COLUMNS}
    new |= {"id": "", "claim": row["claim"].replace(".", " indoors."), "added": day}
    status, out, touched = bring(as_csv([new]))
    assert status == bool(message), out
    assert out.count("error[") == bool(message)
    assert message in out
    for path in touched:
        assert "added: 2024-05-31\n" in (corpus / path).read_text(encoding="utf-8")


def test_the_notes_of_the_template_are_for_a_spreadsheet(corpus: Path):
    book = openpyxl.load_workbook(io.BytesIO(record_template(load(corpus))))
    notes = "\n".join(str(cell.value) for row in book.worksheets[1] for cell in row)
    assert "'new'" not in notes, "that is what one types at a question of `kb new record`"
    assert "with commas" not in notes, "the note above says semicolons"


def test_a_finding_in_a_workbook_names_its_cell(rows: Rows, bring: Bring):
    rows[0]["setting"] = "nonsense"
    cell = f"{get_column_letter(list(rows[0]).index('setting') + 1)}2"
    assert f"records.xlsx:{cell}: error[unknown-term] 'nonsense' is not" in bring(rows)[1]


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
        ("claim", "", "'claim' is missing.\n    Fill the column 'claim' in this row.\n"),
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


def test_a_claim_without_its_id_never_loses_an_edit(rows: Rows, bring: Bring):
    row = next(row for row in rows if row["id"] == CALM)
    row["id"] = ""
    status, out, touched = bring(as_csv(rows))
    assert (status, touched) == (0, set())
    assert f"'{CALM}' makes the same claim." in out
    row["sample"] = "Twelve choirs"
    status, out, touched = bring(as_csv(rows))
    assert (status, touched) == (1, set())
    assert f"the row makes the claim of '{CALM}', and gives another 'sample'." in out


def test_two_rows_of_a_record_that_differ_are_refused(rows: Rows, bring: Bring):
    row = next(row for row in rows if row["id"] == CALM)
    rows.append(dict(row))
    assert bring(as_csv(rows))[0] == 0
    rows[-1]["sample"] = "Twelve choirs"
    status, out, touched = bring(as_csv(rows))
    assert (status, touched) == (1, set())
    assert f"is of '{CALM}' too, and says something else." in out


@pytest.mark.parametrize("title", ["Our records\n", "Our records,,,\n,,\n"])
def test_a_title_above_the_names_of_the_columns_is_left_out(rows: Rows, bring: Bring, title: str):
    line = next(n for n, row in enumerate(rows, start=2) if row["id"] == CALM)
    status, out, touched = bring(title + as_csv(rows))
    assert (status, touched) == (0, set())
    assert "before the names of the columns left out." in out
    rows[line - 2]["setting"] = "nonsense"
    assert f"records.csv:{line + title.count(chr(10))}:" in bring(title + as_csv(rows))[1]


def test_an_id_is_not_changed_in_the_table_and_the_way_to_do_it_is_named(rows: Rows, bring: Bring):
    row = next(row for row in rows if row["id"] == CALM)
    row["id"] = "another-id"
    status, out, touched = bring(as_csv(rows))
    assert (status, touched) == (1, set())
    assert f"the row is of '{CALM}', and an id can't be changed here to 'another-id'." in out
    assert f"kb rename {CALM} another-id" in out


def test_a_row_that_was_taken_out_of_the_table_takes_no_record_away(rows: Rows, bring: Bring):
    others = [row for row in rows if row["id"] != CALM]
    status, out, touched = bring(as_csv(others))
    assert (status, touched) == (0, set())
    assert "1 record without a row: nothing changes there." in out
    assert "without a row" not in bring(as_csv(rows))[1]


@pytest.mark.parametrize("shown", ["2018-03-01", "Mar-18", "01/03/2018"])
def test_a_month_that_a_spreadsheet_turned_is_the_same_month(
    corpus: Path, rows: Rows, bring: Bring, shown: str
):
    row = next(row for row in rows if row["id"] == CALM)
    file = corpus / CALM_FILE
    month = "reading:\n  address: https://example.org\n  on: 2024-01-02\n  kind: live-page\n"
    file.write_text(file.read_text(encoding="utf-8") + f"{month}  page_date: 2018-03\n")
    row |= {"read_at": "https://example.org", "read_on": "2024-01-02", "copy_read": "live-page"}
    row["page_date"] = shown
    assert "page_date" not in bring(as_csv(rows), "--dry-run")[1]


def workbook_of(rows: Rows, corpus: Path) -> tuple[openpyxl.Workbook, Any, Path]:
    workbook = openpyxl.Workbook()
    sheet: Any = workbook.active
    for cells in ([*rows[0]], *([*row.values()] for row in rows)):
        sheet.append(cells)
    return workbook, sheet, corpus.parent / "book.xlsx"


def test_a_formula_without_its_result_takes_nothing_away(
    corpus: Path, rows: Rows, capsys: pytest.CaptureFixture[str]
):
    workbook, sheet, file = workbook_of(rows, corpus)
    column = list(rows[0]).index("sample") + 1
    sheet.cell(3, column).value = '=IF(1=1,"Choirs","")'
    workbook.save(file)
    assert main(["--root", str(corpus), "import", str(file)]) == 1
    assert (
        f"{file}:{get_column_letter(column)}3: error[import-file] this cell holds a formula, and "
        "the file does not hold its result."
    ) in capsys.readouterr().out


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#NAME?"])
def test_what_a_spreadsheet_shows_for_a_failed_formula_is_no_entry(
    rows: Rows, bring: Bring, error: str
):
    rows[0]["sample"] = error
    status, out, touched = bring(as_csv(rows))
    assert (status, touched) == (1, set())
    assert f"'{error}' is no entry" in out


def test_the_sheet_with_the_records_is_read_wherever_it_stands(
    corpus: Path, rows: Rows, capsys: pytest.CaptureFixture[str]
):
    workbook, sheet, file = workbook_of(rows, corpus)
    sheet.title = "Copy"
    sheet.cell(1, len(rows[0]) + 9).value = " "
    workbook.create_sheet("Sheet1", 0)["A1"] = "scratch"
    workbook.save(file)
    assert main(["--root", str(corpus), "import", str(file)]) == 0
    assert f"{len(rows)} rows as on file." in capsys.readouterr().out


def test_a_column_with_entries_has_a_name(rows: Rows, bring: Bring):
    table = as_csv(rows).replace("\n", ",,x\n").replace(",,x\n", ",,end\n", 1)
    status, out, touched = bring(table)
    assert (status, touched) == (1, set())
    assert "this column has no name." in out


@pytest.mark.parametrize("name", ["x.ris", "x.csv"])
def test_an_empty_file_is_said_to_be_empty(
    corpus: Path, name: str, capsys: pytest.CaptureFixture[str]
):
    file = corpus.parent / name
    file.write_text("\n", encoding="utf-8")
    assert main(["--root", str(corpus), "import", str(file)]) == 1
    assert ":1:1: error[import-file] the file is empty." in capsys.readouterr().out


def test_an_old_workbook_is_refused_with_the_form_to_save_it_in(
    corpus: Path, capsys: pytest.CaptureFixture[str]
):
    file = corpus.parent / "x.xls"
    file.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512))
    assert main(["--root", str(corpus), "import", str(file)]) == 1
    assert "Save it from the spreadsheet as .xlsx, or as CSV UTF-8." in capsys.readouterr().out
