"""The knowledge base for programs of your own: load it, and take its tables and its graph.

from knowledge_base import frame, graph, load

kb = load("path/to/the/project")
records = frame(kb, "records")
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge_base import loading
from knowledge_base.exports.columns import Column
from knowledge_base.exports.formats.tables import all_tables
from knowledge_base.exports.notes import notes
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.graph import evidence_graph

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


def load(path: str | Path = ".") -> KnowledgeBase:
    """Return the knowledge base of the project at a folder, or at the nearest one above it.

    Every rule is checked. Raises FileNotFoundError if there is no evidence, and EvidenceError,
    which lists what is wrong, if the evidence has errors.
    """
    return loading.load(loading.find_root(Path(path).resolve()))


def frame_names(kb: KnowledgeBase) -> tuple[str, ...]:
    """Return the names of all tables, such as `records`, `studies` and `sources`."""
    return tuple(table.name for table in all_tables(kb))


def frame(kb: KnowledgeBase, name: str) -> pd.DataFrame:
    """Return a table as a frame of pandas, which must be installed.

    A column has the type that its field has. Words of a vocabulary are categories, in the
    vocabulary's order. Where a row has several values, the cell is a tuple; `explode` gives each a
    row of its own. `attrs` holds the edition, the licence and the limits, and under `columns` what
    each column means. If there is no such evidence, the table is empty. Raises KeyError if there is
    no such table.
    """
    import pandas as pd

    table = next((table for table in all_tables(kb) if table.name == name), None)
    if table is None:
        raise KeyError(f"no table '{name}'; there are {', '.join(frame_names(kb))}")
    data = {
        column.name: pd.Series([row[place] for row in table.rows], dtype=_dtype(pd, kb, column))
        for place, column in enumerate(table.columns)
    }
    result = pd.DataFrame(data)
    result.attrs = {
        **notes(kb),
        "columns": {column.name: column.description for column in table.columns},
    }
    return result


def graph(kb: KnowledgeBase) -> nx.DiGraph:
    """Return components, outcomes and factors as a graph of networkx.

    An edge carries how many studies and claims join its ends. A path of two edges is not a finding,
    for it joins different claims.
    """
    return evidence_graph(kb)


_DTYPES = {
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
    "string": "string",
}


def _dtype(pd: Any, kb: KnowledgeBase, column: Column) -> Any:
    if column.is_several:
        return object
    words = kb.vocabularies.get(column.refers_to or "")
    return pd.CategoricalDtype(list(words), ordered=True) if words else _DTYPES[column.type]
