"""What follows from a plan's inputs: worked out, and put into rows, by the page's own scripts.

`browser/pilot/arithmetic.js` and `rows.js` need no page, so Python calls them: a plan is the same
in the browser, in a notebook and in the briefs, because there is one way to work it out.
"""

import json
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Any

from browser_code.engine import Modules
from knowledge_base.model.plan_limits import MOST_PRICE, OF_INPUTS
from knowledge_base.model.range import Range
from knowledge_base.pages.plan.files import BROWSER
from knowledge_base.views.catalogue import Offer
from knowledge_base.views.pilot_inputs import RANGES, WORDING, PilotInputs


@dataclass(frozen=True)
class PilotPlan:
    """What follows from the inputs."""

    inputs: PilotInputs
    places: int
    training_groups: Range
    """Groups to buy, over the offers that are sold by the group; zeros if none is."""
    training_days: Range
    """Key workers' days of teaching, all together."""
    contact_hours: float
    """Key workers' hours in training, all together."""
    independent_hours: float
    """Key workers' hours of independent study, all together."""
    groups: int
    """Supervision groups."""
    largest_group: int
    """People in the largest of them."""
    sessions_each: float
    """Sessions of one group over the whole time."""
    sessions: float
    """Sessions of all groups over the whole time."""
    sessions_a_month: float
    """Sessions of all groups in an average month."""
    worker_hours_a_month: Range
    """Hours in supervision of one key worker in an average month."""
    supervision_hours: Range
    """Key workers' hours in supervision over the whole time, all together."""
    worker_hours: Range
    """Key workers' hours with course staff, of own study and in supervision, all together."""
    family_minutes: Range
    """Minutes for each family, if all of a group's are discussed once in four weeks."""
    clinician_hours_a_month: Range
    """Clinicians' hours in sessions and preparing them, in an average month."""
    clinician_hours: Range
    """The same over the whole time."""
    clinician_share: Range
    """Those hours in per cent of the clinicians' paid hours."""
    low_total_share: Range
    """The same for the fewest clinicians, whom the low total pays for."""
    clinicians_needed: Range
    """Full-time clinicians whose paid time holds the sessions and the time to leave free."""
    training_cost: Range
    clinician_cost: Range
    other_costs: Range
    cost: Range
    """Pounds for all three over the whole time."""


@dataclass(frozen=True)
class TimeRow:
    """A line of the table of people and time."""

    what: str
    figure: str
    how: str


@dataclass(frozen=True)
class CostRow:
    """A line of the table of costs."""

    what: str
    low: str
    central: str
    high: str
    how: str


@dataclass(frozen=True)
class OfferCost:
    """What an offer costs for all key workers, with VAT where that comes on top."""

    groups: int
    """How often its price must be paid so that everybody has a place."""
    cost: float
    how: str
    """How the cost is worked out."""


@dataclass(frozen=True)
class Results:
    """A plan as its page shows it: in sentences and pictures, and in tables."""

    plan: PilotPlan
    facts: dict[str, Any]
    """What sentences and pictures are made of, by name."""
    cost_rows: tuple[CostRow, ...]
    time_rows: tuple[TimeRow, ...]

    def say(self, *key: str) -> str:
        """Return a sentence of the wording on this plan."""
        return WORDING.say(".".join(key), **self.facts)

    @property
    def warning(self) -> str:
        """Where the clinicians' paid time would not be enough, if it would not."""
        notes = (self.say("notes", name) for name in ("capacity", "low_total"))
        return " ".join(note for note in notes if note)

    def across(self, ratio: str) -> str:
        """Return where in a picture a fact is: `plan.cost.low/plan.cost.high`, in per cent."""
        number, end = (_at(self.facts, path) for path in ratio.split("/"))
        return f"{100 * number / (end or 1):.2f}%"


def pilot_plan(inputs: PilotInputs) -> PilotPlan:
    """Return what follows from the inputs. Raises ValueError if there are problems with them."""
    return PilotPlan(**(_worked_out("Arithmetic.pilotPlan", inputs) | {"inputs": inputs}))


def problems(inputs: PilotInputs) -> tuple[tuple[str, str], ...]:
    """Return what keeps a plan from being made: the field's name and a plain message."""
    # JSON has no word for what is no finite number; null is none either.
    finite = json.loads(json.dumps(asdict(inputs)), parse_constant=lambda _: None)
    pairs = _scripts().call("(inputs) => Arithmetic.problemsOf(inputs, data)", finite)
    return tuple((name, message) for name, message in pairs)


def sensitivity(inputs: PilotInputs) -> dict[str, Range]:
    """Return for each uncertain input the total cost at its low, central and high figure.

    All other inputs are at their central figures. For VAT and for groups bought whole, low is
    without them. Sorted by how far the input moves the total. Raises ValueError if there are
    problems with the inputs.
    """
    return dict(_worked_out("Arithmetic.sensitivity", inputs))


def results(plan: PilotPlan) -> Results:
    """Return the plan with what its page says and shows of it.

    Raises ValueError if there are problems with its inputs.
    """
    facts, costs, times = _worked_out("(inputs) => Rows.resultsOf(data, inputs)", plan.inputs)
    return Results(
        plan,
        facts,
        tuple(CostRow(*cells) for cells in costs),
        tuple(TimeRow(*cells) for cells in times),
    )


def offer_cost(inputs: PilotInputs, offer: Offer) -> OfferCost:
    """Return what an offer costs for these key workers.

    Raises ValueError if there are problems with the offer or the inputs.
    """
    function = "(inputs) => Rows.offerCost(data, inputs, inputs.offers[0])"
    return OfferCost(**_worked_out(function, replace(inputs, offers=(offer,))))


def script_data() -> dict[str, Any]:
    """Return what the scripts need beside a plan's inputs."""
    fields = [
        {"name": name, **limits._asdict()}
        | {part: WORDING.at(f"inputs.{name}.{part}") for part in ("label", "unit")}
        for name, limits in OF_INPUTS.items()
    ]
    return {
        "fields": fields,
        "ranges": list(RANGES),
        "mostPrice": MOST_PRICE,
        "wording": WORDING.sentences,
    }


def _worked_out(function: str, inputs: PilotInputs) -> Any:
    """Return what a script makes of inputs. Raises ValueError if there are problems with them."""
    if faults := problems(inputs):
        raise ValueError("; ".join(f"{name}: {message}" for name, message in faults))
    return _scripts().call(function, asdict(inputs), as_object=_as_range)


@lru_cache(maxsize=1)
def _scripts() -> Modules:
    pilot = BROWSER / "pilot"
    scripts = Modules(Arithmetic=pilot / "arithmetic.js", Rows=pilot / "rows.js")
    scripts.call("(data) => { globalThis.data = data; }", script_data())
    return scripts


def _as_range(figures: dict[str, Any]) -> Range | dict[str, Any]:
    return Range(**figures) if figures.keys() == {"low", "central", "high"} else figures


def _at(facts: Any, path: str) -> float:
    for name in path.split("."):
        facts = facts[name] if isinstance(facts, dict) else getattr(facts, name)
    number: float = facts
    return number
