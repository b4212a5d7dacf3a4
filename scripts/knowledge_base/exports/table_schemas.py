"""What the data package says of its tables, by the Table Schema standard (https://datapackage.org).

A cell that holds several values is one text to the standard. So a pattern says what each may be,
and foreign keys are given for cells that hold one.
"""

import re
from collections.abc import Mapping
from typing import Any

from knowledge_base.exports.columns import BETWEEN, Column, Table
from knowledge_base.model.knowledge_base import KnowledgeBase


def table_schema(kb: KnowledgeBase, table: Table, tables: Mapping[str, Table]) -> dict[str, Any]:
    """Return the schema of a table; ``tables`` has each table by what its key names."""
    keys = [
        {
            "fields": [column.name],
            "reference": {"resource": target.name, "fields": list(target.key)},
        }
        for column in table.columns
        if not column.is_several and (target := tables.get(column.refers_to or ""))
    ]
    return {
        "fields": [_field(kb, table, column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(kb: KnowledgeBase, table: Table, column: Column) -> dict[str, Any]:
    kind = "string" if column.is_several else column.type
    return {
        "name": column.name,
        "type": kind,
        **({"description": column.description} if column.description else {}),
        **({"unit": column.unit} if column.unit else {}),
        # As the tables write it.
        **({"trueValues": ["True"], "falseValues": ["False"]} if kind == "boolean" else {}),
        "constraints": _constraints(kb, table, column),
    }


def _constraints(kb: KnowledgeBase, table: Table, column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": True} if column.is_required else {}
    if table.key == (column.name,):
        limits["unique"] = True
    words = values_of(kb, column)
    if column.is_several:
        one = "|".join(map(re.escape, words)) if words else ""
        pattern = f"({one})({BETWEEN}({one}))*" if one else None
        return limits | ({"pattern": pattern} if pattern else {})
    return limits | ({"enum": list(words)} if words else {}) | column.limits


def values_of(kb: KnowledgeBase, column: Column) -> tuple[str, ...]:
    """Return the values that a column may have; none where they are not a closed list."""
    return tuple(kb.vocabularies.get(column.refers_to or "", ())) or column.choices
