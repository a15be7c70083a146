"""checker.dataclass against the standard library's own: the same behaviour for what it offers."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
from types import ModuleType
from typing import Any

import pytest

from checker import dataclass as light


def _pair(module: ModuleType) -> tuple[type, type, type]:
    """The same classes made by either module: frozen, frozen with a parent, mutable."""

    @module.dataclass(frozen=True, slots=True)
    class Spot:
        """A spot."""

        row: int
        name: str = "here"

        def doubled(self) -> int:
            return 2 * self.row

    @module.dataclass(frozen=True, slots=True)
    class Wider(Spot):
        more: tuple[str, ...] = ()

    @module.dataclass(slots=True)
    class Open:
        items: list[int] = module.field(default_factory=list)
        known: dict[str, int] = module.field(default_factory=dict)

    return Spot, Wider, Open


BOTH = pytest.mark.parametrize("module", [dataclasses, light], ids=["standard", "light"])


@light.dataclass(frozen=True, slots=True)
class Kept:
    """At the top of the module, where pickle finds it."""

    word: str
    count: int = 1


@BOTH
def test_init_takes_positions_names_and_defaults(module: ModuleType) -> None:
    spot, wider, _ = _pair(module)
    assert (spot(1).row, spot(1).name, spot(row=2, name="x").name) == (1, "here", "x")
    assert (wider(1, more=("a",)).name, wider(1, more=("a",)).more) == ("here", ("a",))
    with pytest.raises(TypeError):
        spot()
    with pytest.raises(TypeError):
        spot(1, "a", 3)
    with pytest.raises(TypeError):
        spot(1, other=2)


@BOTH
def test_equal_by_value_and_class(module: ModuleType) -> None:
    spot, wider, opened = _pair(module)
    assert spot(1) == spot(1, "here")
    assert spot(1) != spot(2)
    assert spot(1) != wider(1)
    assert spot(1) != (1, "here")
    assert hash(spot(1)) == hash(spot(1))
    assert len({spot(1), spot(1), spot(2)}) == 2
    assert opened([1]) == opened([1])
    with pytest.raises(TypeError):
        hash(opened())


@BOTH
def test_frozen_and_slots(module: ModuleType) -> None:
    spot, wider, opened = _pair(module)
    for change in (lambda: setattr(spot(1), "row", 3), lambda: delattr(wider(1), "row")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    assert not hasattr(wider(1), "__dict__")
    thing = opened()
    thing.items.append(1)
    assert opened().items == []
    with pytest.raises(AttributeError):
        thing.other = 1


@BOTH
def test_methods_and_looks_stay(module: ModuleType) -> None:
    spot, wider, _ = _pair(module)
    assert (spot(4).doubled(), spot.__doc__, spot.__name__) == (8, "A spot.", "Spot")
    assert repr(wider(1, more=("a",))).endswith("Wider(row=1, name='here', more=('a',))")
    match wider(5, "there"):
        case spot(row, name):
            assert (row, name) == (5, "there")


@BOTH
def test_replace_fields_and_copies(module: ModuleType) -> None:
    _, wider, opened = _pair(module)
    one = wider(1, "a", ("b",))
    for replace in (dataclasses.replace, module.replace):
        assert replace(one, name="c") == wider(1, "c", ("b",))
        with pytest.raises(TypeError):
            replace(one, unknown=1)
    assert [f.name for f in dataclasses.fields(wider)] == ["row", "name", "more"]
    assert dataclasses.is_dataclass(opened)
    assert dataclasses.asdict(opened([1])) == {"items": [1], "known": {}}
    assert copy.copy(one) == copy.deepcopy(one) == one


def test_pickled() -> None:
    assert pickle.loads(pickle.dumps(Kept("a", 2))) == Kept("a", 2)


def test_a_class_is_compiled_when_it_is_made_often() -> None:
    made: Any = _pair(light)[0]
    spots = []
    for row in range(40):
        spots.append(made(row, name="there") if row % 2 else made(row))
        assert (made.__init__ is light._first_init) == (row < light._OFTEN)
    assert [(spot.row, spot.name) for spot in spots] == [(n, "there" if n % 2 else "here") for n in range(40)]
    assert made.__init__.__qualname__.endswith("Spot.__init__")


@BOTH
@pytest.mark.parametrize("often", [False, True])
@pytest.mark.parametrize(
    ("args", "named"), [((), {}), ((1, 2, 3), {}), ((1,), {"row": 1}), ((1,), {"other": 2}), ((), {"name": "a"})]
)
def test_wrong_arguments_are_refused(
    module: ModuleType, often: bool, args: tuple[int, ...], named: dict[str, Any]
) -> None:
    spot, _, _ = _pair(module)
    for _ in range(40 if often else 0):
        spot(1)
    with pytest.raises(TypeError):
        spot(*args, **named)


def test_a_check_loads_neither_the_standard_ones_nor_what_parses_rules() -> None:
    code = "import sys, checker.cli, checker.pipeline, checker.statements.claims; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"dataclasses", "pyparsing", "jsonschema", "docx"} & set(run.stdout.split())
