"""Everything as JSON."""

import json
from typing import Any

from knowledge_base.model.knowledge_base import KnowledgeBase

EVERYTHING = "knowledge-base.json"
CONTENTS = {EVERYTHING: "everything, as one file"}


def files(kb: KnowledgeBase) -> dict[str, str]:
    """Return the whole knowledge base."""
    return {EVERYTHING: json.dumps(_everything(kb), indent=1, ensure_ascii=False) + "\n"}


def _everything(kb: KnowledgeBase) -> dict[str, Any]:
    def many(entities: dict[str, Any]) -> dict[str, Any]:
        return {
            key: value.model_dump(mode="json", by_alias=True, exclude_none=True)
            for key, value in entities.items()
        }

    return {
        "records": many(kb.records),
        "studies": many(kb.studies),
        "sources": {key: dict(s.fields) | {"type": s.kind} for key, s in kb.sources.items()},
        "blueprint": many(kb.blueprint),
        "providers": many(kb.providers),
        "instruments": many(kb.instruments),
        "clinician_posts": many(kb.clinician_posts),
        "logic_model": kb.logic_model.model_dump(mode="json", by_alias=True, exclude_none=True),
        "pilot_defaults": kb.pilot_defaults.model_dump(mode="json", exclude_none=True),
        "gaps": many(kb.gaps),
        "discrepancies": many(kb.discrepancies),
        "report": kb.report.model_dump(mode="json", by_alias=True, exclude_none=True),
        "examples": kb.examples.model_dump(mode="json", by_alias=True, exclude_none=True),
        "source_notes": many(kb.source_notes),
        "inclusion": kb.inclusion.model_dump(mode="json", exclude_none=True)
        if kb.inclusion
        else None,
        "context": many(kb.context),
        "searches": many(kb.searches),
        "people": many(kb.people),
        "aliases": kb.aliases,
        "vocabularies": {name: many(terms) for name, terms in kb.vocabularies.items()},
    }
