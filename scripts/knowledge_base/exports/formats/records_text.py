"""All records as one Markdown file, the limits first: for language models, and for reading."""

from collections.abc import Callable, Iterator
from functools import partial

from knowledge_base import book
from knowledge_base.exports.notes import notes
from knowledge_base.markup import addresses, markdown
from knowledge_base.model.fields import RECORD_FIELDS
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.citations import citation_labels
from knowledge_base.views.fallen import fall_in_words, fall_of
from knowledge_base.views.limits import limits_of
from knowledge_base.wording.nouns import reported
from knowledge_base.wording.sentences import wording

RECORDS = "records.md"

_WORDING = wording("about/data")
_LEFT_OUT = {"component", "source", "how_read", "responds_to", "added", "status"}
"""The rows of a record's page that are said otherwise here, or tell of editing."""


def files(kb: KnowledgeBase) -> dict[str, Callable[[], str]]:
    """Return the file."""
    return {RECORDS: partial(_records, kb)}


def _records(kb: KnowledgeBase) -> str:
    return "\n\n".join(_blocks(kb)) + "\n"


def _blocks(kb: KnowledgeBase) -> Iterator[str]:
    yield f"# {markdown.text(book.title())}: {_WORDING.say('text.title')}"
    yield f"> {markdown.text(limits_of(kb))}"
    yield _WORDING.say("text.use")
    about = notes(kb, "version", "date", "licence", "rights")
    yield "\n".join(f"- {name}: {markdown.text(text)}" for name, text in about.items())
    labels = citation_labels(kb.sources)
    for component, term in kb.components.items():
        records = [record for record in kb.records.values() if record.component == component]
        if records:
            yield f"## {markdown.text(term.label)}"
        for record in records:
            yield f"### {record.id}"
            yield markdown.text(record.claim)
            yield "\n".join(f"- {name}: {text}" for name, text in _lines(kb, labels, record))


def _lines(kb: KnowledgeBase, labels: dict[str, str], record: Record) -> Iterator[tuple[str, str]]:
    say = _WORDING.say
    if fall := fall_of(kb, record):
        yield say("text.fallen"), markdown.text(fall_in_words(kb, fall))
    elif not kb.stands(record):
        yield say("text.fallen"), markdown.text(kb.label("status", record.status))
    yield say("text.source"), _source(kb, labels, record.source)
    how = kb.term("how-read", record.how_read)
    yield say("text.how_read"), markdown.text(f"{how.label}. {how.definition}")
    if through := record.cited_through:
        source = _source(kb, labels, through.source)
        yield say("text.through"), f"{source}, {markdown.text(through.location)}"
    for field in RECORD_FIELDS:
        if field.row and field.name not in _LEFT_OUT and (value := field.of(record)):
            terms = kb.vocabularies.get(field.refers_to or "", {})
            values = value if isinstance(value, tuple) else (value,)
            words = "; ".join(terms[v].label if v in terms else reported(v) for v in values)
            yield field.label, markdown.text(words)
    yield (
        say("text.page"),
        addresses.seen_from(addresses.data(RECORDS), addresses.record(record.id)),
    )


def _source(kb: KnowledgeBase, labels: dict[str, str], key: str) -> str:
    source = kb.sources[key]
    parts = (labels[key], source.title, source.url)
    return ". ".join(markdown.text(part) for part in parts if part)
