"""A source: a document with a BibTeX entry."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from knowledge_base.model.places import Location

_PLAIN_IN_LINKS = "/:;()-._,+=@!$&'*~"
"""Signs of a DOI that mean themselves in a link; all others are to be written as codes."""


@dataclass(frozen=True)
class Source:
    """A document, as its file in `evidence/sources` describes it."""

    key: str
    kind: str
    """The type of the BibTeX entry: article, book, report, misc …"""
    fields: Mapping[str, str]
    """All fields as given, their names in lower case."""
    lines: Mapping[str, Location] = field(compare=False, repr=False)
    """Where each field stands, and under the empty name the entry itself."""

    @property
    def path(self) -> str:
        """The file of its entry."""
        return self.lines[""].path

    @property
    def title(self) -> str:
        """The title without BibTeX's protecting braces."""
        return plain(self.fields.get("title", self.key))

    @property
    def year(self) -> int | None:
        """The year of publication, or None where the source has none."""
        year = self.fields.get("year", "")
        return int(year) if re.fullmatch("[0-9]{4}", year) else None

    @property
    def doi(self) -> str | None:
        """The bare DOI, in lower case because DOIs are case-insensitive."""
        return self.fields["doi"].lower() if "doi" in self.fields else None

    @property
    def url(self) -> str | None:
        """The link to the document: its DOI's if it has one, else the one given."""
        if self.doi:
            return f"https://doi.org/{quote(self.doi, safe=_PLAIN_IN_LINKS)}"
        return self.fields.get("url")

    @property
    def listed(self) -> str:
        """Where the 2023 report gives the source; empty for sources added later."""
        return self.fields.get("listed", "")

    @property
    def is_parked(self) -> bool:
        """Whether it was brought in to wait for a record. Once one names it, that means nothing."""
        return "parked" in self.fields

    @property
    def authors(self) -> tuple[str, ...]:
        """Family names, or the names of organisations, in order; short ones where given.

        A work without an author goes by its editors.
        """
        if "shortauthor" in self.fields:
            return (plain(self.fields["shortauthor"]),)
        names = self.names("author") or self.names("editor")
        return tuple(family_name(name) for name in names)

    @property
    def bodies(self) -> frozenset[str]:
        """The organisations that made it, by their full names, so far as its entry names any."""
        named = [self.fields.get("institution", ""), *self.names("author")]
        return frozenset(plain(name) for name in named if name and ", " not in name)

    def names(self, role: str) -> tuple[str, ...]:
        """Return the names in the field ``role``, as BibTeX writes them."""
        return names_in(self.fields.get(role, ""))

    @property
    def short(self) -> str:
        """The way it is named in running text: `Bostock et al. (2017)`."""
        *first, last = [name for name in self.authors if name != "others"] or [self.title]
        if "others" in self.authors or len(first) > 1:
            names = f"{(first or [last])[0]} et al."
        else:
            names = f"{first[0]} and {last}" if first else last
        return f"{names} ({plain(self.fields.get('year', 'n.d.'))})"


def names_in(value: str) -> tuple[str, ...]:
    """Return the names that `and` parts in a BibTeX value.

    An organisation in braces may have an `and` of its own.
    """
    names: list[list[str]] = []
    depth = 0
    for piece in " ".join(value.split()).split(" and "):
        if depth > 0:
            names[-1].append(piece)
        else:
            names.append([piece])
            depth = 0
        depth += piece.count("{") - piece.count("}")
    return tuple(name for pieces in names if (name := " and ".join(pieces).strip()))


def family_name(name: str) -> str:
    """Return the family name of a person as BibTeX writes them, or an organisation's name."""
    return plain(name if name.startswith("{") else name.split(",")[0])


_READ_AS = (("{", ""), ("}", ""), ("\\&", "&"), ("\\%", "%"), ("---", "—"), ("--", "–"))


def plain(text: str) -> str:
    """Return BibTeX text as people read it: no braces, no escapes, no double hyphens."""
    for old, new in _READ_AS:
        text = text.replace(old, new)
    return " ".join(text.split())
