"""A file's bytes → its text, and what is wrong with it whatever the text is meant to be."""

import codecs
import errno
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from knowledge_base.model.places import Location
from knowledge_base.reading.findings import Finding

MAX_BYTES = 256 * 1024
"""A record is a few hundred bytes; a file beyond this is a mistake or an attack."""
MAX_BIBLIOGRAPHY_BYTES = 4 * 1024 * 1024
"""All sources may be in one file."""
TOO_LARGE = "Keep one record, source, study or provider a file; no text of ours is that long."

_MOST_OF_A_KIND = 20
"""Odd characters of a kind that are reported a file; a file of nothing else needs no more."""

INVISIBLE = re.compile(
    # Control characters other than tab and line feed, soft hyphens, joiners, fillers, blanks of
    # other scripts, marks that turn the direction of writing or choose a variant, characters
    # without width, surrogates, noncharacters, tags.
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e01ef]"
)
_STACKED_MARKS = re.compile(
    "[\u0300-\u034e\u0350-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3,}"
)
_BEYOND_LATIN = re.compile(r"\w*[^\W\x00-\u024f]\w*")
"""A word with a letter that no language in Latin script needs."""
_LIKE_LATIN = frozenset("АВЕІЈКМНОРСТХЅУаеіјорсухѕһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ")
"""Cyrillic and Greek letters that nobody can tell from Latin ones."""


def read_text(
    file: Path | str, path: str, max_bytes: int = MAX_BYTES, too_large: str = TOO_LARGE
) -> tuple[str | None, list[Finding]]:
    """Return the file's text, its lines ended by line feeds, or why it can't be read as such."""
    try:
        data = _read(file, max_bytes)
    except OSError as error:
        return None, [unreadable(error, path)]
    if len(data) > max_bytes:
        size = Path(file).stat().st_size
        return None, [
            Finding(
                Location(path),
                "file-too-large",
                f"the file has {size:,} bytes, more than {max_bytes:,}.",
                too_large,
            )
        ]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return _with_line_feeds(data.decode()), []
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        return None, [
            Finding(
                Location(path, line, column),
                "not-utf-8",
                f"byte 0x{data[error.start]:02x} is not UTF-8 text.",
                "Save it from the spreadsheet as 'CSV UTF-8'."
                if path.endswith(".csv")
                else "Save the file with the encoding UTF-8.",
            )
        ]


def _read(file: Path | str, max_bytes: int) -> bytes:
    """Return at most one byte more than ``max_bytes``, of a plain file alone.

    What is opened is what is looked at, and opening a pipe that nobody writes to does not wait.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    if not hasattr(os, "O_NOFOLLOW") and Path(file).is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    descriptor = os.open(file, flags | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb") as opened:  # noqa: PTH123 - of what is open already
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
        return opened.read(min(status.st_size, max_bytes) + 1)


def unreadable(error: OSError, path: str) -> Finding:
    """Return the finding for what can't be opened, or must not be."""
    message = f"the file can't be opened: {error.strerror}."
    hint = "Check that the file is there and that you are allowed to read it."
    if error.errno == errno.ELOOP:
        message = "this is a link to another place, which is not followed."
        hint = "Put the file itself here."
    elif error.errno in (errno.ENXIO, errno.EISDIR):
        message, hint = no_file(path).message, no_file(path).hint
    return Finding(Location(path), "unreadable-file", message, hint)


def linked_folder(path: str) -> Finding:
    """Return the finding for a link to a folder, in which nobody looks for files."""
    finding = unreadable(OSError(errno.ELOOP, ""), path)
    return replace(finding, hint="Put the folder itself here.")


def no_file(path: str) -> Finding:
    """Return the finding for a folder, a pipe or the like where a file should be."""
    return Finding(
        Location(path),
        "unreadable-file",
        "this is a folder, a pipe or the like, and no file.",
        "Put the file itself here, or give this another name.",
    )


def _with_line_feeds(text: str) -> str:
    text = text.replace("\r\n", "\n")
    # Where lines end otherwise, a carriage return is a stray character.
    return text if "\n" in text else text.replace("\r", "\n")


def in_form_of(file: Path, text: str) -> str:
    """Return a text with the byte-order mark and the line ends that a file has, if it is there.

    Who changes a line of a file changes nothing else in it, whatever editor it came from.
    """
    data = file.read_bytes() if file.is_file() else b""
    mark = codecs.BOM_UTF8.decode() if data.startswith(codecs.BOM_UTF8) else ""
    end = re.search(b"\r?\n", data) or re.search(b"\r", data)
    return mark + (text.replace("\n", end.group().decode()) if end else text)


def unended(text: str, path: str) -> list[Finding]:
    """Return a finding if a file stops inside a line, as one does that was cut off."""
    if not text or text.endswith("\n"):
        return []
    return [
        Finding(
            _location(text, path, len(text)),
            "cut-text",
            "the file ends in the middle of a line, so it may have been cut off.",
            "Compare its end with what you meant to write, and end it with a line break.",
            # Some editors leave it out: whether the file is whole, a person can tell.
            level="warning",
        )
    ]


def odd_characters(text: str, path: str) -> list[Finding]:
    """Return a finding for each character that can't be seen, or passes for another."""
    if text.isascii() and text.isprintable():
        return []
    findings = [
        invisible(_location(text, path, match.start()), match.group())
        for match in islice(INVISIBLE.finditer(text), _MOST_OF_A_KIND)
    ]
    if text.isascii():
        return findings
    findings += [
        Finding(
            _location(text, path, match.start()),
            "look-alike-letter",
            f"{len(match.group())} marks are stacked on one letter.",
            "Delete them, and write the letter anew.",
        )
        for match in islice(_STACKED_MARKS.finditer(text), _MOST_OF_A_KIND)
    ]
    return findings + list(islice(_look_alikes(text, path), _MOST_OF_A_KIND))


def invisible(place: Location, character: str) -> Finding:
    """Return the finding for an invisible character."""
    name = unicodedata.name(character, "control character").lower()
    return Finding(
        place,
        "invisible-character",
        f"the invisible character U+{ord(character):04X} stands here ({name}).",
        "Delete it, and write the words around it anew; it often comes with text from a PDF.",
    )


def _look_alikes(text: str, path: str) -> Iterator[Finding]:
    for match in _BEYOND_LATIN.finditer(text):
        word = match.group()
        letters = [letter for letter in word if letter.isalpha() and not INVISIBLE.match(letter)]
        names = [unicodedata.name(letter, "unknown").split()[0] for letter in letters]
        odd = next((at for at, name in enumerate(names) if name != "LATIN"), 0)
        if "LATIN" in names and len(set(names)) > 1:
            what = f"is of the {names[odd].title()} alphabet"
        elif any(unicodedata.normalize("NFKC", letter) != letter for letter in letters):
            odd = next(
                at for at, one in enumerate(letters) if unicodedata.normalize("NFKC", one) != one
            )
            what = "is no plain letter"
        elif len(letters) > 1 and _LIKE_LATIN.issuperset(letters):
            what = f"is of the {names[odd].title()} alphabet, like all of this word"
        else:
            continue
        letter = letters[odd]
        yield Finding(
            _location(text, path, match.start() + word.index(letter)),
            "look-alike-letter",
            f"the letter '{letter}' (U+{ord(letter):04X}) in '{word[:30]}' {what}.",
            "Type the word anew on your keyboard; it often comes with text from elsewhere.",
        )


def _location(text: str, path: str, position: int) -> Location:
    line = text.count("\n", 0, position) + 1
    return Location(path, line, position - text.rfind("\n", 0, position))
