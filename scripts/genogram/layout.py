"""Where everything in a genogram stands: the same places for the same family, no overlaps.

Each generation is a row. Partners stand side by side where that can be, children below their
parents. Text stands to the right of a symbol, the line of a couple below both, and lines of
relationships go through the space between rows, so that none of them runs over a name.

`genogram/browser/genogram_layout.js` does the same in the browser, to the last digit: so there is
nothing here but adding, subtracting, multiplying, dividing, comparing and rounding down.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from genogram.family import Family, Tie
from genogram.rows import GAP, GUTTER, HALF, MARGIN, OUTLINE, SYMBOL, Rows, couple_label, mean_of

NAME_LINE, TEXT_LINE = 18, 16
_COUPLE_LEVEL = 26
_SIBLING_LEVEL = 16
_DROP, _TWIN_DROP = 24, 46
_CORRIDOR = 24
"""How much of two rows of one household must stand below one another to be joined."""
_JOG = 3
"""A step in the line to a child that would look like a slip."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Return whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True)
class PlacedPerson:
    """A person's symbol and text."""

    id: str
    x: float
    """The middle of the symbol."""
    top: float
    """The symbol's upper edge."""
    name: tuple[str, ...]
    text: tuple[str, ...]
    box: Box
    """What symbol and text take up."""

    @property
    def middle(self) -> float:
        """The height of the symbol's middle."""
        return self.top + HALF

    @property
    def text_x(self) -> float:
        """Where the text begins."""
        return self.x + HALF + GAP


@dataclass(frozen=True)
class CoupleLine:
    """The line that joins two partners: down from both, and across."""

    couple: int
    left: Point
    """Where it leaves the symbol on the left."""
    right: Point
    y: float
    label: str

    @property
    def middle(self) -> float:
        """Where along it the line to the children begins."""
        return (self.left[0] + self.right[0]) / 2


@dataclass(frozen=True)
class ChildLine:
    """The last piece of the line to a child, from where it leaves its brothers and sisters'."""

    child: str
    tie: Tie
    start: Point
    end: Point


@dataclass(frozen=True)
class Descent:
    """The line from a couple to its children."""

    couple: int
    start: Point
    y: float
    """The height of the line that joins brothers and sisters."""
    left: float
    right: float
    children: tuple[ChildLine, ...]


@dataclass(frozen=True)
class RelationshipLine:
    """The way of a line from the first of two people to the second, as points."""

    relationship: int
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Outline:
    """A line around people of one household who stand together."""

    household: int
    points: tuple[Point, ...]
    """The corners, clockwise from the upper left."""
    label: Point
    """Where the household's name ends, at the lower edge."""


@dataclass(frozen=True)
class Layout:
    """A genogram's places."""

    width: float
    height: float
    rows: tuple[tuple[str, ...], ...]
    """The people of each generation from left to right."""
    persons: dict[str, PlacedPerson]
    couples: tuple[CoupleLine, ...]
    descents: tuple[Descent, ...]
    relationships: tuple[RelationshipLine, ...]
    outlines: tuple[Outline, ...]


def genogram_layout(family: Family) -> Layout:
    """Return where everything stands."""
    return _Plan(family).layout()


def _levels(spans: Sequence[tuple[float, float]], gap: float) -> list[int]:
    """Return a level for each span so that no two on one level come nearer than ``gap``."""
    taken: list[list[tuple[float, float]]] = []
    levels = [0] * len(spans)
    # The shorter first, so that a line over others' heads passes below them.
    for position in sorted(range(len(spans)), key=lambda i: (spans[i][1] - spans[i][0], i)):
        left, right = spans[position]
        level = 0
        while level < len(taken) and any(
            left - gap < end and start < right + gap for start, end in taken[level]
        ):
            level += 1
        if level == len(taken):
            taken.append([])
        taken[level].append((left, right))
        levels[position] = level
    return levels


