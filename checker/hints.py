"""The names of `typing` that the package uses, without loading it: three milliseconds of every start.

Type checkers see `typing` itself. When a program runs, annotations are never evaluated (`from __future__ import
annotations`), so for most of its names anything that can be called, subscribed and inherited will do; NamedTuple alone
has work to do.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = [
    "TYPE_CHECKING",
    "Any",
    "BinaryIO",
    "Generic",
    "Literal",
    "NamedTuple",
    "NoReturn",
    "Protocol",
    "TextIO",
    "TypeAlias",
    "TypeGuard",
    "TypeVar",
    "Union",
    "cast",
]

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import (
        Any,
        BinaryIO,
        Generic,
        Literal,
        NamedTuple,
        NoReturn,
        Protocol,
        TextIO,
        TypeAlias,
        TypeGuard,
        TypeVar,
        Union,
        cast,
    )
else:
    from collections import _tuplegetter

    class Any:
        """Stands for every name that only type checkers ask for."""

        def __class_getitem__(cls, _: object) -> type:
            return cls

    class Protocol:
        """A base that adds nothing."""

    Generic = BinaryIO = Literal = NoReturn = TextIO = TypeAlias = TypeGuard = Union = Any

    def TypeVar(name: str, **_: object) -> str:
        """A name is enough where nothing is checked."""
        return name

    def cast(_: object, value: object) -> object:
        """The value as it is."""
        return value

    class _NamedTuples(type):
        """Makes the classes below NamedTuple: their fields become items of a tuple."""

        def __new__(mcs, name: str, bases: tuple[type, ...], members: dict[str, object]) -> type:
            fields = tuple(members.get("__annotations__", ()))
            defaults = {field: members.pop(field) for field in fields if field in members}
            getters = {field: _tuplegetter(at, "") for at, field in enumerate(fields)}
            fixed = {"__slots__": (), "_fields": fields, "__match_args__": fields, "_field_defaults": defaults}
            return super().__new__(mcs, name, bases, {**members, **getters, **fixed})

    class NamedTuple(tuple, metaclass=_NamedTuples):
        """A tuple whose items have names."""

        def __new__(cls, /, *items: object, **named: object) -> NamedTuple:
            """The items in the order of the fields. Raises TypeError for one too many or too few."""
            if named or len(items) != len(cls._fields):
                items = _filled(cls, items, named)
            return tuple.__new__(cls, items)

        @classmethod
        def _make(cls, items: Iterable[object]) -> NamedTuple:
            return cls(*items)

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, /, **named: object) -> NamedTuple:
            return type(self)(**{**self._asdict(), **named})

        def __repr__(self) -> str:
            shown = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({shown})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)

    def _filled(cls: type, items: tuple[object, ...], named: dict[str, object]) -> list[object]:
        by_place = dict(zip(cls._fields, items, strict=False))
        given = {**cls._field_defaults, **by_place, **named}
        if len(items) > len(cls._fields) or set(given) != set(cls._fields) or by_place.keys() & named.keys():
            raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}")
        return [given[name] for name in cls._fields]
