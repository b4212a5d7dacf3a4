"""A contribution from the page Add evidence is imported as a whole, or not at all."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from browser_code.engine import Modules
from kb import main
from knowledge_base.contributing.drafts import written
from knowledge_base.exports.record_template import record_template
from knowledge_base.loading import load, read
from knowledge_base.model.knowledge_base import KnowledgeBase

SCRIPTS = Path(__file__).parents[2] / "scripts/knowledge_base/pages/about/browser/add_evidence"
SHEETS = "evidence/records/listening-sheets"
WHOLE = """\
contribution: 1
by: A. Reader
note: >-
  The second claim was read in its table.
reference: |
  TY  - JOUR
  AU  - Rowan, T.
  TI  - What singers took from a course
  JO  - Journal of Invented Practice
  PY  - 2024
  DO  - 10.9999/invented.2024.5
  ER  -
studies:
  rowan-interviews:
    name: Interviews after a course
    sources: [new]
    design: qualitative
    setting: village-choirs
    countries: [norland]
    sample: 14 singers
    summary: Interviews with singers of one choir.
records:
  rowan-2024-sure:
    component: sight-singing
    claim: >-
      Singers said that they felt surer of the notes after the course.
    kind: perception
    outcomes: [confidence]
    direction: favourable
    source: new
    study: rowan-interviews
    study_type: qualitative
    setting: village-choirs
    countries: [norland]
    sample: 14 singers
    location: Findings
    how_read: in-source
    reading:
      address: https://doi.org/10.9999/invented.2024.5
      on: 2024-06-02
      kind: live-page
    support: felt surer of the notes
    added: 2024-06-02
    status: published
changes:
  cobb-2018-confidence:
    sample: 15 singers
    note: Counted anew.
"""


@pytest.fixture
def bring(corpus: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Import a contribution; gives the exit status and what was printed."""

    def run(text: str, *options: str) -> tuple[int, str]:
        file = corpus.parent / "contribution.yml"
        file.write_text(text, encoding="utf-8")
        status = main(["--root", str(corpus), "import", str(file), *options])
        return status, capsys.readouterr().out.replace(str(file), "contribution.yml")

    return run


def contents(root: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}


def test_reference_study_record_and_change_come_in_together(corpus: Path, bring):
    words = read(corpus, as_of=load(corpus).records["cobb-2018-confidence"].added)[0]
    outcome = next(iter(words.vocabulary("outcome")))
    status, printed = bring(WHOLE.replace("[confidence]", f"[{outcome}]"))

    assert status == 0, printed
    kb = load(corpus)
    record = kb.records["rowan-2024-sure"]
    assert (record.source, record.status) == ("rowan2024", "draft")
    assert kb.studies["rowan-interviews"].sources == ("rowan2024",)
    assert kb.sources["rowan2024"].doi == "10.9999/invented.2024.5"
    assert kb.records["cobb-2018-confidence"].sample == "15 singers"
    assert "cobb-2018-confidence: sample: 14 singers → 15 singers\n" in printed


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: perception", "kind: percepton", "27:11: error[unknown-term] 'percepton' is not"),
        ("DO  - 10.", "DO  - 11.", "error[malformed-link]"),
        ("sample: 15", "samples: 15", "[unknown-key] 'samples' is not a key"),
        ("  cobb-2018-confidence:", "  cob-2018-confidence:", "there is no record 'cob-2018-conf"),
        ("rowan-2024-sure", "cobb-2018-confidence", "cobb-2018-confidence.yml is there already"),
        ("by: A. Reader", "from: A. Reader", "[unknown-key] 'from' is not a key"),
        ("  TY  - JOUR\n", "  no reference\n  TZ  - \n", "of no kind that is known here"),
        ("contribution: 1", "contribution: 2", "'contribution' must be 1, not 2"),
        ("status: published", "status: [", "error[not-yaml]"),
        ("Counted anew.", "TODO", "error[unfinished-text]"),
    ],
)
def test_one_mistake_keeps_all_of_it_out(corpus: Path, bring, old: str, new: str, message: str):
    outcome = next(iter(load(corpus).vocabularies["outcome"]))
    before = contents(corpus)
    assert WHOLE.count(old) >= 1

    status, printed = bring(WHOLE.replace("[confidence]", f"[{outcome}]").replace(old, new, 1))

    assert status == 1
    assert message in printed
    assert printed.startswith("contribution.yml:")
    assert "Nothing was imported." in printed
    assert contents(corpus) == before


