"""The draft logic model: drawn, and in tables."""

from knowledge_base.pages.plan.logic_model.drawing import drawing, logic_model_file
from knowledge_base.pages.plan.logic_model.tables import arrows_table, columns, numbers, source

__all__ = ["arrows_table", "columns", "drawing", "logic_model_file", "numbers", "source"]
