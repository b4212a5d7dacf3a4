"""Ways in which evidence goes wrong, each by its name: what is changed, and where."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

from knowledge_base.model.places import Trail
from knowledge_base.model.shape import FieldShape, references, shape
from knowledge_base.reading.file_kinds import FILE_KINDS, RECORDS, VOCABULARIES, words_of
from knowledge_base.reading.validation import adapter
from knowledge_base.reading.yaml_source import Document, parse

LOOK_ALIKES = dict(zip("aceopxyABEHKMOPT", "асеорхуАВЕНКМОРТ", strict=True))


@dataclass(frozen=True)
class Mutation:
    """One change of one file."""

    path: str
    content: bytes
    first: int
    """The first line that it changed, as the file then is."""
    last: int


class File:
    """A YAML file of the evidence, and where everything in it stands."""

    def __init__(self, folder: Path, path: str) -> None:
        self.folder = folder
        self.path = path
        self.text = (folder / path).read_text(encoding="utf-8")
        self.family = next(family for family in FILE_KINDS if family.holds(path))
        self.lines = self.text.splitlines(keepends=True)

    @cached_property
    def annotation(self) -> Any:
        """The type of its content."""
        is_words = self.family is VOCABULARIES
        return words_of(Path(self.path).stem) if is_words else self.family.annotation

    @cached_property
    def document(self) -> Document:
        """Its values."""
        return parse(self.text, self.path)[0]

    @cached_property
    def references(self) -> list[tuple[Trail, str, str]]:
        """What it names."""
        return list(
            references(
                adapter(self.annotation).validate_python(self.document.value), self.annotation
            )
        )

    def field(self, trail: Trail) -> FieldShape | None:
        """What the model says of a key."""
        form = shape(self.annotation).at(trail[:-1])
        return form.fields.get(str(trail[-1])) if form else None

    def block(self, trail: Trail) -> tuple[int, int]:
        """The lines of a key with its value: from, and to, not counted."""
        line, column = self.document.keys[trail]
        end = line
        while end < len(self.lines) and (
            not self.lines[end].strip()
            or len(self.lines[end]) - len(self.lines[end].lstrip()) >= column
            or (
                self.lines[end].lstrip().startswith("- ")
                and self.is_list(trail)
                and len(self.lines[end]) - len(self.lines[end].lstrip()) == column - 1
            )
        ):
            end += 1
        return line - 1, end

    def is_list(self, trail: Trail) -> bool:
        """Whether a value is a list."""
        return (*trail, 0) in self.document.values

    def whole_lines(self, random: Random, want: Callable[[Trail], bool]) -> Trail | None:
        """A key that begins its line, of those that one wants."""
        trails = [
            trail
            for trail, (line, column) in self.document.keys.items()
            if not self.lines[line - 1][: column - 1].strip() and want(trail)
        ]
        return random.choice(trails) if trails else None

    def with_lines(self, start: int, end: int, new: list[str]) -> Mutation:
        """The file with other lines in the place of some."""
        text = "".join([*self.lines[:start], *new, *self.lines[end:]])
        return Mutation(self.path, text.encode(), start + 1, start + max(1, len(new)))

    def in_text(self, start: int, end: int, new: str) -> Mutation:
        """The file with another text in the place of a part of it."""
        text = self.text[:start] + new + self.text[end:]
        line = self.text.count("\n", 0, start) + 1
        return Mutation(self.path, text.encode(), line, line + new.count("\n"))

    def value(self, trail: Trail, new: str) -> Mutation | None:
        """The file with another value, if it is one plain word."""
        line, column = self.document.values[trail]
        rest = self.lines[line - 1][column - 1 :]
        old = re.match(r"[\w.£-]+(?=\s*$|[,\]])", rest)
        if old is None:
            return None
        changed = self.lines[line - 1][: column - 1] + new + rest[old.end() :]
        return self.with_lines(line - 1, line, [changed])


Operator = Callable[[File, Random], Mutation | None]


def drop_key(file: File, random: Random) -> Mutation | None:
    trail = file.whole_lines(random, lambda t: bool((f := file.field(t)) and f.is_required))
    return trail and file.with_lines(*file.block(trail), [])


def duplicate_key(file: File, random: Random) -> Mutation | None:
    trail = file.whole_lines(random, lambda t: file.field(t) is not None)
    if not trail:
        return None
    start, end = file.block(trail)
    return file.with_lines(end, end, file.lines[start:end])


def misspell_key(file: File, random: Random) -> Mutation | None:
    trail = file.whole_lines(random, lambda t: file.field(t) is not None)
    if not trail:
        return None
    line, column = file.document.keys[trail]
    text = file.lines[line - 1]
    return file.with_lines(line - 1, line, [f"{text[: column - 1]}x{text[column - 1 :]}"])


def wrong_type(file: File, random: Random) -> Mutation | None:
    trail = file.whole_lines(random, lambda t: file.field(t) is not None)
    if not trail:
        return None
    start, end = file.block(trail)
    indent = " " * (file.document.keys[trail][1] - 1)
    return file.with_lines(start, end, [f"{indent}{trail[-1]}: {{zzz: [[1]]}}\n"])


def _renamed(file: File, random: Random, is_word: bool, change: Callable[[str], str]):
    found = [
        (trail, name)
        for trail, kind, name in file.references
        if trail in file.document.values
        and (kind in ("source", "study", "record")) != is_word
        and kind not in ("rule", "person")
    ]
    if not found:
        return None
    trail, name = random.choice(found)
    return file.value(trail, change(name))


def unknown_word(file: File, random: Random) -> Mutation | None:
    return _renamed(file, random, True, lambda _: "zzz-unknown")


def broken_reference(file: File, random: Random) -> Mutation | None:
    return _renamed(file, random, False, lambda name: name[:-1] + ("x" if name[-1] != "x" else "y"))


def digit_of_reference(file: File, random: Random) -> Mutation | None:
    def changed(name: str) -> str:
        return re.sub(r"\d(?=\D*$)", lambda m: str((int(m[0]) + 1) % 10), name, count=1)

    mutation = _renamed(file, random, False, changed)
    return mutation if mutation and mutation.content != file.text.encode() else None


def _digit(file: File, random: Random, pattern: str) -> Mutation | None:
    places = [
        place
        for match in re.finditer(pattern, file.text, re.MULTILINE)
        for place in range(*match.span(1))
        if file.text[place].isdigit()
    ]
    if not places:
        return None
    place = random.choice(places)
    return file.in_text(place, place + 1, str((int(file.text[place]) + random.randint(1, 9)) % 10))


def digit_of_amount(file: File, random: Random) -> Mutation | None:
    if file.family.name != "providers":
        return None
    return _digit(file, random, r"^ +(?:amount|places|days|contact_hours|figure): (.*)$")


def digit_of_words_beside(file: File, random: Random) -> Mutation | None:
    if file.family.name != "providers":
        return None
    mutation = _digit(file, random, r"^ +as_given: [^\n£]*£([\d,.]+)")
    if mutation is None:
        return None
    # The words and the figure go together: either may be the one that is wrong.
    figures = (
        line
        for trail, (line, _) in file.document.keys.items()
        if trail[-1] in ("amount", "figure") and abs(line - mutation.first) <= 2
    )
    return replace(mutation, first=min(mutation.first, *figures))


def digit_of_claim(file: File, random: Random) -> Mutation | None:
    """Of a figure with decimals in a claim that has results, or in the words that bear it out."""
    if file.family is not RECORDS or "\nresults:" not in file.text:
        return None
    return _digit(file, random, r"[=(](?:[^()]* )?(\d+\.\d+)\)")


def digit_of_measure(file: File, random: Random) -> Mutation | None:
    """Of a measure that rests on records; 0 and 1 have too many words."""
    if file.family.name != "blueprint":
        return None
    return _digit(
        file, random, r"^    (?:value|low|high): (\d\d+)$(?=(?:\n    \w+: .*)*?\n    records:)"
    )


def cut_prose(file: File, random: Random) -> Mutation | None:
    """A whole sentence loses its end."""
    places = [
        m.start(1)
        for m in re.finditer(r"^ +[a-z ]*\w+: [A-Z][^\n]* \w+( \w+\.)$", file.text, re.MULTILINE)
    ]
    places += [
        m.start(1)
        for m in re.finditer(r"^ {4,}[^\n:#]* \w+( \w+\.)\n(?! {4,}\w)", file.text, re.MULTILINE)
    ]
    if not places or "  items:" in file.text:
        return None
    place = random.choice(places)
    return file.in_text(place, file.text.index("\n", place), "")


def comment_sign(file: File, random: Random) -> Mutation | None:
    """A ` #` inside a plain text of one line; in a text of several it is a sign like any other."""
    lines_of_texts = {
        place
        for match in re.finditer(r"^( *).*[>|]-\n((?:\1 +.*\n|\n)+)", file.text, re.MULTILINE)
        for place in range(*match.span(2))
    }
    places = [
        place
        for match in re.finditer(
            r"^ *(?:- )?\w+: [A-Za-z£]([^\n:#\"'\[{]+)$", file.text, re.MULTILINE
        )
        for place in range(*match.span(1))
        if file.text[place] == " " and place not in lines_of_texts
    ]
    if not places:
        return None
    place = random.choice(places)
    return file.in_text(place, place + 1, " #")


def _letter(file: File, random: Random, letters: str, change: Callable[[str], str]):
    places = [
        match.start()
        for match in re.finditer(rf"(?<=[A-Za-z])[{letters}](?=[A-Za-z])", file.text)
        if "#" not in file.text[file.text.rfind("\n", 0, match.start()) + 1 : match.start()]
    ]
    if not places:
        return None
    place = random.choice(places)
    return file.in_text(place, place + 1, change(file.text[place]))


def look_alike(file: File, random: Random) -> Mutation | None:
    return _letter(file, random, "".join(LOOK_ALIKES), lambda letter: LOOK_ALIKES[letter])


def invisible(file: File, random: Random) -> Mutation | None:
    sign = random.choice("\u200b\u00ad\u2060\u3164\ufe0f\u034f\u202e\x07")
    return _letter(file, random, "a-z", lambda letter: letter + sign)


def stacked_marks(file: File, random: Random) -> Mutation | None:
    return _letter(file, random, "a-z", lambda letter: letter + "\u030a" * random.randint(3, 60))


def filler(file: File, random: Random) -> Mutation | None:
    trail = file.whole_lines(
        random, lambda t: str(t[-1]) in ("note", "text", "definition", "claim")
    )
    if not trail:
        return None
    start, end = file.block(trail)
    indent = " " * (file.document.keys[trail][1] - 1)
    word = random.choice(("TODO", "tbc", "xxx", "Lorem ipsum dolor", "???"))
    return file.with_lines(start, end, [f"{indent}{trail[-1]}: It is {word} of that.\n"])


def view_as_effect(file: File, random: Random) -> Mutation | None:
    kinds = ("perception", "expectation", "description", "recommendation")
    if file.family is not RECORDS or file.document.value["kind"] not in kinds:
        return None
    mutation = file.value(("kind",), "effect")
    # The claim and its kind go together: either may be the one that is wrong.
    return mutation and replace(mutation, first=file.document.keys["claim",][0])


def other_setting(file: File, random: Random) -> Mutation | None:
    """Of a record whose study says where it was done; of another, no rule can know."""
    value = file.document.value
    if file.family is not RECORDS or "study" not in value or value["setting"] == "not_reported":
        return None
    study = File(file.folder, f"studies/{value['study']}.yml").document.value
    if study["setting"] in ("not_reported", "not_applicable"):
        return None
    words = File(file.folder, "vocabularies/setting.yml").document.value
    others = [w for w in words if w not in (value["setting"], "not_reported", "not_applicable")]
    return file.value(("setting",), random.choice(others))


def swapped_days(file: File, random: Random) -> Mutation | None:
    """The day of reading lies behind that of writing down."""
    if file.family is not RECORDS or not re.search(r"^source: .*\d{4}", file.text, re.MULTILINE):
        return None
    found = re.search(r"^added: (\d{4})-", file.text, re.MULTILINE)
    return found and file.in_text(found.start(1), found.end(1), str(int(found[1]) - 100))


def cut_file(file: File, random: Random) -> Mutation | None:
    """The file ends somewhere inside a line."""
    place = random.randrange(len(file.text) // 4, len(file.text) - 1)
    if file.text[place - 1] == "\n":
        return None
    line = file.text.count("\n", 0, place) + 1
    return Mutation(file.path, file.text[:place].encode(), line, line)


def other_encoding(file: File, random: Random) -> Mutation | None:
    if file.text.isascii():
        return None
    encoding = random.choice(("utf-16", "cp1252", "utf-32"))
    content = file.text.encode(encoding, "replace")
    if content.isascii():
        return None  # a question mark in the place of a sign that this encoding lacks
    first = next(n for n, line in enumerate(file.lines, 1) if not line.isascii())
    first = first if encoding == "cp1252" else 1
    return Mutation(file.path, content, first, first)


def tab(file: File, random: Random) -> Mutation | None:
    """A tab in the place of the spaces before a key."""
    trail = file.whole_lines(random, lambda t: file.document.keys[t][1] > 1)
    if not trail:
        return None
    line, _ = file.document.keys[trail]
    return file.with_lines(line - 1, line, ["\t" + file.lines[line - 1].lstrip()])


# Those that change nothing that is said.


def byte_order_mark(file: File, random: Random) -> Mutation | None:
    return Mutation(file.path, file.text.encode("utf-8-sig"), 1, 1)


def windows_line_ends(file: File, random: Random) -> Mutation | None:
    return Mutation(
        file.path, file.text.replace("\n", random.choice(("\r\n", "\r"))).encode(), 1, 1
    )


def comment_line(file: File, random: Random) -> Mutation | None:
    trail = file.whole_lines(random, lambda t: len(t) == 1)
    if not trail:
        return None
    line, _ = file.document.keys[trail]
    return file.with_lines(line - 1, line - 1, ["# A note for those who edit this.\n"])


# Those that no rule can know: a valid word for another, another word in a text.


def other_direction(file: File, random: Random) -> Mutation | None:
    if file.family is not RECORDS or file.document.value["direction"] not in (
        "favourable",
        "unfavourable",
    ):
        return None
    now = file.document.value["direction"]
    return file.value(("direction",), "favourable" if now == "unfavourable" else "unfavourable")


def other_prose(file: File, random: Random) -> Mutation | None:
    trail = file.whole_lines(
        random, lambda t: str(t[-1]) in ("note", "text", "definition", "summary", "label", "name")
    )
    words = trail and list(re.finditer(r"(?<= )[a-z]{5,}(?= )", _text_of(file, trail)))
    if not trail or not words:
        return None
    start, end = file.block(trail)
    block = "".join(file.lines[start:end])
    word = random.choice(words)
    changed = block[: word.start()] + "somehow" + block[word.end() :]
    return file.with_lines(start, end, changed.splitlines(keepends=True))


def _text_of(file: File, trail: Trail) -> str:
    start, end = file.block(trail)
    return "".join(file.lines[start:end])
