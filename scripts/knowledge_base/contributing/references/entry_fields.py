"""A reference → the fields of its entry, and what does not fit into them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge_base.contributing.likeness import letters
from knowledge_base.contributing.references.reference import LONGEST, Organisation, Reference
from knowledge_base.contributing.references.text import in_bibtex
from knowledge_base.model.bibtex import KINDS
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
    remarks = list(reference.remarks)
    kind = _kind(reference.kind, values.pop("type", ""), values, remarks)
    for alias, name in _OTHER_NAMES.items():
        if alias in values and values.setdefault(name, values[alias]) == values[alias]:
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
    serial = _numbers(values)
    names = {role: list(people) for role, people in reference.names.items()}
    left_out = set(reference.left_out)
    if serial and kind == "techreport":  # reference managers put a report's number there
        values.setdefault("number", serial)
    elif serial:
        left_out.add("issn")
    if kind == "article":
        # Databases put there what is none: people who are cited, an address for letters.
        dropped = {name for name in _NOT_OF_AN_ARTICLE if values.pop(name, "")}
        left_out |= dropped | ({"editor"} if names.pop("editor", None) else set())
    if _OF_A_TOOL.match(values.get("note", "")):
        left_out.add("note")
        del values["note"]
    if "author" not in names and "editor" in names and kind not in bibliography.BY_EDITORS:
        names["author"] = names.pop("editor")
        remarks.append("It names no author; its editors stand for them.")
    body = values.get("institution") or values.get("organization")
    if "author" not in names and body and kind in ("techreport", "online", "misc"):
        names["author"] = [Organisation(body.strip("{}"))]
        remarks.append("It names no author; the body that issued it stands for one.")
    people = {role: " and ".join(n.in_bibtex for n in persons) for role, persons in names.items()}
    fields = {
        name: value for name in ORDER if (value := {**values, **people}.get(name, "").strip())
    }
    faults += [fault for name, value in fields.items() for fault in _text(name, value)]
    fields = {name: value[:LONGEST] for name, value in fields.items()}
    return Entry(
        kind,
        {
            name: value if name in _NOT_PROSE else in_bibtex(" ".join(value.split()))
            for name, value in fields.items()
        },
        frozenset(({*values} - set(ORDER)) | left_out),
        tuple(remarks),
        tuple(faults),
    )


_SECOND_BYTES = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")
_IN_ANOTHER_ENCODING = re.compile(rf"\S*(?:[ÂÃ][{re.escape(_SECOND_BYTES)}]|â€)\S*")
"""A word with a letter that was written in UTF-8 and read as something else."""


def _text(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a value as a text."""
    if len(value) > LONGEST:
        yield (
            f"'{name}' has {len(value):,} characters, more than {LONGEST:,}.",
            "A quotation mark or the end of a line may be lost; export the file anew.",
        )
    elif word := _IN_ANOTHER_ENCODING.search(value):
        yield (
            f"'{word.group()}' in '{name}' was written in UTF-8 and read in another encoding.",
            "Correct the letters, or export the file anew, as UTF-8.",
        )


_NOT_OF_AN_ARTICLE = ("address", "edition")
_OF_A_TOOL = re.compile(
    r"_eprint|_section|Cited by|Times Cited|Export Date|PMC?ID|RAYYAN-", re.IGNORECASE
)
"""What a note begins with that a tool wrote for itself."""
_NOT_PROSE = frozenset(["doi", "url", "isbn", "issn", "urldate"])
_OTHER_NAMES = {
    "journaltitle": "journal",
    "location": "address",
    "shortjournal": "container",
    "issue": "number",
    "eid": "pages",
    "articleno": "pages",
    "art_number": "pages",
}

# Types.

_KINDS = {
    "article": "abst inpr jour jfull mgzn news ejour article-journal article-magazine "
    "article-newspaper journal journalarticle magazinearticle newspaperarticle article review "
    "comment commentary correction corrigendum editorial erratum letter note shortsurvey",
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
    "misc": "posted-content gen misc unpb unpd unpublished manuscript preprint generic",
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
    if kind not in KINDS:
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
    "bachelor": "misc",
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
    container = values.pop("container", "")
    if re.match("https?://", container):  # the page of a register of trials
        values["url"] = f"{container} {values.get('url', '')}"
    elif container and letters(container) != letters(values.get("title", "")):
        values.setdefault(_CONTAINERS.get(kind, "howpublished"), container)
    if publisher := values.pop("published_by", ""):
        values.setdefault(_PUBLISHERS.get(kind, "publisher"), publisher)
    if _CONTAINERS.get(kind) == "booktitle" and "journal" in values:
        values.setdefault("booktitle", values.pop("journal"))
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
_DAY_IN_WORDS = re.compile(rf"\b(\d{{1,2}}),? {_MONTH_NAME.pattern},? (\d{{4}})\b", re.IGNORECASE)
_NO_DATES = ("", "0000", "n.d.", "nd", "no date", "undated")
_NOT_OUT_YET = ("accepted", "forthcoming", "in press", "in print", "submitted", "to appear")
_IN_DIGITS = re.compile(r"(?<!\d)([12]\d{3})(0[1-9]|1[0-2])([0-3]\d)(?!\d)")
"""A day as some databases write it, such as 20240315."""


def _date(values: dict[str, str], remarks: list[str]) -> Iterator[tuple[str, str]]:
    """Put the year, and the month and day if they are given, in their places."""
    date, day = (
        _IN_DIGITS.sub(r"\1-\2-\3", " ".join(values.pop(name, "").split()))
        for name in ("date", "day")
    )
    written = values.get("year") or date or day
    rest = " ".join([date if "year" in values else "", day if date or "year" in values else ""])
    month = values.pop("month", "")
    in_small = written.lower().strip("[]() ")
    if in_small in _NO_DATES or in_small in _NOT_OUT_YET:
        values["year"] = NO_DATE
        if in_small not in _NO_DATES[1:]:
            lack = f"Its year is ‘{written}’" if written else "It gives no year"
            remarks.append(f"{lack}; {NO_DATE} is written.")
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
_DOI_LINK = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:)(10\..+)", re.IGNORECASE)
_ANOTHER_DOI = re.compile(r"[;,]\s*(?=(?:doi:|https?://\S*)?10\.\d+/)", re.IGNORECASE)
"""What parts a DOI from the next, and may otherwise stand in one."""
_WEB_LINK = re.compile(
    r"(?:https?://|\bwww\.|\bdoi:(?=10\.))(?:(?![,;]?https?://)\S)+", re.IGNORECASE
)
"""An address on the web; of several, the next may follow upon a comma."""
_LOCAL = re.compile(r"(?:file|internal-pdf|zotero|mendeley):/|\b[A-Z]:[\\/]|\A[~/]", re.IGNORECASE)
"""Where a reference manager keeps its own copy."""
_ESCAPED = re.compile(r"\{?\\([_%&#$~{}])\}?|\{([~_%&#])\}|\\url\{([^{}]*)\}")


