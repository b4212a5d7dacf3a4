"""How the site was made: from which evidence, by which rules, with which programs."""

import platform
from dataclasses import dataclass
from importlib.metadata import version

from knowledge_base.checks import RULES
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import GONE
from knowledge_base.pages.about import due
from knowledge_base.views.edition import edition
from knowledge_base.views.statistics import Statistics, statistics

PROGRAMS = (
    "jupyter-book",
    "Sphinx",
    "myst-parser",
    "myst-nb",
    "sphinx-book-theme",
    "bibtexparser",
    "pydantic",
    "networkx",
    "pyvis",
)
"""The packages that shape what the site says and shows, by their name on PyPI."""


@dataclass(frozen=True)
class Excused:
    """A record that need not satisfy a rule."""

    record: str
    asks: str
    """What the rule asks for."""
    reason: str


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    edition: str
    numbers: Statistics
    gone: int
    """Records that were taken back or replaced."""
    drafts: int
    rules: int
    exceptions: tuple[Excused, ...]
    due: int
    """How many things are to be looked at again."""
    programs: tuple[tuple[str, str], ...]
    """Name and version."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return what went into the site."""
    return Facts(
        edition=edition(kb).words,
        numbers=statistics(kb),
        gone=sum(record.status in GONE for record in kb.records.values()),
        drafts=sum(record.status == "draft" for record in kb.records.values()),
        rules=len(RULES),
        exceptions=tuple(
            Excused(record.id, RULES[exception.rule].asks, exception.reason)
            for record in kb.records.values()
            for exception in record.exceptions
        ),
        due=due.facts(kb).count,
        programs=(
            ("Python", platform.python_version()),
            *((name, version(name)) for name in PROGRAMS),
        ),
    )
