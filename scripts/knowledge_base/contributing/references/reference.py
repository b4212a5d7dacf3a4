"""A reference as a file of other people's gives it, whatever the file's own language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from knowledge_base.contributing.references.text import protected
from knowledge_base.contributing.table_file import MAX_ROWS
from knowledge_base.model.places import Location
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import IMPORT_FILE as RULE

LONGEST = 20_000
"""The longest value that is taken over: the authors of a large trial, in letters."""


@dataclass(frozen=True)
class Person:
    """A person's name. `family` holds what belongs to it, such as `van der Berg`."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def in_bibtex(self) -> str:
        """The name as BibTeX writes it: `Last, First`, or `Last, Jr., First`."""
        parts = [self.family, self.suffix, self.given] if self.suffix else [self.family, self.given]
        return ", ".join(_in_one_piece(part) for part in parts if part)


@dataclass(frozen=True)
class Organisation:
    """The name of a body, which nobody takes apart."""

    name: str

    @property
    def in_bibtex(self) -> str:
        """The name in braces."""
        return f"{{{self.name}}}"


@dataclass(frozen=True)
class Others:
    """Further people, whom the file does not name (`et al.`)."""

    @property
    def in_bibtex(self) -> str:
        """BibTeX's word for them."""
        return "others"


Name = Person | Organisation | Others


@dataclass(frozen=True)
class Reference:
    """A document as a reference list describes it.

    All text is plain. Only in titles braces may stand, around what keeps its capitals.
    """

    line: int
    """Where it begins in its file."""
    kind: str
    """Its type in BibTeX, BibLaTeX or the file's own words."""
    key: str = ""
    names: Mapping[str, Sequence[Name]] = field(default_factory=dict)
    """The people by their role: `author`, `editor`."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """All else by BibTeX's or BibLaTeX's name for it; several links are parted by white space."""
    left_out: Sequence[str] = ()
    """The file's names for what we have no field for."""
    text: str = ""
    """What it was read from."""
    remarks: Sequence[str] = ()
    """What was decided in reading it, in whole sentences."""
    column: int = 1
    """Where in its line it begins; a program may write all of a file in one."""


@dataclass(frozen=True)
class Broken:
    """A piece of a file that can't be read as a reference."""

    finding: Finding
    text: str


@dataclass(frozen=True)
class Reading:
    """What was read from a file."""

    references: Sequence[Reference] = ()
    broken: Sequence[Broken] = ()
    remarks: Sequence[str] = ()
    """What a reader of the file should know, in whole sentences."""
    head: str = ""
    """What a file of this kind begins with, so that a part of it can be a file of its own."""
    separator: str = "\n"
    tail: str = "\n"


def from_plain_text(
    line: int,
    kind: str,
    people: Mapping[str, Iterable[str | Name]],
    fields: Mapping[str, str],
    *,
    key: str = "",
    left_out: Iterable[str] = (),
    text: str = "",
    retracted: bool = False,
) -> Reference:
    """Return the reference of a file without BibTeX's markup, whose names may be text."""
    given = {role: tuple(several) for role, several in people.items()}
    names = {
        role: tuple(
            dict.fromkeys(
                name
                for one in several
                for name in (name_from_text(one) if isinstance(one, str) else [one])
            )
        )
        for role, several in given.items()
    }
    values = {
        name: value
        for name, value in fields.items()
        if re.search(r"\w", value) and (name == "title" or not _NOTHING.fullmatch(value))
    }
    if "title" in values:
        values["title"] = protected(_AFTER_A_TITLE.sub("", values["title"]))
    names = {role: several for role, several in names.items() if several}
    guesses = [
        f"‘{name.name}’ has no comma, so it is taken for the name of a body."
        for several in names.values()
        for name in several
        if isinstance(name, Organisation) and _MAY_BE_A_PERSON.fullmatch(name.name)
        if not is_body(name.name) and not any(name in several for several in given.values())
    ]
    if retracted:
        guesses.append("The file says that it was retracted.")
    return Reference(line, kind, key, names, values, tuple(sorted(set(left_out))), text, guesses)


