"""Random families as YAML text: whole ones, and ones spoilt as when people type."""

from __future__ import annotations

import json
import random
from typing import Any

import yaml

from genogram.files import schema

SCHEMA: Any = schema()
FAMILY = SCHEMA["properties"]
PERSON = FAMILY["persons"]["additionalProperties"]["properties"]
GENDERS = [*PERSON["gender"]["enum"], *PERSON["gender"]["synonyms"]]
PREGNANCIES = PERSON["pregnancy"]["enum"]
STATUSES = FAMILY["couples"]["items"]["properties"]["status"]["enum"]
KINDS = FAMILY["relationships"]["items"]["properties"]["kind"]["enum"]
NAMES = (
    "Ana",
    "Ben",
    "Zoë",
    "Jörg",
    "Nguyễn Thị",
    "محمد",
    "דָּוִד",
    "明",
    "Ó Ceallaigh",
    "🙂",
    "Mary-Jane",
    "<script>alert(1)</script>",
    "\"Q\" & 'q'",
    "W" * 38,
    "O'Brien",
    "x",
    "ab cd ef gh ij kl mn",
    "Ruth’s mum",
    "100%",
    "e\u0301e\u0301",
    "‘Bunny’ — who else?",
    "no",
    "2011",
    "𝔘𝔫𝔦",
    "a\u00a0b",
)


def random_family(chance: random.Random) -> dict[str, Any]:
    """Return a family of up to five generations, as the values of its YAML."""
    persons: dict[str, dict[str, Any]] = {}
    couples: list[dict[str, Any]] = []
    year = chance.choice([2026, 2026, 1990, 2200])
    # Ids that are numbers too: a browser's objects would put them first.
    ids = [*(f"p{n}" for n in range(40)), *map(str, range(40)), *(f"aunt-{n}" for n in range(40))]
    chance.shuffle(ids)

    def person(row: int) -> str:
        key = ids.pop()
        entry: dict[str, Any] = {
            "name": chance.choice(NAMES),
            "gender": chance.choice(GENDERS),
        }
        if chance.random() < 0.7:
            entry["born"] = year - 112 + 25 * row + chance.randint(0, 9)
            if chance.random() < 0.3:
                entry["died"] = min(year, entry["born"] + chance.randint(0, 9))
        elif chance.random() < 0.4:
            entry["age"] = chance.randint(0, 130)
        if chance.random() < 0.1:
            entry["deceased"] = True
        if chance.random() < 0.1:
            entry["pregnancy"] = chance.choice(PREGNANCIES)
        if chance.random() < 0.1:
            del entry["gender"]
        if chance.random() < 0.4:
            entry["note"] = " ".join(chance.choices(NAMES, k=chance.randint(1, 3)))[:120].strip()
        persons[key] = entry
        return key

    def couple(partners: list[str], row: int) -> list[str]:
        entry: dict[str, Any] = {"partners": partners}
        if chance.random() < 0.8:
            entry["status"] = chance.choice(STATUSES)
        if chance.random() < 0.6:
            entry["since"] = year - 30
            if entry.get("status") in ("separated", "divorced"):
                entry["until"] = year - chance.randint(0, 30)
        children = [person(row + 1) for _ in range(chance.choice([0, 1, 1, 2, 3, 4]))]
        for child in children:
            kind = chance.choice(["children", "children", "adopted", "fostered"])
            entry.setdefault(kind, []).append(child)
        if len(children) > 1 and chance.random() < 0.4:
            entry["twins"] = [chance.sample(children, chance.randint(2, len(children)))]
        couples.append(entry)
        return children

    row = [person(0) for _ in range(chance.randint(1, 4))]
    for generation in range(chance.randint(0, 4)):
        below: list[str] = []
        joined: set[frozenset[str]] = set()
        for _ in range(chance.randint(1, 4)):
            # Remarriage: one person in several couples. Marrying in: a new one.
            one = chance.choice(row)
            other = chance.choice(row) if chance.random() < 0.4 else person(generation)
            partners = [one] if chance.random() < 0.2 else [one, other]
            chance.shuffle(partners)
            if len(set(partners)) == len(partners) and frozenset(partners) not in joined:
                joined.add(frozenset(partners))
                below += couple(partners, generation)
        if below and chance.random() < 0.3:
            # Birth parents and foster carers of one child.
            couples.append({"partners": [person(generation)], "fostered": [chance.choice(below)]})
        if not below:
            break
        row = below
    if chance.random() < 0.5:
        person(1)
    known = list(persons)
    family: dict[str, Any] = {
        "title": chance.choice(NAMES),
        "year": year,
        "index": chance.choice(known),
        "persons": persons,
    }
    if couples or chance.random() < 0.5:
        family["couples"] = couples
    if len(known) > 1 and chance.random() < 0.8:
        family["relationships"] = [
            {"between": chance.sample(known, 2), "kind": chance.choice(KINDS)}
            | ({"note": chance.choice(NAMES)} if chance.random() < 0.4 else {})
            for _ in range(chance.randint(0, 9))
        ]
    if chance.random() < 0.5:
        family["households"] = [
            {"members": chance.sample(known, chance.randint(1, min(6, len(known))))}
            | ({"name": chance.choice(NAMES)} if chance.random() < 0.6 else {})
            for _ in range(chance.randint(0, 3))
        ]
    if chance.random() < 0.4:
        family["notes"] = chance.choices(NAMES, k=chance.randint(0, 3))
    return family


def written(family: Any, chance: random.Random) -> str:
    """Return values as YAML, in one of the forms in which people and programs write it."""
    if chance.random() < 0.3:
        return json.dumps(family, ensure_ascii=False, indent=chance.choice([None, 2]))
    return yaml.safe_dump(
        family,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
        default_flow_style=chance.choice([None, False, False]),
    )


SIGNS = (
    *("'", '"', ": ", "- ", "{", "]", "#", " #", "&a ", "*a", "!!str ", "!x ", "\n", "\t", " "),
    *(",", "?", "|", ">", "%", "@", "---\n", "\u200b", "\u202e", "\ufeff", "\x07", "é"),
    "__proto__: ",
)


def mangled(text: str, chance: random.Random) -> str:
    """Return the text with a few characters added, doubled or gone."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text) + 1)
        lines = text.split("\n")
        line = chance.randrange(len(lines))
        match chance.randrange(4):
            case 0:
                text = text[:at] + text[at + chance.randint(1, 4) :]
            case 1:
                text = text[:at] + chance.choice(SIGNS) + text[at:]
            case 2:
                text = "\n".join([*lines[:line], lines[line], *lines[line:]])
            case _:
                text = "\n".join([*lines[:line], *lines[line + 1 :]])
    return text
