"""The form on the page Add evidence finds what `kb check` finds, in the same words.

Each bad case of each rule that the form applies goes through both: `kb check` over the files, and
the form's modules, in V8, over the values of the same files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from cases import Case, all_cases

from browser_code.engine import Modules
from knowledge_base.contributing.form_rules import PREVENTED, covered, form_rules
from knowledge_base.contributing.likeness import is_alike
from knowledge_base.loading import check, load, read
from knowledge_base.model.source import plain
from knowledge_base.model.vocabulary import VOCABULARIES
from knowledge_base.reading.demands import facts_of_study, facts_of_terms
from knowledge_base.reading.file_kinds import RECORDS, STUDIES

SCRIPTS = Path(__file__).parents[2] / "scripts/knowledge_base/pages/about/browser/add_evidence"
KIND = {RECORDS.name: "record", STUDIES.name: "study"}
ONLY_IN_CHECK = {
    "notice: two records supersede each other": "needs the notices of all records",
    "notice: a draft takes the place of a record": "needs the status of all records",
    "cut-text: a comment stands behind a value": "is about the file, not its values",
    "cut-text: a file stops in the middle of a line": "is about the file, not its values",
    "cut-text: a source stops in the middle": "is about sources",
    "future-date: a document has not appeared yet": "is about sources",
    "result-figures: the sentence has another figure": "reads the numbers in the sentence",
    "result-figures: the sentence has another count": "reads the numbers in the sentence",
    "result-figures: the sentence has an end of the interval for its value": (
        "reads the numbers in the sentence"
    ),
    "result-figures: the source's words have another figure": "reads the numbers in the words",
    **{
        f"wrong-type: {name}": "the form has lists, texts and parts where the model has them"
        for name in (
            *("keys where a word is wanted", "text where keys are wanted"),
            *("a word where a list is wanted", "a list where a word is wanted"),
            *("a number where text is wanted", "true where text is wanted", "an item of a list"),
            *("nothing where text is wanted", "an optional field that says nothing"),
            *("blanks where text is wanted", "a list where a record is wanted"),
            "a word where a record is wanted",
        )
    },
    "study-of-record: the report is taken for a study": "the form takes no report for a source",
}
"""Cases that the form leaves to `kb check`, and why; the page says that it does."""


def cases() -> Iterator[Any]:
    for rule, found in all_cases().items():
        for name, case in found.items():
            path = case.report.split(":")[0]
            is_of_form = path.startswith(("evidence/records/", "evidence/studies/"))
            is_applied = rule in covered() - PREVENTED
            if is_applied and is_of_form and f"{rule}: {name}" not in ONLY_IN_CHECK:
                yield pytest.param(case, id=f"{rule}: {name}")


@pytest.fixture(scope="module")
def scripts() -> Modules:
    return Modules(Checking=SCRIPTS / "checking.js")


@pytest.fixture(scope="module")
def rules(clean_corpus: Path, as_of: date) -> dict[str, Any]:
    data = form_rules(load(clean_corpus, as_of=as_of))
    return json.loads(json.dumps(data, default=list))


def in_both(
    root: Path, as_of: date, scripts: Modules, rules: dict[str, Any]
) -> tuple[set[tuple[Any, ...]], set[tuple[Any, ...]]]:
    """Return what `kb check` and the form find in records and studies, by the form's rules."""
    evidence, _ = read(root, as_of=as_of)
    ours = {
        (f.location.path, f.location.trail, f.rule, f.message, f.hint)
        for f in check(root, as_of=as_of)[1]
        if f.rule in covered()
    }
    entries = [
        (entry.document.path, kind, entry.id, entry.document.value)
        for family, kind in KIND.items()
        for entry in evidence.files[family].values()
        if entry.document.value is not None
    ]
    paths = {path for path, *_ in entries}
    studies = {
        study_id: facts_of_study(entry.value, entry.document.path)
        for study_id, entry in evidence.studies.items()
    }
    words = {name: facts_of_terms(evidence.vocabulary(name)) for name in VOCABULARIES}
    facts = {
        **rules["facts"],
        **words,
        "study": {study: {} for study in evidence.known_ids("study")} | studies,
        "person": {person: {} for person in evidence.known_ids("person")},
    }
    theirs = scripts.call(
        """(rules, today, entries) => entries.flatMap(([path, kind, id, value]) =>
          Checking.findingsIn(rules, kind, id, value, today).map(
            ({ trail, rule, message, hint }) => [path, trail, rule, message, hint]))""",
        {**rules, "facts": json.loads(json.dumps(facts, default=list))},
        as_of.isoformat(),
        entries,
    )
    return (
        {finding for finding in ours if finding[0] in paths},
        {(path, tuple(trail), *rest) for path, trail, *rest in theirs},
    )


