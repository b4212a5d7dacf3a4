"""The draft logic model: drawn, and in tables."""

from knowledge_base.pages.plan.logic_model.drawing import logic_model_file, page
from knowledge_base.pages.plan.logic_model.tables import tables

__all__ = ["logic_model_file", "page", "tables"]
