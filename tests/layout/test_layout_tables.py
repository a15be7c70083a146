"""Tables of both formats in every shape, and with every fault, are read cell by cell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document import Cell, Grid
from checker.layout.conformity import label_match, missing_columns, missing_rows
from checker.layout.model import Block, Layout, TableLayout
from checker.layout.pieces import turned
from tests.layout.forms import (
    EVERY,
    NAMES,
    STYLES,
    cells,
    form_of,
    lay_all,
    lay_one,
)
from tests.layout.printing import Shape, figures_of, make_grid, print_table, simple_grid


@pytest.mark.parametrize(("layout", "table"), EVERY, ids=NAMES)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("labels", ["merged", "repeated", "blank"])
def test_labels_in_every_printing(layout: Layout, table: TableLayout, labels: str, style: str) -> None:
    figures = figures_of(table)
    laid = lay_one(print_table(table, figures, Shape(labels=labels, restyle=STYLES[style])), layout, table.key)
    assert cells(laid) == figures
    assert laid.layout == layout.key
    assert (laid.extra, laid.copies) == ((), 0)
    matches = {key: label_match(laid, key, layout) for key in (*table.rows, *table.columns)}
    assert set(matches.values()) == {"exact"}


@settings(max_examples=150, deadline=None)
@given(
    form=st.sampled_from(EVERY),
    shape=st.builds(
        Shape,
        labels=st.sampled_from(["merged", "repeated", "blank"]),
        restyle=st.sampled_from(list(STYLES.values())),
        order=st.integers(0, 5000),
        split=st.integers(0, 6),
        header_again=st.booleans(),
        apart=st.booleans(),
        unfolded=st.sampled_from(["", "rows", "grids"]),
        caption=st.sampled_from(["", "表三", "某某区统计表（单位：件）"]),
        note=st.sampled_from(["", "注：本表由某单位填写，数据截至年底。"]),
        corner=st.booleans(),
        empty=st.booleans(),
    ),
    start=st.integers(0, 900),
)
def test_shapes_in_combination_lay_alike(form: tuple[Layout, TableLayout], shape: Shape, start: int) -> None:
    layout, table = form
    if shape.split and not shape.header_again:
        shape = replace(shape, order=0, apart=False)  # a page without a header cannot tell its own order
    figures = figures_of(table, start)
    laid = lay_one(print_table(table, figures, shape), layout, table.key)
    assert cells(laid) == figures
    assert laid.layout == layout.key
    assert laid.extra == ()


@pytest.mark.parametrize(("layout", "table"), EVERY, ids=NAMES)
def test_a_table_of_noughts_and_of_blanks(layout: Layout, table: TableLayout) -> None:
    for text in ("0", "", "无", "/", "—"):
        figures = dict.fromkeys(figures_of(table), text)
        assert cells(lay_one(print_table(table, figures), layout, table.key)) == figures


def test_group_labels_are_kept_as_printed() -> None:
    layout, table = form_of("2021", "requests")
    laid = lay_one(print_table(table, figures_of(table)), layout, "requests")
    assert laid.labels["denied"] == "（三）不予公开"
    assert laid.labels["legal"] == "法人或其他组织"
    assert label_match(laid, "denied", layout) == "exact"


def test_a_figure_merged_over_two_columns_belongs_to_the_first() -> None:
    _, table = form_of("2021", "disclosure")
    grid = print_table(table, figures_of(table), Shape(apart=True))[0]
    rows = [list(row) for row in grid.rows]
    wide = Cell("5", 2, 1, 1, 2)
    rows[2][1] = rows[2][2] = wide
    tables = lay_all([Grid(tuple(map(tuple, rows)))], 2021)
    figures = tables["disclosure"].rows["regulations"]
    assert [figures[c].raw for c in ("issued", "repealed", "in_force")] == ["5", "", "3"]
    assert figures["repealed"].state == "blank"


def test_a_row_cut_at_other_columns_is_read_in_order() -> None:
    grid = simple_grid([["信息内容", "本年收费金额（单位：万元）"], ["行政事业性收费", "12.5"]])
    wide = Grid(
        (
            tuple(c for c in grid.rows[0] for _ in range(2)),
            (Cell("行政事业性收费", 1, 0, 1, 3),) * 3 + (Cell("12.5", 1, 3),),
        )
    )
    assert lay_all([wide], 2021)["disclosure"].rows["charges"]["amount"].raw == "12.5"


def test_a_row_shorter_than_the_others_lacks_its_last_cell() -> None:
    layout, table = form_of("2021", "requests")
    figures = figures_of(table)
    grid = print_table(table, figures)[0]
    rows = [list(row) for row in grid.rows]
    rows[5][-1] = None
    laid = lay_one([Grid(tuple(map(tuple, rows)))], layout, "requests")
    assert laid.rows["granted"]["total"].state == "missing"
    assert laid.rows["granted"]["other"].raw == figures["granted", "other"]
    assert missing_rows(laid, layout) == ()
    assert missing_columns(laid, layout) == ()


FIVE = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


NUMBERS = [str(n) for n in range(1, 16)]


@pytest.mark.parametrize(
    "rows",
    [
        [["行政复议"] * 5 + ["未经复议直接起诉"] * 5 + ["复议后起诉"] * 5, FIVE * 3, NUMBERS],
        [["行政复议", "", "", "", "", "行政诉讼", *[""] * 9], FIVE * 3, NUMBERS],
        [FIVE * 3, NUMBERS],
        [["类别", *["行政复议"] * 5, *["行政诉讼"] * 10], ["项目", *FIVE * 3], ["数量", *NUMBERS]],
        [["行政复议"] * 5 + ["行政诉讼"] * 10, FIVE * 3, NUMBERS, [""] * 15],
        [["行政复议"] * 5 + ["行政诉讼"] * 10, FIVE * 3, ["件"] * 15, NUMBERS],
        [["", *FIVE], ["行政复议", *NUMBERS[:5]], ["未经复议直接起诉", *NUMBERS[5:10]], ["复议后起诉", *NUMBERS[10:]]],
        [
            ["类型", "", *FIVE],
            ["行政复议", "", *NUMBERS[:5]],
            ["行政诉讼", "未经复议直接起诉", *NUMBERS[5:10]],
            ["", "复议后起诉", *NUMBERS[10:]],
        ],
    ],
)
def test_the_folded_table_in_other_hands(rows: list[list[str]]) -> None:
    layout, table = form_of("2021", "disputes")
    assert cells(lay_one([simple_grid(rows)], layout, "disputes")) == figures_of(table)


def test_the_folded_table_as_two_grids_without_row_labels() -> None:
    layout, table = form_of("2021", "disputes")
    grids = [simple_grid([FIVE, NUMBERS[:5]]), simple_grid([FIVE * 2, NUMBERS[5:]])]
    assert cells(lay_one(grids, layout, "disputes")) == figures_of(table)


def test_a_block_named_at_the_left_of_its_rows() -> None:
    layout, table = form_of("2021", "disclosure")
    figures = figures_of(table)
    rows: list[list[tuple[str, object]]] = []
    for block in table.blocks:
        wide = 3 - len(block.columns)
        side = (block.label or "", block.label)
        rows.append(
            [side, ("信息内容", (block.label, "corner")), *[(h.path[-1], (block.label, h.key)) for h in block.columns]]
        )
        rows[-1] += [rows[-1][-1]] * wide
        for row in block.rows:
            rows.append([side, (row.path[-1], row.key)])
            rows[-1] += [(figures[row.key, h.key], (row.key, h.key)) for h in block.columns]
            rows[-1] += [rows[-1][-1]] * wide
    for labels in ("merged", "blank"):
        assert cells(lay_one([make_grid(rows, labels)], layout, "disclosure")) == figures


def test_rows_counted_at_the_left_and_units_under_the_header() -> None:
    layout, table = form_of("2021", "requests")
    figures = figures_of(table)
    plain = print_table(table, figures, Shape(labels="repeated"))[0]
    rows = [[cell.text if cell else "" for cell in row] for row in plain.rows]
    counted = [["序号", *row] if r < 3 else [str(r - 2), *row] for r, row in enumerate(rows)]
    counted.insert(3, ["", "", "", "", *["件"] * 7])
    laid = lay_one([simple_grid(counted)], layout, "requests")
    assert cells(laid) == figures
    assert laid.extra == ()


@pytest.mark.parametrize(("layout", "table"), EVERY, ids=NAMES)
def test_a_table_turned_on_its_side(layout: Layout, table: TableLayout) -> None:
    figures = figures_of(table)
    for labels in ("merged", "repeated", "blank"):
        for unfolded in ("", "rows"):
            grids = print_table(table, figures, Shape(labels=labels, unfolded=unfolded))
            laid = lay_one([turned(grid) for grid in grids], layout, table.key)
            assert cells(laid) == figures
            assert laid.extra == ()


def test_blocks_know_the_kind_of_their_numbers() -> None:
    _, table = form_of("2019", "disclosure")
    assert table.kind_of("licences", "change") == "change"
    assert table.kind_of("procurement", "amount") == "amount"
    assert isinstance(table.blocks[0], Block)


def test_labels_before_the_first_number_where_spans_are_lost() -> None:
    """Rows begin with one to three labels, the figures follow; 其他 and 总计 label rows as well as columns."""
    layout, table = form_of("2021", "requests")
    figures = figures_of(table)
    block = table.blocks[0]
    width = 3 + len(block.columns)
    rows = [["", *(head.path[-1] for head in block.columns)]]
    rows += [[*head.path, *(figures[head.key, column.key] for column in block.columns)] for head in block.rows]
    ragged = Grid(
        tuple(tuple(Cell(row[c], r, c) if c < len(row) else None for c in range(width)) for r, row in enumerate(rows))
    )
    assert cells(lay_one([ragged], layout, table.key)) == figures


def test_rows_at_the_foot_that_say_who_filled_in_the_table() -> None:
    layout, table = form_of("2021", "requests")
    figures = figures_of(table)
    for foot in (["填表人：某某", "审核人：", "填表日期：1月10日"], ["填报单位：某某局", "单位：件", ""]):
        [grid] = print_table(table, figures)
        n = len(grid.rows)
        added = tuple(Cell(foot[c] if c < len(foot) else "", n, c) for c in range(grid.width))
        laid = lay_one([Grid((*grid.rows, added))], layout, table.key)
        assert (cells(laid), laid.extra) == (figures, ())
