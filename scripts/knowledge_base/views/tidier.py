"""How completely each component is described, by the twelve items of TIDieR."""

from collections import Counter

from knowledge_base.model.knowledge_base import KnowledgeBase


def completeness(kb: KnowledgeBase) -> dict[str, dict[str, str]]:
    """Return for each TIDieR item, in order, the completeness of each component."""
    return {
        item: {
            component: kb.blueprint[component].tidier[item].completeness
            for component in kb.components
            if component in kb.blueprint
        }
        for item in kb.vocabularies["tidier-item"]
    }


def summary(kb: KnowledgeBase) -> dict[str, Counter[str]]:
    """Return for each component how many items have which completeness."""
    table = completeness(kb)
    return {
        component: Counter(row[component] for row in table.values())
        for component in kb.components
        if component in kb.blueprint
    }
