"""The tables as Parquet, for pandas, polars, R's arrow and DuckDB: each column keeps its type."""

from collections.abc import Callable
from functools import partial

from knowledge_base.exports.formats.tables import tables
from knowledge_base.exports.notes import notes
from knowledge_base.exports.parquet import as_parquet
from knowledge_base.model.knowledge_base import KnowledgeBase


def files(kb: KnowledgeBase) -> dict[str, Callable[[], bytes]]:
    """Return a file a table."""
    about = notes(kb)
    return {f"{table.name}.parquet": partial(as_parquet, table, about) for table in tables(kb)}
