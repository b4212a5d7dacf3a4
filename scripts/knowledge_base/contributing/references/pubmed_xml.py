"""PubMed's XML, as its E-utilities and its mirrors give it → references.

https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from knowledge_base.contributing.references.reference import (
    RETRACTED,
    Name,
    Organisation,
    Person,
    Reading,
    Reference,
    from_plain_text,
)
from knowledge_base.contributing.references.xml_items import elements_in, text_of

_OF_AN_ARTICLE = {
    "title": "ArticleTitle",
    "container": "Journal/Title",
    "volume": "Journal/JournalIssue/Volume",
    "number": "Journal/JournalIssue/Issue",
    "pages": "Pagination/MedlinePgn",
    "issn": "Journal/ISSN",
    "language": "Language",
}
_OF_A_BOOK = {
    "title": "ArticleTitle",
    "container": "Book/BookTitle",
    "volume": "Book/Volume",
    "edition": "Book/Edition",
    "pages": "Pagination/MedlinePgn",
    "isbn": "Book/Isbn",
    "published_by": "Book/Publisher/PublisherName",
    "address": "Book/Publisher/PublisherLocation",
    "language": "Language",
}
_DOI = ("ELocationID[@EIdType='doi']", "ArticleIdList/ArticleId[@IdType='doi']")
_DATES = ("Journal/JournalIssue/PubDate", "Book/PubDate", "ArticleDate")
_READ = frozenset(
    [
        *("ArticleDate", "ArticleIdList", "ArticleTitle", "AuthorList", "Book", "ELocationID"),
        *("Journal", "Language", "PMID", "Pagination", "PublicationTypeList", "VernacularTitle"),
    ]
)


def recognise(text: str) -> bool:
    """Whether a text is XML with articles or books of PubMed in it."""
    return text.lstrip().startswith("<") and ("<MedlineCitation" in text or "<BookDocument" in text)


def read(text: str, path: str) -> Reading:
    """Return the references in ``text``."""
    head, tail = "<PubmedArticleSet>\n", "\n</PubmedArticleSet>\n"
    return elements_in(text, path, ("PubmedArticle", "PubmedBookArticle"), _reference, head, tail)


def _reference(line: int, entry: Element, text: str) -> Reference:
    article = entry.find("MedlineCitation/Article")
    is_article = article is not None
    part = article if article is not None else entry.find("BookDocument")
    part = part if part is not None else entry
    paths = _OF_AN_ARTICLE if is_article else _OF_A_BOOK
    fields = {name: text_of(part.find(path)) for name, path in paths.items()}
    is_whole = not is_article and not fields["title"]
    if is_whole:
        fields["title"] = fields.pop("container")
    fields["title"] = fields["title"] or text_of(part.find("VernacularTitle"))
    number = text_of(part.find("ELocationID[@EIdType='pii']"))
    if not fields["pages"] and re.fullmatch(r"e?\d{1,7}", number):
        fields["pages"] = number
    places = [*map(part.find, _DOI), entry.find(f"PubmedData/{_DOI[1]}")]
    fields["doi"] = next(filter(None, map(text_of, places)), "")
    fields["date"] = next(filter(None, map(_date, map(part.find, _DATES))), "")
    return from_plain_text(
        line,
        _kind(part) if is_article else "BOOK" if is_whole else "CHAP",
        {role: list(_people(part, role)) for role in ("author", "editor")},
        fields,
        left_out={child.tag for child in part} - _READ,
        text=text,
        retracted=RETRACTED in _types(part),
    )


def _kind(article: Element) -> str:
    return "preprint" if "Preprint" in _types(article) else "JOUR"


def _types(article: Element) -> list[str]:
    return [text_of(one) for one in article.findall("PublicationTypeList/PublicationType")]


def _date(date: Element | None) -> str:
    """Return a date, which PubMed also gives in words, such as `2010 Sep-Oct`."""
    return " ".join(text_of(part) for part in (date if date is not None else ()))


def _people(part: Element, role: str) -> Iterator[Name]:
    for people in [*part.findall("AuthorList"), *part.findall("Book/AuthorList")]:
        is_editors = people.get("Type", "authors") == "editors"
        for person in people if is_editors == (role == "editor") else ():
            family, given, suffix, body = (
                text_of(person.find(name))
                for name in ("LastName", "ForeName", "Suffix", "CollectiveName")
            )
            yield Person(family, given, suffix) if family else Organisation(body.rstrip(";., "))
