"""The evidence is spoilt in ways that have a name; how much of it is found, and in the right line.

Some hundreds in the made-up evidence here; 10,000 in the real evidence by `pytest -m nightly`, with
a report of all that passed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import mutations
import pytest
from mutations import File, Mutation, Operator

from knowledge_base.commands.diff import as_text
from knowledge_base.loading import check, check_changes, load_unchecked
from knowledge_base.memory import MEMORY
from knowledge_base.reading.file_kinds import FILE_KINDS
from knowledge_base.reading.findings import Finding
from knowledge_base.views.changes import changes


@dataclass(frozen=True)
class Target:
    """How much of what an operator spoils is to be found."""

    found: float = 1
    """The share that has a finding."""
    placed: float = 1
    """The share of these that has one in a line that was changed, or next to it."""


# fmt: off
TARGETS: dict[Operator, Target] = {
    mutations.drop_key: Target(placed=0.98),  # where a file's order of keys is the model's
    mutations.duplicate_key: Target(),
    mutations.misspell_key: Target(),
    mutations.wrong_type: Target(),
    mutations.unknown_word: Target(),
    mutations.broken_reference: Target(),
    # It can be the key of another source. A study that so loses its own is found at its records.
    mutations.digit_of_reference: Target(found=0.9, placed=0.99),
    mutations.digit_of_amount: Target(),
    mutations.digit_of_words_beside: Target(),
    mutations.digit_of_claim: Target(found=0.99),  # a note can name that number, too
    mutations.digit_of_measure: Target(found=0.9),  # a record can name that number, too
    mutations.cut_prose: Target(),
    mutations.comment_sign: Target(),
    mutations.look_alike: Target(),
    mutations.invisible: Target(),
    mutations.stacked_marks: Target(),
    mutations.filler: Target(),
    mutations.view_as_effect: Target(),
    mutations.other_setting: Target(),
    mutations.swapped_days: Target(),
    mutations.cut_file: Target(),
    mutations.other_encoding: Target(),
    mutations.tab: Target(),
}
# fmt: on
HARMLESS = (mutations.byte_order_mark, mutations.windows_line_ends, mutations.comment_line)
UNKNOWABLE = (mutations.other_direction, mutations.other_prose)
IN_THE_SUITE = 8
"""Mutations by each operator."""
NIGHTLY = 10_000


def files(root: Path) -> list[File]:
    """The YAML files of a project's evidence."""
    folder = root / "evidence"
    paths = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.yml"))
    return [File(folder, path) for path in paths if any(k.holds(path) for k in FILE_KINDS)]


def made(operator: Operator, within: list[File], number: int, seed: int) -> Iterator[Mutation]:
    """Yield so many mutations, or as many as there are files for."""
    random = Random(f"{operator.__name__} {seed}")
    apt = list(within)
    while number and apt:
        file = random.choice(apt)
        if mutation := operator(file, random):
            yield mutation
            number -= 1
        else:
            apt.remove(file)  # most have nothing of the kind that an operator changes


def applied(root: Path, mutation: Mutation, as_of: date) -> list[Finding]:
    """Return what is found in a project with one file changed, which is then as before."""
    file = root / "evidence" / mutation.path
    sound = file.read_bytes()
    file.write_bytes(mutation.content)
    try:
        return check_changes(root, as_of=as_of)
    finally:
        file.write_bytes(sound)


def is_placed(mutation: Mutation, found: list[Finding]) -> bool:
    """Whether one of the findings stands at what was changed."""
    return any(
        finding.location.path == f"evidence/{mutation.path}"
        and mutation.first - 1 <= finding.location.line <= mutation.last + 1
        for finding in found
    )


@dataclass
class Outcome:
    """What became of an operator's mutations."""

    tried: int
    passed: list[str]
    """Those without a finding."""
    elsewhere: list[str]
    """Those whose findings all stand elsewhere."""

    def short_of(self, target: Target) -> list[str]:
        """Return what falls short of a target, a line for each mutation."""
        is_found = len(self.passed) <= (1 - target.found) * self.tried
        is_placed = len(self.elsewhere) <= (1 - target.placed) * self.tried
        return [*(() if is_found else self.passed), *(() if is_placed else self.elsewhere)]


