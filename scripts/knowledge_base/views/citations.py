"""How sources are named in running text, each in its own way."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from string import ascii_lowercase

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.source import Source


def citation_labels(sources: dict[str, Source]) -> dict[str, str]:
    """Return each source's label by key: `Owen et al. (2019)`, with letters where two agree."""
    same: dict[str, list[str]] = defaultdict(list)
    for key, source in sorted(sources.items()):
        same[source.short].append(key)
    labels = {}
    for label, keys in same.items():
        for position, key in enumerate(keys):
            letter = ascii_lowercase[position % 26] if len(keys) > 1 else ""
            undated = letter if not letter or label[-2].isdigit() else f"-{letter}"
            labels[key] = f"{label[:-1]}{undated})"
    return dict(sorted(labels.items()))


def newest(kb: KnowledgeBase) -> date:
    """Return the day on which the newest record was added: the date of the evidence."""
    return max(record.added for record in kb.records.values())


def claims_by_source(kb: KnowledgeBase) -> dict[str, int]:
    """Return how many published records rest on each source that has any."""
    counts: dict[str, int] = defaultdict(int)
    for record in kb.published:
        counts[record.source] += 1
    return dict(sorted(counts.items()))
