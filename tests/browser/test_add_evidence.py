"""The page Add evidence and the report at every foot, used as readers use them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_rules import violations
from playwright.sync_api import Browser, BrowserContext, Page, expect

from kb import main
from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import plain

pytestmark = pytest.mark.browser

PAGE = "book/about/add-evidence.html"
REFERENCE = """TY  - JOUR
AU  - Rowan, T.
TI  - What key workers took from a systemic course
JO  - Journal of Invented Practice
PY  - 2024
DO  - 10.9999/invented.2024.5
ER  -
"""
CLAIM = "Key workers said that they felt more confident with families after the course."


@pytest.fixture(scope="module")
def kb(project: Path) -> KnowledgeBase:
    return load(project)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1366, "height": 900}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """The form; nothing may fail in it, or leave for another host."""
    page = context.new_page()
    errors: list[str] = []
    elsewhere: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((address, "blob:")) else elsewhere.append(request.url)
        ),
    )
    page.goto(address + PAGE)
    expect(page.locator("#add-form")).to_be_visible()
    yield page
    assert not errors
    assert not elsewhere


def fill(page: Page) -> None:
    """Describe a new document, its study and a claim."""
    page.fill("#add-reference", REFERENCE)
    page.select_option("#add-component", "training")
    page.fill("#add-claim", CLAIM)
    page.select_option("#add-kind", "perception")
    page.check("#add-outcomes input[value=practitioner-confidence]")
    page.select_option("#add-direction", "favourable")
    page.select_option("#add-study-type", "qualitative")
    page.fill("#add-study-name", "Interviews after a systemic course")
    page.fill("#add-study-summary", "Interviews with key workers of one service.")
    page.select_option("#add-setting", "early-help")
    page.check("#add-countries input[value=england]")
    page.fill("#add-sample", "14 key workers")
    page.select_option("#add-how-read", "in-source")
    page.fill("#add-location", "Findings, second paragraph")
    page.fill("#add-read-at", "https://doi.org/10.9999/invented.2024.5")
    page.fill("#add-read-on", "2024-06-02")
    page.select_option("#add-copy-read", "live-page")
    page.fill("#add-support", "felt surer of themselves with families")


def handed_over(page: Page, folder: Path) -> Path:
    """Check and download; the file."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Check and download").click()
    expect(page.locator("#add-status")).to_contain_text("This site gives no e-mail address")
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """A copy of the evidence that a contribution can be imported into."""
    folder = tmp_path / "copy"
    shutil.copytree(project / "evidence", folder / "evidence")
    return folder


