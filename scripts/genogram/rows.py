"""Who stands in which row of a genogram, beside whom, and where along the row.

Rows are put in order so that lines are short: each person is drawn to where parents, or children,
stand, a row at a time, down and up again. The same family always gets the same places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import floor

from genogram.family import Couple, Family

SYMBOL = 40
"""Width and height of a symbol, in the drawing's own units, which are pixels at full size."""
HALF = SYMBOL / 2
OUTLINE = 6
"""How far the double outline stands out."""
GAP = 10
"""Between a symbol and its text."""
_LABEL = 98
"""Widest line of text beside a symbol."""
GUTTER = 18
"""Free space between a person's text and the next person: lines may pass there."""
_BETWEEN_COUPLES = 8
_PARTNERS = 124
"""Least distance of partners, for what is written on their line."""
MARGIN = 24
NAME_SIZE, TEXT_SIZE = 15, 13
_SWEEPS = 8
_LOOSE = 0.1
"""How firmly a place is kept to which no line pulls."""


def years(family: Family, person_id: str) -> str:
    """Return the years that stand under a name: `born 1951`, `1948–2019`."""
    person = family.persons[person_id]
    if person.pregnancy is not None:
        year = person.died or person.born
        return f"{person.pregnancy} {year}" if year else person.pregnancy
    if person.is_dead:
        if person.born is None and person.died is None:
            return "died"
        return f"{person.born or '?'}–{person.died or '?'}"
    return f"born {person.born}" if person.born else ""


def couple_label(couple: Couple) -> str:
    """Return what is written on a couple's line: `m. 2008 d. 2018`."""
    start, end = {
        "married": ("m. ", ""),
        "cohabiting": ("since ", ""),
        "separated": ("", "s. "),
        "divorced": ("m. ", "d. "),
    }[couple.status]
    pieces = [f"{start}{couple.since}" if couple.since else ""]
    pieces.append(f"{end}{couple.until}" if couple.until else "")
    return " ".join(piece for piece in pieces if piece)


def siblings(family: Family, couple: Couple) -> list[str]:
    """Return a couple's children from left to right: the eldest first, if all ages are known."""
    children = list(couple.all_children)
    ages = [family.persons[child].born for child in children]
    if all(age is not None for age in ages):
        # Stable: those of one age stay as they are listed.
        children.sort(key=lambda child: family.persons[child].born or 0)
    # Twins stand together, where the first of them stands.
    together: list[str] = []
    for child in children:
        twins = next((set(group) for group in couple.twins if child in group), {child})
        together += [c for c in children if c in twins and c not in together]
    return together


def _total(numbers: Iterable[float]) -> float:
    total = 0.0
    # Not `sum`: its last digit depends on the version of Python.
    for number in numbers:
        total += number
    return total


def mean_of(numbers: Iterable[float]) -> float:
    """Return the mean, the same to the last digit in every version and in JavaScript."""
    known = list(numbers)
    return _total(known) / len(known)


def _nearest(number: float) -> int:
    """Return the nearest whole number, halves going up."""
    return floor(number + 0.5)


def _text_width(text: str, size: int) -> int:
    """Return about how wide text is, in hundredths; too wide rather than too narrow."""
    return size * sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    """Return the width in hundredths of the size, by what is known of any font."""
    if character in "mwMW@%—…":
        return 95
    if "A" <= character <= "Z" or character in "&+=<>#~":
        return 75
    if character in "iljt.,:;'’|! ()[]f":
        return 36
    if "\u0300" <= character <= "\u036f":
        # Marks that combine with the letter before.
        return 0
    if character < "\u0080":
        return 60
    return 75 if character < "\u1100" else 105


