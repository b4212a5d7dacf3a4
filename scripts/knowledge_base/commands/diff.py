"""`kb diff`: show what changed between two versions of the evidence."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any

from knowledge_base.commands.common import show
from knowledge_base.commands.versions import NoVersionError, version
from knowledge_base.exports.formats import whole
from knowledge_base.loading import EvidenceError
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.changes import GONE, SOURCE_FELL, CellState, Changes, Loss, changes
from knowledge_base.views.gap_map import standings
from knowledge_base.wording.nouns import counted

_PARTS = {field.name for field in fields(KnowledgeBase)}
_HOW = {
    GONE: "its file is gone, and no notice says why",
    SOURCE_FELL: "its source was taken back",
    "draft": "back to draft",
}
"""How a record fell, where its status does not say so by itself."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb is told on the command line."""
    what = "a project's folder, a folder with a data package, or a git revision"
    parser.add_argument("old", metavar="OLD", help=f"the earlier version: {what}")
    parser.add_argument("new", metavar="NEW", help=f"the later version: {what}")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print what changed; return 1 if one of the versions can't be read."""
    bases: list[KnowledgeBase] = []
    for name in (arguments.old, arguments.new):
        try:
            bases.append(version(name, arguments.root))
        except NoVersionError as error:
            arguments.error(str(error))
        except EvidenceError as error:
            show(error.findings, sys.stderr)
            print(f"'{name}' can't be read in full.", file=sys.stderr)
            return 1
    old, new = bases
    changed = changes(old, new)
    if arguments.format == "json":
        values = [asdict(value) for value in other_values(old, new, changed)]
        data = asdict(changed) | {"values": values}
        print(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        print(as_text(old, new, changed))
    return 0


@dataclass(frozen=True)
class Value:
    """A value that is another than before; None where there is none."""

    place: str
    """The way to it in the data: `providers > bath > courses > foundation > cost > amount`."""
    before: Any
    after: Any


def other_values(old: KnowledgeBase, new: KnowledgeBase, changed: Changes) -> list[Value]:
    """Return what else has changed, value for value: no rule can judge every word of it."""
    listed = {name for item in changed.renamed for name in (item.old, item.new)}
    listed.update(item.id for item in changed.added)
    listed.update(item.id for item in changed.corrected)
    listed.update(item.id for item in changed.fallen)
    data = [whole.everything(kb) for kb in (old, new)]
    # What one version does not have at all, it may be too old for.
    parts = _PARTS.intersection(*data)
    before, after = (dict(_values(one)) for one in data)
    return [
        Value(" > ".join(trail), before.get(trail), after.get(trail))
        for trail in dict.fromkeys([*before, *after])
        if before.get(trail) != after.get(trail)
        and trail[0] in parts
        and not (trail[0] == "records" and trail[1] in listed)
    ]


def _values(value: Any, trail: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if not isinstance(value, dict | list):
        yield trail, value
        return
    for key, item in value.items() if isinstance(value, dict) else enumerate(value, start=1):
        yield from _values(item, (*trail, str(key)))


def as_text(old: KnowledgeBase, new: KnowledgeBase, changed: Changes) -> str:
    """Return what changed below one another, under a heading for each kind of change."""
    values = other_values(old, new, changed)
    groups = (
        (
            f"Added: {counted(len(changed.added), 'record')}",
            [f"{item.id}: {item.claim}" for item in changed.added],
        ),
        (
            f"Renamed: {counted(len(changed.renamed), 'record')}",
            [f"{item.old} → {item.new}" for item in changed.renamed],
        ),
        (
            f"Corrected: {counted(len(changed.corrected), 'record')}",
            [f"{item.id}: {', '.join(item.fields)}" for item in changed.corrected],
        ),
        (
            f"No longer counted: {counted(len(changed.fallen), 'record')}",
            [f"{item.id}: {_how(item)}" for item in changed.fallen],
        ),
        (
            f"Other values changed: {counted(len(values), 'value')}",
            [f"{one.place}: {_quoted(one.before)} → {_quoted(one.after)}" for one in values],
        ),
        (
            f"Map cells changed: {counted(len(changed.cells), 'cell')}",
            [
                f"{_label(new, 'component', cell.component)} × "
                f"{_label(new, 'outcome', cell.outcome)}: "
                f"{_state(new, cell.before)} → {_state(new, cell.after)}"
                for cell in changed.cells
            ],
        ),
    )
    if not any(lines for _, lines in groups):
        return "Nothing changed."
    return "\n\n".join(
        "\n".join([heading, *(f"  {line}" for line in lines)]) for heading, lines in groups
    )


def _quoted(value: Any) -> str:
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)


def _how(item: Loss) -> str:
    if item.how == GONE and item.successor:
        return f"its file is gone, and its old address leads to {item.successor}"
    how = _HOW.get(item.how, item.how)
    successor = f", see {item.successor}" if item.successor else ""
    return f"{how}{successor}{f'. {item.reason}' if item.reason else ''}"


def _state(kb: KnowledgeBase, state: CellState) -> str:
    counts = f"{counted(len(state.studies), 'study', 'studies')}, " + counted(
        len(state.claims), "claim"
    )
    directions = ", ".join(_label(kb, "direction", word).lower() for word in state.directions)
    standing = standings(kb)[state.standing].label
    return f"{standing} ({counts}{f'; {directions}' if directions else ''})"


def _label(kb: KnowledgeBase, vocabulary: str, word: str) -> str:
    """Return how pages name a word, or the word itself where the later version has it no more."""
    term = kb.vocabularies[vocabulary].get(word)
    return term.label if term else word
