"""A page for every address that a record once had, which leads on to where it is now."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from knowledge_base.markup import addresses
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.evidence import record as record_page
from knowledge_base.pages.evidence.record import record_titles
from knowledge_base.pages.generated import Link, PageKind


@dataclass(frozen=True)
class AliasFacts:
    """What the page of a former address shows."""

    title: str
    former: str
    leads_to: Link
    """The record's page now; browsers go there by themselves."""


def facts_of_aliases(kb: KnowledgeBase) -> Iterator[tuple[str, Callable[[], AliasFacts]]]:
    """Yield each former address with what makes the facts that its page shows."""
    titles = record_titles(kb)
    for former, record_id in kb.aliases.items():
        link = Link(titles[record_id], record_page.KIND.reference(record_id))
        yield former, partial(AliasFacts, f"Moved: {former}", former, link)


KIND = PageKind("alias", "evidence/alias.html", addresses.RECORDS, facts_of_aliases)