RETRACTED = "Retracted Publication"
"""What PubMed and Web of Science call a paper that was taken back."""
_NOTHING = re.compile(r"n/?a|null|none|ahead-of-print", re.IGNORECASE)
"""What publishers write in a field that is still empty."""
_AFTER_A_TITLE = re.compile(
    r"(?:(?<![.\s]\w)(?<!\.\.)\.)?"
    r"(?: \[(?:Article|Editorial|Letter|Miscellaneous|References|Report|Review)\]\.?)?\Z"
)
"""What databases put behind a title: a full stop, and what kind of paper it is."""


def unreadable(path: str, text: str, language: str, line: int = 1, column: int = 1) -> Reading:
    """Return what comes of a text that stops being of its language at a place."""
    message = f"the file can't be read as {language} from here on."
    finding = Finding(Location(path, line, column), RULE, message, "Export the file anew.")
    return Reading(broken=(Broken(finding, text),))


def too_many(path: str, line: int = 1) -> Finding:
    """Return the finding for a file with more references than are read."""
    return Finding(
        Location(path, line),
        RULE,
        f"the file has more than {MAX_ROWS:,} references.",
        "Export and import a part of the library at a time.",
    )


def name_from_text(text: str) -> list[Name]:
    """Return the people in a name that isn't BibTeX, as databases and reference managers write it.

    `Last, First`, `Last, First, Jr.` and `Last FM` are people; several may stand in a line. Any
    other name is a body's.
    """
    text = _OF_A_DATABASE.sub("", text.replace("{", "").replace("}", ""))
    text = " ".join(text.split()).strip(";, ")
    if "," in text:
        text = _AFTER_A_NAME.sub("", text)
    if not text or _NOBODY.fullmatch(text):
        return []
    if len(parts := re.split(r"\s*[;|、]\s*", text)) > 1:
        return [name for part in parts for name in name_from_text(part)]
    parts = re.split(r"\s+and\s+", text)
    if len(parts) > 1 and (_FAMILY_AND_INITIALS.fullmatch(parts[0]) or all(map(_is_person, parts))):
        return [name for part in parts for name in name_from_text(part)]
    if len(parts) > 1 and all(_MAY_BE_A_PERSON.fullmatch(p) and not is_body(p) for p in parts):
        return [name for part in parts for name in name_from_text(family_first(part))]
    if _ET_AL.fullmatch(text):
        return [Others()]
    parts = re.split(r",\s*(?:& )?| & ", text)
    if len(parts) > 1 and all(WITH_INITIALS.fullmatch(p) or _ET_AL.fullmatch(p) for p in parts):
        return [name for part in parts for name in name_from_text(part)]
    if len(parts) > 1 and all(map(_INITIALS_FIRST.fullmatch, parts)):
        return [name for part in parts for name in name_from_text(family_first(part))]
    parts = text.split(" & ")
    if len(parts) > 1 and not is_body(text) and all(map(_is_one_person, parts)):
        return [name for part in parts for name in name_from_text(family_first(part))]
    match = WITH_INITIALS.fullmatch(text)
    if match and not is_body(match["family"]):
        return [Person(match["family"], match["initials"], match["suffix"] or "")]
    if _SEVERAL_IN_A_LINE.fullmatch(text):
        return [Person(family, given) for family, given in _FAMILY_AND_INITIALS.findall(text)]
    if re.match(_INITIALS, text):
        text = family_first(text)
    family, *others = (part.strip() for part in text.split(","))
    if not others or is_body(text):
        return [Organisation(text)]
    if len(others) == 1:
        given, _, suffix = others[0].rpartition(" ")
        is_suffix = given and _SUFFIX.fullmatch(suffix)
        return [Person(family, given, suffix) if is_suffix else Person(family, others[0])]
    if all(" " in part for part in (family, *others)):
        return [name for part in (family, *others) for name in name_from_text(family_first(part))]
    suffixes = [part for part in others if _SUFFIX.fullmatch(part)]
    families = [family, *others[1::2]]
    if len(others) % 2 and not suffixes and all(map(_HAS_SMALL_LETTERS.search, families)):
        return [Person(*pair) for pair in zip(families, others[::2], strict=True)]
    return [Person(family, " ".join(p for p in others if p not in suffixes), " ".join(suffixes))]


def family_first(text: str) -> str:
    """Return a name that is in natural order with the family name first; a body's as it is."""
    match = re.fullmatch(r"(?P<given>\S.*?) (?P<family>(?:[a-z]\S* )*\S+)", text)
    if not match or "," in text or is_body(text):
        return text
    return f"{match['family']}, {match['given']}"


