"""What can be found: pages and their parts, records, courses, sources … each with its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docutils.nodes import make_id

from knowledge_base.markup.addresses import RECORDS, REFERENCES, address, page
from knowledge_base.markup.addresses import record as record_address
from knowledge_base.markup.addresses import source as source_address
from knowledge_base.markup.claims import how_read_in_brief, sources_read
from knowledge_base.model.base import NOT_APPLICABLE, NOT_REPORTED
from knowledge_base.model.fields import RECORD_FIELDS, Field
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.model.source import plain
from knowledge_base.pages.about.glossary import WORDS_EXPLAINED
from knowledge_base.pages.evidence.record import record_titles
from knowledge_base.views.catalogue import NOTHING_GIVEN, catalogue
from knowledge_base.views.citations import citation_labels, claims_by_source
from knowledge_base.views.claims import via_report
from knowledge_base.views.glossary import HEADINGS, explained
from knowledge_base.wording.nouns import counted
from knowledge_base.wording.numbers import prices
from knowledge_base.wording.sentences import wording

WORDING = wording("parts/search")
_ASKED_BY: dict[str, str] = WORDING.at("asked")

KINDS: dict[str, tuple[str, str]] = WORDING.at("kinds")
"""The kinds of things that can be found, in the order of the filter: one of them, and many."""

LISTS = {
    "book/about/glossary",
    REFERENCES,
    "book/evidence/gaps",
    RECORDS,
    "book/evidence/studies",
}
"""Pages whose items are entries of their own; of the page itself only the opening is kept."""


@dataclass(frozen=True)
class PageSection:
    """A page of the built book, or a part of one under a heading of its own."""

    page: str
    """The page's path, without its ending."""
    part: str
    """The part of the book that holds the page, as the menu names it."""
    page_title: str
    anchor: str
    """The id of the part's heading; empty for the page itself."""
    title: str
    text: str
    """Its words, up to the next heading."""


@dataclass(frozen=True)
class Entry:
    """Something that can be found."""

    kind: str
    title: str
    address: str
    """Its exact place, from the root of the site."""
    about: str = ""
    """What a reader must know of it in a list: where it stands, how it was read."""
    text: str = ""
    names: tuple[str, ...] = ()
    """Names by which it alone is meant: an author, a town, an abbreviation."""
    also: str = ""
    """Words that it is asked for by, and doesn't show."""


def search_entries(kb: KnowledgeBase, sections: Iterable[PageSection]) -> tuple[Entry, ...]:
    """Return everything that can be found, in a fixed order."""
    return (
        *_pages(sections),
        *_records(kb),
        *_courses(kb),
        *_posts(kb),
        *_instruments(kb),
        *_gaps(kb),
        *_studies(kb),
        *_sources(kb),
        *_terms(kb),
    )


def _pages(sections: Iterable[PageSection]) -> Iterator[Entry]:
    for section in sections:
        if section.anchor and section.page in LISTS:
            continue
        above = [section.part, section.page_title if section.anchor else ""]
        yield Entry(
            kind="page",
            title=section.title,
            # Labels become ids as docutils makes them.
            address=page(section.page, fragment=make_id(section.anchor)),
            about=" › ".join(name for name in above if name),
            text=section.text,
        )


def _records(kb: KnowledgeBase) -> Iterator[Entry]:
    titles = record_titles(kb)
    for record in kb.published:
        yield Entry(
            kind="record",
            title=titles[record.id],
            address=record_address(record.id),
            about=_dotted(
                kb.claim_kinds[record.kind].label,
                _label(kb, "setting", record.setting),
                how_read_in_brief(kb, record.how_read, via_report(kb, record)),
            ),
            text=" ".join(part for part in (record.claim, record.note) if part),
            also=_words_of_record(kb, record),
        )


def _words_of_record(kb: KnowledgeBase, record: Record) -> str:
    source = kb.sources[record.source]
    words = [text for field in RECORD_FIELDS if field.searched for text in _in(kb, record, field)]
    return " ".join(dict.fromkeys(word for word in (*words, source.title, *source.authors) if word))


def _in(kb: KnowledgeBase, record: Record, field: Field) -> Iterator[str]:
    """Yield what a record says in a field, in words."""
    value = field.of(record)
    for single in value if field.is_several else (value,):
        if single not in (None, NOT_REPORTED, NOT_APPLICABLE):
            terms = kb.vocabularies.get(field.refers_to or "", {})
            yield terms[single].label if single in terms else str(single)


