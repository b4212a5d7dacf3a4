"""A file whose name or folder doesn't agree with what it is."""

import re
from collections.abc import Iterator
from typing import Any

from knowledge_base.model.base import ID_PATTERN
from knowledge_base.model.groups import by_key
from knowledge_base.model.places import Location
from knowledge_base.reading.evidence import Evidence, EvidenceFile
from knowledge_base.reading.file_kinds import FILE_KINDS, RECORDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.ids import LONGEST
from knowledge_base.reading.rules import Rule
from knowledge_base.reading.validation import did_you_mean

RULE = Rule("misplaced-file", "A file's name is its id, and a record is in its component's folder.")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each file whose name, folder or place is wrong."""
    for family in FILE_KINDS:
        for entry in evidence.files.get(family.name, {}).values():
            if not entry.proof:
                yield from _name(entry)
    yield from _folders(evidence)
    yield from _names_used_twice(evidence)
    yield from _blueprints(evidence)


def _name(entry: EvidenceFile[Any]) -> Iterator[Finding]:
    path = entry.path
    if not re.fullmatch(ID_PATTERN, entry.id):
        yield Finding(
            Location(path),
            "id-form",
            f"the file's name '{entry.id}' is not in the form of an id.",
            "Use lower-case letters, digits and single hyphens, as in 'bostock-2017-skill.yml'.",
        )
    elif len(entry.id) > LONGEST:
        yield Finding(
            Location(path),
            "id-form",
            f"the file's name has {len(entry.id)} characters, more than {LONGEST}.",
            "Shorten it: author, year and two or three words that tell it from the others.",
        )


def _folders(evidence: Evidence) -> Iterator[Finding]:
    for entry in evidence.records_that_tell("component"):
        folder = entry.path.split("/")[-2]
        component = entry.value.component
        if component != folder:
            yield RULE.finding(
                entry.document.at(("component",)),
                f"the component is '{component}' but the file is in the folder '{folder}'.",
                f"Move the file to evidence/records/{component}/, or correct the component.",
            )


def _names_used_twice(evidence: Evidence) -> Iterator[Finding]:
    records = evidence.files.get(RECORDS.name, {}).values()
    paths = by_key((entry.id, entry.path) for entry in records)
    for record_id, places in sorted(paths.items()):
        for path in sorted(places)[1:]:
            yield RULE.finding(
                Location(path),
                f"the id '{record_id}' is already used by {min(places)}.",
                "Ids are unique over all components: rename one of the two files.",
            )


def _blueprints(evidence: Evidence) -> Iterator[Finding]:
    components = evidence.known_ids("component")
    for component, entry in sorted(evidence.files.get("blueprint", {}).items()):
        if components and component not in components:
            yield RULE.finding(
                Location(entry.path),
                f"there is no component '{component}' that this blueprint could be of.",
                did_you_mean(component, components),
            )
