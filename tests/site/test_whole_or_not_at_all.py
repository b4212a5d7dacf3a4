"""A build that fails or is killed leaves the last site as it was, and the next build right.

The tests of this file stand in order: all of them build the same small book, and the last
compares what has come of it with a build from nothing. `make nightly` kills a hundred more.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import pytest
from small_book import LINKED_TO, Book, small_book

from book_build.fingerprints import _files_read
from book_extensions.unfinished import MARK
from site_build import BOOK_BUILD, JUPYTER_BOOK, run, start

pytestmark = [pytest.mark.book, pytest.mark.xdist_group("whole or not")]

RECORD = "evidence/records/sight-singing/cobb-2018-confidence.yml"
PAGE = "book/plan/instruments.md"
PAGE_WITH_CODE = "book/evidence/studies.md"
SHOWS_THE_RECORD = "book/evidence/records/cobb-2018-confidence.html"
UNCHANGED = "Nothing has changed"

Site = dict[str, bytes]


def make_site(book: Book, *flags: str, **options: int) -> subprocess.CompletedProcess[str]:
    return run(start(book.root, [*BOOK_BUILD, *flags], **options))


def site(book: Book) -> Site:
    """Everything that is published, by path."""
    return book.published()


def edit(book: Book, name: str, change: Callable[[str], str]) -> None:
    file = book.root / name
    before = file.read_text(encoding="utf-8")
    assert change(before) != before
    file.write_text(change(before), encoding="utf-8")


def reword(book: Book, word: str) -> None:
    """Have the claim of a record end with another word."""

    def change(text: str) -> str:
        head, claim = text.split("claim: Singers felt ", 1)
        return f"{head}claim: Singers felt {word}.\n{claim.split(chr(10), 1)[1]}"

    edit(book, RECORD, change)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, clean_corpus: Path) -> Book:
    """A small book, built once by somebody whose files nobody else may read."""
    root = tmp_path_factory.mktemp("whole") / "project"
    made = small_book(root, clean_corpus / "evidence", LINKED_TO)
    for file in (root / "book").rglob("*"):
        file.chmod(0o700 if file.is_dir() else 0o600)
    built = make_site(made, umask=0o077)
    assert built.returncode == 0, built.stdout
    return made


@pytest.fixture
def good(book: Book) -> Site:
    """The last good site."""
    return site(book)


def assert_untouched(book: Book, good: Site) -> None:
    assert site(book) == good
    assert not (book.root / "_build" / "next").exists()
    assert UNCHANGED in make_site(book).stdout, "what was built on is still to be trusted"


def modes(book: Book) -> set[tuple[bool, int]]:
    """The modes of the site's folders (True) and files (False)."""
    places = (book.site, *book.site.rglob("*"))
    return {(place.is_dir(), stat.S_IMODE(place.stat().st_mode)) for place in places}


ORDINARY = {(True, 0o755), (False, 0o644)}


def test_everybody_may_read_the_site(book: Book) -> None:
    assert modes(book) == ORDINARY
    assert stat.S_IMODE(book.site.parent.stat().st_mode) == 0o755


def test_without_a_change_sphinx_is_not_started(book: Book) -> None:
    before = {file: file.stat() for file in (book.root / "_build").rglob("*") if file.is_file()}
    started = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    built = make_site(book)
    took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - started
    assert (built.returncode, built.stdout.strip()) == (0, f"{UNCHANGED} since the last build")
    assert took < 2
    assert {file: file.stat().st_mtime_ns for file in before if file.name != "lock"} == {
        file: status.st_mtime_ns for file, status in before.items() if file.name != "lock"
    }


WARNINGS = "\n{record}`nope` {py:class}`neither`\n"
"""One that is found when the page is read, and one when it is written."""
FAILING = "\n```{code-cell} python3\n1 / 0\n```\n"


@pytest.mark.parametrize(
    ("page", "addition", "messages"),
    [
        (PAGE, WARNINGS, ["there is no record 'nope'", "neither"]),
        (PAGE_WITH_CODE, FAILING, ["ZeroDivisionError"]),
    ],
)
def test_a_build_that_fails_leaves_the_last_site(
    book: Book, good: Site, page: str, addition: str, messages: list[str]
) -> None:
    kept = (book.root / page).read_text(encoding="utf-8")
    edit(book, page, lambda text: text + addition)
    built = make_site(book)
    assert built.returncode == 1
    assert [message for message in messages if message not in built.stdout] == []
    (book.root / page).write_text(kept, encoding="utf-8")
    assert_untouched(book, good)


def test_a_build_says_what_it_took_and_not_each_page(book: Book, good: Site) -> None:
    kept = (book.root / RECORD).read_text(encoding="utf-8")
    reword(book, "as a quoll does")
    said = make_site(book).stdout
    assert "s  write pages" in said
    assert "reading sources" not in said
    (book.root / RECORD).write_text(kept, encoding="utf-8")
    assert make_site(book).returncode == 0
    assert site(book) == good


