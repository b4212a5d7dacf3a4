"""Files in which each line names a field: RIS, EndNote's, PubMed's, Web of Science's.

They differ in how a line is written, in what begins and ends a reference, and in their names for
fields. A `Dialect` says that; reading is the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from knowledge_base.contributing.references.entry_fields import DOI
from knowledge_base.contributing.references.reference import (
    RETRACTED,
    Broken,
    Reading,
    Reference,
    from_plain_text,
)
from knowledge_base.contributing.references.text import without_html
from knowledge_base.model.places import Location
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import IMPORT_FILE as RULE
from knowledge_base.wording.nouns import counted

Tags = Sequence[tuple[str, str]]
"""The fields of a reference in their order; a field may come more than once."""


@dataclass(frozen=True)
class Dialect:
    """How a kind of file writes references in lines."""

    line: re.Pattern[str]
    """A line that names a field: groups `tag` and `value`. All others go on with the last."""
    first: str
    """The tag that a reference begins with, and that gives its type unless `kind` does."""
    last: str
    """The tag that ends a reference; empty where the next one does."""
    fields: Mapping[str, str]
    """The tags for a field, by its name: parted by blanks, the one to be preferred first."""
    authors: str
    editors: str = ""
    fuller: Mapping[str, str] = field(default_factory=dict)
    """Tags that say the same of people in full, by those that do so in short."""
    several: frozenset[str] = frozenset()
    """Tags whose every line is a value of its own, so that none goes on with the one before."""
    frame: frozenset[str] = frozenset()
    """Tags of the file, outside any reference."""
    kind: Callable[[Tags], str] | None = None
    key: str = ""
    """The tag that holds a key."""
    maybe_doi: str = ""
    """Tags that hold a DOI or something else, which is then left out."""
    without_first: str = ""
    """The type of references that lack their first tag, where a blank line can end one."""
    in_citation: re.Pattern[str] | None = None
    """Where its `citation` says in running text what may have no tag of its own: groups that are
    named as fields and people are."""
    silent: str = ""
    """Tags of the database's own, whose being left out needs no mention."""

    @property
    def taken_over(self) -> set[str]:
        """The tags that are read."""
        tags = [*self.fields.values(), self.authors, self.editors, self.maybe_doi, self.silent]
        return {self.first, self.key, *" ".join(tags).split()}


_SEVERAL = frozenset(["url", "doi", "issn"])
"""Fields of which a reference may have more than one."""
_ROLE = re.compile(r"\s*\[Ed[^\[\]]*\][.,;]?")
"""What a citation puts behind the name of each editor."""


@dataclass
class _Piece:
    """A reference while its lines are read."""

    line: int
    lines: list[str] = field(default_factory=list)
    tags: list[tuple[str, str]] = field(default_factory=list)
    begun: bool = False
    """Whether the tag that it begins with has come."""


def read(dialect: Dialect, text: str, path: str) -> Reading:
    """Return the references in ``text``. Lines outside any of them are counted."""
    references: list[Reference] = []
    broken: list[Broken] = []
    outside: list[int] = []
    piece: _Piece | None = None

    def close(*, is_whole: bool) -> None:
        nonlocal piece
        if piece and is_whole and (piece.begun or dialect.without_first):
            references.append(reference(dialect, piece.line, piece.tags, "\n".join(piece.lines)))
        elif piece:
            broken.append(_broken(dialect, piece, path))
        piece = None

    for number, line in enumerate(text.splitlines(), start=1):
        match = dialect.line.match(line.rstrip())
        tag = match["tag"] if match else ""
        if tag == dialect.first and piece and piece.begun:
            close(is_whole=not dialect.last)
        if tag == dialect.last and tag and piece:
            piece.lines.append(line)
            close(is_whole=True)
        elif tag and tag not in dialect.frame:
            piece = piece or _Piece(number)
            piece.begun = piece.begun or tag == dialect.first
            piece.tags.append((tag, (match["value"] if match else None) or ""))
            piece.lines.append(line)
        elif piece and line.strip() and not tag and piece.tags[-1][0] != dialect.first:
            _go_on(dialect, piece, line)
        elif piece and not piece.begun and dialect.without_first:
            close(is_whole=True)
        elif line.strip() and not (tag and tag in (*dialect.frame, dialect.last)):
            outside.append(number)
    close(is_whole=not dialect.last)
    return Reading(tuple(references), tuple(broken), tuple(_remarks(outside)), separator="\n\n")


def _go_on(dialect: Dialect, piece: _Piece, line: str) -> None:
    piece.lines.append(line)
    tag, before = piece.tags[-1]
    if tag in dialect.several:
        piece.tags.append((tag, line.strip()))
    else:
        piece.tags[-1] = (tag, f"{before} {line.strip()}".strip())


def _remarks(outside: list[int]) -> Iterator[str]:
    if outside:
        yield (
            f"{counted(len(outside), 'line')} outside any reference left out, "
            f"the first of them line {outside[0]}."
        )


def _broken(dialect: Dialect, piece: _Piece, path: str) -> Broken:
    if piece.begun:
        message = "this reference has no end."
        hint = f"Add a line '{dialect.last}  - ' after its last line, or export the file anew."
    else:
        message = f"these lines are no reference: none of them gives '{dialect.first}'."
        hint = "Export the file anew, or remove them."
    return Broken(Finding(Location(path, piece.line), RULE, message, hint), "\n".join(piece.lines))


def reference(dialect: Dialect, line: int, tags: Tags, text: str) -> Reference:
    """Return the reference that tags with their values describe."""
    tags = [(tag, without_html(value)) for tag, value in tags if value.strip()]
    values: dict[str, list[str]] = {}
    for tag, value in tags:
        values.setdefault(tag, []).append(value)
    fields: dict[str, str] = {}
    for name, among in dialect.fields.items():
        if matches := [value for tag in among.split() for value in values.get(tag, ())]:
            fields[name] = " ".join(matches) if name in _SEVERAL else matches[0]
    left_out = set(values) - dialect.taken_over
    for name, among in dialect.fields.items():
        if name not in _SEVERAL:
            left_out |= {f"a second {t}" for t in among.split() if len({*values.get(t, ())}) > 1}
    for tag in dialect.maybe_doi.split():
        dois = [doi for value in values.get(tag, ()) if (doi := _as_doi(value))]
        if dois:
            fields.setdefault("doi", dois[0])
        elif tag in values:
            left_out.add(tag)
    people: dict[str, list[str]] = {
        role: [
            value
            for tag, value in tags
            if tag in among.split() and dialect.fuller.get(tag) not in values
        ]
        for role, among in (("author", dialect.authors), ("editor", dialect.editors))
    }
    if dialect.in_citation and (where := dialect.in_citation.match(fields.get("citation", ""))):
        for name, value in where.groupdict(default="").items():
            if name in people:
                people[name] = people[name] or [_ROLE.sub(";", value)]
            else:
                fields.setdefault(name, value)
    given = values.get(dialect.first, [dialect.without_first])[0]
    return from_plain_text(
        line,
        dialect.kind(tags) if dialect.kind else given,
        people,
        {name: value for name, value in fields.items() if name != "citation"},
        key=values.get(dialect.key, [""])[0],
        left_out=left_out,
        text=text,
        retracted=any(tag in ("PT", "DT") and RETRACTED in value for tag, value in tags),
    )


def _as_doi(value: str) -> str:
    """Return a DOI without PubMed's remark that it is one; nothing if it is none."""
    match = re.fullmatch(rf"(?:doi:?\s+)?\S*?({DOI.pattern})(?:\s*\[doi\])?", value)
    return match[1] if match else ""
