"""Whatever a file holds, importing it ends soon, in a message, and with memory that is bounded."""

from __future__ import annotations

import gzip
import random
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
from pylatexenc.latex2text import LatexNodes2Text

from kb import main
from knowledge_base.contributing import incoming, table_file
from knowledge_base.contributing.references import bibtex, formats, json_items, reference

Import = Callable[..., str]


@pytest.fixture
def refused(corpus: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Import]:
    """Import a file that is not in order; gives what was printed."""
    before = {file: file.read_bytes() for file in corpus.rglob("*") if file.is_file()}

    def run(name: str, content: str | bytes) -> str:
        file = corpus.parent / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        assert main(["--root", str(corpus), "import", str(file)]) == 1
        return capsys.readouterr().out.replace(str(file), name)

    yield run
    assert {file: file.read_bytes() for file in corpus.rglob("*") if file.is_file()} == before


@pytest.fixture
def three_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (table_file, formats, json_items, reference):
        monkeypatch.setattr(module, "MAX_ROWS", 3)


RIS = "TY  - JOUR\nTI  - T\nPY  - 2020\nER  - \n"


@pytest.mark.usefixtures("three_at_most")
@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.ris", RIS * 4, "a.ris:13:1: error[import-file] the file has more than 3 references."),
        ("a.bib", "@misc{k, title={T}}\n" * 4, "a.bib:4:1: error[import-file] the file has more"),
        (
            "a.json",
            '[{"type":"book"},\n' + '{"type":"book"},' * 2 + '{"type":"book"}]',
            "a.json:2:1",
        ),
        ("a.json", '[1, 2, 3, 4, {"type": "book"}]', "the file has more than 3 references."),
        (
            "a.json",
            '{"References": [' + '{"ItemId": 1},' * 3 + '{"ItemId": 1}]}',
            "than 3 references",
        ),
        ("a.xml", "<xml>" + "<record></record>" * 4 + "</xml>", "than 3 references"),
        ("a.nbib", "PMID- 1\nTI  - T\n\n" * 4, "than 3 references"),
        ("a.enw", "%0 Book\n%T T\n\n" * 4, "than 3 references"),
        ("a.ciw", "PT J\nTI T\nER\n\n" * 4, "than 3 references"),
        ("a.csv", "Title,Year\n" + "T,2020\n" * 4, "the table has more than 3 rows."),
        ("a.csv", "component,claim,kind\n" + "a,b,c\n" * 4, "the table has more than 3 rows."),
    ],
)
def test_more_than_anyone_reads_is_refused_before_it_is_read(
    name: str, text: str, message: str, refused: Import
):
    printed = refused(name, text)
    assert message in printed
    assert "a part of" in printed
    assert printed.endswith("1 finding in 1 file.\nNothing was imported.\n")