def is_body(text: str) -> bool:
    """Whether a name has a word that stands in names of bodies and hardly in a person's."""
    return bool(_OF_A_BODY.search(text))


_CAPITAL = "[A-ZÀ-ÖØ-ÞŁŚŠŽА-Я]"
_INITIALS = rf"{_CAPITAL}\.(?:[ -]?{_CAPITAL}\.)*"
WITH_INITIALS = re.compile(
    r"(?P<family>[^\W\d_][^,;&]+?) "
    rf"(?P<initials>{_INITIALS}|{_CAPITAL}(?:[ -]?{_CAPITAL}){{0,2}})\.?"
    r"(?: (?P<suffix>(?i:jr|sr|2nd|3rd|[45]th))\.?)?"
)
"""A name as PubMed has it: `van den Brink O`."""
_INITIALS_FIRST = re.compile(rf"(?:and )?(?:[A-Z]{{1,3}}|{_INITIALS}) (?:[a-z]\S* )*[A-Z]\S+")
"""A name as Google Scholar has it, in a list: `OA van den Brink`."""
_FAMILY_AND_INITIALS = re.compile(rf"([^\W\d_][^,;&]*), ({_INITIALS})")
_SEVERAL_IN_A_LINE = re.compile(
    rf"{_FAMILY_AND_INITIALS.pattern}(?:,? (?:& )?{_FAMILY_AND_INITIALS.pattern})+"
)
"""Names as reference lists have them: `Roe, A., Doe, B. C.`."""
_OF_A_DATABASE = re.compile(
    r"\s*(?:\(\d+\)|\[\d+\]|[*†‡§]+\Z|[(<]\S+@\S+[)>]|https?://\S+|\(ORCID\b[^()]*\)"
    r"|\(Eds?\.?\)|\[(?:[^\[\]]*\b)?(?i:author|e-mail|inventor)\b[^\[\]]*\])"
)
"""What databases put behind a name: a number of the person, an address, a part in the work."""
_AFTER_A_NAME = re.compile(
    r"(?:,? (?:MD|M\.D\.|PhD|Ph\.D\.|DPhil|MPH|MSc|BSc|MSW|MBBS|RN|F[A-Z]{3,5})(?=[, ]|\Z))*"
    r"(?:(?<=[a-z]{2})\.)?(?: [\d*+,]+)*\Z"
)
"""A person's degrees, and the marks of footnotes."""
_HAS_SMALL_LETTERS = re.compile("[a-z]")
"""What a family name has and a degree hardly."""
_SUFFIX = re.compile(r"(?:jr|sr|[ivx]{2,4}|[2-9](?:nd|rd|th))\.?", re.IGNORECASE)
_OF_A_BODY = re.compile(
    r"\b(?:and|at|for|in(?! [’']t\b)|of|on|the)\b"
    r"|\b(?i:agency|alliance|association|board|cent(?:er|re)|charity|clinic|college|commission"
    r"|committee|consortium|council|department|foundation|government|group|hospital|institute"
    r"|limited|ltd|ministry|network|office|partnership|services|society|team|trust|university)\b"
)
"""A word that stands in names of bodies and hardly in a person's."""
_MAY_BE_A_PERSON = re.compile(rf"[A-Z][\w'’.-]+(?: {_INITIALS})? [A-Z][\w'’-]+")
"""A given name, initials, a family name: of more words may be the name of a clinic."""
_NOBODY = re.compile(r"\[?no authors?\b.*|null|none|n/a|[-–—]", re.IGNORECASE)
"""What databases write where a document names no author."""
_ET_AL = re.compile(r"(?:and\s+)?(?:et\s+al\.?|others)", re.IGNORECASE)


def _is_one_person(text: str) -> bool:
    return text.count(",") == 1 or bool(_MAY_BE_A_PERSON.fullmatch(text))


def _is_person(text: str) -> bool:
    return "," in text or bool(WITH_INITIALS.fullmatch(text) or _ET_AL.fullmatch(text))


def _in_one_piece(part: str) -> str:
    return f"{{{part}}}" if "," in part or re.search(r"\band\b", part) else part