def test_a_dry_run_says_what_would_come_and_writes_nothing(corpus: Path, bring):
    before = contents(corpus)
    outcome = next(iter(load(corpus).vocabularies["outcome"]))
    status, printed = bring(WHOLE.replace("[confidence]", f"[{outcome}]"), "--dry-run")
    assert (status, contents(corpus)) == (0, before)
    assert "4 files would be written. Nothing was written." in printed


def test_a_reference_that_is_on_file_already_is_used_under_its_key(corpus: Path, bring):
    kb = load(corpus)
    source = next(s for s in kb.sources.values() if s.doi and s.key != kb.report.source)
    outcome = next(iter(kb.vocabularies["outcome"]))
    text = WHOLE.replace("10.9999/invented.2024.5\n  ER", f"{source.doi}\n  ER")
    text = text.replace("[confidence]", f"[{outcome}]").replace("rowan-2024-sure", "singers-sure")
    status, printed = bring(text)
    assert status == 0, printed
    # The form knows neither author nor year, so the id gets them here.
    (record_id,) = {*load(corpus).records} - {*kb.records}
    assert record_id.endswith(f"-{source.year}-singers-sure")
    assert load(corpus).records[record_id].source == source.key


MISFILED = """@misc{bar2020,
  author = {Brook, H.},
  title = {On air},
  year = {2020},
  parked = {2024-01-31},
}
"""


def test_a_reference_never_takes_the_file_of_another_source(corpus: Path, bring):
    file = corpus / "evidence/sources/rowan2024.bib"
    outcome = next(iter(load(corpus).vocabularies["outcome"]))
    file.write_text(MISFILED, encoding="utf-8")
    status, printed = bring(WHOLE.replace("[confidence]", f"[{outcome}]"))
    assert status == 0, printed
    assert file.read_text(encoding="utf-8") == MISFILED
    assert (corpus / "evidence/sources/rowan2024b.bib").is_file()


def test_a_file_without_a_source_is_not_written_over(corpus: Path, bring):
    outcome = next(iter(load(corpus).vocabularies["outcome"]))
    file = corpus / "evidence/sources/rowan2024.bib"
    file.write_text("% To be written.\n", encoding="utf-8")
    before = contents(corpus)
    with pytest.raises(SystemExit):
        bring(WHOLE.replace("[confidence]", f"[{outcome}]"))
    assert contents(corpus) == before


HARD_TEXTS = (
    "plain words", "with: a colon", "ends with a colon:", "# begins", "has # inside", "it's",
    "'quoted'", '"double"', "- dash", "-dash", "? mark", "[list]", "a, b", "{x}", "12", "1.5", "-3",
    "12 000", "true", "null", "~", "no", "2024-05-31", "@at", "`tick`", "%", "*star", "&and", "!no",
    "> fold", "| bar", ": colon", "a:b", "é long enough", "word " * 40, "x" * 120, "‘curly’", "£12",
    "012", "1_000", "12345678901234567890", "a\nb", "  blanks  around ", "= equal", "...", "---x",
)  # fmt: skip


