"""Dataclasses at a tenth of their price when a process starts.

`dataclasses.dataclass` writes and compiles six methods for every class (0.3 ms a class, a hundred classes: a third of
what checking a report may cost). Here `__init__` alone is written, for a class that is made often; the rest is shared.
Types are checked against the standard library's own `dataclass`, and its `replace`, `fields` and `is_dataclass` know
these classes too. Of its options there are `frozen`, `slots` and `eq`.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from checker.hints import TYPE_CHECKING, Any, NoReturn, TypeVar

__all__ = ["dataclass", "defaults_of", "field", "replace"]

Class = TypeVar("Class", bound=type)
Instance = TypeVar("Instance")
_NO_DEFAULT = object()
_OFTEN = 30  # objects of a class: compiling an `__init__` takes as long as setting the fields of so many


class _Made:
    """A default that is made anew for each object."""

    __slots__ = ("factory",)

    def __init__(self, factory: Callable[[], object]) -> None:
        self.factory = factory


class _Fields:
    """What the standard library asks of a dataclass, made when it asks."""

    def __get__(self, instance: object, cls: Any) -> dict[str, Any]:  # noqa: ANN401 - any class made here
        import dataclasses as standard

        found: dict[str, Any] = {}
        for name, default in cls.__values__.items():
            known: Any = standard.field()
            if isinstance(default, _Made):
                known = standard.field(default_factory=default.factory)
            elif default is not _NO_DEFAULT:
                known = standard.field(default=default)
            known.name, known._field_type = name, standard._FIELD  # type: ignore[attr-defined]  # what dataclasses.fields looks at
            found[name] = known
        return found


def defaults_of(cls: Any) -> dict[str, Any]:  # noqa: ANN401 - any class made here
    """The fields of a class with their defaults; one without a default has an object that equals nothing else."""
    return {name: d.factory() if isinstance(d, _Made) else d for name, d in cls.__values__.items()}


def _field(*, default_factory: Callable[[], object]) -> _Made:
    return _Made(default_factory)


def _dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True) -> Callable[[Class], Class]:
    return lambda cls: _with_methods(cls, frozen, slots, eq)


def _replace(instance: Instance, /, **changes: object) -> Instance:
    cls: Any = type(instance)
    for name in cls.__values__:
        if name not in changes:
            changes[name] = getattr(instance, name)
    made: Instance = cls(**changes)
    return made


def _with_methods(cls: Class, frozen: bool, slots: bool, eq: bool) -> Class:
    inherited: dict[str, object] = {}
    for base in reversed(cls.__mro__[1:]):
        inherited |= base.__dict__.get("__values__", {})
    notes = cls.__dict__.get("__annotations__", {})  # noqa: RUF063 - as written, without loading inspect
    own = {name: cls.__dict__.get(name, _NO_DEFAULT) for name, note in notes.items() if not note.startswith("ClassVar")}
    values = {**inherited, **own}
    members = {name: value for name, value in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
    for name, default in own.items():
        if slots or isinstance(default, _Made):
            members.pop(name, None)
    members |= {
        "__values__": values,
        "__match_args__": tuple(values),
        "__dataclass_fields__": _Fields(),
        "__made__": [],
    }
    members.setdefault("__init__", _first_init)
    members.setdefault("__repr__", _repr)
    if eq:
        members["__all_of__"] = attrgetter(*values) if values else type
        members |= {"__eq__": _eq, "__hash__": _hash if frozen else None}
    if frozen:
        members |= {"__setattr__": _refuse, "__delattr__": _refuse}
    if slots:
        members["__slots__"] = tuple(name for name in own if name not in inherited)
        members |= {"__getstate__": _state, "__setstate__": _set_state}
    made: Any = type(cls)
    return made(cls.__name__, cls.__bases__, members)  # type: ignore[no-any-return]  # a class made by its metaclass


def _first_init(self: Any, /, *args: object, **named: object) -> None:  # noqa: ANN401 - of any class made here
    """Set the fields one by one; a class that is made often, or wrongly, gets an `__init__` of its own."""
    cls: Any = type(self)
    if "__values__" not in cls.__dict__:
        cls = next(c for c in cls.__mro__ if "__values__" in c.__dict__)
    values: dict[str, object] = cls.__values__
    cls.__made__.append(None)
    if len(cls.__made__) > _OFTEN:
        cls.__init__ = _init_of(cls)
        cls.__init__(self, *args, **named)
        return
    given = named
    if args:
        given = dict(zip(values, args, strict=False))
        given.update(named)
    used = 0
    for name, default in values.items():
        if name in given:
            used += 1
            object.__setattr__(self, name, given[name])
        elif default is _NO_DEFAULT:
            used = -1
            break
        else:
            object.__setattr__(self, name, default.factory() if isinstance(default, _Made) else default)
    if used != len(args) + len(named):  # too many, too few, or one by place and by name
        _init_of(cls)(self, *args, **named)


def _init_of(cls: Any) -> Callable[..., None]:  # noqa: ANN401 - any class made here
    known: dict[str, Any] = {"_new": _NO_DEFAULT}
    heads, lines = ["self"], []
    frozen = cls.__setattr__ is _refuse
    for name, default in cls.__values__.items():
        value, head = name, name
        if isinstance(default, _Made):
            known[f"_make_{name}"] = default.factory
            value, head = f"_make_{name}() if {name} is _new else {name}", f"{name}=_new"
        elif default is not _NO_DEFAULT:
            known[f"_default_{name}"] = default
            head = f"{name}=_default_{name}"
        slot: Any = getattr(cls, name, None)
        if frozen and hasattr(slot, "__set__"):
            known[f"_set_{name}"] = slot.__set__
            lines.append(f"_set_{name}(self, {value})")
        else:
            lines.append(f"self.__dict__[{name!r}] = {value}" if frozen else f"self.{name} = {value}")
        heads.append(head)
    exec(f"def __init__({', '.join(heads)}):\n " + "\n ".join(lines or ["pass"]), known)
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _repr(self: Any) -> str:  # noqa: ANN401 - any object of a class made here
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__values__)
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: Any) -> Any:  # noqa: ANN401 - any object of a class made here
    if self.__class__ is not other.__class__:
        return NotImplemented
    return self is other or self.__all_of__(self) == self.__all_of__(other)


def _hash(self: Any) -> int:  # noqa: ANN401 - any object of a class made here
    return hash(self.__all_of__(self))


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change field {name!r}")


def _state(self: Any) -> list[object]:  # noqa: ANN401 - any object of a class made here
    return [getattr(self, name) for name in self.__values__]


def _set_state(self: Any, state: list[object]) -> None:  # noqa: ANN401 - any object of a class made here
    for name, value in zip(self.__values__, state, strict=True):
        object.__setattr__(self, name, value)


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    dataclass, field, replace = _dataclass, _field, _replace
