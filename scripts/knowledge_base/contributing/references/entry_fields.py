"""A reference → the fields of its entry, and what does not fit into them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge_base.contributing.references.reference import Reference
from knowledge_base.contributing.references.text import in_bibtex
from knowledge_base.reading import bibliography
from knowledge_base.reading.bibliography import NO_DATE

ORDER = (
    *("author", "shortauthor", "editor", "title", "booktitle", "journal", "type"),
    *("institution", "school", "publisher", "organization", "address", "howpublished"),
    *("edition", "series", "volume", "number", "chapter", "pages", "month", "year"),
    *("doi", "isbn", "issn", "url", "urldate", "language", "note", "listed"),
)
"""The fields that are taken over, in the order in which entries give them."""


@dataclass(frozen=True)
class Entry:
    """What an entry says."""

    kind: str
    fields: Mapping[str, str]
    left_out: frozenset[str]
    """The names of what is not taken over."""
    remarks: tuple[str, ...]
    """What was decided for want of something better, in whole sentences."""
    faults: tuple[tuple[str, str], ...]
    """What is wrong, each as a message and a hint."""


def entry_of(reference: Reference) -> Entry:
    """Return the entry for a reference."""
    values = dict(reference.fields)
    remarks: list[str] = []
    kind = _kind(reference.kind, values.pop("type", ""), values, remarks)
    for alias, name in _OTHER_NAMES.items():
        if alias in values:
            values.setdefault(name, values[alias])
            del values[alias]
    for part, whole in (("subtitle", "title"), ("booksubtitle", "booktitle")):
        if part in values:
            subtitle = values.pop(part)
            values[whole] = f"{values[whole]}: {subtitle}" if whole in values else subtitle
    _place(kind, values)
    for name in bibliography.needed_of(kind):
        if not values.get(name):
            remarks.append(f"It names no {name}, which @{kind} must have; the entry is @misc.")
            kind = "misc"
    faults = list(_date(values, remarks))
    _links(values, remarks)
    _numbers(values)
    names = {role: list(people) for role, people in reference.names.items()}
    if "author" not in names and "editor" in names and kind not in bibliography.BY_EDITORS:
        names["author"] = names.pop("editor")
        remarks.append("It names no author; its editors stand for them.")
    people = {role: " and ".join(n.in_bibtex for n in persons) for role, persons in names.items()}
    fields = {
        name: value for name in ORDER if (value := {**values, **people}.get(name, "").strip())
    }
    return Entry(
        kind,
        {
            name: value if name in _NOT_PROSE else in_bibtex(" ".join(value.split()))
            for name, value in fields.items()
        },
        frozenset({*values, *reference.left_out} - set(ORDER)),
        tuple(remarks),
        tuple(faults),
    )


_NOT_PROSE = frozenset(["doi", "url", "isbn", "issn", "urldate"])
_OTHER_NAMES = {
    "journaltitle": "journal",
    "location": "address",
    "shortjournal": "container",
    "issue": "number",
}

# Types.

_KINDS = {
    "article": "jour jfull mgzn news ejour article-journal article-magazine article-newspaper "
    "journal journalarticle magazinearticle newspaperarticle article review",
    "book": "book ebook edbook mvbook collection mvcollection editedbook bookwhole wholebook",
    "incollection": "chap echap incollection suppbook chapter booksection bookchapter "
    "bookcollection",
    "inproceedings": "conf cpaper inproceedings conference conferencepaper paper-conference "
    "conferenceproceedings conferenceproceeding",
    "techreport": "rprt govdoc report techreport governmentdocument",
    "phdthesis": "thes thesis phdthesis dissertation",
    "booklet": "pamp pamphlet booklet",
    "patent": "pat patent",
    "dataset": "data dataset",
    "software": "comp software computerprogram",
    "online": "elec web blog online electronic webpage www post-weblog blogpost post website",
    "misc": "gen misc unpb unpd unpublished manuscript preprint generic",
}
_BY_NAME = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_MASTERS = re.compile(r"\b(?:master|mathesis|m\.?\s?(?:a|sc|phil|ed|res)\b)", re.IGNORECASE)
_TYPE_WORDS = re.compile(
    r"(?:phd|doctoral|ma)?\s*(?:thesis|dissertation)|techreport", re.IGNORECASE
)
"""Types that say no more than the type of the entry does."""


def _kind(name: str, of: str, values: dict[str, str], remarks: list[str]) -> str:
    """Return the type of the entry. ``of`` tells of what type it is more exactly."""
    in_small = re.sub(r"[\s,]", "", name.lower())
    kind = _BY_NAME.get(in_small, in_small)
    if kind not in bibliography.KINDS:
        kind = next((k for word, k in _BY_WORD.items() if word in in_small), "misc")
        if kind == "misc":
            remarks.append(f"The type ‘{name}’ is not known here; the entry is @misc.")
    if kind in ("phdthesis", "mastersthesis"):
        if _MASTERS.search(of):
            return "mastersthesis"
        return kind
    if of and re.match(r"(?:doi:)?\s*10\.\d+/|https?://(?:dx\.)?doi", of, re.IGNORECASE):
        values.setdefault("doi", of)
    elif of and kind in ("techreport", "misc", "online") and not _TYPE_WORDS.fullmatch(of):
        values["type"] = of
    return kind


_BY_WORD = {
    "article": "article",
    "journal": "article",
    "chapter": "incollection",
    "conference": "inproceedings",
    "thesis": "phdthesis",
    "dissertation": "phdthesis",
    "report": "techreport",
    "book": "book",
    "web": "online",
    "internet": "online",
}
"""Types by a word in what tools call them, such as `Journal, Article`."""

# Where it appeared.

_CONTAINERS = {
    "article": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "inbook": "booktitle",
    "book": "series",
    "techreport": "series",
    "phdthesis": "series",
    "mastersthesis": "series",
}
_PUBLISHERS = {"techreport": "institution", "phdthesis": "school", "mastersthesis": "school"}


def _place(kind: str, values: dict[str, str]) -> None:
    """Name where it appeared as its type does."""
    if container := values.pop("container", ""):
        values.setdefault(_CONTAINERS.get(kind, "howpublished"), container)
    if publisher := values.pop("published_by", ""):
        values.setdefault(_PUBLISHERS.get(kind, "publisher"), publisher)
    if kind in _PUBLISHERS and _PUBLISHERS[kind] not in values:
        for name in ("institution", "organization", "publisher"):
            if name in values:
                values[_PUBLISHERS[kind]] = values.pop(name)
                break


# When.

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_MONTH_NAME = re.compile(
    rf"\b({'|'.join(month[:3] for month in _MONTHS)})[a-z]*\b\.?", re.IGNORECASE
)
_NO_DATES = ("", "n.d.", "nd", "no date", "undated")


def _date(values: dict[str, str], remarks: list[str]) -> Iterator[tuple[str, str]]:
    """Put the year, and the month and day if they are given, in their places."""
    date = " ".join(values.pop("date", "").split())
    written = values.get("year") or date
    rest = " ".join([date if "year" in values else "", values.pop("day", "")]).strip()
    month = values.pop("month", "")
    if written.lower().strip("[]() ") in _NO_DATES:
        values["year"] = NO_DATE
        if not written:
            remarks.append(f"It gives no year; {NO_DATE} is written.")
        return
    year = re.search(r"(?<!\d)[12]\d{3}(?!\d)", written)
    if not year:
        yield (
            f"'{written}' is not a year.",
            f"Write its four digits, or {NO_DATE} where there is none.",
        )
        values["year"] = NO_DATE
        return
    values["year"] = year.group()
    beside = f"{written[: year.start()]} {written[year.end() :]}"
    of_day = re.sub(rf"\b{year.group()}\b", " ", rest)
    words, left = _month_and_day([month, beside, of_day])
    if words:
        values["month"] = words
    if left:
        remarks.append(f"Of its date only {' '.join([words, year.group()]).strip()} is taken over.")


def _month_and_day(texts: list[str]) -> tuple[str, str]:
    """Return the first month that a text gives, with its day; and what else the texts say."""
    for text in texts:
        name = _MONTH_NAME.search(text)
        numbers = [int(n) for n in re.findall(r"\d+", text)]
        other = re.sub(r"[\d\s/.,~_–-]|\b(?:st|nd|rd|th)\b", "", _MONTH_NAME.sub("", text))
        if name:
            month = next(m for m in _MONTHS if m[:3].lower() == name[1].lower())
            days = numbers
        elif numbers and 1 <= numbers[0] <= len(_MONTHS) and not other:
            month, days = _MONTHS[numbers[0] - 1], numbers[1:]
        else:
            if text.strip(" /~.,-"):
                return "", text
            continue
        day = f"{days[0]} " if len(days) == 1 and 1 <= days[0] <= 31 else ""
        return f"{day}{month}", "" if day or not days else text
    return "", ""


# Links and numbers.

DOI = re.compile(r"10\.\d{2,9}(?:\.\d{1,9}){0,9}/\S+")
"""A DOI as the DOI handbook allows it: behind the slash, anything that can be printed."""
_DOI_LINK = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/)(10\..+)", re.IGNORECASE)
_ESCAPED = re.compile(r"\{?\\([_%&#$~{}])\}?|\\url\{([^{}]*)\}")


def _links(values: dict[str, str], remarks: list[str]) -> None:
    """Keep the bare DOI and one link; note the others."""
    links = []
    for link in _ESCAPED.sub(r"\1\2", values.pop("url", "")).split():
        if doi := _DOI_LINK.fullmatch(link):
            values.setdefault("doi", doi[1])
        elif link not in links:
            links.append(f"https://{link}" if link.startswith("www.") else link)
    if links:
        values["url"] = links[0]
    if links[1:]:
        also = f"Also at {', '.join(links[1:])}"
        values["note"] = f"{values['note']}. {also}" if values.get("note") else also
    if "doi" in values:
        written = _ESCAPED.sub(r"\1\2", values["doi"])
        doi = DOI.search(written)
        values["doi"] = doi.group() if doi else written
    if accessed := values.get("urldate"):
        numbers = re.findall(r"\d+", accessed)
        if len(numbers) == len("ymd") and len(numbers[0]) == len("2023"):
            values["urldate"] = "-".join(number.zfill(2) for number in numbers)
        else:
            remarks.append(f"The day it was looked at, ‘{accessed}’, is not taken over.")
            del values["urldate"]


_ISSN = re.compile(r"(?<![\dX-])\d{4}-?\d{3}[\dX](?![\dX-])", re.IGNORECASE)
_ISBN = re.compile(r"(?<!\d)(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX](?!\d)", re.IGNORECASE)


def _numbers(values: dict[str, str]) -> None:
    """Put pages together, and take an ISSN or ISBN out of what stands around it."""
    first, last = values.pop("first_page", ""), values.pop("last_page", "")
    if first:
        values["pages"] = "--".join(filter(None, (first, last)))
    if "pages" in values:
        values["pages"] = re.sub(r"\s*[-–—]+\s*", "--", values["pages"])
    serial = " ".join(filter(None, (values.pop("issn", ""), values.pop("isbn", ""))))
    if issn := _ISSN.search(_ISBN.sub("", serial)):
        values["issn"] = issn.group()
    if isbn := _ISBN.search(serial):
        values["isbn"] = isbn.group().strip()
