"""An arrow of the logic model that leads nowhere, is drawn twice, or rests on nothing."""

from collections.abc import Iterator

from knowledge_base.model.base import tells
from knowledge_base.model.logic_model import LogicModel
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import LOGIC_MODEL
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule
from knowledge_base.reading.validation import did_you_mean

RULE = Rule(
    "logic-model-arrow",
    "Each arrow of the logic model joins two boxes and names its records or its assumption.",
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each arrow that doesn't hold."""
    for entry in evidence.in_parts(LOGIC_MODEL):
        model: LogicModel = entry.value
        seen: set[tuple[str, str]] = set()
        for position, arrow in enumerate(model.arrows if isinstance(model.arrows, tuple) else ()):
            if not tells(arrow, "from_", "to"):
                continue
            trail = ("arrows", position)
            for key, node in (("from", arrow.from_), ("to", arrow.to)):
                if isinstance(model.nodes, dict) and node not in model.nodes:
                    yield RULE.finding(
                        entry.document.at((*trail, key)),
                        f"there is no box '{node}'.",
                        did_you_mean(node, model.nodes),
                    )
            if (arrow.from_, arrow.to) in seen or arrow.from_ == arrow.to:
                yield RULE.finding(
                    entry.document.at(trail),
                    f"the arrow from '{arrow.from_}' to '{arrow.to}' is there already, "
                    "or ends where it begins.",
                    "Keep one arrow for each pair of boxes.",
                )
            seen.add((arrow.from_, arrow.to))
            if (
                tells(arrow, "records", "assumption")
                and not arrow.records
                and arrow.assumption is None
            ):
                yield RULE.finding(
                    entry.document.at(trail),
                    f"the arrow from '{arrow.from_}' to '{arrow.to}' rests on nothing.",
                    "Name its 'records:', or say with 'assumption:' what is assumed.",
                )
