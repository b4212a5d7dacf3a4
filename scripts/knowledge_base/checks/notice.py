"""A withdrawn or superseded record that doesn't say when and why."""

from collections.abc import Iterator, Mapping

from knowledge_base.model.record import GONE
from knowledge_base.reading.demands import Condition, Demand
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import WARNING, Finding
from knowledge_base.reading.rules import Rule

RULE = Rule("notice", "A withdrawn or superseded record says when and why, and what replaces it.")


def _successor(*condition: Condition) -> Demand:
    return Demand(
        (
            Condition("status", "is", "superseded"),
            Condition("notice", "given"),
            *condition,
        ),
        "notice",
        "the record is superseded, but does not say by which other record.",
        "Add 'superseded_by:' with the other record's id.",
    )


DEMANDS = (
    Demand(
        (Condition("status", "is one of", GONE), Condition("notice", "absent")),
        "status",
        "the record is {status}, but does not say when and why.",
        "Add 'notice:' with 'date' and 'reason'.",
    ),
    Demand(
        (Condition("status", "is none of", GONE), Condition("notice", "given")),
        "notice",
        "the record has a notice, but its status is '{status}'.",
        "Set the status to 'withdrawn' or 'superseded', or remove the notice.",
        of_key=True,
    ),
    _successor(Condition("notice.superseded_by", "absent")),
    _successor(Condition("notice.superseded_by", "same as", "id")),
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each record whose status and notice don't agree."""
    successors = {
        entry.id: entry.value.notice.superseded_by
        for entry in evidence.records_that_tell("notice")
        if entry.value.notice is not None and entry.value.notice.superseded_by is not None
    }
    drafts = {e.id for e in evidence.records_that_tell("status") if e.value.status == "draft"}
    for entry in evidence.records_that_tell("status", "notice"):
        successor = successors.get(entry.id)
        if entry.value.status != "superseded" or successor in (None, entry.id):
            continue
        if successor in drafts:
            yield RULE.finding(
                entry.document.at(("notice", "superseded_by")),
                f"'{successor}', which takes the record's place, is a draft that no page shows.",
                "Publish it, or name a record that is published.",
                WARNING,
            )
        if entry.id in _successors(entry.id, successors):
            yield RULE.finding(
                entry.document.at(("notice", "superseded_by")),
                f"'{successor}' is itself superseded, in the end by this record.",
                "Name the record that still counts.",
            )


def _successors(record_id: str, successors: Mapping[str, str]) -> Iterator[str]:
    """Yield what supersedes a record, then what supersedes that, each once."""
    seen: set[str] = set()
    while (following := successors.get(record_id)) is not None and following not in seen:
        yield following
        seen.add(following)
        record_id = following
