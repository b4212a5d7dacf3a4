"""Every rule: its bad cases give exactly the report that is written beside them, nothing else.

To add a rule, add its module to `scripts/knowledge_base/checks/` and a file of bad cases, named
alike, to `tests/checks/bad/`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cases import Case, all_cases
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from knowledge_base.checks import (
    CHECKS,
    RULES,
    future_date,
    unneeded_exception,
    unused_source,
    unused_study,
)
from knowledge_base.loading import check, check_changes, read
from knowledge_base.reading.findings import errors, render_text

CASES = all_cases()
WITHOUT_FILE = {"crash"}
"""No evidence can bring this about; the tests below do it by breaking a rule."""


def report(root: Path, as_of: date) -> str:
    """Return the report on an evidence base, less its last line, which counts."""
    knowledge_base, findings = check(root, as_of=as_of)
    assert (knowledge_base is None) == bool(errors(findings))
    return "\n".join(render_text(findings).split("\n")[:-1])


def test_every_rule_has_bad_cases():
    assert set(CASES) == set(RULES) - WITHOUT_FILE


def test_every_module_of_checks_is_a_rule_that_runs():
    assert len({module.RULE.id for module in CHECKS}) == len(CHECKS)
    assert {module.RULE.id for module in (*CHECKS, unneeded_exception)} <= set(RULES)
    for module in (*CHECKS, unneeded_exception):
        assert module.RULE.id.replace("-", "_") == module.__name__.rpartition(".")[2]
        assert hasattr(module, "check") or hasattr(module, "DEMANDS")


def test_every_rule_says_in_a_sentence_what_it_asks():
    for rule in RULES.values():
        assert rule.asks.endswith("."), rule
        assert rule.asks[0].isupper() or rule.asks[0] == "`", rule


@pytest.mark.parametrize(
    ("rule", "case"),
    [
        pytest.param(rule, case, id=f"{rule}: {name}")
        for rule, cases in CASES.items()
        for name, case in cases.items()
    ],
)
def test_a_bad_case_is_reported_in_exactly_these_words(
    rule: str, case: Case, corpus: Path, as_of: date
):
    for edit in case.edits:
        edit(corpus / "evidence")

    found = report(corpus, as_of)

    assert f"[{rule}]" in case.report
    assert found == case.report


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{rule}: {name}")
        for rule, cases in CASES.items()
        for number, (name, case) in enumerate(cases.items())
        if not number or "evidence/sources" in case.report
    ],
)
def test_a_bad_case_is_reported_as_long_as_it_stands(case: Case, corpus: Path, as_of: date):
    for edit in case.edits:
        edit(corpus / "evidence")

    checks = [check_changes(corpus, as_of=as_of) for _ in range(2)]

    assert ["\n".join(render_text(found).split("\n")[:-1]) for found in checks] == [case.report] * 2


def test_the_made_up_evidence_is_clean_under_every_rule(clean_corpus: Path, as_of: date):
    assert check(clean_corpus, as_of=as_of)[1] == []


def test_all_problems_of_all_files_are_reported_at_once(corpus: Path, as_of: date):
    chosen = {
        "not-yaml": "a colon in text without quotes",
        "unknown-key": "in a part of a record",
        "malformed-link": "a DOI is cut off",
        "missing-field": "a file is missing",
        "logic-model-arrow": "an arrow that rests on nothing",
        "future-date": "a provider will be checked",
    }
    for rule, name in chosen.items():
        for edit in CASES[rule][name].edits:
            edit(corpus / "evidence")

    found = report(corpus, as_of).split("\n")

    for rule, name in chosen.items():
        assert CASES[rule][name].report.split("\n")[0] in found


def test_a_base_without_a_report_asks_how_each_record_was_read(corpus: Path, as_of: date):
    (corpus / "evidence/report.yml").unlink()

    found = report(corpus, as_of)

    for path, how in (
        ("sight-singing/fernhollow-2021-aim-of-course.yml:12:11", "the source was read"),
        ("song-maps/moss-2016-insight.yml:13:11", "another document was read"),
    ):
        place = f"evidence/records/{path}: error[reading-of-record]"
        assert (
            f"{place} {how}, but not in which copy and when.\n"
            "    Add 'reading:' with 'address', 'on' and 'kind'.\n"
        ) in found
        assert (
            f"{place} nobody can find the place in the source again.\n"
            "    Add 'support:' with at most ten of the source's own words."
        ) in found


def test_a_report_that_cannot_be_read_may_be_the_source_of_any_record(corpus: Path, as_of: date):
    (corpus / "evidence/report.yml").write_bytes(b"\xff")

    assert "[reading-of-record]" not in report(corpus, as_of)


RECORD = "records/sight-singing/cobb-2018-confidence.yml"
BREAKS = {
    "kind: perception\n": ("kind: percepton\n", "unknown-term"),
    "direction: favourable\n": ("direction: [favourable]\n", "wrong-type"),
    "source: cobb2018\n": ("source: cob2018\n", "unknown-reference"),
    "study: larkwater-interviews\n": ("studie: larkwater-interviews\n", "unknown-key"),
    "setting: village-choirs\n": ("", "missing-field"),
    "countries: [norland]\n": ("countries: [norland, englnd]\n", "unknown-term"),
    "sample: 14 singers\n": ("samples: 14 singers\n", "unknown-key"),
    "after the course.\n": ("after the course\n", "claim-form"),
    "  source: fernhollow2021\n": ("  sources: fernhollow2021\n", "unknown-key"),
    "added: 2024-02-01\n": ("added: 2025-02-01\n", "future-date"),
    "status: published\n": ("status: per%cepton\n", "unknown-term"),
}
"""Ways to break one record, each by itself, with the rule that it breaks."""


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(chosen=set(BREAKS))
@given(chosen=st.sets(st.sampled_from(sorted(BREAKS)), min_size=1))
def test_a_record_broken_in_several_ways_gives_one_finding_for_each(
    corpus: Path, as_of: date, chosen: set[str]
):
    file = corpus / "evidence" / RECORD
    sound = text = file.read_text()
    for old in chosen:
        assert old in text
        text = text.replace(old, BREAKS[old][0], 1)
    file.write_text(text)
    try:
        _, findings = check(corpus, as_of=as_of)
    finally:
        file.write_text(sound)

    assert sorted(f.rule for f in findings) == sorted(BREAKS[old][1] for old in chosen)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{module.RULE.id}: {name}")
        for module in CHECKS
        if module not in (unused_source, unused_study)  # which file names it can't be told then
        for name, case in CASES[module.RULE.id].items()
    ],
)
def test_an_unknown_key_hides_nothing_else_in_its_file(case: Case, corpus: Path, as_of: date):
    for edit in case.edits:
        edit(corpus / "evidence")
    _, before = check(corpus, as_of=as_of)
    for path in {finding.location.path for finding in before}:
        if path.endswith(".yml") and "/vocabularies/" not in path and (corpus / path).is_file():
            with (corpus / path).open("a", encoding="utf-8") as file:
                file.write("zzz:\n  zzz: zzz\n")

    _, after = check(corpus, as_of=as_of)

    assert {(f.rule, f.message) for f in before} <= {(f.rule, f.message) for f in after}
    assert "crash" not in {f.rule for f in after}


def test_a_rule_that_crashes_is_a_finding_and_the_others_still_run(
    corpus: Path, as_of: date, monkeypatch: pytest.MonkeyPatch
):
    def broken(evidence):
        raise RecursionError("round and round\nand round")

    monkeypatch.setattr(unused_source, "check", broken)
    for edit in CASES["future-date"]["a record was added tomorrow"].edits:
        edit(corpus / "evidence")

    assert report(corpus, as_of) == (
        "evidence/records/sight-singing/cobb-2018-confidence.yml:17:8: error[future-date] "
        "2025-01-01 is after 2024-12-31.\n"
        "    Write the day on which it was done, as YYYY-MM-DD.\n"
        "scripts/knowledge_base/checks/unused_source.py:1:1: error[crash] "
        r"checking stopped here with RecursionError: round and round\nand round."
        "\n"
        "    This is a fault in the checker, not in your file. "
        "Please report it with this line."
    )


def test_a_crash_is_reported_with_the_line_of_the_rule_where_it_happened(
    corpus: Path, as_of: date, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(future_date, "parts", None)

    _, findings = check(corpus, as_of=as_of)

    assert [finding.rule for finding in findings] == ["crash"]
    lines = Path(future_date.__file__).read_text().split("\n")
    assert "parts(" in lines[findings[0].location.line - 1]


def test_what_a_crashing_rule_found_before_is_kept(
    corpus: Path, as_of: date, monkeypatch: pytest.MonkeyPatch
):
    sound = future_date.check

    def broken(evidence):
        yield from sound(evidence)
        raise ValueError("no more")

    monkeypatch.setattr(future_date, "check", broken)
    for edit in CASES["future-date"]["a record was added tomorrow"].edits:
        edit(corpus / "evidence")

    _, findings = check(corpus, as_of=as_of)

    assert [finding.rule for finding in findings] == ["future-date", "crash"]


def test_a_crash_over_exceptions_leaves_them_standing(
    corpus: Path, as_of: date, monkeypatch: pytest.MonkeyPatch
):
    def broken(*arguments):
        raise ValueError("no")

    monkeypatch.setattr(unneeded_exception, "check", broken)

    _, findings = check(corpus, as_of=as_of)

    assert [(f.rule, f.location.path) for f in findings] == [
        ("crash", "scripts/knowledge_base/checks/unneeded_exception.py")
    ]


def test_a_crash_while_reading_one_file_is_a_finding_in_that_file(
    corpus: Path, as_of: date, monkeypatch: pytest.MonkeyPatch
):
    from knowledge_base.reading import validation

    sound = validation.validate

    def broken(document, annotation):
        if document.path == "evidence/gaps.yml":
            raise KeyError("oh")
        return sound(document, annotation)

    monkeypatch.setattr(validation, "validate", broken)

    _, findings = read(corpus, as_of=as_of)

    assert [str(f.location) for f in findings] == ["evidence/gaps.yml:1:1"]
    assert findings[0].message == "checking stopped here with KeyError: 'oh'."


def test_an_exception_excuses_its_record_alone(corpus: Path, as_of: date):
    excused = corpus / "evidence/records/listening-sheets/fernhollow-2021-no-sheet-for-toddlers.yml"
    copy = excused.with_name("fernhollow-2021-no-sheet-for-babies.yml")
    text = excused.read_text().replace("toddlers", "babies")
    copy.write_text(text.partition("exceptions:")[0])

    _, findings = check(corpus, as_of=as_of)

    assert {(f.rule, f.location.path) for f in findings} == {
        ("claim-strength", f"evidence/records/listening-sheets/{copy.name}")
    }


def test_every_date_may_be_the_day_of_checking_itself(corpus: Path):
    _, on_the_last_day = check(corpus, as_of=date(2024, 6, 1))
    _, the_day_before = check(corpus, as_of=date(2024, 5, 31))

    assert on_the_last_day == []
    assert [f.rule for f in the_day_before] == ["future-date"]


def test_the_corpus_holds_every_kind_of_claim_every_status_and_every_component(knowledge_base):
    records = knowledge_base.records.values()

    assert {r.kind for r in records} == set(knowledge_base.claim_kinds)
    assert {r.status for r in records} == set(knowledge_base.vocabularies["status"])
    assert {r.component for r in records} == set(knowledge_base.components)
    assert {r.how_read for r in records} == set(knowledge_base.vocabularies["how-read"])
    assert any(len(study.sources) > 1 for study in knowledge_base.studies.values())
    assert any(r.exceptions for r in records)
    assert any(r.responds_to for r in records)
    assert set(knowledge_base.blueprint) == set(knowledge_base.components)
    assert any(
        course.curriculum
        for provider in knowledge_base.providers.values()
        for course in provider.courses.values()
    )
    for name in ("instruments", "clinician_posts", "gaps", "discrepancies"):
        assert getattr(knowledge_base, name), name
