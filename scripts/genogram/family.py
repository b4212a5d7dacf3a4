"""A family as a genogram draws it.

No part of the evidence: the family on the page is invented, and one that a worker draws stays
on the worker's computer. So nothing here is loaded with the knowledge base.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from knowledge_base.model.base import Flag, Id, Model, Text

Year = Annotated[int, Field(strict=True, ge=1800, le=2200)]
ShortText = Annotated[Text, Field(max_length=40)]
Note = Annotated[Text, Field(max_length=120)]
PersonId = Annotated[Id, Field(max_length=40)]

MOST_PERSONS = 60
"""A drawing of more people can't be read."""
MOST_GENERATIONS = 5

Gender = Literal["man", "woman", "non-binary", "not known"]
GENDER_WORDS: dict[str, Gender] = {
    "boy": "man",
    "male": "man",
    "girl": "woman",
    "female": "woman",
}
"""Words that people write instead, with the one that is meant."""
Pregnancy = Literal["expected", "miscarriage", "stillbirth", "termination"]
Status = Literal["married", "cohabiting", "separated", "divorced"]
Tie = Literal["biological", "adopted", "fostered"]
Kind = Literal["close", "fused", "distant", "conflict", "cut-off", "abuse"]


def _meant(word: object) -> object:
    return GENDER_WORDS.get(word, word) if isinstance(word, str) else word


WrittenGender = Annotated[
    Gender, BeforeValidator(_meant), Field(json_schema_extra={"words": dict(GENDER_WORDS)})
]


class Person(Model):
    """Somebody in the family."""

    name: ShortText
    """What the person is called in the drawing. A first name, or a made-up one, is enough."""
    gender: WrittenGender = "not known"
    """The symbol. `boy` and `male` are read as `man`, `girl` and `female` as `woman`."""
    born: Year | None = None
    """The year of birth."""
    died: Year | None = None
    """The year of death."""
    deceased: Flag = False
    """`true` if the person has died and the year is not known."""
    age: Annotated[int, Field(strict=True, ge=0, le=130)] | None = None
    """Only needed where the year of birth is not known; for the dead, the age at death."""
    pregnancy: Pregnancy | None = None
    """For a baby who is expected, and for a pregnancy or a birth that was lost."""
    note: Note | None = None
    """A few words that stand below the name."""

    @property
    def is_dead(self) -> bool:
        """Whether the symbol is crossed out."""
        return self.deceased or self.died is not None

    def age_in(self, year: int) -> int | None:
        """Return the age in the year of the drawing, or at death: to within a year."""
        if self.pregnancy is not None:
            return None
        if self.age is not None:
            return self.age
        if self.born is None or (self.is_dead and self.died is None):
            return None
        return (self.died or year) - self.born


class Couple(Model):
    """Two people and their children, or one parent and theirs."""

    partners: Annotated[tuple[PersonId, ...], Field(min_length=1, max_length=2)]
    """Two people, the one on the left first; or one parent alone."""
    status: Status = "married"
    """How they live: the kind of line between them."""
    since: Year | None = None
    """The year in which they married or began to live together."""
    until: Year | None = None
    """The year in which they separated or divorced."""
    children: tuple[PersonId, ...] = ()
    """Their children by birth."""
    adopted: tuple[PersonId, ...] = ()
    """Children whom they adopted."""
    fostered: tuple[PersonId, ...] = ()
    """Children whom they foster. Such a child can also stand among those of the birth parents."""
    twins: tuple[tuple[PersonId, ...], ...] = ()
    """Which of the children were born together, as lists of two or more."""

    @property
    def all_children(self) -> dict[str, Tie]:
        """All children with how they belong to the couple."""
        ties: dict[str, Tie] = dict.fromkeys(self.children, "biological")
        ties |= dict.fromkeys(self.adopted, "adopted")
        return ties | dict.fromkeys(self.fostered, "fostered")


class Relationship(Model):
    """How two people get on: one of the lines that a genogram adds to a family tree."""

    between: Annotated[tuple[PersonId, ...], Field(min_length=2, max_length=2)]
    """Two people. With `abuse`, the one who harms first, then the one who is harmed."""
    kind: Kind
    """How they get on: the kind of line."""
    note: Note | None = None
    """A few words. They stand in the words below the drawing, not in it."""


class Household(Model):
    """People who live in one home: a dashed outline around them."""

    members: Annotated[tuple[PersonId, ...], Field(min_length=1, max_length=MOST_PERSONS)]
    """Who lives there. A child can live in two homes."""
    name: ShortText | None = None
    """What the home is called, such as `At Ruth’s`."""


class Family(Model):
    """A family, as one YAML file describes it."""

    title: Annotated[Text, Field(max_length=80)]
    """What the drawing is called."""
    year: Year
    """The year for which the drawing is made; ages are counted up to it."""
    index: PersonId
    """The person that the drawing is about, drawn with a double outline."""
    persons: Annotated[dict[PersonId, Person], Field(min_length=1, max_length=MOST_PERSONS)]
    """Everybody in the family: a short id each, such as `aunt-ruth`, with what is known."""
    couples: Annotated[tuple[Couple, ...], Field(max_length=MOST_PERSONS)] = ()
    """Who belongs together, and whose children are whose."""
    relationships: Annotated[tuple[Relationship, ...], Field(max_length=MOST_PERSONS)] = ()
    """How people get on."""
    households: Annotated[tuple[Household, ...], Field(max_length=6)] = ()
    """Who lives together now."""
    notes: Annotated[tuple[Note, ...], Field(max_length=20)] = ()
    """What concerns the family as a whole. It stands below the drawing."""

    @property
    def generations(self) -> dict[str, int]:
        """The generation of each person, the eldest being 0.

        Partners stand beside one another, children one below their parents. Raises
        `GenerationError` where somebody would have to stand in two generations.
        """
        return _generations(self)

    def age(self, person: str) -> int | None:
        """Return a person's age in the year of the drawing, or at death."""
        return self.persons[person].age_in(self.year)


class GenerationError(ValueError):
    """Somebody would have to stand in two generations; says who, and in which couple."""

    def __init__(self, person: str, couple: int) -> None:
        super().__init__(f"'{person}' would stand in two generations at once")
        self.person = person
        self.couple = couple


def _generations(family: Family) -> dict[str, int]:
    steps: dict[str, list[tuple[str, int, int]]] = {person: [] for person in family.persons}
    for number, couple in enumerate(family.couples):
        one, *others = couple.partners
        for other, down in [(p, 0) for p in others] + [(c, 1) for c in couple.all_children]:
            steps[one].append((other, down, number))
            steps[other].append((one, -down, number))
    rows: dict[str, int] = {}
    groups: list[list[str]] = []
    for start in family.persons:
        if start in rows:
            continue
        rows[start] = 0
        group = [start]
        for person in group:
            for other, down, number in steps[person]:
                if other not in rows:
                    rows[other] = rows[person] + down
                    group.append(other)
                elif rows[other] != rows[person] + down:
                    raise GenerationError(other, number)
        top = min(rows[person] for person in group)
        rows |= {person: rows[person] - top for person in group}
        groups.append(group)
    # Whoever belongs to no couple, such as a friend, stands beside those they have a line to.
    main: set[str] = set()
    for group in groups:
        if len(group) > len(main):
            main = set(group)
    for group in groups:
        if len(group) == 1 and group[0] not in main:
            ties = (line.between for line in family.relationships if group[0] in line.between)
            beside = [p for tie in ties for p in tie if p in main]
            if beside:
                rows[group[0]] = rows[beside[0]]
    return rows
