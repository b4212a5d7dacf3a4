"""Where everything is in the drawing of the logic model, once for wide and once for narrow windows.

Wide, each column of the model stands beside the next. An arrow that passes a column keeps a lane of
its own there, as if it were a low box. Narrow, all boxes stand below one another, and each arrow
runs beside them in a lane that it shares with no arrow at its height. Places are computed, so the
drawing is the same in every browser and can be taken away as a file.
"""

import textwrap
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.logic_model import Arrow, arrows

FONT, LEADING = 13, 16
"""The size of labels, and how far their lines are apart."""
MARK = 9
"""The radius of the circle with an arrow's number."""
_MARK_AT = 14
"""How far from its box that is."""
_TIP = 7
"""How far from a box an arrow's line ends: the length of its tip."""
_PADDING, _HEAD, _BETWEEN, _LANE = 9, 26, 24, 12
_START, _END = 21, 13
"""How much of the height of its box an arrow takes where it starts, and where it ends."""
_WIDTH, _GAP, _LETTERS = 100, 66, 13
_NARROW_WIDTH, _NARROW_LETTERS = 172, 21
_ARC, _TO_LANE = 31, 8
"""How far from its boxes the first lane beside them runs, and how far apart the lanes are."""
_MARGIN = 6
_HEAD_LETTER = 7
"""How wide a letter of a head is: a generous estimate."""
_ROUND = 7
"""The radius of the corners of a lane."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A box with its label in lines."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2


@dataclass(frozen=True)
class Head:
    """The label of a column, right above its first box."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class DrawnArrow:
    """An arrow's line, and the place of its number where it starts."""

    arrow: Arrow
    path: str
    start: Point


@dataclass(frozen=True)
class Layout:
    """The whole drawing."""

    boxes: dict[str, Box]
    heads: tuple[Head, ...]
    arrows: tuple[DrawnArrow, ...]
    width: float
    height: float


def wide(kb: KnowledgeBase) -> Layout:
    """Return the drawing with columns beside one another."""
    every = arrows(kb)
    columns = _columns(kb)
    at = {node: place for place, column in enumerate(columns) for node in column}
    chains = {a.number: _chain(a, at) for a in every}
    stacks = [[*column] for column in columns]
    for chain in chains.values():
        for item, column in chain[1:-1]:
            stacks[column].append(item)
    _sort(stacks, list(chains.values()))
    beside = [a for a in every if at[a.arrow.from_] == at[a.arrow.to]]
    lanes = _lanes_by_column(beside, at)
    left = _MARGIN + lanes.get(0, 0)
    places = _stacked(kb, every, stacks, at, left)
    ports = _wide_ports(every, chains, places)
    paths = []
    used: dict[int, int] = defaultdict(int)
    for arrow in every:
        start, end = places[arrow.arrow.from_], places[arrow.arrow.to]
        y1, y2 = ports[arrow.number]
        column = at[arrow.arrow.from_]
        if column == at[arrow.arrow.to]:
            side = -1 if column == 0 else 1
            edge = start.x if column == 0 else start.right
            lane = edge + side * (_ARC + _TO_LANE * used[column])
            used[column] += 1
            path, mark = _beside(edge, side, lane, y1, y2), edge + side * _MARK_AT
        else:
            side = 1 if at[arrow.arrow.to] > column else -1
            edge = start.right if side > 0 else start.x
            points = [(edge, y1), (edge + side * (_MARK_AT + MARK), y1)]
            for item, _ in chains[arrow.number][1:-1]:
                lane_box = places[item]
                points += [(lane_box.x, lane_box.middle), (lane_box.right, lane_box.middle)][::side]
            points.append(((end.x if side > 0 else end.right) - side * _TIP, y2))
            path, mark = _curved(points), edge + side * _MARK_AT
        paths.append(DrawnArrow(arrow, path, (mark, y1)))
    nodes = {node: places[node] for node in at}
    right = max(box.right for box in nodes.values()) + lanes.get(len(columns) - 1, 0) + _MARGIN
    bottom = max(box.y + box.height for box in places.values()) + _MARGIN
    heads = _heads(kb, columns, nodes)
    right = max(right, *(head.x + len(head.text) * _HEAD_LETTER for head in heads))
    return Layout(nodes, heads, tuple(paths), right, bottom)


