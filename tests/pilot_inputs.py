"""Random inputs of a pilot's plan, for tests that want any plan."""

from __future__ import annotations

import random
from typing import Any

from knowledge_base.model.pilot_defaults import FREQUENCIES
from knowledge_base.model.plan_limits import MOST_PRICE, OF_INPUTS
from knowledge_base.model.range import Range
from knowledge_base.views.catalogue import Offer
from knowledge_base.views.pilot_inputs import RANGES, PilotInputs


def random_inputs(chance: random.Random, *, wild: bool = False) -> PilotInputs:
    """Return inputs from the whole of what is allowed; if wild, now and then from beyond."""
    values: dict[str, Any] = {}
    for name, limits in OF_INPUTS.items():
        figures = sorted(_figure(chance, *limits) for _ in range(3))
        if wild and chance.random() < 0.08:
            figures[chance.randrange(3)] = chance.choice([-1, 0.5, limits.most + 1, 1e12, 2.25])
        if wild and chance.random() < 0.05:
            chance.shuffle(figures)
        values[name] = Range(*figures) if name in RANGES else figures[1]
    if not wild:
        values["teams"] = min(values["teams"], values["key_workers"])
    return PilotInputs(
        offers=tuple(
            Offer(
                chance.choice([0.0, 1.0, 2_312.5, round(chance.uniform(0, MOST_PRICE), 2)]),
                chance.choice([1, 1, 2, 20, 37, chance.randint(1, 500)]),
                plus_vat=chance.random() < 0.5,
                at_least=chance.random() < 0.4,
            )
            for _ in range(chance.randint(1, 7))
        ),
        whole_groups=chance.random() < 0.7,
        frequency=chance.choice(FREQUENCIES),
        advised_group_size=chance.choice([6, 20]),
        least_study_hours=values["contact_hours"] + values["independent_hours"]
        if chance.random() < 0.5
        else 180,
        therapist_salary=chance.choice([0, 30_000]),
        level=chance.choice(["", "", "Management. For managers."]),
        unstated=tuple(chance.sample(["days", "hours"], chance.randint(0, 2))),
        **values,
    )


def _figure(chance: random.Random, least: float, most: float, whole: bool) -> float:
    kind = chance.random()
    if kind < 0.08:
        return least
    if kind < 0.12:
        return most
    top = min(most, least + 10 ** chance.uniform(0, 5))
    if whole:
        return chance.randint(int(least), int(top))
    return round(chance.uniform(least, top), chance.randint(0, 4))
