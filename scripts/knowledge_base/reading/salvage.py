"""What can be read of a file that doesn't fit its model, so that checks still see the rest of it.

What can't be read is `UNREAD`, in its place: a check that needs it passes over it, and says
nothing of what is known to be wrong already.
"""

from typing import Any

from pydantic import ValidationError

from knowledge_base.model.base import UNREAD, Model
from knowledge_base.model.shape import shape
from knowledge_base.reading.validation import adapter, nearest


def salvage(value: Any, annotation: Any) -> Any:
    """Return as much of ``value`` as fits ``annotation``; what doesn't is `UNREAD`."""
    try:
        return adapter(annotation).validate_python(value, by_alias=True, by_name=False)
    except ValidationError:
        pass
    form = shape(annotation)
    if form.options and isinstance(value, dict | list):
        parts = (salvage(value, option.annotation) for option in form.options)
        return next((part for part in parts if part != UNREAD), UNREAD)
    if form.is_list and form.item and isinstance(value, list):
        return tuple(salvage(item, form.item.annotation) for item in value)
    if form.is_mapping and form.item and isinstance(value, dict):
        return {key: salvage(item, form.item.annotation) for key, item in value.items()}
    if form.model and isinstance(value, dict):
        return _part_of(value, form.model)
    return UNREAD


def _part_of(value: dict[str, Any], model: type[Model]) -> Model:
    """Return the model without a value for each field that can't be read, or isn't known of."""
    fields = shape(model).fields
    misspelt = {nearest(key, fields) for key in value if key not in fields}
    parts: dict[str, Any] = {}
    for key, field in fields.items():
        if key in value:
            parts[field.name] = salvage(value[key], field.annotation)
        elif field.is_required or key in misspelt:
            parts[field.name] = UNREAD
    return model.model_construct(**parts)
