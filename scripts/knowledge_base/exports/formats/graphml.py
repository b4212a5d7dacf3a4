"""The evidence graph as GraphML, for Gephi, igraph and others."""

import networkx as nx

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.edition import edition
from knowledge_base.views.graph import evidence_graph

GRAPH = "evidence-graph.graphml"


def files(kb: KnowledgeBase) -> dict[str, str]:
    """Return the graph."""
    graph = evidence_graph(kb)
    graph.graph["version"] = edition(kb).version
    lines = nx.generate_graphml(graph, named_key_ids=True)
    return {GRAPH: "\n".join(lines) + "\n"}
