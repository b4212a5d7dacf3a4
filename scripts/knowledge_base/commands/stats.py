"""`kb stats`: count what is in the evidence base."""

import argparse
import json
from dataclasses import asdict

from knowledge_base.commands.common import load_or_report
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.statistics import Statistics, statistics

_TOTALS = {
    "claims": "published claims",
    "claims_of_studies": "of these, resting on a study or review",
    "claims_read_in_part": "of these, read in an abstract or opening only",
    "claims_apart": "of these, not on a component itself",
    "claims_checked": "of these, cited through another document and checked against the source",
    "studies": "studies behind them",
    "studies_with_findings": "of these, with a finding on an outcome for a part of the model",
    "studies_read": "of these, read in full",
    "studies_read_in_part": "of these, read in an abstract or opening only",
    "studies_apart": "of these, not on a component itself",
    "reviews": "reviews of other people's studies, counted separately",
    "reviews_read": "of these, read in full",
    "reviews_read_in_part": "of these, read in an abstract or opening only",
    "sources": "sources of published claims",
    "sources_read": "of these, read in full",
    "sources_read_in_part": "of these, read in an abstract or opening only",
    "sources_cited_through": "of these, only cited through another document",
    "providers": "providers",
    "courses": "courses",
    "gaps": "gaps",
    "discrepancies": "notes on the report",
}
_GROUPS = (
    ("by_status", "Records by status", "status"),
    ("by_component", "Claims by component", "component"),
    ("by_kind", "Claims by kind", "claim-kind"),
    ("by_basis", "Claims by kind of evidence", "evidence-basis"),
    ("studies_by_basis", "Studies by kind of evidence", "evidence-basis"),
    ("studies_apart_by_basis", "Studies not on a component itself, by kind", "evidence-basis"),
    ("by_setting", "Claims by setting", "setting"),
    ("studies_by_setting", "Studies by setting", "setting"),
    ("by_direction", "Claims by direction", "direction"),
    ("by_how_read", "Claims by how they were read", "how-read"),
    ("by_nearness", "Claims by nearness", "nearness"),
    ("by_source_check", "Source checks by verdict", "source-check"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb is told on the command line."""
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print the numbers; return 1 if the evidence has errors."""
    kb = load_or_report(arguments.root)
    if kb is None:
        return 1
    numbers = statistics(kb)
    if arguments.format == "json":
        print(json.dumps(asdict(numbers), indent=2))
    else:
        print(as_text(kb, numbers))
    return 0


def as_text(kb: KnowledgeBase, numbers: Statistics) -> str:
    """Return the numbers below one another, each with its label, in groups."""
    groups = [("", [(label, getattr(numbers, name)) for name, label in _TOTALS.items()])]
    groups += [
        (title, [(kb.label(kind, term), n) for term, n in getattr(numbers, name).items()])
        for name, title, kind in _GROUPS
    ]
    wide = max(len(f"{number:,}") for _, rows in groups for _, number in rows)
    return "\n\n".join(
        "\n".join(
            [
                *([title] if title else []),
                *(f"{number:>{wide + 2},}  {label}" for label, number in rows),
            ]
        )
        for title, rows in groups
        if rows
    )
