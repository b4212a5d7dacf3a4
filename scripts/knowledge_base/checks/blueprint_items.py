"""A component without a blueprint, or one that says nothing on one of the twelve TIDieR items."""

from collections.abc import Iterator

from knowledge_base.model.base import tells
from knowledge_base.model.blueprint import Blueprint
from knowledge_base.model.places import Location
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import BLUEPRINT
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "blueprint-items",
    "Each component's blueprint covers all twelve TIDieR items, or says what is open.",
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each TIDieR item or whole blueprint that is absent or empty."""
    files = evidence.files.get(BLUEPRINT.name, {})
    # A base without any is of a topic that describes none.
    for component in evidence.vocabulary("component") if files else ():
        if component not in files:
            yield RULE.finding(
                Location(f"evidence/blueprint/{component}.yml"),
                f"the component '{component}' has no blueprint.",
                "Add the file, with what is known of each item, or that it is open.",
            )
    items = evidence.vocabulary("tidier-item")
    for entry in evidence.in_parts(BLUEPRINT):
        blueprint: Blueprint = entry.value
        for item in items if isinstance(blueprint.tidier, dict) else ():
            answer = blueprint.tidier.get(item)
            if answer is None:
                yield RULE.finding(
                    entry.document.at(("tidier",)),
                    f"the TIDieR item '{item}' is absent.",
                    "Add it with 'statements:', or with 'not_reported:' and what is open.",
                )
            elif (
                tells(answer, "statements", "not_reported")
                and not answer.statements
                and answer.not_reported is None
            ):
                yield RULE.finding(
                    entry.document.at(("tidier", item)),
                    f"the TIDieR item '{item}' says nothing.",
                    "Add 'statements:', or 'not_reported:' and what is open.",
                )
