"""Where the marks of a plan's pictures are, in per cent of their widths.

The page's script, `pages/plan/browser/pilot/pictures.js`, works them out in the same way.
"""

from __future__ import annotations

from knowledge_base.views.pilot_plan import FULL_TIME, PilotInputs, PilotPlan, sensitivity

ENDS = ("low", "central", "high")

GAUGE_LEAST, GAUGE_MOST = 120, 300
"""Per cent of paid time that the gauge shows at the least and at the most."""


def bars(plan: PilotPlan) -> dict[str, dict[str, float]]:
    """Return the parts of the cost at each end of its range, against the highest cost."""
    most = plan.cost.high or 1
    parts = {
        "training": plan.training_cost,
        "clinicians": plan.clinician_cost,
        "other": plan.other_costs,
    }
    return {
        end: {name: 100 * getattr(cost, end) / most for name, cost in parts.items()} for end in ENDS
    }


def gauge(plan: PilotPlan) -> dict[str, float]:
    """Return how much of the clinicians' paid time sessions take, and what is to be left free."""
    share = plan.clinician_share
    end = min(max(share.high, GAUGE_LEAST), GAUGE_MOST)
    low, central, high = (100 * min(figure, end) / end for figure in vars(share).values())
    full, free = 100 * FULL_TIME / end, 100 * (FULL_TIME - plan.inputs.reserve_percent) / end
    return {
        "low": low,
        "range": high - low,
        "central": central,
        "free": free,
        "reserve": full - free,
        "full": full,
        "over": 100 - full,
    }


def moves(inputs: PilotInputs) -> dict[str, dict[str, float]]:
    """Return the total at both ends of each uncertain input, and its bar; the longest first."""
    totals = sensitivity(inputs)
    least = min(total.low for total in totals.values())
    span = max(total.high for total in totals.values()) - least or 1
    return {
        name: {
            "low": total.low,
            "high": total.high,
            "start": 100 * (total.low - least) / span,
            "width": 100 * (total.high - total.low) / span,
            "central": 100 * (total.central - least) / span,
        }
        for name, total in totals.items()
    }
