"""Grids that differ in their numbers alone are of one shape; what was found of one holds for the others."""

from __future__ import annotations

import pytest

from checker.document import Cell, Grid
from checker.layout.shapes import Shapes, shape_of
from checker.layout.tables import Standing, lay_tables
from checker.layout.vocabulary import lexicon
from checker.pack import load_pack
from checker.report import Table

LAYOUTS = load_pack().layouts


def grid(rows: list[list[str]]) -> Grid:
    return Grid(tuple(tuple(Cell(text, r, c) for c, text in enumerate(row)) for r, row in enumerate(rows)))


def same(one: list[list[str]], other: list[list[str]]) -> bool:
    return shape_of(grid(one)) == shape_of(grid(other))


@pytest.mark.parametrize("other", [["甲", "7"], ["甲", "１２"], ["甲", "0012"]])
def test_numbers_do_not_matter(other: list[str]) -> None:
    assert same([["甲", "12"]], [other])


@pytest.mark.parametrize(
    "other",
    [["甲", ""], ["甲", "-3"], ["甲", "12 "], ["甲", "1.5"], ["乙", "12"], ["甲", "9" * 25], ["甲", "12", "12"]],
)
def test_all_else_does(other: list[str]) -> None:
    assert not same([["甲", "12"]], [other])


def test_merges_matter() -> None:
    wide = Cell("甲", 0, 0, 1, 2)
    assert shape_of(Grid(((wide, wide),))) != shape_of(grid([["甲", "甲"]]))
    assert shape_of(Grid(((None, Cell("甲", 0, 1)),))) != shape_of(grid([["", "甲"]]))


def test_no_saying() -> None:
    astray = Cell("甲", 1, 0)
    assert shape_of(Grid(((astray,), (Cell("乙", 1, 0),)))) is None
    assert shape_of(grid([["1"] * 100] * 100)) is None


def test_forgotten_shapes_are_not_taken_for_others() -> None:
    shapes = Shapes()
    notes = shapes.notes()
    first = shapes.number(grid([["甲"]]))
    notes[first] = "甲"
    numbers = {shapes.number(grid([[f"乙{n}"]])) for n in range(2_000)}
    assert first not in numbers and first not in notes
    assert shapes.number(grid([["甲"]])) not in (first, *numbers)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.key)
def test_found_again(layout: object) -> None:
    """A table that is known by its shape is laid as one that is new, with its own numbers."""
    form = next(table for one in LAYOUTS if one is layout for table in one.tables if not table.folded)
    block = form.blocks[0]
    head = ["", *[column.path[-1] for column in block.columns]]

    def printed(first: int) -> list[Standing]:
        rows = [[row.path[-1], *[str(first + i) for i in range(len(block.columns))]] for row in block.rows]
        return [Standing(grid([head, *rows]), form.section)]

    def laid(first: int, known: bool) -> dict[str, Table]:
        labels = lexicon(LAYOUTS)
        if known:
            lay_tables(printed(500), LAYOUTS, labels, None)
            assert labels.laid
        return lay_tables(printed(first), LAYOUTS, labels, None)

    assert laid(1, known=True) == laid(1, known=False) != laid(2, known=True)