def narrow(kb: KnowledgeBase) -> Layout:
    """Return the drawing with all boxes below one another, and lanes for arrows beside them."""
    every = arrows(kb)
    columns = _columns(kb)
    order = {node: at for at, node in enumerate(n for column in columns for n in column)}
    touching = {node: [a for a in every if node in (a.arrow.from_, a.arrow.to)] for node in order}
    boxes: dict[str, Box] = {}
    top = float(_MARGIN)
    for column in columns:
        top += _HEAD
        for node in column:
            lines = _wrap(kb.logic_model.nodes[node].label, _NARROW_LETTERS)
            starts = sum(a.arrow.from_ == node for a in touching[node])
            rooms = starts * _START + (len(touching[node]) - starts) * _END
            height = 2 * _PADDING + max(len(lines) * LEADING, rooms)
            boxes[node] = Box(_MARGIN, top, _NARROW_WIDTH, height, lines)
            top += height + _BETWEEN / 2
        top += _BETWEEN / 2
    ports: dict[tuple[str, int], float] = {}
    for node, box in boxes.items():
        # What comes from near above is uppermost, what goes to near below is lowest.
        def place(arrow: Arrow, node: str = node) -> tuple[bool, int]:
            other = order[arrow.arrow.to if arrow.arrow.from_ == node else arrow.arrow.from_]
            return other > order[node], -other

        own = sorted(touching[node], key=place)
        heights = _spread(box, [a.arrow.from_ == node for a in own])
        ports |= {(node, a.number): y for a, y in zip(own, heights, strict=True)}
    edge = _MARGIN + _NARROW_WIDTH
    spans = {a.number: (ports[a.arrow.from_, a.number], ports[a.arrow.to, a.number]) for a in every}
    lane_of = _lanes(spans)
    paths = tuple(
        DrawnArrow(
            a,
            _beside(edge, 1, edge + _ARC + _TO_LANE * lane_of[a.number], *spans[a.number]),
            (edge + _MARK_AT, spans[a.number][0]),
        )
        for a in every
    )
    width = edge + _ARC + _TO_LANE * (max(lane_of.values(), default=0) + 1)
    return Layout(boxes, _heads(kb, columns, boxes), paths, width, top)


def _columns(kb: KnowledgeBase) -> list[list[str]]:
    """Return the boxes of each column that has any."""
    nodes = kb.logic_model.nodes.items()
    names = kb.vocabularies["logic-model-column"]
    columns = ([n for n, node in nodes if node.column == name] for name in names)
    return [column for column in columns if column]


def _heads(kb: KnowledgeBase, columns: list[list[str]], boxes: dict[str, Box]) -> tuple[Head, ...]:
    heads = []
    for column in columns:
        first = min((boxes[node] for node in column), key=lambda box: box.y)
        label = kb.label("logic-model-column", kb.logic_model.nodes[column[0]].column)
        heads.append(Head(first.x, first.y - _PADDING, label))
    return tuple(heads)


def _wrap(label: str, letters: int) -> tuple[str, ...]:
    return tuple(textwrap.wrap(label, letters))


def _chain(arrow: Arrow, at: dict[str, int]) -> list[tuple[str, int]]:
    """Return what an arrow passes, with the columns: its boxes, and a lane in each between them."""
    start, end = at[arrow.arrow.from_], at[arrow.arrow.to]
    step = 1 if end >= start else -1
    between = [(f"{arrow.number}@{column}", column) for column in range(start + step, end, step)]
    return [(arrow.arrow.from_, start), *between, (arrow.arrow.to, end)]


def _sort(stacks: list[list[str]], chains: list[list[tuple[str, int]]]) -> None:
    """Sort columns so that what is joined stands at about the same height: few arrows cross."""
    joined = [pair for chain in chains for pair in pairwise(chain) if pair[0][1] != pair[1][1]]
    near = by_key((one[0], other) for pair in joined for one, other in (pair, pair[::-1]))
    for _ in range(8):
        for column, stack in enumerate(stacks):

            def mean(item: str, stack: list[str] = stack) -> float:
                heights = [
                    (stacks[c].index(n) + 0.5) / len(stacks[c]) for n, c in near.get(item, ())
                ]
                own = (stack.index(item) + 0.5) / len(stack)
                return sum(heights) / len(heights) if heights else own

            stacks[column] = sorted(stack, key=mean)


