"""Stand-ins for `typing`: tuples with names, and a plain call that loads no `typing`."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from checker.hints import Generic, NamedTuple, TypeVar

_PROGRAM = """
import sys
from checker.commands.plain import plainly_checked
assert plainly_checked(["--format", "json", sys.argv[1]]) is not None
late = {"typing", "pathlib", "dataclasses", "inspect", "click", "pyparsing", "jsonschema", "docx", "tabulate"}
print(sorted(late & sys.modules.keys()), file=sys.stderr)
"""
EXAMPLES = Path(__file__).resolve().parents[1] / "docs" / "examples"


class Named(NamedTuple):
    """Three fields, one with a default."""

    first: int
    second: str
    third: tuple[int, ...] = ()

    @property
    def both(self) -> str:
        """Two of them."""
        return f"{self.first}{self.second}"


def test_a_named_tuple_is_one() -> None:
    made = Named(1, "b")
    assert made == Named(second="b", first=1)
    assert tuple(made) == (1, "b", ())
    assert (made.first, made.second, made.third, made.both) == (1, "b", (), "1b")
    assert Named._fields == ("first", "second", "third")
    assert made._asdict() == {"first": 1, "second": "b", "third": ()}
    assert made._replace(third=(2,)) == Named(1, "b", (2,))
    assert Named._make([1, "b", (3,)]).third == (3,)
    assert repr(made) == "Named(first=1, second='b', third=())"
    assert pickle.loads(pickle.dumps(made)) == made
    assert hash(made) == hash((1, "b", ()))
    match Named(1, "b"):
        case Named(one, two):
            assert (one, two) == (1, "b")
    with pytest.raises(AttributeError):
        setattr(made, "first", 2)  # noqa: B010 - a checker of types refuses the plain form
    with pytest.raises(AttributeError):
        setattr(made, "other", 2)  # noqa: B010 - likewise


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1,), {}), ((1, "b", (), 4), {}), ((1, "b"), {"first": 1})])
def test_items_that_do_not_fit_are_refused(given: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Named"):  # what a checker of types would refuse is the point
        Named(*given, **named)  # type: ignore[arg-type]


def test_other_names_can_be_used_as_those_of_typing() -> None:
    item = TypeVar("item")

    class Holder(Generic[item]):
        held: item

    assert Holder().__class__ is Holder


@pytest.mark.parametrize("name", ["compliant-2019", "faulty-2021"])
def test_a_plain_call_loads_neither_typing_nor_what_else_takes_long(name: str) -> None:
    run = [sys.executable, "-c", _PROGRAM, str(EXAMPLES / f"{name}.docx")]
    subprocess.run(run, capture_output=True, check=True)  # the first call may parse the rules
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