def _links(values: dict[str, str], remarks: list[str]) -> None:
    """Keep the bare DOI and one link; note the others."""
    links: list[str] = []
    if _WEB_LINK.fullmatch(values.get("howpublished", "")):
        values.setdefault("url", values.pop("howpublished"))
    given = " ".join(_ESCAPED.sub(r"\1\2\3", values.pop("url", "")).split())
    found = [link.rstrip(",;") for link in _WEB_LINK.findall(given)]
    if not found and " " in given and not _LOCAL.search(given):
        remarks.append(f"‘{given}’ is no link, and is left out.")
    elif not found and given and not _LOCAL.match(given):
        found = [given]
    for link in found:
        if doi := _DOI_LINK.fullmatch(link):
            values.setdefault("doi", doi[1])
        elif link not in links:
            links.append(f"https://{link}" if link.startswith("www.") else link)
    if _LOCAL.search(given):
        remarks.append("A link to a file on somebody's computer is left out.")
    if links:
        values["url"] = links[0]
    if links[1:]:
        also = f"Also at {', '.join(links[1:])}"
        values["note"] = f"{values['note']}. {also}" if values.get("note") else also
    if "doi" in values:
        written = _ESCAPED.sub(r"\1\2\3", values["doi"])
        dois = DOI.findall(_ANOTHER_DOI.sub(" ", re.sub("%2f", "/", written, flags=re.IGNORECASE)))
        dois = list(dict.fromkeys(doi.rstrip(".,;") for doi in dois))
        values["doi"] = dois[0] if dois else written
        if dois[1:]:
            remarks.append(f"Of its DOIs only {dois[0]} is taken over.")
        if not dois and _WEB_LINK.fullmatch(written):
            values.setdefault("url", values.pop("doi"))
    if accessed := values.get("urldate"):
        accessed = re.sub(r"\A(\d{1,2})\.(\d{1,2})\.(\d{4})\Z", r"\3-\2-\1", accessed)
        if in_words := _DAY_IN_WORDS.search(accessed):
            month = 1 + [name[:3] for name in _MONTHS].index(in_words[2].title())
            accessed = f"{in_words[3]}-{month}-{in_words[1]}"
        day = re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", accessed)
        if day:
            values["urldate"] = "-".join(number.zfill(2) for number in day.groups())
        else:
            remarks.append(f"The day it was looked at, ‘{accessed}’, is not taken over.")
            del values["urldate"]


_ISSN = re.compile(r"(?<![\dX])(?<!\d-)\d{4}-?\d{3}[\dX](?![\dX-])", re.IGNORECASE)
_ISBN = re.compile(r"(?<!\d)(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX](?!\d)", re.IGNORECASE)


def _numbers(values: dict[str, str]) -> str:
    """Put pages together, and take an ISSN or ISBN out of what stands around it.

    Returns a number that is neither.
    """
    first, last = values.pop("first_page", ""), values.pop("last_page", "")
    if first:
        values["pages"] = "--".join(dict.fromkeys(filter(None, (first, last))))
    if "pages" in values:
        pages = re.sub(r"\A(?:pp?\.?|pages) ", "", values["pages"])
        values["pages"] = re.sub(r"\s*[-‐-―−]+\s*", "--", pages)
        if not re.search(r"\d|\b[ivxlc]+\b", pages):  # such as ‘No Pagination Specified’
            del values["pages"]
    serial = " ".join(filter(None, (values.pop("issn", ""), values.pop("isbn", ""))))
    if issn := _ISSN.search(_ISBN.sub("", serial)):
        values["issn"] = issn.group()
    if isbn := _ISBN.search(serial):
        values["isbn"] = isbn.group().strip()
    return "" if issn or isbn else serial