def test_evidence_with_an_error_leaves_the_last_site(book: Book, good: Site) -> None:
    kept = (book.root / RECORD).read_text(encoding="utf-8")
    edit(book, RECORD, lambda text: text.replace("added: 20", "added: 29"))
    built = make_site(book)
    assert built.returncode == 1
    assert "error[" in built.stdout, "a day that is still to come"
    (book.root / RECORD).write_text(kept, encoding="utf-8")
    assert_untouched(book, good)


@pytest.mark.parametrize(
    "room", [pytest.param(60_000, id="while copying"), pytest.param(3_000_000, id="while building")]
)
def test_a_full_disk_leaves_the_last_site_and_is_named(book: Book, good: Site, room: int) -> None:
    """A limit for the size of files stands for the disk."""
    kept = (book.root / PAGE).read_text(encoding="utf-8")
    edit(book, PAGE, lambda text: f"{text}\n```text\n{'More. ' * 600_000}\n```\n")
    limited = f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}));"
    command = f"{limited} from book_build.__main__ import main; sys.exit(main([]))"
    built = run(start(book.root, [sys.executable, "-c", command]))
    assert built.returncode == 1
    assert "File too large" in built.stdout
    assert "Traceback" not in built.stdout
    (book.root / PAGE).write_text(kept, encoding="utf-8")
    assert_untouched(book, good)


def until_pages_are_written(started: subprocess.Popen[str]) -> None:
    assert started.stdout
    assert any("writing output" in line and "%" in line for line in started.stdout)


def test_ctrl_c_leaves_the_last_site(book: Book, good: Site) -> None:
    kept = (book.root / RECORD).read_text(encoding="utf-8")
    reword(book, "as a numbat does")
    until_pages_are_written(started := start(book.root, [*BOOK_BUILD, "--verbose"]))
    os.killpg(started.pid, signal.SIGINT)
    said, _ = started.communicate()
    assert started.returncode == 130
    assert "Stopped. The last book, if there is one, is as it was." in said
    (book.root / RECORD).write_text(kept, encoding="utf-8")
    assert_untouched(book, good)


# Builds as `make site` does. When its child has built, and all that is left is to publish, it makes
# so many changes on the disk; then it is killed, or there is no room left for more.
CUT_SHORT = """
import errno, os, signal, sys
how, left = sys.argv[1], int(sys.argv[2])
is_publishing = False
def watch(event, arguments):
    global left, is_publishing
    is_publishing = is_publishing or event == "subprocess.Popen"
    needs_room = event == "os.mkdir" or event == "open" and arguments[2] & os.O_ACCMODE
    if is_publishing and (needs_room or event in ("os.rename", "os.remove", "os.rmdir")):
        left -= 1
        if left < 0 and how == "killed":
            os.killpg(0, signal.SIGKILL)
        if left < 0 and needs_room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), arguments[0])
sys.addaudithook(watch)
from book_build.__main__ import main
sys.exit(main([]))
"""


@dataclass(frozen=True)
class Moment:
    """When a build is cut short."""

    share: float = 0
    """After which share of the time that a build takes."""
    changes: int | None = None
    """Or after how many changes on the disk that publish what was built."""
    is_full: bool = False
    """Whether the disk is full from then on; else the build is killed."""


def cut_short(book: Book, moment: Moment, seconds: float) -> None:
    """Start a build that would take so long, and have it end before its time."""
    if moment.changes is None:
        started = start(book.root, BOOK_BUILD)
        time.sleep(moment.share * seconds)
        os.killpg(started.pid, signal.SIGKILL)
        started.communicate()
        return
    how = "full" if moment.is_full else "killed"
    command = [sys.executable, "-c", CUT_SHORT, how, str(moment.changes)]
    ended = run(start(book.root, command))
    if moment.is_full and ended.returncode:
        assert ended.returncode == 1
        assert "No space left on device" in ended.stdout
        assert "Traceback" not in ended.stdout


def assert_whole_whenever_cut_short(book: Book, moments: list[Moment]) -> Counter[str]:
    """Change a record to and fro, and cut each build short: what lies there is one of two sites.

    Return how often the old site was left, and how often the new one.
    """
    words = ("as a quoll does", "as a bilby does")
    sites: dict[str, Site] = {}
    left: Counter[str] = Counter()
    seconds = 0.0
    for moment, word in zip(moments, cycle(words)):
        old = site(book)
        reword(book, word)
        cut_short(book, moment, seconds)
        there = site(book)
        began = time.monotonic()
        built = make_site(book)
        seconds = time.monotonic() - began if UNCHANGED not in built.stdout else seconds
        assert built.returncode == 0, built.stdout
        new = site(book)
        assert word.encode() in new[SHOWS_THE_RECORD]
        assert new == sites.setdefault(word, new), moment
        assert there in (old, new), moment
        left["new" if there == new else "old"] += 1
    return left


