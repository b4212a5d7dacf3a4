"""What can be read of a file that doesn't fit its model, so that checks still see the rest of it.

What can't be read is `UNREAD`, in its place: a check that needs it passes over it, and says
nothing of what is known to be wrong already.
"""

from __future__ import annotations

import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import ValidationError

from knowledge_base.model.base import UNREAD, Model
from knowledge_base.reading.validation import adapter, nearest


def salvage(value: Any, annotation: Any) -> Any:
    """Return as much of ``value`` as fits ``annotation``; what doesn't is `UNREAD`."""
    try:
        return adapter(annotation).validate_python(value, by_alias=True, by_name=False)
    except ValidationError:
        pass
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated and isinstance(value, dict | list):
        return salvage(value, arguments[0])
    if origin in (Union, types.UnionType) and isinstance(value, dict | list):
        return next((part for one in arguments if (part := salvage(value, one)) != UNREAD), UNREAD)
    if origin is tuple and isinstance(value, list):
        return tuple(salvage(item, arguments[0]) for item in value)
    if origin is dict and isinstance(value, dict):
        return {key: salvage(item, arguments[1]) for key, item in value.items()}
    if isinstance(annotation, type) and issubclass(annotation, Model) and isinstance(value, dict):
        return _part_of(value, annotation)
    return UNREAD


def _part_of(value: dict[str, Any], model: type[Model]) -> Model:
    """Return the model without a value for each field that can't be read, or isn't known of."""
    names = {info.alias or name: name for name, info in model.model_fields.items()}
    meant = {nearest(key, names) for key in value if key not in names}
    fields: dict[str, Any] = {}
    for key, name in names.items():
        info = model.model_fields[name]
        if key in value:
            annotation: Any = info.annotation
            for mark in info.metadata:
                annotation = Annotated[annotation, mark]
            fields[name] = salvage(value[key], annotation)
        elif info.is_required() or key in meant:
            fields[name] = UNREAD
    return model.model_construct(**fields)