def test_a_new_document_comes_out_as_one_file_that_the_command_imports(
    page: Page, copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    fill(page)
    shown = page.locator("#add-preview").text_content()

    file = handed_over(page, tmp_path)

    assert file.read_text(encoding="utf-8") == shown
    assert main(["--root", str(copy), "import", str(file)]) == 0, capsys.readouterr().out
    assert main(["--root", str(copy), "check"]) == 0
    (record,) = (copy / "evidence/records/training").glob("*confident-families*.yml")
    # The form shows a record exactly as the command writes it.
    lines = record.read_text(encoding="utf-8").replace("rowan2024", "new").splitlines()[1:]
    assert "".join(f"    {line}\n" for line in lines) in shown


def test_what_is_on_file_already_is_said_as_one_types(page: Page, kb: KnowledgeBase):
    hint = page.locator("#add-reference-like")
    expect(hint).to_be_hidden()
    with_doi = next(source for source in kb.sources.values() if source.doi)
    page.fill("#add-reference", f"DO  - https://doi.org/{with_doi.doi}")
    expect(hint).to_contain_text("document with this DOI")
    expect(hint).to_contain_text(f"key {with_doi.key}")
    page.fill("#add-reference", REFERENCE)
    expect(hint).to_be_hidden()
    title = plain(with_doi.title)
    page.fill("#add-reference", REFERENCE.replace("What key workers took from", title[:1]))
    expect(hint).to_be_hidden()
    page.fill("#add-reference", f"TY  - JOUR\nTI  - The {title.upper()}\nER  - ")
    expect(hint).to_contain_text("nearly the same title")
    assert violations(page) == []
    page.fill("#add-reference", "")
    expect(hint).to_be_hidden()

    study, name = next((key, study.name) for key, study in kb.studies.items())
    page.select_option("#add-study-type", "qualitative")
    page.fill("#add-study-name", name.upper())
    expect(page.locator("#add-study-name-like")).to_contain_text(f"choose {study} in the field")
    page.get_by_role("button", name="Clear the form").click()
    expect(page.locator("#add-study-name-like")).to_be_hidden()


def test_findings_are_said_at_their_questions_and_in_a_list_with_links(page: Page):
    page.fill("#add-claim", "they felt better")
    expect(page.locator("#add-claim-error")).to_be_hidden()  # while one types, nothing is said
    page.locator("#add-claim").blur()
    expect(page.locator("#add-claim-error")).to_contain_text("begin with a capital letter")
    expect(page.locator("#add-claim")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#add-sample-error")).to_be_hidden()

    page.get_by_role("button", name="Check and download").click()

    expect(page.locator("#add-problems")).to_be_focused()
    link = page.locator("#add-problems a", has_text="'sample' is missing")
    link.press("Enter")
    expect(page.locator("#add-sample")).to_be_focused()
    page.fill("#add-sample", "14 key workers")
    page.locator("#add-sample").blur()
    expect(link).to_have_count(0)
    assert violations(page) == []


def test_a_reference_in_no_known_format_is_found_before_the_file_is_handed_over(page: Page):
    page.check("[name=task][value=source]")
    page.fill("#add-reference", "Rowan (2024) What key workers took")
    page.get_by_role("button", name="Check and download").click()
    expect(page.locator("#add-problems li")).to_have_count(1)
    expect(page.locator("#add-reference-error")).to_contain_text("of no kind that is known here")
    page.fill("#add-reference", REFERENCE)
    with page.expect_download() as download:
        page.get_by_role("button", name="Check and download").click()
    assert "TY  - JOUR" in download.value.path().read_text(encoding="utf-8")


def test_what_is_wrong_in_two_files_is_said_once(page: Page):
    page.fill("#add-claim", CLAIM)
    page.select_option("#add-study-type", "qualitative")
    page.fill("#add-study-name", "Interviews in Larkwater")
    page.fill("#add-sample", "TODO")
    page.get_by_role("button", name="Check and download").click()
    expect(page.locator("#add-problems li", has_text="'TODO'")).to_have_count(1)


def test_what_asks_for_another_answer_waits_until_that_was_left_open(page: Page):
    page.select_option("#add-kind", "association")
    page.locator("#add-kind").blur()
    expect(page.locator("#add-kind-error")).to_be_hidden()
    page.locator("#add-outcomes input").first.focus()
    page.locator("#add-outcomes input").first.blur()
    expect(page.locator("#add-kind-error")).to_contain_text("needs 'outcomes'")


def test_only_what_the_answers_so_far_call_for_is_asked(page: Page):
    expect(page.locator("#add-outcomes")).to_be_hidden()
    expect(page.get_by_role("heading", name="The study")).to_be_hidden()
    page.select_option("#add-study-type", "qualitative")
    expect(page.get_by_role("heading", name="The study")).to_be_visible()
    page.select_option("#add-kind", "implementation")
    expect(page.locator("#add-factor")).to_be_visible()
    page.select_option("#add-kind", "perception")
    expect(page.locator("#add-factor")).to_be_hidden()
    expect(page.locator("#add-outcomes")).to_be_visible()
    page.select_option("#add-how-read", "cited-through")
    expect(page.locator("#add-cited-through")).to_be_visible()
    expect(page.locator("#add-read-at")).to_be_hidden()


def test_a_half_filled_form_survives_a_reload_until_it_is_cleared(page: Page):
    fill(page)
    page.reload()
    expect(page.locator("#add-sample")).to_have_value("14 key workers")
    expect(page.locator("#add-countries input[value=england]")).to_be_checked()

    page.get_by_role("button", name="Clear the form").click()
    page.reload()

    expect(page.locator("#add-sample")).to_have_value("")
    assert page.evaluate("localStorage.getItem('kb-contribution')") is None


def test_the_form_works_where_the_browser_refuses_to_keep_anything(
    context: BrowserContext, address: str, tmp_path: Path
):
    context.add_init_script(
        "Storage.prototype.getItem = Storage.prototype.setItem = "
        "Storage.prototype.removeItem = () => { throw new DOMException('no'); };"
    )
    page = context.new_page()
    page.goto(address + PAGE)
    expect(page.locator("#add-storage")).to_contain_text("does not keep entries")
    fill(page)
    assert handed_over(page, tmp_path).stat().st_size > 500


def add_figure(page: Page) -> None:
    """Give a figure, without a mouse."""
    page.get_by_text("The figures behind the claim").press("Enter")
    page.get_by_role("button", name="Add a figure").press("Enter")
    expect(page.locator("#add-results-0-measure")).to_be_focused()
    page.select_option("#add-results-0-measure", "or")
    page.fill("#add-results-0-of", "left the course early")
    page.fill("#add-results-0-value", "1.4")
    page.fill("#add-results-0-low", "0.9")
    page.fill("#add-results-0-high", "2.1")
    page.fill("#add-results-0-level", "95")
    page.fill("#add-results-0-comparison", "usual training")
    page.select_option("#add-results-0-favours", "neither")
    page.fill("#add-results-0-coding", "above 1: more people left")


def test_figures_an_appraisal_and_an_exception_come_with_a_claim(
    page: Page, copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    fill(page)
    add_figure(page)
    page.get_by_text("A judgement of how far").click()
    page.fill("#add-appraisal-tool", "CASP checklist for qualitative research, 2018")
    page.fill("#add-appraisal-judgement", "moderate")
    page.fill("#add-appraisal-judge", "Rowan Ashby")
    page.fill("#add-person-role", "Appraises studies")
    page.fill("#add-appraisal-reasons", "The paper does not say how people were recruited.")
    page.fill("#add-appraisal-on", "2024-06-02")
    page.get_by_text("A rule of this form that is wrong here").click()
    page.get_by_role("button", name="Add an exception").click()
    page.select_option("#add-exceptions-0-rule", "claim-strength")
    page.fill("#add-exceptions-0-reason", "The source itself says so.")
    page.reload()  # rows are kept as well
    expect(page.locator("#add-results-0-value")).to_have_value("1.4")
    assert violations(page) == []

    file = handed_over(page, tmp_path)

    status = main(["--root", str(copy), "import", str(file)])
    out = capsys.readouterr().out
    # The claim needs no exception; that is for the check to say, and the rest passes.
    assert "unneeded-exception" in out
    page.get_by_role("button", name="Remove this exception").click()
    file = handed_over(page, tmp_path)
    status = main(["--root", str(copy), "import", str(file)])
    assert status == 0, capsys.readouterr().out
    kb = load(copy)
    (record,) = (r for r in kb.records.values() if r.claim == CLAIM)
    (figure,) = record.results
    assert (figure.value, figure.low, figure.high, figure.level) == (1.4, 0.9, 2.1, 95)
    assert record.appraisal is not None
    assert kb.people[record.appraisal.judge].name == "Rowan Ashby"


def test_a_wrong_figure_is_found_in_its_row(page: Page):
    page.get_by_text("The figures behind the claim").click()
    for _ in range(2):
        page.get_by_role("button", name="Add a figure").click()
    page.fill("#add-results-1-value", "high")
    page.locator("#add-results-1-value").blur()
    expect(page.locator("#add-results-1-value-error")).to_contain_text("must be a number")
    expect(page.locator("#add-results-0-value-error")).to_be_hidden()

    page.get_by_role("button", name="Remove this figure").first.click()

    expect(page.locator(".kb-row")).to_have_count(1)
    expect(page.locator("#add-results-0-value")).to_have_value("high")
    expect(page.get_by_role("button", name="Add a figure")).to_be_focused()


def test_a_study_is_described_for_records_that_are_on_file(
    page: Page, kb: KnowledgeBase, copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    study = next(
        s for s in kb.studies.values() if len(s.sources) == 1 and not s.review and not s.parts
    )
    records = [r.id for r in kb.records.values() if r.study == study.id]
    page.check("[name=task][value=study]")
    page.get_by_role("button", name="Check and download").click()
    expect(page.locator("#add-problems")).to_contain_text("Every study needs one.")
    page.fill("#add-study-name", "The same work under its own name")
    page.fill("#add-study-sources", ", ".join(study.sources))
    page.select_option("#add-study-design", study.design)
    page.select_option("#add-study-setting", study.setting)
    for country in study.countries:
        page.check(f"#add-study-countries input[value={country}]")
    page.fill("#add-study-sample", study.sample)
    page.fill("#add-study-summary", study.summary)
    page.fill("#add-study-records", ", ".join(records))
    file = handed_over(page, tmp_path)
    (copy / f"evidence/studies/{study.id}.yml").unlink()

    assert main(["--root", str(copy), "import", str(file)]) == 0, capsys.readouterr().out
    after = load(copy)
    assert {after.records[r].study for r in records} == {"the-same-work-under-its-own-name"}


def test_a_record_is_corrected_from_its_page(
    context: BrowserContext,
    address: str,
    kb: KnowledgeBase,
    copy: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
):
    record = next(r for r in kb.records.values() if r.how_read == "abstract" and r.note)
    page = context.new_page()
    page.goto(f"{address}book/evidence/records/{record.id}.html")
    page.get_by_role("link", name="Correct this record in a form").click()
    expect(page.locator("#add-claim")).to_have_value(record.claim)

    page.get_by_role("button", name="Check and download").click()
    expect(page.locator("#add-problems")).to_contain_text("Nothing is different")
    page.fill("#add-note", "A note that says more.")
    file = handed_over(page, tmp_path)

    assert main(["--root", str(copy), "import", str(file)]) == 0, capsys.readouterr().out
    after = load(copy).records[record.id]
    assert after == record.model_copy(update={"note": "A note that says more."})


def test_a_claim_is_compared_with_its_source(
    context: BrowserContext,
    address: str,
    kb: KnowledgeBase,
    copy: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
):
    record = next(r for r in kb.records.values() if r.how_read == "cited-through")
    page = context.new_page()
    page.goto(f"{address}{PAGE}#task=check&record={record.id}")
    expect(page.locator("#add-claim-shown")).to_have_text(record.claim)
    for part in ("sentence", "support", "reading-address", "reading-on", "reading-page-date"):
        page.fill(f"#add-source-check-{part}", "")
    for part in ("how-read", "reading-kind"):
        page.select_option(f"#add-source-check-{part}", "")
    page.select_option("#add-source-check-verdict", "not-readable")
    page.fill("#add-source-check-on", "2024-06-02")
    file = handed_over(page, tmp_path)

    assert main(["--root", str(copy), "import", str(file)]) == 0, capsys.readouterr().out
    check = load(copy).records[record.id].source_check
    assert check is not None
    assert (check.verdict, check.sentence, check.reading) == ("not-readable", None, None)


def test_the_form_works_from_a_folder_and_fits_a_small_window(
    context: BrowserContext, built_site: Path
):
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto((built_site / PAGE).as_uri())
    page.check("[name=task][value=correct]")
    page.fill("#add-record", "aaltio-2022-training-insufficient")
    page.locator("#add-record").blur()
    expect(page.locator("#add-claim")).not_to_have_value("")
    page.get_by_role("button", name="Check and download").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate("scrollTo(0, 0)")  # or the header lies over what axe measures
    assert violations(page) == []


def test_a_report_is_written_and_copied_with_the_keyboard_on_a_phone(
    context: BrowserContext, address: str, kb: KnowledgeBase
):
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}book/evidence/records/{next(iter(kb.records))}.html")
    page.locator(".kb-report summary").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("It is stronger than its source.")
    expect(page.get_by_label("Your report")).to_have_value(
        re.compile(r"^What is wrong\?\nIt is stronger than its source\.\n")
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".kb-report [data-copied]")).to_be_visible()
    # No address is set, so no e-mail is offered that would have no recipient.
    expect(page.get_by_role("link", name="Send by e-mail")).to_have_count(0)
    expect(page.get_by_text("This site gives no address for reports.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_report_quotes_what_was_selected_and_names_the_page(
    context: BrowserContext, address: str, kb: KnowledgeBase
):
    record = next(iter(kb.records))
    page = context.new_page()
    page.goto(f"{address}book/evidence/records/{record}.html")
    page.evaluate(
        """() => {
          const heading = document.querySelector("main h1, h1");
          document.getSelection().selectAllChildren(heading);
        }"""
    )
    heading = page.locator("h1").first.inner_text().split("\n")[0][:30]
    page.locator(".kb-report summary").click()

    field = page.get_by_label("Your report")
    expect(field).not_to_have_value(re.compile("{quoted}"))
    text = field.input_value()

    assert heading in text
    assert f"Record: {record}" in text
    assert f"Address: {address}book/evidence/records/{record}.html" in text
    assert "Edition: Evidence " in text
    field.press_sequentially("This is wrong. ")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".kb-report [data-copy]").click()
    expect(page.locator(".kb-report [data-copied]")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == field.input_value()
    with page.expect_download() as download:
        page.locator(".kb-report").get_by_role("button", name="Save as a file").click()
    assert download.value.suggested_filename == f"report-{record}.txt"
    assert download.value.path().read_text(encoding="utf-8") == field.input_value()