class _Plan(Rows):
    """Works a layout out, step by step."""

    # Down the page

    def layout(self) -> Layout:
        """Return the layout."""
        clusters, x = self.order()
        rows = [[person for cluster in row for person in cluster] for row in clusters]
        lines = self.family.relationships
        arcs = [0] * self.depth
        passing = [0] * self.depth
        for line in lines:
            upper, lower = sorted(self.row_of[person] for person in line.between)
            if upper == lower:
                arcs[upper] += 1
            for row in range(upper, lower):
                passing[row] += 1
        y: float = MARGIN + (44 if arcs[0] else 8)
        persons: dict[str, PlacedPerson] = {}
        couples: list[CoupleLine] = []
        descents: list[Descent] = []
        gaps: list[tuple[float, float]] = [(MARGIN, y)]
        """The free space above each row."""
        for row, people in enumerate(rows):
            persons |= {person: self._placed(person, x[person], y) for person in people}
            bottom = max(y + SYMBOL, *(persons[p].box.bottom for p in people))
            joined = self._joined(row, persons, bottom)
            couples += joined
            below = max([bottom, *(line.y for line in joined)]) + 14
            if row + 1 == self.depth:
                break
            space = 16 + min(90, 22 * passing[row]) + (40 if arcs[row + 1] else 0)
            sibling_top = below + space
            found, y = self._descents(row, x, joined, persons, sibling_top)
            descents += found
            gaps.append((bottom, y))
        relationships = self._routes(rows, persons, gaps)
        right = max(person.box.right for person in persons.values())
        points = [p for line in relationships for p in line.points]
        right = max([right, *(px for px, _ in points)])
        height = max([bottom, *(line.y for line in couples)]) + MARGIN
        return Layout(
            right + MARGIN,
            height,
            tuple(tuple(row) for row in rows),
            {person: persons[person] for person in self.family.persons},
            tuple(couples),
            tuple(descents),
            relationships,
            tuple(
                outline
                for number in range(len(self.family.households))
                for outline in self._outlines(number, rows, persons)
            ),
        )

    def _placed(self, person: str, x: float, top: float) -> PlacedPerson:
        name, text, width = self.labels[person]
        height = max(SYMBOL + OUTLINE, len(name) * NAME_LINE + len(text) * TEXT_LINE)
        box = Box(x - HALF - OUTLINE, top - OUTLINE, x + HALF + GAP + width, top + height)
        return PlacedPerson(person, x, top, name, text, box)

    def _joined(
        self, row: int, persons: dict[str, PlacedPerson], bottom: float
    ) -> list[CoupleLine]:
        pairs: list[tuple[int, PlacedPerson, PlacedPerson]] = []
        for number, couple in enumerate(self.family.couples):
            if len(couple.partners) == 2 and self.row_of[couple.partners[0]] == row:
                left, right = sorted((persons[p] for p in couple.partners), key=lambda p: p.x)
                pairs.append((number, left, right))
        # Several lines from one person leave it side by side, in the order of the partners.
        ports: dict[tuple[int, str], float] = {}
        for person in {p.id: p for _, *pair in pairs for p in pair}.values():
            mine = sorted(
                (left.x + right.x - person.x, number)
                for number, left, right in pairs
                if person.id in (left.id, right.id)
            )
            step = min(10.0, 20 / len(mine))
            for position, (_, number) in enumerate(mine):
                ports[number, person.id] = (position - (len(mine) - 1) / 2) * step
        ends = [
            (
                number,
                left,
                right,
                left.x + ports[number, left.id],
                right.x + ports[number, right.id],
            )
            for number, left, right in pairs
        ]
        levels = _levels([(start, end) for *_, start, end in ends], 4)
        return [
            CoupleLine(
                number,
                (start, left.top + SYMBOL),
                (end, right.top + SYMBOL),
                bottom + 24 + level * _COUPLE_LEVEL,
                couple_label(self.family.couples[number]),
            )
            for (number, left, right, start, end), level in zip(ends, levels, strict=True)
        ]

    def _descents(
        self,
        row: int,
        x: dict[str, float],
        joined: list[CoupleLine],
        persons: dict[str, PlacedPerson],
        top: float,
    ) -> tuple[list[Descent], float]:
        """Return the lines to the next row, and where that row's symbols begin."""
        starts: dict[int, Point] = {line.couple: (line.middle, line.y) for line in joined}
        for number, couple in enumerate(self.family.couples):
            if len(couple.partners) == 1 and self.row_of[couple.partners[0]] == row:
                alone = persons[couple.partners[0]]
                starts[number] = (alone.x, alone.top + SYMBOL)
        parents = {n: start for n, start in sorted(starts.items()) if self.siblings[n]}
        ends = {n: self._child_ends(n, x, parents) for n in parents}
        spans = []
        for number, (start, _) in parents.items():
            across = [at for _, at, _ in ends[number]] + [start]
            spans.append((min(across), max(across)))
        levels = _levels(spans, 8)
        drop = _TWIN_DROP if any(self.family.couples[n].twins for n in parents) else _DROP
        lowest = top + max(levels, default=0) * _SIBLING_LEVEL
        next_row = lowest + drop
        found = [
            Descent(
                number,
                parents[number],
                top + level * _SIBLING_LEVEL,
                *span,
                tuple(
                    ChildLine(
                        child,
                        self.family.couples[number].all_children[child],
                        (at, top + level * _SIBLING_LEVEL),
                        (end, next_row),
                    )
                    for child, at, end in ends[number]
                ),
            )
            for number, span, level in zip(parents, spans, levels, strict=True)
        ]
        return found, next_row

    def _child_ends(
        self, couple: int, x: dict[str, float], parents: dict[int, Point]
    ) -> list[tuple[str, float, float]]:
        """Return for each child where its line leaves the others' and where it ends."""
        ends = {}
        for child in self.siblings[couple]:
            # Two lines to one child, such as from birth parents and foster carers.
            lines = sorted(
                (n for n in self.parents[child] if n in parents), key=parents.__getitem__
            )
            ends[child] = x[child] + (lines.index(couple) - (len(lines) - 1) / 2) * 14
            if abs(ends[child] - parents[couple][0]) <= _JOG:
                ends[child] = parents[couple][0]
        starts = dict(ends)
        for twins in self.family.couples[couple].twins:
            starts |= dict.fromkeys(twins, mean_of(ends[twin] for twin in twins))
        return [(child, starts[child], ends[child]) for child in self.siblings[couple]]

    # Relationship lines

    def _routes(
        self,
        rows: list[list[str]],
        persons: dict[str, PlacedPerson],
        gaps: list[tuple[float, float]],
    ) -> tuple[RelationshipLine, ...]:
        pairs: list[tuple[PlacedPerson, PlacedPerson]] = []
        passed: list[list[float]] = []
        used: dict[tuple[int, int], int] = {}
        for line in self.family.relationships:
            one, other = sorted(
                (persons[p] for p in line.between), key=lambda p: (self.row_of[p.id], p.x)
            )
            pairs.append((one, other))
            between = range(self.row_of[one.id] + 1, self.row_of[other.id])
            wanted = (one.x + other.x) / 2
            passed.append([self._gutter(rows[row], persons, wanted, used, row) for row in between])
        ports = self._ports(pairs, passed)
        found = []
        for number, (one, other) in enumerate(pairs):
            start, end = ports[number, one.id], ports[number, other.id]
            row = self.row_of[one.id]
            if row == self.row_of[other.id]:
                points = self._arc(start, end, one.top, gaps[row][0])
            else:
                stops = [start, *passed[number], end]
                points = [(start, one.middle)]
                for below, (x1, x2) in enumerate(pairwise(stops), start=row + 1):
                    points += _slope(x1, x2, *gaps[below])
                points.append((end, other.middle))
            if one.id != self.family.relationships[number].between[0]:
                points.reverse()
            found.append(RelationshipLine(number, tuple(points)))
        return tuple(found)

    def _ports(
        self, pairs: list[tuple[PlacedPerson, PlacedPerson]], passed: list[list[float]]
    ) -> dict[tuple[int, str], float]:
        """Return where on a symbol's edge each line begins or ends.

        In the order in which the lines come, so that they don't cross there; the middle stays
        free for the lines of couples and children.
        """
        ends: dict[tuple[str, bool], list[tuple[float, int]]] = {}
        x: dict[str, float] = {}
        for number, (one, other) in enumerate(pairs):
            level = self.row_of[one.id] == self.row_of[other.id]
            coming = passed[number] or [other.x]
            ends.setdefault((one.id, level), []).append((coming[0], number))
            coming = passed[number] or [one.x]
            ends.setdefault((other.id, True), []).append((coming[-1], number))
            x |= {one.id: one.x, other.id: other.x}
        ports = {}
        for (person, _), lines in ends.items():
            lines.sort()
            left = sum(coming < x[person] for coming, _ in lines)
            if len(lines) > 1:
                left = min(max(left, 1), len(lines) - 1)
            offsets = [-at for at in reversed(_beside(left))] + _beside(len(lines) - left)
            for (_, number), offset in zip(lines, offsets, strict=True):
                ports[number, person] = x[person] + offset
        return ports

    @staticmethod
    def _arc(start: float, end: float, top: float, ceiling: float) -> list[Point]:
        """Return a bow over the heads of those between."""
        high = min(top - ceiling - 6, 30 + abs(end - start) / 16)
        return [
            (start, top + HALF),
            *_bezier(
                (start, top), (start, top - high * 4 / 3), (end, top - high * 4 / 3), (end, top)
            ),
            (end, top + HALF),
        ]

    @staticmethod
    def _gutter(
        row: list[str],
        persons: dict[str, PlacedPerson],
        wanted: float,
        used: dict[tuple[int, int], int],
        number: int,
    ) -> float:
        """Return a free way through a row, near to where it is wanted."""
        boxes = [persons[person].box for person in row]
        ways = [(boxes[0].left - GUTTER, boxes[0].left)]
        ways += [(a.right, b.left) for a, b in pairwise(boxes)]
        ways.append((boxes[-1].right, boxes[-1].right + GUTTER))

        def cost(way: int) -> tuple[float, int]:
            middle = (ways[way][0] + ways[way][1]) / 2
            return abs(middle - wanted) + 80 * used.get((number, way), 0), way

        chosen = min(range(len(ways)), key=cost)
        times = used.get((number, chosen), 0)
        used[number, chosen] = times + 1
        left, right = ways[chosen]
        # Side by side, and never outside the way itself.
        aside = (times + 1) // 2 * 7 * (1 if times % 2 else -1)
        return min(max((left + right) / 2 + aside, left + 4), right - 4)

    # Households

    def _outlines(
        self, household: int, rows: list[list[str]], persons: dict[str, PlacedPerson]
    ) -> list[Outline]:
        """Return a line around the members who stand side by side or below one another."""
        members = self.family.households[household].members
        # Two homes of one child lie beside one another.
        aside = 5 + 3 * (household % 2)
        stacks: list[list[Box]] = []
        above: list[list[Box]] = []
        for people in rows:
            here = [
                [_around([persons[person].box for person in run], aside)]
                for run in _runs(people, members)
            ]
            if len(here) == 1 and len(above) == 1:
                upper, lower = above[0][-1], here[0][0]
                if min(upper.right, lower.right) - max(upper.left, lower.left) >= _CORRIDOR:
                    above[0].append(lower)
                    continue
            stacks += here
            above = here
        return [
            Outline(household, _outline(stack), (stack[-1].right - 8, stack[-1].bottom))
            for stack in stacks
        ]


