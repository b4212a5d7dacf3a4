"""The rules of the evidence profile, as the method page publishes them."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.gap_map import standings
from knowledge_base.views.profile import OPENINGS, RULES, WAYS, pointed
from knowledge_base.views.selection import DIRECT, ONLY_INDIRECT


@dataclass(frozen=True)
class Kind:
    """A kind of evidence, what it means, and how the sentence on it begins."""

    label: str
    definition: str
    before: str
    after: str
    """The opening before and after what it rests on."""


@dataclass(frozen=True)
class Way:
    """A direction, and what is said of findings that point this way."""

    label: str
    of_one: str
    of_several: str
    of_view: str
    """The same of what people say."""


@dataclass(frozen=True)
class CalledFor:
    """A sentence and the facts that call for it, each with its values."""

    sentence: str
    when: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Facts:
    """What the tables show."""

    kinds: tuple[Kind, ...]
    ways: tuple[Way, ...]
    rules: tuple[CalledFor, ...]
    direct: str
    """How cells with a finding from the model's own setting are marked."""
    indirect: str
    """How cells are marked that have others only."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return the sentences on kinds of evidence, the words for directions, and the rules."""
    return Facts(
        tuple(
            Kind(
                kb.label("evidence-basis", kind),
                kb.term("evidence-basis", kind).definition,
                *opening.split("{what}"),
            )
            for kind, opening in OPENINGS.items()
        ),
        tuple(
            Way(
                kb.label("direction", way),
                pointed("association", {way: 1}).strip(),
                pointed("association", {way: 3}).strip(),
                pointed("perception", {way: 1}).strip(),
            )
            for way in WAYS
            if way in kb.vocabularies["direction"]
        ),
        tuple(CalledFor(rule.sentence(kb), rule.when) for rule in RULES),
        standings(kb)[DIRECT].label,
        standings(kb)[ONLY_INDIRECT].label,
    )
