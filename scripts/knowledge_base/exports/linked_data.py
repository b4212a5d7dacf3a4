"""What a page says of itself to machines: JSON-LD by schema.org, and tags that Zotero reads.

The context names schema.org's terms without a file of theirs, so nobody has to load one. Addresses
are seen from the page.
"""

from collections.abc import Iterator
from typing import Any

from knowledge_base import book
from knowledge_base.exports.data_package import contents, media_type
from knowledge_base.exports.formats.csl_json import item
from knowledge_base.exports.notes import LICENCE
from knowledge_base.markup import addresses
from knowledge_base.model.bibtex import KINDS
from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.model.source import Source
from knowledge_base.views.edition import edition
from knowledge_base.views.limits import limits_of
from knowledge_base.views.once import once

DATA_PAGE = "book/about/data"
LANGUAGE = "en-GB"

_ADDRESS = {"@type": "@id"}
_CONTEXT = {
    "@vocab": "https://schema.org/",
    **dict.fromkeys(("license", "url", "contentUrl", "sameAs"), _ADDRESS),
}


def dataset(kb: KnowledgeBase) -> dict[str, Any]:
    """Return the description of the whole data, for its page."""
    this = edition(kb)
    return {
        "@context": _CONTEXT,
        **_dataset(kb),
        **({"dateModified": this.day.isoformat()} if this.day else {}),
        "inLanguage": LANGUAGE,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": book.author()},
        "distribution": list(_downloads(kb)),
    }


def claim(kb: KnowledgeBase, record: Record) -> dict[str, Any]:
    """Return the description of a record, for its page: our sentence, and what it is taken from.

    What limits it is part of it.
    """
    through = record.cited_through
    return {
        "@context": _CONTEXT,
        **_claim(kb, record, addresses.record(record.id)),
        "appearance": _source(kb.sources[record.source]),
        **({"isBasedOn": _source(kb.sources[through.source])} if through else {}),
        "isPartOf": _dataset(kb),
    }


def source(kb: KnowledgeBase, key: str) -> dict[str, Any]:
    """Return the description of a source, for its page: the document, and its claims that count."""
    page = addresses.source(key)
    data = {"@id": "#data"}
    claims = [
        _claim(kb, record, page) | {"isPartOf": data} for record in _by_source(kb).get(key, [])
    ]
    return {
        "@context": _CONTEXT,
        **_source(kb.sources[key]),
        "mainEntityOfPage": {"@id": addresses.seen_from(_name(page), page)},
        "subjectOf": _dataset(kb) | data,
        **({"@reverse": {"appearance": claims}} if claims else {}),
    }


@once
def _by_source(kb: KnowledgeBase) -> dict[str, list[Record]]:
    """Return the records of each source that count."""
    return by_key((record.source, record) for record in kb.published)


def _claim(kb: KnowledgeBase, record: Record, page: str) -> dict[str, Any]:
    """Return what is said of a record at an address, but for where it is taken from."""
    how = kb.term("how-read", record.how_read)
    return {
        "@type": "Claim",
        "identifier": record.id,
        "url": addresses.seen_from(_name(page), addresses.record(record.id)),
        "text": record.claim,
        "inLanguage": LANGUAGE,
        "dateCreated": record.added.isoformat(),
        "license": LICENCE["path"],
        "creativeWorkStatus": kb.label("status", record.status),
        "about": [kb.components[record.component].label]
        + [kb.outcomes[outcome].label for outcome in record.outcomes],
        "usageInfo": f"{how.label}. {how.definition}",
    }


def _name(address: str) -> str:
    """Return the name of the page at an address."""
    return address.removesuffix(".html")


def citation_tags(source: Source) -> list[tuple[str, str]]:
    """Return the tags by which a citation manager takes a source from a page that cites it."""
    csl = item(source)
    tags = [("citation_title", source.title)]
    tags += [("citation_author", _in_full(name)) for name in csl.get("author", ())]
    if source.year:
        parts = csl["issued"]["date-parts"][0]
        date = "/".join(str(part).zfill(2) for part in parts)
        tags.append(("citation_publication_date", date))
    first, _, last = str(csl.get("page", "")).partition("–")
    values = {
        "citation_journal_title": csl.get("container-title") if source.kind == "article" else None,
        "citation_inbook_title": csl.get("container-title") if source.kind != "article" else None,
        "citation_volume": csl.get("volume"),
        "citation_issue": csl.get("issue"),
        "citation_firstpage": first,
        "citation_lastpage": last,
        _PUBLISHED_BY.get(source.kind, "citation_publisher"): csl.get("publisher"),
        "citation_isbn": csl.get("ISBN"),
        "citation_doi": source.doi,
        "citation_public_url": source.url,
    }
    return [*tags, *((name, text) for name, text in values.items() if text)]


_PUBLISHED_BY = {
    "mastersthesis": "citation_dissertation_institution",
    "phdthesis": "citation_dissertation_institution",
    "techreport": "citation_technical_report_institution",
}


def _dataset(kb: KnowledgeBase) -> dict[str, Any]:
    return {
        "@type": "Dataset",
        "name": book.title(),
        "description": limits_of(kb),
        "version": edition(kb).version,
        "license": LICENCE["path"],
    }


def _downloads(kb: KnowledgeBase) -> Iterator[dict[str, Any]]:
    for name, content in contents(kb).items():
        yield {
            "@type": "DataDownload",
            "name": name,
            "description": content,
            "encodingFormat": media_type(name),
            "contentUrl": addresses.seen_from(DATA_PAGE, addresses.data(name)),
        }


def _source(source: Source) -> dict[str, Any]:
    csl = item(source)
    names = [_in_full(name) for name in csl.get("author", ())]
    return {
        "@type": KINDS[source.kind].schema_org,
        "name": source.title,
        **({"author": names} if names else {}),
        **({"datePublished": str(source.year)} if source.year else {}),
        **({"identifier": f"doi:{source.doi}"} if source.doi else {}),
        **({"sameAs": source.url} if source.url else {}),
    }


def _in_full(name: dict[str, str]) -> str:
    """Return a name as one text: the family name first where it has one."""
    if "literal" in name:
        return name["literal"]
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    return ", ".join(filter(None, (family, name.get("suffix"), name.get("given"))))
