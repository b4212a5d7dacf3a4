"""A DOI or link that can't work, or that leads somewhere a reader shouldn't be sent."""

import re
from collections.abc import Iterator
from typing import Any

from knowledge_base.model.links import has_web_scheme, is_well_formed
from knowledge_base.model.report import NextStep
from knowledge_base.model.source import Source
from knowledge_base.reading.evidence import Evidence, EvidenceFile
from knowledge_base.reading.file_kinds import REPORT
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "malformed-link",
    "DOIs are bare and well formed; links are http or https; pages are named by their file.",
)

# Behind the slash stands anything that can be printed: the DOI handbook, under "DOI name".
# Braces would end the field that they stand in.
_DOI = re.compile(r"10\.\d{2,9}(?:\.\d+)*/[^\s{}]+\Z")
_PAGE = re.compile(r"/book/([a-z0-9-]+/)*[a-z0-9-]+\.md\Z")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each DOI or link that is not well formed."""
    for source in evidence.sources.values():
        yield from _doi(source)
        yield from _link(source)
    for entry in evidence.in_parts(REPORT):
        yield from _pages(entry)


def _doi(source: Source) -> Iterator[Finding]:
    doi = source.fields.get("doi")
    if doi is not None and not _DOI.match(doi):
        yield RULE.finding(
            source.lines["doi"],
            f"'{doi}' is not a DOI.",
            "Give the bare DOI, as in 10.1136/bmj.g1687, without 'https://doi.org/'.",
        )


def _link(source: Source) -> Iterator[Finding]:
    link = source.fields.get("url")
    if link is None:
        return
    if not has_web_scheme(link):
        yield RULE.finding(
            source.lines["url"],
            f"'{link}' is not a link that begins with http:// or https://.",
            "Give the whole address of the page, as your browser shows it.",
        )
    elif not is_well_formed(link):
        yield RULE.finding(
            source.lines["url"],
            f"'{link}' is not a well-formed link.",
            "Copy the address from your browser; it holds no spaces, quotes or angle brackets.",
        )


def _pages(entry: EvidenceFile[Any]) -> Iterator[Finding]:
    steps = entry.value.next_steps
    for step_id, step in steps.items() if isinstance(steps, dict) else ():
        here = step.here if isinstance(step, NextStep) and isinstance(step.here, dict) else {}
        for label, page in here.items():
            if isinstance(page, str) and not _PAGE.match(page):
                yield RULE.finding(
                    entry.document.at(("next_steps", step_id, "here", label)),
                    f"'{page}' does not name a page of this book.",
                    "Give its file from the root of the project, as in /book/plan/pilot.md.",
                )