def outcome(operator: Operator, root: Path, number: int, as_of: date, seed: int = 0) -> Outcome:
    """Return what a check finds of so many mutations."""
    result = Outcome(0, [], [])
    assert check_changes(root, as_of=as_of) == []
    for mutation in made(operator, files(root), number, seed):
        found = applied(root, mutation, as_of)
        where = f"{operator.__name__} {mutation.path}:{mutation.first}"
        assert "crash" not in {finding.rule for finding in found}, where
        result.tried += 1
        if not found:
            result.passed.append(f"{where} passed")
        elif not is_placed(mutation, found):
            result.elsewhere.append(f"{where} is found at {found[0].location}")
    assert result.tried, f"{operator.__name__} finds nothing to change"
    return result


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory, clean_corpus: Path) -> Path:
    """A copy of the made-up evidence, to be changed one file at a time."""
    return Path(shutil.copytree(clean_corpus, tmp_path_factory.mktemp("spoilt") / "project"))


@pytest.mark.parametrize("operator", TARGETS, ids=lambda operator: operator.__name__)
def test_what_an_operator_spoils_is_found_where_it_stands(
    operator: Operator, spoilt: Path, as_of: date
):
    assert outcome(operator, spoilt, IN_THE_SUITE, as_of).short_of(TARGETS[operator]) == []


@pytest.mark.parametrize("operator", HARMLESS, ids=lambda operator: operator.__name__)
def test_what_changes_nothing_has_no_finding(operator: Operator, spoilt: Path, as_of: date):
    for mutation in made(operator, files(spoilt), IN_THE_SUITE, 0):
        assert applied(spoilt, mutation, as_of) == [], mutation.path


@pytest.mark.parametrize("operator", UNKNOWABLE, ids=lambda operator: operator.__name__)
def test_what_no_rule_can_know_shows_in_the_difference_of_the_data(
    operator: Operator, spoilt: Path, as_of: date
):
    before = load_unchecked(spoilt)
    for mutation in made(operator, files(spoilt), IN_THE_SUITE, 0):
        file = spoilt / "evidence" / mutation.path
        sound = file.read_bytes()
        file.write_bytes(mutation.content)
        after = load_unchecked(spoilt)
        file.write_bytes(sound)
        shown = as_text(before, after, changes(before, after))
        assert shown != "Nothing changed.", f"{mutation.path}:{mutation.first}"


def test_a_check_of_changes_finds_what_a_check_of_everything_does(spoilt: Path, as_of: date):
    random = Random(1)
    check_changes(spoilt, as_of=as_of)
    remembered = (spoilt / MEMORY).read_bytes()
    for operator in (*TARGETS, *HARMLESS, *UNKNOWABLE):
        for mutation in made(operator, files(spoilt), 1, random.randrange(1000)):
            file = spoilt / "evidence" / mutation.path
            sound = file.read_bytes()
            file.write_bytes(mutation.content)
            (spoilt / MEMORY).write_bytes(remembered)
            assert check_changes(spoilt, as_of=as_of) == check(spoilt, as_of=as_of)[1]
            file.write_bytes(sound)


@pytest.mark.nightly
@pytest.mark.evidence
@pytest.mark.parametrize("operator", TARGETS, ids=lambda operator: operator.__name__)
def test_what_an_operator_spoils_in_the_real_evidence_is_found(
    operator: Operator, project: Path, tmp_path: Path, request: pytest.FixtureRequest
):
    if request.config.option.markexpr != "nightly":
        pytest.skip("takes an hour; pytest -m nightly")
    root = tmp_path / "project"
    shutil.copytree(project / "evidence", root / "evidence")
    seed = int(os.environ.get("KB_SEED", date.today().toordinal()))
    number = int(os.environ.get("KB_MUTATIONS", NIGHTLY)) // len(TARGETS)

    result = outcome(operator, root, number, date.today(), seed)

    print(
        f"{operator.__name__}: {result.tried} mutations with the seed {seed}, "
        f"{len(result.passed)} passed, {len(result.elsewhere)} found elsewhere"
    )
    print(*result.passed, *result.elsewhere, sep="\n")
    assert result.short_of(TARGETS[operator]) == []