def test_a_build_that_is_killed_leaves_a_whole_site_and_the_next_is_right(book: Book) -> None:
    left = assert_whole_whenever_cut_short(book, [Moment(changes=2), Moment(share=0.5)])
    assert left == {"old": 1, "new": 1}


@pytest.mark.nightly
def test_a_kill_at_a_hundred_moments_and_a_full_disk_at_ten_leave_a_whole_site(book: Book) -> None:
    # Most changes of the disk that publish come late: they only remove what has been replaced.
    changes = [*range(25), *range(30, 480, 30)]
    moments = [
        *(Moment(changes=number) for number in changes),
        *(Moment(share=number / 60) for number in range(60)),
        *(Moment(changes=number, is_full=True) for number in range(0, 200, 20)),
    ]
    left = assert_whole_whenever_cut_short(book, moments)
    print(f"Of {len(moments)} builds, {left['old']} left the old site, {left['new']} the new one")


def test_what_sphinx_takes_for_current_is_made_again(book: Book) -> None:
    """A title in the navigation, a style sheet, and a page that is put back from a copy."""
    edit(book, PAGE, lambda text: text.replace("# ", "# Wombats and ", 1))
    edit(book, "book/_static/base.css", lambda text: text + "\n/* Wombats */\n")
    other = book.root / "book/plan/pilot.md"
    edit(book, "book/plan/pilot.md", lambda text: text + "\nAn older text.\n")
    os.utime(other, (0, 0))
    assert make_site(book).returncode == 0
    assert b"Wombats and" in site(book)["book/plan/instruments.html"]
    assert b"An older text." in site(book)["book/plan/pilot.html"]


def test_a_site_that_was_tampered_with_is_made_again(book: Book, good: Site) -> None:
    (book.site / "index.html").write_text("Nothing here.", encoding="utf-8")
    (book.site / SHOWS_THE_RECORD).unlink()
    (book.site / "book" / "of-an-older-book.html").touch()
    assert make_site(book).returncode == 0
    assert site(book) == good


def test_the_bare_command_marks_its_output_until_it_is_right(book: Book) -> None:
    kept = (book.root / PAGE).read_text(encoding="utf-8")
    edit(book, PAGE, lambda text: text + "\n{record}`nope`\n")
    reword(book, "as a potoroo does")
    command = [str(JUPYTER_BOOK), "build", ".", "-W", "--keep-going"]
    until_pages_are_written(started := start(book.root, command))
    os.killpg(started.pid, signal.SIGKILL)
    started.communicate()
    assert (book.site / MARK).read_text(encoding="utf-8").startswith("This site is being built")

    failed = run(start(book.root, command))
    assert failed.returncode != 0
    assert "there is no record 'nope'" in failed.stdout, "which the first has read already"
    assert (book.site / MARK).exists()

    (book.root / PAGE).write_text(kept, encoding="utf-8")
    built = run(start(book.root, command))
    assert built.returncode == 0, built.stdout
    assert not (book.site / MARK).exists()
    assert b"as a potoroo does" in site(book)[SHOWS_THE_RECORD]


# Builds as the bare command does, and prints every file of the project that it opens.
WATCHED_BUILD = """
import os, sys
root = os.getcwd()
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and arguments[1] in ("r", "rb"):
        if (file := os.path.abspath(arguments[0])).startswith(root + os.sep):
            os.write(1, f"OPENED {os.path.relpath(file, root)}\\n".encode())  # not of a cell
sys.addaudithook(watch)
from jupyter_book.cli.main import main
main(["build", ".", "-n", "-W", "--keep-going"])
"""


def test_after_all_that_the_site_is_what_a_build_from_nothing_makes(
    book: Book, tmp_path: Path
) -> None:
    assert make_site(book).returncode == 0  # anew, since the bare command's is not to be trusted
    reword(book, "better than before")
    assert "changed, 0 removed" in make_site(book, "--verbose").stdout
    other = book.copy(tmp_path / "elsewhere")
    clean = run(start(other.root, [sys.executable, "-c", WATCHED_BUILD], umask=0o077))
    assert clean.returncode == 0, clean.stdout
    assert modes(other) == ORDINARY
    built_on, from_nothing = site(book), site(other)
    assert built_on.keys() == from_nothing.keys()
    assert [name for name in built_on if built_on[name] != from_nothing[name]] == []

    # What a build reads decides whether there is anything to build.
    opened = {line.split()[1] for line in clean.stdout.splitlines() if line.startswith("OPENED ")}
    # Sphinx also looks for files that there are none of.
    opened = {name for name in opened if (other.root / name).is_file()}
    own = {name for name in opened if not name.startswith("_build")}
    ingredients = {file.relative_to(other.root).as_posix() for file in _files_read(other.root)}
    assert {"_config.yml", RECORD, PAGE} <= own
    assert {name for name in own - ingredients if "__pycache__" not in name} == set()
    shutil.rmtree(other.root)
