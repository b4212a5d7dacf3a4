"""The closed vocabularies: every word that a record may use, with what it means."""

from __future__ import annotations

from typing import Literal

from knowledge_base.model.base import EvidenceBasisId, Flag, Model, OutcomeLevelId, Text

Presence = Literal["required", "optional", "none"]


class Term(Model):
    """One word of a vocabulary. Its id is its key in the file, which also fixes the order."""

    label: Text
    """How pages name it."""
    definition: Text
    """What it means, in a sentence that a newcomer understands."""


class ComponentTerm(Term):
    """A part of the model."""

    short: Text
    """A label of a word or two, for tables and the graph."""
    role: Literal["training", "clinician", "supervision", "tools", "together"] | None = None
    """What the pages that plan a pilot do with it: courses train for it, posts fill it, groups
    meet for it, instruments belong to it; `together` is the parts in combination. None for a part
    that no such page knows of."""


class OutcomeTerm(Term):
    """Something that may change."""

    level: OutcomeLevelId
    """Whom the change concerns."""


class FactorTerm(Term):
    """Something that helps or hinders implementation."""

    as_barrier: Text
    """How pages name it where it hinders, since the label may name what helps."""


class ClaimKindTerm(Term):
    """What kind of statement a claim is, and so what its record must say."""

    basis: EvidenceBasisId
    """The kind of evidence that a claim of this kind gives."""
    outcomes: Presence
    """Whether the record names outcomes."""
    factor: Presence
    """Whether the record names a factor."""
    direction: Literal["required", "none"]
    """Whether the finding points somewhere; where it doesn't, the direction is `not_applicable`."""
    must_say: tuple[Text, ...] = ()
    """The claim must hold one of these words: they carry the strength of this kind."""
    must_not_say: tuple[Text, ...] = ()
    """Words that would say more than a claim of this kind can."""


class EvidenceBasisTerm(Term):
    """How a claim came to be known; the order of the file is from the most direct down."""


class StudyTypeTerm(Term):
    """The kind of research, or of document, behind a claim."""

    research: Literal["primary", "secondary", "unknown", "none"]
    """Whether a study stands behind it: its own, other people's, not told, or none."""


class SettingTerm(Term):
    """The field of practice that a finding comes from."""

    direct: Flag
    """Whether it is the setting of the model, so that the evidence is direct."""
    systemic: Flag = True
    """Whether findings from it can be about systemic practice; false only where none are."""


class GlossaryTerm(Term):
    """A word that pages explain where it first stands."""

    stands_for: Text | None = None
    """The words that an abbreviation is made from."""
    spellings: tuple[Text, ...] = ()
    """How running text writes it, if not as the label does."""


Vocabulary = dict[str, Term]

VOCABULARIES: dict[str, type[Term]] = {
    "claim-kind": ClaimKindTerm,
    "component": ComponentTerm,
    "country": Term,
    "course-level": Term,
    "curriculum-theme": Term,
    "direction": Term,
    "discrepancy-bearing": Term,
    "discrepancy-kind": Term,
    "evidence-basis": EvidenceBasisTerm,
    "factor": FactorTerm,
    "gap-kind": Term,
    "glossary-term": GlossaryTerm,
    "how-read": Term,
    "logic-model-column": Term,
    "outcome": OutcomeTerm,
    "outcome-level": Term,
    "provider-category": Term,
    "psychometric-property": Term,
    "region": Term,
    "setting": SettingTerm,
    "status": Term,
    "study-type": StudyTypeTerm,
    "tidier-item": Term,
}
"""Each vocabulary's file in `evidence/vocabularies/` is named by its key."""
