"""Values as plain data and back: how a paper, or a tree of the articles, is stored.

For frozen dataclasses of texts, numbers, enumerations and tuples of such. What comes back is equal
to what was given.
"""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from governance.text.tree.provision import Number

_PLAIN = (str, int, bool, type(None))


def to_data(value: Any) -> Any:
    """`value` as what JSON holds: objects, lists, texts, whole numbers."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {each.name: to_data(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, (tuple, list)):
        return [to_data(each) for each in value]
    if isinstance(value, Mapping):
        return {str(name): to_data(each) for name, each in value.items()}
    if isinstance(value, _PLAIN):
        return value
    raise TypeError(f"{type(value).__name__} is not stored as data.")


def from_data[T](kind: type[T], data: Any) -> T:
    """The value of type `kind` that `to_data` made `data` of.

    A field that the data lack has its default; one that the type lacks is a TypeError.
    """
    return cast("T", _value(kind, data))


def _value(kind: Any, data: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return None if data is None else _value(_type_beside_none(kind), data)
    if origin is tuple:
        return tuple(_value(get_args(kind)[0], each) for each in data)
    if origin is Literal or kind in _PLAIN:
        return data
    if kind is Number:
        return Number(*data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _type_hints(kind)
        given = {name: _value(hints.get(name), each) for name, each in data.items()}
        return cast("Any", kind)(**given)
    raise TypeError(f"{kind} is not read from data.")


def _type_beside_none(union: Any) -> Any:
    """The one type of a union beside None."""
    (kind,) = (each for each in get_args(union) if each is not type(None))
    return kind


@cache
def _type_hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
