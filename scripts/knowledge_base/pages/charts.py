"""Bars along one axis from zero, as `book/parts/charts/bars.html.jinja` draws them on any page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Bar:
    """A bar, of one part or of several that follow each other."""

    label: str
    text: str
    """Its figures in words."""
    parts: tuple[tuple[float, float], ...]
    """The least and the most of each part."""

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the most of all parts together."""
        return sum(low for low, _ in self.parts), sum(high for _, high in self.parts)

    @property
    def starts(self) -> tuple[float, ...]:
        """Where each part begins: after the most of those before it."""
        return tuple(sum(high for _, high in self.parts[:at]) for at in range(len(self.parts)))


@dataclass(frozen=True)
class Chart:
    """Bars along one axis."""

    title: str
    bars: tuple[Bar, ...]
    records: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    more: tuple[str, str] | None = None
    """The page that lists the same one by one: its name and address."""
    ends: tuple[str, str] | None = None
    """Where the axis begins and ends. Bars of such a chart stand close together: their names are
    shown to those who point at them or have the page read out."""

    @property
    def most(self) -> float:
        """Where the axis ends."""
        return max(bar.ends[1] for bar in self.bars)

    def wide(self, number: float) -> float:
        """Return how wide a number is, in per cent of the axis."""
        return round(100 * number / self.most, 2) if self.most else 0

    @classmethod
    def of_counts(cls, title: str, counts: Mapping[str, int]) -> Self:
        """Return counts by their labels as bars; what there is none of has no bar."""
        bars = (Bar(label, str(n), ((n, n),)) for label, n in counts.items() if n)
        return cls(title, tuple(bars))