def test_a_contribution_is_no_library(refused: Import, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(incoming, "MAX_CONTRIBUTION", 100)
    printed = refused("a.yml", "contribution: 1\n" + "# a remark\n" * 20)
    assert "the contribution has 236 characters, more than 100." in printed


def workbook(folder: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = folder / "book.xlsx"
    book.save(file)
    return file


def with_sheet(file: Path, old: str, new: str) -> bytes:
    """Return a workbook with another text in its sheet."""
    changed = file.with_name("changed.xlsx")
    with zipfile.ZipFile(file) as before, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as to:
        for name in before.namelist():
            data = before.read(name)
            to.writestr(
                name, data.replace(old.encode(), new.encode()) if "sheet1" in name else data
            )
    return changed.read_bytes()


def test_a_workbook_that_unpacks_to_far_more_is_not_unpacked(
    tmp_path: Path, refused: Import, monkeypatch: pytest.MonkeyPatch
):
    file = workbook(tmp_path, ("component", "claim"), ("a", "x" * 30_000))
    monkeypatch.setattr(table_file, "MAX_UNPACKED", 20_000)
    printed = refused("a.xlsx", file.read_bytes())
    assert "the table has more than 20,000 bytes once it is unpacked." in printed


def test_a_sheet_is_as_large_as_what_is_in_it(tmp_path: Path):
    file = workbook(tmp_path, ("component", "claim"), ("a", "b"))
    whole = '<dimension ref="A1:XFD1048576"/>'
    far = '<row r="1048570"><c r="A1048570" s="0"/></row></sheetData>'
    changed = tmp_path / "changed.xlsx"
    changed.write_bytes(with_sheet(file, '<dimension ref="A1:B2"/>', whole))
    changed.write_bytes(with_sheet(changed.rename(tmp_path / "one.xlsx"), "</sheetData>", far))
    rows = table_file.table_in_workbook(changed, "a.xlsx")
    assert [(row.line, row.cells) for row in rows] == [(1, ["component", "claim"]), (2, ["a", "b"])]


@pytest.mark.usefixtures("three_at_most")
def test_a_long_or_wide_sheet_is_refused(tmp_path: Path, refused: Import):
    long = workbook(tmp_path, *[("component", "claim")] * 5).read_bytes()
    assert "the table has more than 3 rows." in refused("a.xlsx", long)
    wide = workbook(tmp_path, tuple(range(301))).read_bytes()
    assert "the table has more than 300 columns." in refused("a.xlsx", wide)


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_workbook_is_a_finding(seed: int, tmp_path: Path):
    chance = random.Random(seed)
    data = bytearray(workbook(tmp_path, ("component", "claim"), ("a", "b")).read_bytes())
    for _ in range(20):
        data[chance.randrange(len(data))] = chance.randrange(256)
    file = tmp_path / "a.xlsx"
    file.write_bytes(data[: chance.choice((len(data), len(data) // 2))])
    with suppress(table_file.TableError):  # any other error would be one of ours
        assert table_file.table_in_workbook(file, "a.xlsx")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("one-line.csv", "a" * 200_000, "field larger than field limit"),
        ("one-line.txt", "title," + "a" * 200_000, "of no kind that is known here"),
        ("lines.txt", "\n" * 200_000, "the file is empty"),
        ("blank.bib", "@a{" + " " * 200_000, "can't be read as BibTeX"),
        ("doi.ris", RIS.replace("TI", "DO  - " + "10.1" * 50_000 + "\nTI"), "malformed-link"),
        ("deep.bib", "@misc{a, title={" + r"\emph{" * 2000 + "}" * 2000 + "}}", "has no 'author'"),
        (
            "deep.xml",
            "<xml><record>" + "<a>" * 5000 + "</a>" * 5000 + "</record></xml>",
            "can't be read as XML",
        ),
        ("packed.ris.gz", gzip.compress(b"0" * 1000, mtime=0), "is not UTF-8 text"),
    ],
    ids=lambda value: str(value)[:16],
)
def test_what_would_stop_a_reader_or_take_it_forever_is_a_finding(
    name: str, content: str | bytes, message: str, refused: Import
):
    assert message in refused(name, content)


def test_letters_with_accents_are_worked_out_once_and_abstracts_never(
    monkeypatch: pytest.MonkeyPatch,
):
    calls = []
    plainly = LatexNodes2Text.latex_to_text

    def counted(*arguments: object, **options: object) -> str:
        calls.append(arguments[1])
        return str(plainly(*arguments, **options))

    monkeypatch.setattr(LatexNodes2Text, "latex_to_text", counted)
    fields = r"""author={Ro\'{e}, A.}, title={\'{E}t\'{e} \& {\"o}l}, abstract={5\% \emph{x}}"""
    entries = (f"@misc{{k{number}, {fields}}}" for number in range(50))
    reading = bibtex.read("\n".join(entries), "a.bib")
    assert len(calls) <= 3
    assert reading.references[49].fields["title"] == "Été & öl"


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\ss\={a}", "ßā"),
        (r"na\"\i ve", "naïve"),
        (r"\'Etude {\'Etude}", "Étude Étude"),
        (r"{\v c}{\'{\i}}\c{c}", "číç"),
        (r"\'\alpha", "ά"),
    ],
)
def test_an_accent_is_what_the_library_makes_of_it(latex: str, text: str):
    assert bibtex.without_latex(latex) == text


def test_a_value_without_end_is_named_by_its_length(refused: Import):
    out = refused("a.ris", RIS.replace("TI  - T", f"AU  - Roe, A.\nTI  - {'tea ' * 6_000}"))
    assert "a.ris:1:1: error[import-file] 'title' has 23,999 characters, more than 20,000." in out
    assert len(out) < 500


@pytest.mark.parametrize(("letters", "word"), [("Roe, Ã…sa", "Ã…sa"), ("Oâ€™Roe, A.", "Oâ€™Roe,")])
def test_letters_that_were_read_in_another_encoding_are_named(
    refused: Import, letters: str, word: str
):
    out = refused("a.ris", RIS.replace("TI  - T", f"AU  - {letters}\nTI  - On tea"))
    assert f"'{word}' in 'author' was written in UTF-8 and read in another encoding." in out


def test_a_pdf_is_no_list_of_references(refused: Import):
    assert "a.pdf:1:1: error[import-file] the file is a document (PDF)" in refused(
        "a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    )
