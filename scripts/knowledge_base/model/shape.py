"""The shapes of the model's types, for whoever follows them into values, schemas or a register."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from knowledge_base.model.base import UNREAD, Model, Ref
from knowledge_base.model.places import Trail


@dataclass(frozen=True)
class Shape:
    """What a type is made of: a model of fields, a list or mapping of items, options, or a value.

    Whatever a type isn't, is None or empty here.
    """

    annotation: Any

    @cached_property
    def inner(self) -> Any:
        """The type without its marks."""
        return get_args(self.annotation)[0] if self.marks else self.annotation

    @cached_property
    def marks(self) -> tuple[Any, ...]:
        """What is demanded of values besides their type."""
        return get_args(self.annotation)[1:] if get_origin(self.annotation) is Annotated else ()

    @property
    def limits(self) -> Iterator[Any]:
        """The same one by one, where a `Field` holds several."""
        for mark in self.marks:
            yield from mark.metadata if isinstance(mark, FieldInfo) else (mark,)

    @cached_property
    def ref(self) -> str | None:
        """The kind of thing that a text of this type names."""
        return next((mark.kind for mark in self.marks if isinstance(mark, Ref)), None)

    @property
    def named(self) -> str | None:
        """The kind of thing that a value of this type names, be it one, several or none."""
        parts = (*self.options, *([self.item] if self.is_list and self.item else []))
        return self.ref or next((part.named for part in parts if part.named), None)

    @cached_property
    def is_list(self) -> bool:
        """Whether values are lists."""
        return get_origin(self.inner) is tuple

    @cached_property
    def is_mapping(self) -> bool:
        """Whether values are keys with items."""
        return get_origin(self.inner) is dict

    @cached_property
    def key(self) -> Shape | None:
        """The shape of a mapping's keys."""
        return shape(get_args(self.inner)[0]) if self.is_mapping else None

    @cached_property
    def item(self) -> Shape | None:
        """The shape of what a list or mapping holds."""
        if self.is_list:
            return shape(get_args(self.inner)[0])
        return shape(get_args(self.inner)[1]) if self.is_mapping else None

    @cached_property
    def options(self) -> tuple[Shape, ...]:
        """The shapes that a value may have one of, nothing aside."""
        if get_origin(self.inner) not in (Union, types.UnionType):
            return ()
        return tuple(shape(o) for o in get_args(self.inner) if o is not types.NoneType)

    @property
    def is_optional(self) -> bool:
        """Whether a value may be nothing."""
        return bool(self.options) and types.NoneType in get_args(self.inner)

    @property
    def model(self) -> type[Model] | None:
        """The model that values are of."""
        is_model = isinstance(self.inner, type) and issubclass(self.inner, Model)
        return self.inner if is_model else None

    @cached_property
    def fields(self) -> dict[str, FieldShape]:
        """The fields of a model, by their keys in files."""
        if self.model is None:
            return {}
        hints = get_type_hints(self.model, include_extras=True)
        return {
            info.alias or name: FieldShape(
                hints[name], name, info.description or "", info.is_required()
            )
            for name, info in self.model.model_fields.items()
        }

    def holds(self, types: tuple[type, ...]) -> bool:
        """Whether a value of this type, or anything in it, can be of one of these types."""
        inside = (*self.fields.values(), *self.options, *filter(None, (self.key, self.item)))
        is_one = isinstance(self.inner, type) and issubclass(self.inner, types)
        return is_one or any(part.holds(types) for part in inside)

    @cached_property
    def refers(self) -> bool:
        """Whether a value of this type, or anything in it, can name something else."""
        parts = (*self.fields.values(), *self.options, *filter(None, (self.key, self.item)))
        return self.ref is not None or any(part.refers for part in parts)

    def at(self, trail: Trail) -> Shape | None:
        """Return the shape of what stands at the end of ``trail``; None where nothing may stand."""
        if self.options:
            return self.options[0].at(trail)
        if not trail:
            return self
        part = self.fields.get(str(trail[0]), self.item)
        return part.at(trail[1:]) if part else None


@dataclass(frozen=True)
class FieldShape(Shape):
    """The shape of a model's field."""

    name: str
    """What it is called in Python."""
    description: str
    is_required: bool


@cache
def shape(annotation: Any) -> Shape:
    """Return the shape of a type."""
    return Shape(annotation)


def models(top: type[Model] = Model) -> Iterator[type[Model]]:
    """Yield every model that there is."""
    for model in top.__subclasses__():
        yield model
        yield from models(model)


def parts(value: object, *types: type, trail: Trail = ()) -> Iterator[tuple[Trail, Any]]:
    """Yield everything in ``value`` that is of one of these types, with the way there."""
    if isinstance(value, types):
        yield trail, value
    if isinstance(value, Model):
        for key, field in _holders(type(value), types):
            yield from parts(getattr(value, field.name), *types, trail=(*trail, key))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from parts(item, *types, trail=(*trail, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from parts(item, *types, trail=(*trail, key))


@cache
def _holders(model: type[Model], types: tuple[type, ...]) -> list[tuple[str, FieldShape]]:
    """Return the fields of a model that can hold what is of one of these types."""
    return [(key, field) for key, field in shape(model).fields.items() if field.holds(types)]


def references(value: object, annotation: Any) -> Iterator[tuple[Trail, str, str]]:
    """Yield every reference in ``value`` as (trail, kind, id), found by its type's annotation."""
    yield from _references(value, shape(annotation), ())


def _references(value: object, form: Shape, trail: Trail) -> Iterator[tuple[Trail, str, str]]:
    if value is None or value is UNREAD:
        return
    if form.ref:
        yield trail, form.ref, str(value)
    elif isinstance(value, Model):
        for key, field in shape(type(value)).fields.items():
            if field.refers:
                yield from _references(getattr(value, field.name), field, (*trail, key))
    elif not form.refers:
        return
    elif isinstance(value, tuple) and form.item:
        for position, item in enumerate(value):
            yield from _references(item, form.item, (*trail, position))
    elif isinstance(value, dict) and form.key and form.item:
        for key, item in value.items():
            yield from _references(key, form.key, (*trail, key))
            yield from _references(item, form.item, (*trail, key))
    for option in form.options if not isinstance(value, Model) else ():
        yield from _references(value, option, trail)
