"""Everything as JSON."""

import json
from collections.abc import Mapping
from typing import Any

from knowledge_base.model.base import Model
from knowledge_base.model.knowledge_base import KnowledgeBase

EVERYTHING = "knowledge-base.json"
CONTENTS = {EVERYTHING: "everything, as one file"}


def files(kb: KnowledgeBase) -> dict[str, str]:
    """Return the whole knowledge base."""
    return {EVERYTHING: json.dumps(_everything(kb), indent=1, ensure_ascii=False) + "\n"}


def _everything(kb: KnowledgeBase) -> dict[str, Any]:
    def one(model: Model) -> dict[str, Any]:
        return model.model_dump(mode="json", by_alias=True, exclude_none=True)

    def many(entities: Mapping[str, Model]) -> dict[str, Any]:
        return {key: one(value) for key, value in entities.items()}

    return {
        "records": many(kb.records),
        "studies": many(kb.studies),
        "sources": {key: dict(s.fields) | {"type": s.kind} for key, s in kb.sources.items()},
        "blueprint": many(kb.blueprint),
        "providers": many(kb.providers),
        "instruments": many(kb.instruments),
        "clinician_posts": many(kb.clinician_posts),
        "logic_model": one(kb.logic_model),
        "pilot_defaults": one(kb.pilot_defaults),
        "gaps": many(kb.gaps),
        "discrepancies": many(kb.discrepancies),
        "report": one(kb.report),
        "examples": one(kb.examples),
        "source_notes": many(kb.source_notes),
        "inclusion": one(kb.inclusion) if kb.inclusion else None,
        "context": many(kb.context),
        "searches": many(kb.searches),
        "people": many(kb.people),
        "vocabularies": {name: many(terms) for name, terms in kb.vocabularies.items()},
    }
