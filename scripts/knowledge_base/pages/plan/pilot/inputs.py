"""What a plan is made from, and where each default comes from."""

from dataclasses import dataclass

from knowledge_base.model.blueprint import Measure
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.pilot_defaults import Measured
from knowledge_base.views.pilot_inputs import WORDING, PilotInputs, foundation_courses


@dataclass(frozen=True)
class Origin:
    """Where a default comes from."""

    records: tuple[str, ...]
    """Records that say why the figure matters."""
    assumption: str
    """What is ours in it, and why we chose it; empty where all of it is reported."""
    measure: Measure | None
    """The number of the blueprint that it is, with its records."""


@dataclass(frozen=True)
class Input:
    """A figure that a plan is made from."""

    label: str
    shown: str
    origin: Origin


def origins(kb: KnowledgeBase) -> dict[str, Origin]:
    """Return where each input's default comes from, by the input's name."""
    result = {}
    for name, default in kb.pilot_defaults.origins():
        ours = [default.assumption or "", lowest_pay(kb) if name == "salary" else ""]
        result[name] = Origin(
            default.records,
            " ".join(sentence for sentence in ours if sentence),
            kb.measure(default) if isinstance(default, Measured) else None,
        )
    return result


def lowest_pay(kb: KnowledgeBase) -> str:
    """Return which of the posts on the report's list is paid least; nothing if there is no post."""
    posts = kb.clinician_posts.values()
    post = min(posts, key=lambda post: post.salary_low, default=None)
    if post is None:
        return ""
    return WORDING.say(
        "lowest_pay",
        title=post.title,
        has_scale=bool(post.band and post.scale),
        band=post.band or "",
        year=post.scale.year if post.scale else "",
        names_therapist=post.names_therapist,
        salary=post.salary_low,
    )


def input_rows(kb: KnowledgeBase, inputs: PilotInputs) -> dict[str, Input]:
    """Return what the plan is made from, by name, in the order of the page's script."""
    values = vars(inputs) | {"course": len(foundation_courses(kb))}
    return {
        name: Input(
            WORDING.say(f"inputs.{name}.label"),
            WORDING.say(f"inputs.{name}.shown", value=values[name]),
            origin,
        )
        for name, origin in origins(kb).items()
    }
