"""Rows and columns that are missing, miswritten, blank, too many or of another format are read and told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.layout.conformity import label_match, missing_columns, missing_rows
from checker.layout.model import Head, Layout, TableLayout
from tests.layout.forms import (
    EVERY,
    LAYOUTS,
    NAMES,
    STYLES,
    cells,
    edited,
    form_of,
    lay_all,
    lay_one,
    relabelled,
    slipped,
)
from tests.layout.printing import Shape, figures_of, make_grid, print_table, simple_grid


@pytest.mark.parametrize(("layout", "table"), EVERY, ids=NAMES)
def test_each_row_missing(layout: Layout, table: TableLayout) -> None:
    if table.folded:
        return
    figures = figures_of(table)
    for row in table.rows:
        without = edited(table, lambda head, row=row: None if head.key == row else head)
        laid = lay_one(print_table(without, figures), layout, table.key)
        assert laid.layout == layout.key
        assert missing_rows(laid, layout) == (row,)
        assert missing_columns(laid, layout) == ()  # a column that only this row has is not missing besides
        assert cells(laid) == {cell: text for cell, text in figures.items() if cell[0] != row}
        assert laid.extra == ()


@pytest.mark.parametrize(("layout", "table"), EVERY, ids=NAMES)
def test_each_column_missing(layout: Layout, table: TableLayout) -> None:
    figures = figures_of(table)
    for column in table.columns:
        without = edited(table, lambda head, column=column: None if head.key == column else head, rows=False)
        without = replace(without, blocks=tuple(block for block in without.blocks if block.columns))
        laid = lay_one(print_table(without, figures), layout, table.key)
        gone = {row for row in table.rows if table.columns_of(row) == (column,)}
        assert missing_rows(laid, layout) == tuple(row for row in table.rows if row in gone)
        if not gone:
            assert missing_columns(laid, layout) == (column,)
        assert cells(laid) == {cell: text for cell, text in figures.items() if cell[1] != column}
        assert laid.extra == ()


@pytest.mark.parametrize(("layout", "table"), EVERY, ids=NAMES)
def test_each_row_with_a_slip_of_the_pen(layout: Layout, table: TableLayout) -> None:
    figures = figures_of(table)
    for row in table.rows:
        head = next(h for b in table.blocks for h in b.rows if h.key == row)
        wrong = slipped(head.path[-1])
        laid = lay_one(print_table(edited(table, relabelled(row, wrong)), figures), layout, table.key)
        assert cells(laid) == figures
        assert laid.extra == ()
        assert label_match(laid, row, layout) in ("near", "none")
        assert laid.labels[row] == wrong


@pytest.mark.parametrize(("layout", "table"), EVERY, ids=NAMES)
def test_each_column_with_a_slip_of_the_pen(layout: Layout, table: TableLayout) -> None:
    figures = figures_of(table)
    for column in table.columns:
        head = next(h for b in table.blocks for h in b.columns if h.key == column)
        wrong = slipped(head.path[-1])
        laid = lay_one(print_table(edited(table, relabelled(column, wrong), rows=False), figures), layout, table.key)
        assert cells(laid) == figures
        assert laid.extra == ()
        assert label_match(laid, column, layout) in ("near", "none")
        assert laid.labels[column] == wrong


@pytest.mark.parametrize(("layout", "table"), EVERY, ids=NAMES)
def test_labels_of_also_are_as_good(layout: Layout, table: TableLayout) -> None:
    figures = figures_of(table)
    for rows in (True, False):
        for block in table.blocks:
            for head in block.rows if rows else block.columns:
                for path in head.also:
                    other = edited(table, relabelled(head.key, path[-1]), rows=rows)
                    laid = lay_one(print_table(other, figures), layout, table.key)
                    assert cells(laid) == figures, path
                    assert label_match(laid, head.key, layout) in ("exact", "also"), path


def test_another_wording_that_is_a_fault() -> None:
    layout, table = form_of("2021", "requests")
    changed = edited(table, relabelled("business", "企业"), rows=False)
    laid = lay_one(print_table(changed, figures_of(table)), layout, "requests")
    assert label_match(laid, "business", layout) == "faulty"
    assert label_match(laid, "research", layout) == "exact"


@pytest.mark.parametrize("labels", ["merged", "repeated"])
def test_a_group_under_the_label_of_another(labels: str) -> None:
    layout, table = form_of("2021", "requests")
    group = table.groups["not_processed"]

    def change(head: Head) -> Head:
        path = (*head.path[:-2], "（五）不予公开", head.path[-1]) if head.key in group else head.path
        return replace(head, path=path)

    figures = figures_of(table)
    laid = lay_one(print_table(edited(table, change), figures, Shape(labels=labels)), layout, table.key)
    assert cells(laid) == figures
    assert (laid.labels["not_processed"], laid.labels["denied"]) == ("（五）不予公开", "（三）不予公开")
    assert label_match(laid, "not_processed", layout) == "none"
    assert label_match(laid, "denied", layout) == "exact"


@pytest.mark.parametrize(("layout", "table"), EVERY, ids=NAMES)
def test_an_extra_row(layout: Layout, table: TableLayout) -> None:
    if table.folded:
        return
    figures = figures_of(table)
    for at in range(len(table.blocks[0].rows) + 1):
        rows = list(table.blocks[0].rows)
        path = (*rows[min(at, len(rows) - 1)].path[:-1], "另行商定的一类")
        rows.insert(at, Head("odd", path))
        odd = {("odd", column.key): "7" for column in table.blocks[0].columns}
        longer = replace(table, blocks=(replace(table.blocks[0], rows=tuple(rows)), *table.blocks[1:]))
        laid = lay_one(print_table(longer, {**figures, **odd}), layout, table.key)
        assert laid.extra == ("另行商定的一类",)
        assert cells(laid) == figures


@pytest.mark.parametrize(("layout", "table"), EVERY, ids=NAMES)
def test_an_extra_column(layout: Layout, table: TableLayout) -> None:
    if table.folded:
        return
    figures = figures_of(table)
    for at in range(len(table.blocks[0].columns) + 1):
        columns = list(table.blocks[0].columns)
        columns.insert(at, Head("odd", ("备注说明",)))
        odd = {(row.key, "odd"): "7" for row in table.blocks[0].rows}
        wider = replace(table, blocks=(replace(table.blocks[0], columns=tuple(columns)), *table.blocks[1:]))
        laid = lay_one(print_table(wider, {**figures, **odd}, Shape(apart=True)), layout, table.key)
        assert laid.extra == ("备注说明",)
        assert cells(laid) == figures


@pytest.mark.parametrize(("layout", "table"), EVERY, ids=NAMES)
def test_tables_of_the_other_format_are_read_as_such(layout: Layout, table: TableLayout) -> None:
    other = next(item for item in LAYOUTS if item is not layout)
    figures = figures_of(table)
    tables = lay_all(print_table(table, figures), other.first_year)
    same = other.table(table.key)
    assert same is not None
    expected = other.key if (same.rows, same.columns) == (table.rows, table.columns) else layout.key
    assert tables[table.key].layout == expected
    assert cells(tables[table.key]) == figures


def test_a_row_label_left_blank_is_known_by_its_place() -> None:
    layout, table = form_of("2021", "requests")
    figures = figures_of(table)
    laid = lay_one(print_table(edited(table, relabelled("process", "")), figures), layout, "requests")
    assert cells(laid) == figures
    assert "process" not in laid.labels


def test_column_labels_left_blank_are_known_by_their_place() -> None:
    layout, table = form_of("2021", "requests")
    figures = figures_of(table)
    for column in table.columns:
        changed = edited(table, relabelled(column, ""), rows=False)
        assert cells(lay_one(print_table(changed, figures), layout, "requests")) == figures


def test_a_table_without_its_header() -> None:
    layout, table = form_of("2019", "requests")
    figures = figures_of(table)
    grid = print_table(table, figures)[0]
    body = [[(cell.text, cell) for cell in row if cell] for row in grid.rows[3:]]
    laid = lay_one([make_grid(body)], layout, "requests")
    assert cells(laid) == figures


def test_two_columns_with_one_label_are_told_apart_by_place() -> None:
    layout, table = form_of("2021", "requests")
    figures = figures_of(table)
    changed = edited(table, relabelled("other", "总计"), rows=False)
    laid = lay_one(print_table(changed, figures), layout, "requests")
    assert cells(laid) == figures
    assert label_match(laid, "other", layout) == "none"


@settings(max_examples=150, deadline=None)
@given(
    form=st.sampled_from([(layout, table) for layout, table in EVERY if not table.folded]),
    shape=st.builds(
        Shape,
        labels=st.sampled_from(["merged", "blank"]),
        restyle=st.sampled_from(list(STYLES.values())),
        order=st.integers(0, 5000),
        apart=st.booleans(),
        caption=st.sampled_from(["", "表三"]),
        note=st.sampled_from(["", "注：本表由某单位填写，数据截至年底。"]),
        corner=st.booleans(),
    ),
    data=st.data(),
)
def test_one_label_at_fault_in_any_shape(form: tuple[Layout, TableLayout], shape: Shape, data: st.DataObject) -> None:
    """A slip or a missing row costs nothing else: every other cell is read, nothing is taken for something extra."""
    layout, table = form
    figures = figures_of(table)
    row = data.draw(st.sampled_from(table.rows))
    head = next(h for b in table.blocks for h in b.rows if h.key == row)
    slip = data.draw(st.booleans())
    changed = edited(table, relabelled(row, slipped(head.path[-1])) if slip else lambda h: None if h.key == row else h)
    laid = lay_one(print_table(changed, figures, shape), layout, table.key)
    assert cells(laid) == {cell: text for cell, text in figures.items() if slip or cell[0] != row}
    assert laid.extra == ()
    assert missing_rows(laid, layout) == (() if slip else (row,))
    matches = {key: label_match(laid, key, layout) for key in table.rows if slip or key != row}
    assert {key for key, match in matches.items() if match != "exact"} == ({row} if slip else set())


@pytest.mark.parametrize("name", ["2019", "2021"])
@pytest.mark.parametrize("after", ["unclear", "confirmation", "inquiry"])
def test_a_further_row_with_a_word_that_the_format_has_elsewhere(name: str, after: str) -> None:
    layout, table = form_of(name, "requests")
    block = table.blocks[0]
    at = next(i for i, head in enumerate(block.rows) if head.key == after) + 1
    further = replace(block.rows[at - 1], key="further", path=(*block.rows[at - 1].path[:-1], "12.其他"), also=())
    longer = replace(table, blocks=(replace(block, rows=(*block.rows[:at], further, *block.rows[at:])),))
    figures = figures_of(longer)
    laid = lay_one(print_table(longer, figures), layout, "requests")
    assert laid.extra == ("12.其他",)
    assert missing_rows(laid, layout) == missing_columns(laid, layout) == ()
    assert cells(laid) == {cell: text for cell, text in figures.items() if cell[0] != "further"}


def test_rows_that_stand_below_one_another_each_under_its_own_labels() -> None:
    layout, table = form_of("2021", "disputes")
    heads = [head.path[-1] for head in table.blocks[0].columns]
    rows = []
    for number, head in enumerate(table.blocks[0].rows):
        rows += [[step] * len(heads) for step in head.path]
        rows += [heads, [str(10 * number + place) for place in range(len(heads))]]
    laid = lay_one([simple_grid(rows)], layout, "disputes")
    assert missing_rows(laid, layout) == ()
    assert list(cells(laid).values()) == [str(10 * n + place) for n in range(3) for place in range(len(heads))]
