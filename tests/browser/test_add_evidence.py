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
    page.locator("#add-new-study summary").click()
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


def test_only_what_the_answers_so_far_call_for_is_asked(page: Page):
    expect(page.locator("#add-outcomes")).to_be_hidden()
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
    assert violations(page) == []


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
    mail = page.get_by_role("link", name="Send by e-mail").get_attribute("href")
    assert mail.startswith("mailto:?subject=")
    assert "This%20is%20wrong" in mail
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".kb-report [data-copy]").click()
    expect(page.locator(".kb-report [data-copied]")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == field.input_value()
