"""Links to records in HTML: named as in Markdown, and a record that has fallen says so."""

from __future__ import annotations

from bs4 import BeautifulSoup

from knowledge_base.markup.addresses import record
from knowledge_base.markup.claims import record_link
from knowledge_base.markup.html import on_site
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.citations import claim_names


def test_a_link_names_the_claim_where_its_source_makes_several(
    knowledge_base: KnowledgeBase,
) -> None:
    names = claim_names(knowledge_base)
    for record_id in (r.id for r in knowledge_base.published):
        link = BeautifulSoup(record_link(knowledge_base, record_id), "html.parser").a
        assert link
        name = names[record_id]
        assert link["href"] == on_site(record(record_id))
        assert link.text == name.source
        assert link.get("aria-label") == (None if name.number is None else str(name))


def test_a_link_to_a_superseded_record_leads_to_its_successor(
    knowledge_base: KnowledgeBase,
) -> None:
    gone = next(r for r in knowledge_base.records.values() if r.notice and r.notice.superseded_by)
    assert gone.notice
    html = BeautifulSoup(record_link(knowledge_base, gone.id), "html.parser")
    mark = html.select_one(".fallen")
    assert mark
    assert mark.text.startswith(" (superseded on ")
    assert mark.a
    assert mark.a["href"] == on_site(record(gone.notice.superseded_by or ""))