def _wrapped(text: str, size: int) -> tuple[str, ...]:
    """Return text in lines that fit beside a symbol; a long word is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        rest = word
        while rest:
            tried = f"{line} {rest}" if line else rest
            if _text_width(tried, size) <= 100 * _LABEL:
                line, rest = tried, ""
            elif line:
                lines.append(line)
                line = ""
            else:
                fits = next(
                    n
                    for n in range(len(rest) - 1, 0, -1)
                    if _text_width(rest[:n], size) <= 100 * _LABEL
                )
                lines.append(rest[:fits])
                rest = rest[fits:]
    return (*lines, line) if line else tuple(lines)


def _spread(wanted: Sequence[float], weights: Sequence[float], apart: Sequence[float]) -> list[int]:
    """Return places as near as can be to those wanted, in order and far enough apart.

    Least squares by pooling neighbours that come too near one another. `apart` holds the least
    distances, whole numbers, so that rounding keeps them.
    """
    shift = [0.0]
    for distance in apart:
        shift.append(shift[-1] + distance)
    pools: list[tuple[float, float, int]] = []
    for want, weight, offset in zip(wanted, weights, shift, strict=True):
        pool = (want - offset, weight, 1)
        while pools and pools[-1][0] >= pool[0]:
            mean, heavy, size = pools.pop()
            total = heavy + pool[1]
            pool = ((mean * heavy + pool[0] * pool[1]) / total, total, size + pool[2])
        pools.append(pool)
    flat = [_nearest(mean) for mean, _, size in pools for _ in range(size)]
    return [place + int(offset) for place, offset in zip(flat, shift, strict=True)]


class Rows:
    """Puts the people of a family into rows."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self.row_of = family.generations
        self.depth = max(self.row_of.values()) + 1
        self.labels = {person: self._label(person) for person in family.persons}
        self.parents: dict[str, list[int]] = {person: [] for person in family.persons}
        for number, couple in enumerate(family.couples):
            for child in couple.all_children:
                self.parents[child].append(number)
        self.siblings = [siblings(family, couple) for couple in family.couples]

    def _label(self, person_id: str) -> tuple[tuple[str, ...], tuple[str, ...], int]:
        """Return the lines of a name, those below it, and the width of the widest."""
        person = self.family.persons[person_id]
        name = _wrapped(person.name, NAME_SIZE)
        text = [years(self.family, person_id)] if years(self.family, person_id) else []
        text += _wrapped(person.note or "", TEXT_SIZE)
        widths = [_text_width(line, NAME_SIZE) for line in name]
        widths += [_text_width(line, TEXT_SIZE) for line in text]
        return name, tuple(text), min(-(-max(widths) // 100), _LABEL)

    # Who stands beside whom

    def clusters(self) -> list[list[list[str]]]:
        """Return for each row its groups of people joined by couples, each in a good order."""
        partners: dict[str, list[str]] = {person: [] for person in self.family.persons}
        left: set[tuple[str, str]] = set()
        for couple in self.family.couples:
            if len(couple.partners) == 2:
                one, other = couple.partners
                partners[one].append(other)
                partners[other].append(one)
                left.add((one, other))
        rows: list[list[list[str]]] = [[] for _ in range(self.depth)]
        seen: set[str] = set()
        for person in self.family.persons:
            if person in seen:
                continue
            group = [person]
            for member in group:
                group += [p for p in partners[member] if p not in group]
            chain = self._chain(group, partners)
            # The partner named first stands on the left.
            forward = sum((a, b) in left for a, b in pairwise(chain))
            backward = sum((b, a) in left for a, b in pairwise(chain))
            rows[self.row_of[person]].append(chain[::-1] if backward > forward else chain)
            seen.update(group)
        return rows

    @staticmethod
    def _chain(group: list[str], partners: dict[str, list[str]]) -> list[str]:
        """Return the group so that partners stand together: along the chain that they form."""
        start = next((p for p in group if len(partners[p]) <= 1), group[0])
        chain: list[str] = []
        waiting = [start]
        while waiting:
            person = waiting.pop()
            if person not in chain:
                chain.append(person)
                # Those with most partners last, that is, next to be followed at the end.
                waiting += sorted(
                    (p for p in partners[person] if p not in chain),
                    key=lambda p: (-len(partners[p]), group.index(p)),
                )
        return chain

    def order(self) -> tuple[list[list[list[str]]], dict[str, float]]:
        """Return the rows, ordered so that lines are short, and each person's place."""
        rows = self.clusters()
        best = rows
        places = self.places(rows)
        least = self.cost(places)
        for sweep in range(_SWEEPS):
            down = sweep % 2 == 0
            for row in range(1, self.depth) if down else range(self.depth - 2, -1, -1):
                rows = self._sorted(rows, row, places, down=down)
            places = self.places(rows)
            cost = self.cost(places)
            if cost < least - 0.5:
                best, least = rows, cost
        return best, self.places(best)

    def _sorted(
        self, rows: list[list[list[str]]], row: int, places: dict[str, float], *, down: bool
    ) -> list[list[list[str]]]:
        index = {person: n for n, p in enumerate(rows[row]) for person in p}
        wanted = {
            person: pulls
            for cluster in rows[row]
            for person in cluster
            if (pulls := self._above(person, places) if down else self._below(person, places))
        }

        def key(cluster: list[str]) -> tuple[float, float, int]:
            pulls = [mean_of(wanted[p]) for p in cluster if p in wanted]
            rank = [
                self.siblings[number].index(p) for p in cluster for number in self.parents[p][:1]
            ]
            # Those that nothing pulls stay where they are.
            place = mean_of(pulls) if pulls else mean_of(places[p] for p in cluster)
            return place, mean_of(rank) if rank else 0.0, index[cluster[0]]

        ordered = sorted(rows[row], key=key)
        turned = [self._turned(cluster, wanted) for cluster in ordered]
        return [turned if n == row else old for n, old in enumerate(rows)]

    @staticmethod
    def _turned(cluster: list[str], wanted: dict[str, list[float]]) -> list[str]:
        """Return the cluster, turned round if that brings its members nearer to their own."""
        pulls = [(n, mean_of(wanted[p])) for n, p in enumerate(cluster) if p in wanted]
        if len(pulls) < 2:
            return cluster
        middle, mean = mean_of(n for n, _ in pulls), mean_of(x for _, x in pulls)
        leaning = _total((n - middle) * (x - mean) for n, x in pulls)
        return cluster[::-1] if leaning < -1 else cluster

    def _above(self, person: str, places: dict[str, float]) -> list[float]:
        return [self._middle(number, places) for number in self.parents[person]]

    def _below(self, person: str, places: dict[str, float]) -> list[float]:
        return [
            places[child]
            for couple in self.family.couples
            if person in couple.partners
            for child in couple.all_children
        ]

    def _middle(self, couple: int, places: dict[str, float]) -> float:
        return mean_of(places[person] for person in self.family.couples[couple].partners)

    def cost(self, places: dict[str, float]) -> float:
        """Return how long the lines are, and how far the eldest are from the left."""
        total = 0.0
        for number, couple in enumerate(self.family.couples):
            middle = self._middle(number, places)
            total += _total(abs(places[child] - middle) for child in couple.all_children)
            total += 2 * (
                max(places[p] for p in couple.partners) - min(places[p] for p in couple.partners)
            )
            order = self.siblings[number]
            total += sum(60 for one, other in pairwise(order) if places[one] > places[other])
        return total

    # Along the row

    def places(self, rows: list[list[list[str]]]) -> dict[str, float]:
        """Return the middle of each symbol."""
        order = [[person for cluster in row for person in cluster] for row in rows]
        apart = [self._apart(row) for row in rows]
        places: dict[str, float] = {}
        for people, distances in zip(order, apart, strict=True):
            ones = [1.0] * len(people)
            starts = _spread([0.0] * len(people), ones, distances)
            places |= dict(zip(people, map(float, starts), strict=True))
        for sweep in range(_SWEEPS):
            down = sweep % 2 == 0
            for row in range(self.depth) if down else range(self.depth - 1, -1, -1):
                people = order[row]
                pulls = [self._pull(person, places, down=down) for person in people]
                wanted = [
                    places[p] if pull is None else pull
                    for p, pull in zip(people, pulls, strict=True)
                ]
                weights = [_LOOSE if pull is None else 1.0 for pull in pulls]
                spread = _spread(wanted, weights, apart[row])
                places |= dict(zip(people, map(float, spread), strict=True))
        left = min(places[row[0]] for row in order if row) - HALF - OUTLINE - MARGIN
        return {person: x - left for person, x in places.items()}

    def _pull(self, person: str, places: dict[str, float], *, down: bool) -> float | None:
        """Return where a person should stand for the sake of those above, or below."""
        pulls = []
        if down:
            for number in self.parents[person]:
                group = mean_of(places[child] for child in self.siblings[number])
                pulls.append(places[person] + self._middle(number, places) - group)
        else:
            for number, couple in enumerate(self.family.couples):
                if person in couple.partners and self.siblings[number]:
                    group = mean_of(places[child] for child in self.siblings[number])
                    pulls.append(places[person] + group - self._middle(number, places))
        if not pulls:
            # Beside the partner: as near as may be, which the least distances see to.
            pulls = [
                places[partner]
                for couple in self.family.couples
                if person in couple.partners
                for partner in couple.partners
                if partner != person
            ]
        return mean_of(pulls) if pulls else None

    def _apart(self, clusters: list[list[str]]) -> list[float]:
        distances: list[float] = []
        before: str | None = None
        for cluster in clusters:
            for position, person in enumerate(cluster):
                if before is not None:
                    width = HALF + GAP + self.labels[before][2] + GUTTER + OUTLINE + HALF
                    if position:
                        width = max(width, _PARTNERS)
                    else:
                        width += _BETWEEN_COUPLES
                    distances.append(width)
                before = person
        return distances