@pytest.mark.parametrize("case", list(cases()))
def test_the_form_finds_what_the_check_finds(
    case: Case, corpus: Path, as_of: date, scripts: Modules, rules: dict[str, Any]
):
    for edit in case.edits:
        edit(corpus / "evidence")

    ours, theirs = in_both(corpus, as_of, scripts, rules)

    assert ours
    assert theirs == ours


def test_the_form_finds_nothing_in_what_is_right(
    clean_corpus: Path, as_of: date, scripts: Modules, rules: dict[str, Any]
):
    assert in_both(clean_corpus, as_of, scripts, rules) == (set(), set())


def test_the_form_finds_nothing_in_the_evidence_of_this_project(project: Path, scripts: Modules):
    kb = load(project)
    rules = json.loads(json.dumps(form_rules(kb), default=list))
    assert in_both(project, date(2100, 1, 1), scripts, rules) == (set(), set())


def test_cases_that_are_left_to_the_check_exist():
    names = {f"{rule}: {name}" for rule, found in all_cases().items() for name in found}
    assert set(ONLY_IN_CHECK) <= names


@pytest.fixture(scope="module")
def likeness() -> Modules:
    return Modules(Likeness=SCRIPTS / "likeness.js")


VARIANTS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    lambda title: f"The {title}",
    lambda title: title.replace(":", "."),
    lambda title: title[len(title) // 6 :],
    lambda title: title[: len(title) * 9 // 10],
    lambda title: title[: len(title) * 8 // 10],
    lambda title: title.replace("s", "ß").replace("a", "ä"),
    lambda title: " ".join(reversed(title.split())),
)


def test_the_form_takes_two_titles_for_one_where_the_import_does(project: Path, likeness: Modules):
    titles = [plain(source.title) for source in load(project).sources.values()]
    pairs = [(change(title), title) for title in titles[::4] for change in VARIANTS]
    pairs += list(pairwise(sorted(titles)))
    theirs = likeness.call("(pairs) => pairs.map(([a, b]) => Likeness.isAlike(a, b))", pairs)
    ours = [is_alike(one, other) for one, other in pairs]
    assert theirs == ours
    assert True in ours
    assert False in ours


@pytest.mark.parametrize(
    "reference",
    [
        "@article{a,\n  title = {On Tea and {Milk} in winter},\n  year = 2020\n}",
        " @article{a, author={Roe, A.}, title={On tea and milk in winter}, year={2020} }",
        "TY  - JOUR\nAU  - Roe, A.\nT1  - On tea & milk, in winter\nER  - \n",
        '[{"id": "a", "title": "On tea and milk in the winter", "type": "book"}]',
        "%0 Book\n%T On tea and milk in winters\n",
        "On tea and milk in winter",
    ],
)
def test_a_reference_of_any_kind_is_like_a_source_by_its_title(reference: str, likeness: Modules):
    sources = {"roe2019": ["Something else", ""], "roe2020": ["On tea and milk in winter", ""]}
    found = likeness.call("(...all) => Likeness.likeSource(...all)", reference, sources)
    assert found == {"key": "roe2020", "by": "title"}


@pytest.mark.parametrize(
    "reference",
    [
        "doi = {10.1234/TEA.(1)},",
        "DO  - https://doi.org/10.1234/tea.(1)",
        '"DOI":"10.1234/tea.(1)",',
    ],
)
def test_a_reference_is_like_a_source_by_its_doi(reference: str, likeness: Modules):
    sources = {"roe2020": ["On tea", "10.1234/tea.(1)"], "doe2020": ["Doi", ""]}
    found = likeness.call("(...all) => Likeness.likeSource(...all)", reference, sources)
    assert found == {"key": "roe2020", "by": "doi"}


def test_a_reference_that_is_like_none_gives_no_hint(likeness: Modules):
    sources = {"roe2020": ["On tea", "10.1234/tea.1"], "doe2020": ["", ""]}
    call = "(...all) => Likeness.likeSource(...all)"
    assert likeness.call(call, "TI  - On coffee\nDO  - 10.1234/tea.12\n", sources) is None
    assert likeness.call(call, "", sources) is None