def _stacked(
    kb: KnowledgeBase,
    every: tuple[Arrow, ...],
    stacks: list[list[str]],
    at: dict[str, int],
    left: float,
) -> dict[str, Box]:
    """Return the places of all boxes and lanes, spread over the height of the fullest column."""
    starts: dict[str, int] = defaultdict(int)
    ends: dict[str, int] = defaultdict(int)
    for arrow in every:
        is_beside = at[arrow.arrow.from_] == at[arrow.arrow.to]
        starts[arrow.arrow.from_] += 1
        (starts if is_beside else ends)[arrow.arrow.to] += 1
    heights: dict[str, float] = {}
    lines = {node: _wrap(kb.logic_model.nodes[node].label, _LETTERS) for node in at}
    for node in at:
        heights[node] = 2 * _PADDING + max(
            len(lines[node]) * LEADING, starts[node] * _START, ends[node] * _END
        )
    firsts = {next((i for i in stack if i in at), "") for stack in stacks}

    def room(item: str) -> float:
        return heights.get(item, _LANE) + (_HEAD if item in firsts else 0)

    full = [sum(map(room, stack)) + _BETWEEN * (len(stack) - 1) for stack in stacks]
    tall = max(full)
    places: dict[str, Box] = {}
    for column, stack in enumerate(stacks):
        spare = tall - full[column]
        gap = _BETWEEN + (spare / (len(stack) - 1) if len(stack) > 1 else 0)
        y = _MARGIN + (spare / 2 if len(stack) == 1 else 0)
        for item in stack:
            head = _HEAD if item in firsts else 0
            x = left + column * (_WIDTH + _GAP)
            places[item] = Box(x, y + head, _WIDTH, room(item) - head, lines.get(item, ()))
            y += room(item) + gap
    return places


def _wide_ports(
    every: tuple[Arrow, ...],
    chains: dict[int, list[tuple[str, int]]],
    places: dict[str, Box],
) -> dict[int, tuple[float, float]]:
    """Return the heights at which each arrow leaves and reaches its boxes, each its own."""
    sides: dict[tuple[str, int], list[tuple[float, int, bool]]] = defaultdict(list)
    for arrow in every:
        chain = chains[arrow.number]
        (one, start), (other, end) = chain[0], chain[-1]
        if start == end:
            side = -1 if start == 0 else 1
            leaving = reaching = side
        else:
            leaving = 1 if end > start else -1
            reaching = -leaving
        sides[one, leaving].append((places[chain[1][0]].middle, arrow.number, True))
        sides[other, reaching].append((places[chain[-2][0]].middle, arrow.number, False))
    heights: dict[tuple[int, bool], float] = {}
    for (node, _), own in sides.items():
        own.sort()
        spread = _spread(places[node], [is_start for *_, is_start in own])
        for (_, number, is_start), y in zip(own, spread, strict=True):
            heights[number, is_start] = y
    return {a.number: (heights[a.number, True], heights[a.number, False]) for a in every}


def _spread(box: Box, are_starts: list[bool]) -> list[float]:
    """Return heights over a box: a start, with its number, takes more room than an end."""
    rooms = [_START if is_start else _END for is_start in are_starts]
    grown = (box.height - 2 * _PADDING) / max(sum(rooms), 1)
    before = [sum(rooms[:at]) + room / 2 for at, room in enumerate(rooms)]
    return [box.y + _PADDING + grown * y for y in before]


def _lanes_by_column(beside: list[Arrow], at: dict[str, int]) -> dict[int, float]:
    """Return how much room the lanes beside each column take."""
    counts = Counter(at[arrow.arrow.from_] for arrow in beside)
    return {column: _ARC + number * _TO_LANE for column, number in counts.items()}


def _lanes(spans: dict[int, tuple[float, float]]) -> dict[int, int]:
    """Return a lane for each span, the shortest innermost; no two overlap in one."""
    lanes: list[list[tuple[float, float]]] = []
    result: dict[int, int] = {}
    for number, (one, other) in sorted(spans.items(), key=lambda s: abs(s[1][0] - s[1][1])):
        low, high = min(one, other), max(one, other)
        lane = next(
            (n for n, own in enumerate(lanes) if all(high + 4 < a or b + 4 < low for a, b in own)),
            len(lanes),
        )
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append((low, high))
        result[number] = lane
    return result


def _beside(edge: float, side: int, lane: float, y1: float, y2: float) -> str:
    """Return the way from a box to another one above or below: out, along a lane, and back."""
    down = 1 if y2 > y1 else -1
    corner = min(_ROUND, abs(y2 - y1) / 2)
    before = lane - side * corner
    return (
        f"M{edge:.1f} {y1:.1f}H{before:.1f}Q{lane:.1f} {y1:.1f} {lane:.1f} {y1 + down * corner:.1f}"
        f"V{y2 - down * corner:.1f}Q{lane:.1f} {y2:.1f} {before:.1f} {y2:.1f}"
        f"H{edge + side * _TIP:.1f}"
    )


def _curved(points: list[Point]) -> str:
    """Return a way through points: level where it passes a column, curved between columns."""
    (x, y), *_ = points
    way = f"M{x:.1f} {y:.1f}"
    for (x1, y1), (x2, y2) in pairwise(points):
        half = (x2 - x1) / 2
        is_level = y1 == y2
        way += (
            f"H{x2:.1f}"
            if is_level
            else f"C{x1 + half:.1f} {y1:.1f} {x2 - half:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
        )
    return way