def _runs(people: list[str], members: Sequence[str]) -> list[list[str]]:
    """Return the members of a row in groups that nobody else stands between."""
    runs: list[list[str]] = []
    before = False
    for person in people:
        if person in members:
            if before:
                runs[-1].append(person)
            else:
                runs.append([person])
        before = person in members
    return runs


def _around(boxes: list[Box], aside: float) -> Box:
    return Box(
        min(box.left for box in boxes) - aside,
        min(box.top for box in boxes) - aside,
        max(box.right for box in boxes) + aside,
        max(box.bottom for box in boxes) + aside,
    )


def _outline(stack: list[Box]) -> tuple[Point, ...]:
    """Return the corners of boxes that stand below one another, joined to one shape.

    Between two of them it is as wide as both, so that it holds nobody who stands beside.
    """
    right = [(stack[0].right, stack[0].top)]
    left = [(stack[0].left, stack[0].top)]
    for upper, lower in pairwise(stack):
        y = lower.top if lower.right > upper.right else upper.bottom
        right += [(upper.right, y), (lower.right, y)]
        y = lower.top if lower.left < upper.left else upper.bottom
        left += [(upper.left, y), (lower.left, y)]
    right.append((stack[-1].right, stack[-1].bottom))
    left.append((stack[-1].left, stack[-1].bottom))
    return (left[0], *right, *reversed(left[1:]))


def _beside(count: int) -> list[float]:
    """Return places on one side of a symbol's middle."""
    if count < 2:
        return [12.0] * count
    return [7 + 11 * n / (count - 1) for n in range(count)]


def _slope(start: float, end: float, top: float, bottom: float) -> Iterable[Point]:
    """Return an S-shaped way down through the space between two rows."""
    bend = (bottom - top) * 0.55
    return _bezier((start, top), (start, top + bend), (end, bottom - bend), (end, bottom))


def _bezier(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    steps = 24
    found = []
    for step in range(steps + 1):
        t = step / steps
        s = 1 - t
        near, far = s * s * s, t * t * t
        u, v = (
            near * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + far * d[i] for i in (0, 1)
        )
        found.append((u, v))
    return found
