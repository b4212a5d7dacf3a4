"""The new site takes the old one's place at once, wherever that is cut short."""

from __future__ import annotations

from pathlib import Path

import pytest

from book_build import building, exchange
from book_build.building import Build
from book_build.fingerprints import Ingredients
from book_build.output import Output
from book_build.stamp import Stamp, read_stamp, write_stamp

NEW = Ingredients("code", "new content", "versions", printed=False)
OLD = Ingredients("code", "old content", "versions", printed=False)


class Killed(BaseException):
    """Stands for the end of the process."""


def output(folder: Path, age: str) -> Output:
    made = Output(folder)
    for part in (made.site, made.executed, made.doctrees):
        part.mkdir(parents=True)
        (part / "a-file").write_text(age)
    made.environment.write_text(age)
    return made


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """A project with a published site, and a new one beside it that is ready."""
    old = output(tmp_path / "_build", "old")
    write_stamp(old, Stamp.of(old, OLD))
    output(tmp_path / building.WORK / "_build", "new")
    return Build(tmp_path)


def made(build: Build) -> Output:
    return Output(build.root / building.WORK / "_build")


def publish(build: Build) -> None:
    build._publish(made(build), Stamp.of(made(build), NEW))


def age_of(site: Path) -> str:
    assert [file.name for file in site.iterdir()] == ["a-file"]
    return (site / "a-file").read_text()


def test_what_is_published_is_vouched_for_and_can_be_built_on(build: Build) -> None:
    publish(build)
    assert age_of(build.output.site) == "new"
    assert build.output.environment.read_text() == "new"
    stamp = read_stamp(build.output)
    assert stamp is not None
    assert stamp.ingredients == NEW
    assert stamp.fits(build.output)


@pytest.mark.parametrize("steps", range(16))
@pytest.mark.parametrize("at_once", [True, False])
def test_a_publication_cut_short_leaves_one_whole_site_and_no_state_of_another(
    build: Build, monkeypatch: pytest.MonkeyPatch, steps: int, at_once: bool
) -> None:
    left = steps

    def counted(step):
        def run(*arguments, **options):
            nonlocal left
            left -= 1
            if left < 0:
                raise Killed
            return step(*arguments, **options)

        return run

    if not at_once:  # a system that can't exchange two folders
        monkeypatch.setattr(exchange, "_exchanged", lambda _one, _other: False)
    with monkeypatch.context() as patch:
        for name in ("rename", "replace", "unlink", "rmdir", "write_text"):
            patch.setattr(Path, name, counted(getattr(Path, name)))
        patch.setattr(building, "put_in_place", building.put_in_place)
        patch.setattr(exchange, "_exchanged", counted(exchange._exchanged))
        patch.setattr("shutil.rmtree", counted(__import__("shutil").rmtree))
        try:
            publish(build)
        except Killed:
            interrupted = True
        else:
            interrupted = False
    assert interrupted or steps > 5
    if at_once:
        assert build.output.site.exists()  # also before anything is mended
    exchange.recover(build.output.site)
    age = age_of(build.output.site)
    if build.output.environment.exists():
        assert build.output.environment.read_text() == age
    stamp = read_stamp(build.output)
    if stamp is not None and stamp.fits(build.output):
        assert (stamp.ingredients == NEW) == (age == "new")


def test_this_system_exchanges_two_folders_at_once(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert exchange._exchanged(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one" / "other").exists()
    assert (tmp_path / "other" / "one").exists()


def test_what_cannot_be_exchanged_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    with pytest.raises(FileNotFoundError):
        exchange._exchanged(tmp_path / "one", tmp_path / "nothing")


@pytest.mark.parametrize("change", ["edited", "removed", "added", "renamed", "state"])
def test_an_output_that_was_changed_is_vouched_for_no_more(build: Build, change: str) -> None:
    file = build.output.site / "a-file"
    stamp = read_stamp(build.output)
    assert stamp is not None
    assert stamp.fits(build.output)
    match change:
        case "edited":
            file.write_text("odd")  # as long as it was
        case "removed":
            file.unlink()
        case "added":
            (build.output.site / "another").touch()
        case "renamed":
            file.rename(file.with_name("b-file"))
        case "state":
            build.output.environment.write_text("odd")
    assert not stamp.fits(build.output)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"ingredients": {"code": 1}}', "\x00"])
def test_a_stamp_that_cannot_be_read_vouches_for_nothing(build: Build, text: str) -> None:
    (build.output.folder / "finished.json").write_text(text)
    assert read_stamp(build.output) is None


def test_whatever_lies_in_the_project_is_an_ingredient(tmp_path: Path) -> None:
    def ingredients() -> Ingredients:
        return Ingredients.of(tmp_path, printed=False)

    empty = ingredients()
    assert empty == ingredients()
    for folder in ("_build", ".git", "scripts/__pycache__", "tests"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "file").touch()
    (tmp_path / "book" / "blueprint").mkdir(parents=True)
    made = tmp_path / "book" / "blueprint" / "a.md"
    made.write_text("---\nmade_from: book/blueprint/component.jinja\n---\n# A page of the build\n")
    assert ingredients() == empty
    seen = [empty]
    for name in ("evidence/a.yml", "scripts/a.py", "book/a.md", "CITATION.cff", "any/thing"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
        seen.append(ingredients())
        (tmp_path / name).write_text("two")
        seen.append(ingredients())
    assert len(set(seen)) == len(seen)
    assert Ingredients.of(tmp_path, printed=True) not in seen
