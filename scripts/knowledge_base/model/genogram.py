"""A family as a genogram draws it, read from a small YAML text.

No part of the evidence: the family on the page is invented, and one that a worker draws stays
on the worker's computer. So nothing here is loaded with the knowledge base.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from knowledge_base.findings import Finding
from knowledge_base.model.base import Flag, Id, Model, Text
from knowledge_base.validation import did_you_mean, validate
from knowledge_base.yaml_source import NOT_YAML_HINT, Document, Trail, parse

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


def read_family(text: str, path: str = "family.yml") -> tuple[Family | None, list[Finding]]:
    """Return the family that the YAML text describes, or None and everything that is wrong.

    The browser does the same: `surfaces/assets/genogram_text.js` and `genogram_check.js`.
    """
    document, findings = parse(text, path)
    family: Family | None = None
    if document.value is not None or not findings:
        family, misfits = validate(document, Family)
        findings += misfits
    if family is not None:
        findings += _contradictions(document, family)
    found = sorted({_for_families(finding) for finding in findings})
    return (None if found else family), found


_HINTS = {
    "Compare with another file of the same kind.": "Compare with the invented family.",
    "Compare the indentation with another file of the same kind.": (
        "Compare the indentation with the invented family."
    ),
    "Give it a value.": "Give it a value, or remove the key.",
    "Write digits and at most a point, without quotes, commas or signs of currency.": (
        "Write digits only, without quotes."
    ),
    "Fill it, or remove the file.": "Write a family, or go back to the example.",
}


def _for_families(finding: Finding) -> Finding:
    """Return the finding in words that fit a family rather than the evidence."""
    if finding.rule == "missing-field":
        return replace(finding, hint="Add it, as in the invented family.")
    if finding.rule == "id-form":
        hint = "Use lower-case letters, digits and single hyphens, as in 'aunt-ruth'."
        return replace(finding, hint=hint)
    message = finding.message.replace("the file ", "the text ")
    if message.startswith("this is not YAML"):
        return replace(finding, hint=NOT_YAML_HINT)
    if finding.rule == "invisible-character":
        # Without the character's name, which a browser doesn't know.
        message = message.partition(" (")[0] + "."
    return replace(finding, message=message, hint=_HINTS.get(finding.hint, finding.hint))


def _contradictions(document: Document, family: Family) -> list[Finding]:
    findings = list(_unknown_people(document, family))
    # Without them all, the rest can't be told.
    if findings:
        return findings
    findings += _persons(document, family)
    findings += _couples(document, family)
    findings += _parents(document, family)
    for number, line in enumerate(family.relationships):
        if line.between[0] == line.between[1]:
            findings.append(
                _finding(
                    document,
                    ("relationships", number, "between"),
                    f"'{line.between[0]}' stands on both ends of this line.",
                    "Name two people.",
                )
            )
    for number, household in enumerate(family.households):
        for position, person in enumerate(household.members):
            if person in household.members[:position]:
                findings.append(
                    _finding(
                        document,
                        ("households", number, "members", position),
                        f"'{person}' stands in this home a second time.",
                        "Keep one of the two.",
                    )
                )
    try:
        rows = family.generations
    except GenerationError as error:
        findings.append(
            _finding(
                document,
                ("couples", error.couple),
                f"by this entry and the others, {error}.",
                "Partners stand side by side and children one below their parents: look for a "
                "person who is somewhere a child and elsewhere a parent of the same people.",
            )
        )
    else:
        if max(rows.values()) >= MOST_GENERATIONS:
            findings.append(
                _finding(
                    document,
                    ("couples",),
                    f"these are {max(rows.values()) + 1} generations, and no more than "
                    f"{MOST_GENERATIONS} are drawn.",
                    "Leave out the eldest; a genogram usually has three.",
                )
            )
    return findings


def _finding(document: Document, trail: Trail, message: str, hint: str) -> Finding:
    return Finding(document.at(trail), "family", message, hint)


def _named(family: Family) -> Iterator[tuple[Trail, str]]:
    yield ("index",), family.index
    for number, couple in enumerate(family.couples):
        for key in ("partners", "children", "adopted", "fostered"):
            for position, person in enumerate(getattr(couple, key)):
                yield ("couples", number, key, position), person
        for group, twins in enumerate(couple.twins):
            for position, person in enumerate(twins):
                yield ("couples", number, "twins", group, position), person
    for number, line in enumerate(family.relationships):
        for position, person in enumerate(line.between):
            yield ("relationships", number, "between", position), person
    for number, household in enumerate(family.households):
        for position, person in enumerate(household.members):
            yield ("households", number, "members", position), person


def _unknown_people(document: Document, family: Family) -> Iterator[Finding]:
    for trail, person in _named(family):
        if person not in family.persons:
            yield _finding(
                document,
                trail,
                f"'{person}' is not among the persons.",
                did_you_mean(person, family.persons),
            )


def _persons(document: Document, family: Family) -> Iterator[Finding]:
    for key, person in family.persons.items():
        trail = ("persons", key)
        if person.born and person.born > family.year:
            yield _finding(
                document,
                (*trail, "born"),
                f"'{key}' is born in {person.born}, after the year of the drawing, {family.year}.",
                "Correct one of the two years.",
            )
        if person.died and person.died > family.year:
            yield _finding(
                document,
                (*trail, "died"),
                f"'{key}' dies in {person.died}, after the year of the drawing, {family.year}.",
                "Correct one of the two years.",
            )
        if person.born and person.died and person.died < person.born:
            yield _finding(
                document,
                (*trail, "died"),
                f"'{key}' dies in {person.died}, before being born in {person.born}.",
                "Correct one of the two years.",
            )
        elif person.age is not None and person.born and (person.died or not person.is_dead):
            counted = (person.died or family.year) - person.born
            if person.age not in (counted, counted - 1):
                yield _finding(
                    document,
                    (*trail, "age"),
                    f"'{key}' is {person.age} years old here, but the years make it {counted}.",
                    "Correct it, or leave 'age' out: it is counted from the years.",
                )


def _couples(document: Document, family: Family) -> Iterator[Finding]:
    first: dict[frozenset[str], int] = {}
    for number, couple in enumerate(family.couples):
        trail = ("couples", number)
        if len(set(couple.partners)) < len(couple.partners):
            yield _finding(
                document,
                (*trail, "partners"),
                f"'{couple.partners[0]}' stands here twice.",
                "Name two people, or one parent alone.",
            )
        if first.setdefault(frozenset(couple.partners), number) != number:
            yield _finding(
                document,
                (*trail, "partners"),
                "these partners stand here a second time.",
                "Put all their children into one entry.",
            )
        if couple.since and couple.until and couple.until < couple.since:
            yield _finding(
                document,
                (*trail, "until"),
                f"it ends in {couple.until}, before it begins in {couple.since}.",
                "Correct one of the two years.",
            )
        if couple.until and couple.status in ("married", "cohabiting"):
            yield _finding(
                document,
                (*trail, "until"),
                f"it ends in {couple.until}, but the couple is {couple.status}.",
                "Write 'status: separated' or 'status: divorced', or leave 'until' out.",
            )
        in_twins: set[str] = set()
        for group, twins in enumerate(couple.twins):
            wrong = sorted(
                {p for p in twins if p not in couple.all_children or p in in_twins}
                | {p for p in twins if twins.count(p) > 1}
            )
            in_twins |= set(twins)
            if wrong or len(twins) < 2:
                yield _finding(
                    document,
                    (*trail, "twins", group),
                    f"'{wrong[0]}' is not a child of this couple, or stands among twins twice."
                    if wrong
                    else "twins are two or more.",
                    "Name children of this couple, each in one list.",
                )


def _parents(document: Document, family: Family) -> Iterator[Finding]:
    parents: dict[str, list[tuple[int, str]]] = {}
    for number, couple in enumerate(family.couples):
        for key in ("children", "adopted", "fostered"):
            for position, child in enumerate(getattr(couple, key)):
                trail = ("couples", number, key, position)
                before = parents.setdefault(child, [])
                if any(number == other for other, _ in before):
                    yield _finding(
                        document,
                        trail,
                        f"'{child}' stands here as a child of this couple a second time.",
                        "Keep one of the two.",
                    )
                elif key == "children" and any(key == other for _, other in before):
                    yield _finding(
                        document,
                        trail,
                        f"'{child}' is already a child by birth in entry {before[0][0] + 1} of "
                        "'couples'.",
                        "Write 'adopted' or 'fostered' in one of the two.",
                    )
                elif len(before) == 2:
                    yield _finding(
                        document,
                        trail,
                        f"'{child}' has two lines to parents already.",
                        "Put the third into a note.",
                    )
                before.append((number, key))
