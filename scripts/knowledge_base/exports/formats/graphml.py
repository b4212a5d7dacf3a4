"""The evidence graph as GraphML, for Gephi, igraph and others."""

from collections.abc import Callable
from functools import partial

import networkx as nx

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.edition import edition
from knowledge_base.views.graph import evidence_graph

GRAPH = "evidence-graph.graphml"


def files(kb: KnowledgeBase) -> dict[str, Callable[[], str]]:
    """Return the graph."""
    return {GRAPH: partial(_graphml, kb)}


def _graphml(kb: KnowledgeBase) -> str:
    graph = evidence_graph(kb)
    graph.graph["version"] = edition(kb).version
    lines = nx.generate_graphml(graph, named_key_ids=True)
    return "\n".join(lines) + "\n"