def test_the_form_writes_a_field_exactly_as_the_command_does(project: Path):
    scripts = Modules(Yaml=SCRIPTS / "yaml.js")
    evidence, _ = read(project, as_of=load(project).records.popitem()[1].added)
    values = [(key, text) for text in HARD_TEXTS for key in ("note", "sample")]
    values += [("outcomes", [text.strip()]) for text in HARD_TEXTS if "\n" not in text]
    chance = random.Random(1)
    signs = "ab -?:,[]{}#&*!|>'\"%@`~=.0159é"
    made = ("".join(chance.choices(signs, k=chance.randint(1, 6))).strip() for _ in range(2_000))
    values += [pair for text in made if text for pair in (("sample", text), ("outcomes", [text]))]
    for entry in evidence.records[:80]:
        values += entry.document.value.items()

    theirs = scripts.call(
        "(values) => values.map(([key, value]) => Yaml.written(key, value))", values
    )

    assert theirs == [written(key, value) for key, value in values]


def test_what_may_be_on_file_already_comes_in_and_is_named(corpus: Path, bring):
    outcome = next(iter(load(corpus).vocabularies["outcome"]))
    status, printed = bring(
        WHOLE.replace("[confidence]", f"[{outcome}]")
        .replace("name: Interviews after a course", "name: The interviews in Larkwater")
        .replace("AU  - Rowan, T.", "AU  - Cobb, F.")
        .replace(
            "What singers took from a course", "Talking of the course. Interviews in Larkwater"
        )
        .replace("PY  - 2024", "PY  - 2019")
        .replace("rowan-2024-sure", "cobb-2019-sure")
    )

    assert status == 0, printed
    assert "'larkwater-interviews' has nearly the same name, “Interviews in Larkwater”." in printed
    assert "'cobb2018' has nearly the same title, author and year. Are they one?" in printed
    assert {"larkwater-interviews", "rowan-interviews"} <= load(corpus).studies.keys()


@pytest.mark.parametrize(
    ("judge", "made"),
    [
        ("wren", ["wren", None]),
        ("Wren Aldous", ["wren", None]),
        (" wren  aldous", ["wren", None]),
        ("Rowan Ashby", ["rowan-ashby", {"name": "Rowan Ashby", "role": "Appraises studies"}]),
    ],
)
def test_whoever_is_on_file_is_no_new_person_by_name_either(
    knowledge_base: KnowledgeBase, judge: str, made: list[object]
):
    scripts = Modules(Contribution=SCRIPTS / "contribution.js")
    people = {key: {"label": person.name} for key, person in knowledge_base.people.items()}
    person = {"role": "Appraises studies"}
    assert (
        scripts.call("Contribution.judgeOf", {"facts": {"person": people}}, judge, person) == made
    )


def test_the_spreadsheet_template_comes_in_as_it_is(
    corpus: Path, capsys: pytest.CaptureFixture[str]
):
    kb = load(corpus)
    file = corpus.parent / "template.xlsx"
    file.write_bytes(record_template(kb))
    assert record_template(kb) == file.read_bytes()
    workbook = openpyxl.load_workbook(file)
    sheet = workbook.worksheets[0]
    head = [cell.value for cell in sheet[1]]
    lists = {str(rule.sqref).rstrip("0123456789").split("2:")[0]: rule.formula1
             for rule in sheet.data_validations.dataValidation}  # fmt: skip
    for name in ("component", "kind", "direction", "source", "study_type", "setting", "how_read"):
        letter = sheet.cell(1, head.index(name) + 1).column_letter
        _, first = lists[letter].split("!$")
        assert first.startswith(f"{letter}$2:")
        assert sheet.cell(1, head.index(name) + 1).comment
    row = {
        "component": "sight-singing",
        "claim": "Singers said that they felt surer after the course.",
        "kind": "perception",
        "outcomes": next(iter(kb.vocabularies["outcome"])),
        "direction": "favourable",
        "source": "cobb2018",
        "study": "larkwater-interviews",
        "study_type": "qualitative",
        "setting": "village-choirs",
        "countries": "norland",
        "sample": "14 singers",
        "how_read": "cited-through",
        "cited_through": "fernhollow2021",
        "cited_through_location": "Section 3",
    }
    for name, value in row.items():
        sheet.cell(2, head.index(name) + 1, value)
    workbook.save(file)

    assert main(["--root", str(corpus), "import", str(file)]) == 0, capsys.readouterr().out
    assert len(load(corpus).records) == len(kb.records) + 1
