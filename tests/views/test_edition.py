"""The date and version of the evidence: one, wherever they are named."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from knowledge_base.evidence_map.data import map_data
from knowledge_base.exports.data_package import data_package
from knowledge_base.exports.formats import whole
from knowledge_base.exports.tidier_checklist import TABLE, tidier_checklist
from knowledge_base.model.base import Model
from knowledge_base.model.context import ContextEvent, Search
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.provider import Provider
from knowledge_base.model.reading_note import Reading, SourceCheck
from knowledge_base.model.record import Record
from knowledge_base.pages.about import citation
from knowledge_base.views.edition import edition
from printed_book.front import title_page

LATER = date(2024, 11, 5)
WORDS = "vidence as at 5 November 2024, version"
NAMED: dict[str, Callable[[KnowledgeBase, Path], str]] = {
    "citation": lambda kb, root: citation.facts(kb, root).text,
    "BibTeX of the citation": lambda kb, root: citation.facts(kb, root).bibtex,
    "map": lambda kb, _: map_data(kb)["edition"],
    "checklist": lambda kb, _: tidier_checklist(kb)[TABLE].decode(),
    "printed book": lambda kb, _: title_page(kb, "Title", "Author"),
}


def with_later(kb: KnowledgeBase, status: str) -> KnowledgeBase:
    """The knowledge base with one record of this status added later than all others."""
    record = kb.published[0]
    changed = record.model_copy(update={"added": LATER, "status": status})
    return replace(kb, records=kb.records | {record.id: changed})


def test_a_draft_changes_the_version_and_not_the_day(knowledge_base: KnowledgeBase):
    before, after = edition(knowledge_base), edition(with_later(knowledge_base, "draft"))
    assert after.day == before.day
    assert after.digest != before.digest


@pytest.mark.parametrize(
    ("part", "thing"),
    [
        ("context", ContextEvent.model_construct(reading=Reading.model_construct(on=LATER))),
        ("searches", Search.model_construct(on=LATER)),
        ("providers", Provider.model_construct(checked=LATER)),
        (
            "records",
            Record.model_construct(
                status="published", source_check=SourceCheck.model_construct(on=LATER)
            ),
        ),
    ],
)
def test_whatever_is_dated_last_gives_the_day(
    knowledge_base: KnowledgeBase, part: str, thing: Model
):
    """An event's reading, a search, a look at a provider and a source check count too."""
    kb = replace(knowledge_base, **{part: getattr(knowledge_base, part) | {"new": thing}})
    assert edition(kb).day == LATER


@pytest.mark.parametrize("surface", NAMED)
def test_a_newer_record_changes_the_edition_wherever_it_is_named(
    knowledge_base: KnowledgeBase, project: Path, surface: str
):
    kb = with_later(knowledge_base, "published")
    text = NAMED[surface](kb, project)
    assert edition(kb).digest in text
    assert WORDS in text or edition(kb).version in text


def unpacked(name: str, content: bytes) -> bytes:
    """What is in a file, if it is an archive of others."""
    if not name.endswith((".xlsx", ".docx")):
        return content
    with ZipFile(BytesIO(content)) as archive:
        return b"".join(map(archive.read, archive.namelist()))


def test_every_download_names_the_version(knowledge_base: KnowledgeBase):
    digest = edition(knowledge_base).digest.encode()
    files = data_package(knowledge_base).items()
    without = {name for name, content in files if digest not in unpacked(name, content)}
    assert without == set()


def test_what_was_taken_away_is_of_the_same_edition(knowledge_base: KnowledgeBase):
    text = whole.write(knowledge_base)
    assert edition(whole.read(text)) == edition(knowledge_base)


def test_a_correction_changes_the_version(knowledge_base: KnowledgeBase):
    record = knowledge_base.published[0]
    changed = record.model_copy(update={"claim": "Something else."})
    kb = replace(knowledge_base, records=knowledge_base.records | {record.id: changed})
    assert edition(kb).day == edition(knowledge_base).day
    assert edition(kb).digest != edition(knowledge_base).digest


@pytest.mark.parametrize("surface", ["citation", "printed book"])
def test_without_any_date_none_is_named(knowledge_base: KnowledgeBase, project: Path, surface: str):
    dated = {"records", "providers", "context", "searches", "source_notes"}
    nothing = {field.name: {} for field in fields(KnowledgeBase) if field.name in dated}
    kb = replace(knowledge_base, **nothing)
    assert edition(kb).day is None
    text = NAMED[surface](kb, project)
    assert "ndated evidence, version" in text
    assert "(n.d.)" in text
    assert not re.search(r"(of|on|\() ?None", text)
