"""A small YAML text → the family that it describes, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from genogram.family import MOST_GENERATIONS, Family, GenerationError
from knowledge_base.model.places import Trail
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.validation import did_you_mean, validate
from knowledge_base.reading.yaml_source import NOT_YAML_HINT, Document, parse


def read_family(text: str, path: str = "family.yml") -> tuple[Family | None, list[Finding]]:
    """Return the family that the YAML text describes, or None and everything that is wrong.

    The browser does the same: `genogram/browser/genogram_text.js` and `genogram_check.js`.
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