def _courses(kb: KnowledgeBase) -> Iterator[Entry]:
    for row in catalogue(kb):
        course, provider = row.course, row.provider
        areas = (provider.region, *provider.satellite_regions)
        regions = [label for area in areas if (label := _label(kb, "region", area))]
        places = [place for area in areas for place in kb.regions[area].places]
        as_reported = provider.checked_against == kb.report.source
        price = _report(course.cost.as_given)
        year = str(kb.sources[kb.report.source].year) if as_reported else ""
        level = kb.label("course-level", course.level).lower()
        yield Entry(
            kind="course",
            title=f"{provider.name}: {course.name}",
            address=address("course", row.id),
            about=_dotted(
                *regions,
                kb.label("provider-category", provider.category),
                WORDING.say("course.level", level=level),
            ),
            text=_sentences(
                WORDING.say("course.length", length=_report(course.length.as_given)),
                WORDING.say("course.price_of_report", year=year, price=price)
                if as_reported
                else WORDING.say("course.price", price=price),
                WORDING.say("course.teaching", format=course.format)
                if course.format not in (NOT_REPORTED, NOT_APPLICABLE)
                else "",
                course.note or "",
                *(statement.text for statement in provider.statements),
            ),
            names=(provider.name, *regions),
            also=" ".join((_ASKED_BY["course"], *places)),
        )


def _posts(kb: KnowledgeBase) -> Iterator[Entry]:
    year = str(kb.sources[kb.report.source].year) if kb.report.source else ""
    for post_id, post in kb.clinician_posts.items():
        yield Entry(
            kind="post",
            title=post.title,
            address=address("post", post_id),
            about=_dotted(_label(kb, "region", post.region), post.band or ""),
            text=WORDING.say(
                "post.salary", salary=prices(post.salary_low, post.salary_high), year=year
            ),
            also=_ASKED_BY["post"],
        )


def _instruments(kb: KnowledgeBase) -> Iterator[Entry]:
    for tool in kb.instruments.values():
        yield Entry(
            kind="instrument",
            title=f"{tool.abbreviation}: {tool.name}",
            address=address("instrument", tool.id),
            about=WORDING.say("instrument.filled_in_by", who=tool.filled_in_by)
            if tool.filled_in_by not in (NOT_REPORTED, NOT_APPLICABLE)
            else "",
            text=_sentences(
                tool.measures,
                "; ".join(tool.subscales),
                *(statement.text for statement in tool.statements),
            ),
            names=(tool.abbreviation,),
            also=_ASKED_BY["instrument"],
        )


def _gaps(kb: KnowledgeBase) -> Iterator[Entry]:
    for gap_id, gap in kb.gaps.items():
        yield Entry(
            kind="gap",
            title=gap.question,
            address=address("gap", gap_id),
            about=_dotted(
                kb.label("gap-kind", gap.kind), *(kb.components[c].short for c in gap.components)
            ),
            text=gap.statement,
            also=" ".join(kb.outcomes[outcome].label for outcome in gap.outcomes),
        )


def _studies(kb: KnowledgeBase) -> Iterator[Entry]:
    labels = citation_labels(kb.sources)
    for study in kb.studies.values():
        yield Entry(
            kind="study",
            title=study.name,
            address=address("study", study.id),
            about=_dotted(
                _label(kb, "study-type", study.design),
                _label(kb, "setting", study.setting),
                *(_label(kb, "country", country) for country in study.countries),
            ),
            text=study.summary,
            also=" ".join(labels[key] for key in study.sources),
        )


def _sources(kb: KnowledgeBase) -> Iterator[Entry]:
    labels = citation_labels(kb.sources)
    counts = claims_by_source(kb)
    read = sources_read(kb)
    for key, source in kb.sources.items():
        claims = counts.get(key)
        yield Entry(
            kind="source",
            title=source.title,
            address=source_address(key, has_page=key in kb.documents),
            about=_dotted(
                labels[key],
                counted(claims, "claim") if claims else "",
                read.get(key, ""),
            ),
            text=plain(source.fields.get("journal", source.fields.get("publisher", ""))),
            names=(
                *(name for name in source.authors if name != "others"),
                str(source.year or ""),
            ),
            # Names in full. An organisation's is among the names already: it counts once.
            also=" ".join(
                name for name in map(plain, source.names("author")) if name not in source.authors
            ),
        )


def _terms(kb: KnowledgeBase) -> Iterator[Entry]:
    for word in explained(kb):
        if word.id not in kb.vocabularies["glossary-term"]:
            continue  # a feedback tool, or a word of a vocabulary below: an entry of its own
        yield Entry(
            kind="term",
            title=word.label,
            address=address("word", word.id),
            about=WORDS_EXPLAINED,
            text=word.explanation,
            also=" ".join(spelling for spelling in word.spellings if spelling != word.label),
        )
    for vocabulary, heading in HEADINGS.items():
        for term_id, term in kb.vocabularies[vocabulary].items():
            if term_id in (NOT_REPORTED, NOT_APPLICABLE):
                continue
            yield Entry(
                kind="term",
                title=term.label,
                address=address("term", vocabulary, term_id),
                about=heading,
                text=term.definition,
            )


def _label(kb: KnowledgeBase, vocabulary: str, term_id: str) -> str:
    return "" if term_id in (NOT_REPORTED, NOT_APPLICABLE) else kb.label(vocabulary, term_id)


def _report(value: str) -> str:
    return WORDING.say("course.not_reported") if value in (NOT_REPORTED, *NOTHING_GIVEN) else value


def _dotted(*parts: str) -> str:
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _sentences(*parts: str) -> str:
    return " ".join(part if part[-1] in ".?!" else f"{part}." for part in parts if part)
