"""A genogram told in words: everything that its drawing shows."""

from __future__ import annotations

from html import escape

from genogram.family import Couple, Family, Person, Tie
from genogram.layout import genogram_layout
from genogram.meanings import KINDS, PREGNANCIES, STATUSES
from genogram.rows import siblings
from knowledge_base.wording.nouns import counted, listed

_ADULT = 18
GENERATIONS = ("First generation", "Second generation", "Third generation", "Fourth generation")


def described(family: Family, person_id: str) -> str:
    """Return a person in words: `Maya, woman, born 2011, 15 years old, …`."""
    person = family.persons[person_id]
    age = family.age(person_id)
    pieces = [person.name]
    if person.pregnancy is None or person.gender != "not known":
        pieces.append(_gender(person, age))
    if person.pregnancy is not None:
        pieces.append(PREGNANCIES[person.pregnancy][1])
    if person.born:
        pieces.append(f"{'in' if person.pregnancy else 'born'} {person.born}")
    if person.is_dead:
        died = f"died {person.died}" if person.died else "has died"
        pieces.append(f"{died} aged about {age}" if age is not None else died)
    elif age is not None:
        pieces.append(f"about {counted(age, 'year')} old")
    if person_id == family.index:
        pieces.append("the person that the drawing is about")
    text = ", ".join(pieces)
    return f"{text}. Note: {_sentence(person.note)}" if person.note else f"{text}."


def _gender(person: Person, age: int | None) -> str:
    if person.gender == "not known":
        return "gender not known"
    if age is not None and age < _ADULT:
        return {"man": "boy", "woman": "girl"}.get(person.gender, person.gender)
    return person.gender


def _sentence(note: str) -> str:
    return note if note[-1] in ".!?" else f"{note}."


def couple_in_words(family: Family, couple: Couple) -> str:
    """Return a couple in words: `Ruth and Samuel, divorced, from 2008 to 2018`."""
    names = " and ".join(family.persons[person].name for person in couple.partners)
    if len(couple.partners) == 1:
        return f"{names}, one parent alone"
    words = [names, STATUSES[couple.status][1]]
    if couple.since:
        words.append(f"since {couple.since}" if not couple.until else f"from {couple.since}")
    if couple.until:
        words.append(f"until {couple.until}")
    return ", ".join(words[:2]) + (f", {' '.join(words[2:])}" if words[2:] else "")


def _child_in_words(family: Family, couple: Couple, child: str) -> str:
    ties: dict[Tie, str] = {"biological": "", "adopted": ", adopted", "fostered": ", fostered"}
    twins = next((group for group in couple.twins if child in group), ())
    others = [family.persons[twin].name for twin in twins if twin != child]
    born = f", born together with {listed(others)}" if others else ""
    return f"{family.persons[child].name}{ties[couple.all_children[child]]}{born}"


def relationship_in_words(family: Family, number: int) -> str:
    """Return a line between two people in words."""
    line = family.relationships[number]
    one, other = (family.persons[person].name for person in line.between)
    note = f" Note: {_sentence(line.note)}" if line.note else ""
    joined = "towards" if line.kind == "abuse" else "and"
    return f"{one} {joined} {other}: {KINDS[line.kind][1]}.{note}"


def household_in_words(family: Family, number: int) -> str:
    """Return who lives in a home: `At Ruth’s: Ruth, Maya and Leo.`."""
    household = family.households[number]
    names = listed([family.persons[person].name for person in household.members])
    return f"{household.name or 'One home'}: {names}."


def in_words(family: Family) -> str:
    """Return everything that the drawing shows as a nested list."""
    items = []
    for row, people in enumerate(genogram_layout(family).rows):
        title = GENERATIONS[row] if row < len(GENERATIONS) else f"Generation {row + 1}"
        lines = [f'<li data-person="{p}">{escape(described(family, p))}</li>' for p in people]
        for number, couple in enumerate(family.couples):
            # A couple stands with its partners.
            if couple.partners[0] in people:
                lines.append(_couple_item(family, number, couple))
        items.append(f"<li>{title}<ul>{''.join(lines)}</ul></li>")
    if family.relationships:
        lines = [
            f'<li data-relationship="{number}">{escape(relationship_in_words(family, number))}</li>'
            for number in range(len(family.relationships))
        ]
        items.append(f"<li>How they get on<ul>{''.join(lines)}</ul></li>")
    if family.households:
        lines = [
            f'<li data-household="{number}">{escape(household_in_words(family, number))}</li>'
            for number in range(len(family.households))
        ]
        items.append(f"<li>Who lives together<ul>{''.join(lines)}</ul></li>")
    if family.notes:
        notes = "".join(f"<li>{escape(_sentence(note))}</li>" for note in family.notes)
        items.append(f"<li>Notes<ul>{notes}</ul></li>")
    return (
        f'<div class="kb-genogram-words"><p>{escape(family.title)}, as in {family.year}:</p>'
        f"<ul>{''.join(items)}</ul></div>"
    )


def _couple_item(family: Family, number: int, couple: Couple) -> str:
    children = "".join(
        f"<li>{escape(_child_in_words(family, couple, child))}</li>"
        for child in siblings(family, couple)
    )
    inside = f" Children, from left to right:<ul>{children}</ul>" if children else ""
    return f'<li data-couple="{number}">{escape(couple_in_words(family, couple))}.{inside}</li>'
