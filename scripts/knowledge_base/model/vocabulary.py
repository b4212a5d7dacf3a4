"""The closed vocabularies: every word that a record may use, with what it means."""

from typing import Literal, NamedTuple

from knowledge_base.model.base import (
    CountryId,
    EvidenceBasisId,
    Flag,
    Line,
    Model,
    OutcomeLevelId,
    Prose,
    RegionId,
    Text,
)

Presence = Literal["required", "optional", "none"]


class Term(Model):
    """One word of a vocabulary. Its id is its key in the file, which also fixes the order."""

    label: Line
    """How pages name it."""
    definition: Prose
    """What it means, in a sentence that a newcomer understands."""
    spellings: tuple[Text, ...] = ()
    """How running text writes it. A word with spellings is explained where a page first has it."""


class ComponentTerm(Term):
    """A component of the model."""

    short: Line
    """A label of a word or two, for tables and the graph."""
    role: Literal["training", "clinician", "supervision", "tools", "together"] | None = None
    """What the pages that plan a pilot do with it: courses train for it, posts fill it, groups
    meet for it, instruments belong to it; `together` is the components in combination. None for
    one that no such page knows of."""

    @property
    def in_a_sentence(self) -> str:
        """Its name in the midst of a sentence."""
        return (self.label if self.role == "together" else self.short).lower()


class OutcomeTerm(Term):
    """Something that may change."""

    level: OutcomeLevelId
    """Whom the change concerns."""


class FactorTerm(Term):
    """Something that helps or hinders implementation."""

    as_barrier: Line
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
    """Whether research is behind it: its own, other people's, we do not know whose, or none."""
    too_weak_for: tuple[EvidenceBasisId, ...] = ()
    """The kinds of evidence that it can't give: interviews measure no effect."""


class SettingTerm(Term):
    """The field of practice that a finding comes from."""

    direct: Flag
    """Whether it is the setting of the model, so that the evidence is direct."""
    on_topic: Flag = True
    """Whether findings from it can be about what the model rests on; false only where none are."""
    group: Line | None = None
    """The column that it shares with like settings in the picture of the studies; without one, a
    column of its own."""


class LogicModelColumnTerm(Term):
    """A column of the logic model."""

    holds_outcomes: Flag = False
    """Whether its boxes are outcomes: the drawing can be narrowed to what leads to them."""


class GlossaryTerm(Term):
    """A word that pages explain where it first stands; without spellings, by its label."""

    stands_for: Line | None = None
    """The words that an abbreviation is made from."""


class RegionTerm(Term):
    """A region in which courses are on offer and posts advertised."""

    within: RegionId | None = None
    """The region under which its courses are found too, where one lies in the other."""
    places: tuple[Text, ...] = ()
    """Counties or towns of it, by which readers look for a course near them."""


class CountryTerm(Term):
    """A country that a finding comes from."""

    within: CountryId | None = None
    """The country that it is a part of."""


class HowReadTerm(Term):
    """How a claim was read."""

    extent: Literal["whole", "part", "none"]
    """How much of the source was before us; only the whole counts as a study that was read."""


class NearnessTerm(Term):
    """How near what was studied is to the component."""

    fills_cell: Flag
    """Whether a finding on it fills a cell of the map, or stands apart."""


class SourceCheckTerm(Term):
    """What a source says of a claim that another document makes of it."""

    conflicts: Flag
    """Whether the part we read says something else than the claim does."""
    is_verdict: Flag
    """Whether anything can be concluded; silence is no verdict."""


class StandingTerm(Term):
    """Whether a document still stands as it was published."""

    fallen: Flag
    """Whether what rests on it no longer counts."""


Vocabulary = dict[str, Term]


class VocabularyKind(NamedTuple):
    """A vocabulary: what its words have besides label and definition, and what one is called."""

    term: type[Term]
    noun: str = ""
    """What a message calls one of its words, where its id is not that in plain words."""


VOCABULARIES: dict[str, VocabularyKind] = {
    "component": VocabularyKind(ComponentTerm),
    "outcome": VocabularyKind(OutcomeTerm),
    "factor": VocabularyKind(FactorTerm),
    "claim-kind": VocabularyKind(ClaimKindTerm, "a kind of claim"),
    "evidence-basis": VocabularyKind(EvidenceBasisTerm, "a basis of evidence"),
    "study-type": VocabularyKind(StudyTypeTerm, "a type of study"),
    "setting": VocabularyKind(SettingTerm),
    "direction": VocabularyKind(Term),
    "how-read": VocabularyKind(HowReadTerm, "a way of reading"),
    "nearness": VocabularyKind(NearnessTerm, "a degree of nearness"),
    "source-check": VocabularyKind(SourceCheckTerm, "a verdict on a source"),
    "standing": VocabularyKind(StandingTerm, "a standing of a source"),
    "status": VocabularyKind(Term),
    "gap-kind": VocabularyKind(Term, "a kind of gap"),
    "course-level": VocabularyKind(Term),
    "psychometric-property": VocabularyKind(Term),
    "tidier-item": VocabularyKind(Term, "a TIDieR item"),
    "context-kind": VocabularyKind(Term, "a kind of event"),
    "country": VocabularyKind(CountryTerm),
    "curriculum-theme": VocabularyKind(Term),
    "discrepancy-bearing": VocabularyKind(Term, "a way in which a discrepancy matters"),
    "discrepancy-kind": VocabularyKind(Term, "a kind of discrepancy"),
    "glossary-term": VocabularyKind(GlossaryTerm),
    "logic-model-column": VocabularyKind(LogicModelColumnTerm, "a column of the logic model"),
    "outcome-level": VocabularyKind(Term, "a level of outcomes"),
    "provider-category": VocabularyKind(Term, "a category of provider"),
    "region": VocabularyKind(RegionTerm),
}
"""Each vocabulary's file in `evidence/vocabularies/` is named by its key."""
