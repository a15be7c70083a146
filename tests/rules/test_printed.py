"""How tables are drawn: labels merged as in the official form."""

from __future__ import annotations

from checker.document import Cell, Grid
from checker.models import Models
from checker.pack import Pack
from checker.printed import document, printed


def grids(models: Models, pack: Pack, layout: str) -> tuple[Grid, ...]:
    return document(printed(models.by_layout[layout].report, pack.layouts)).grids


def cell(grid: Grid, text: str) -> Cell:
    return next(c for c in grid.cells() if c.text == text)


def test_a_table_of_blocks_is_as_wide_as_its_widest(models: Models, pack: Pack) -> None:
    grid = grids(models, pack, "2019")[0]
    assert grid.width == 4
    assert cell(grid, "第二十条第（八）项").column_span == 4
    assert cell(grid, "采购总金额").column_span == 2
    assert cell(grid, "信息内容").column_span == 1


def test_labels_of_groups_are_merged_over_their_rows(models: Models, pack: Pack) -> None:
    grid = grids(models, pack, "2021")[1]
    assert cell(grid, "三、本年度办理结果").row_span == 22
    assert cell(grid, "（三）不予公开").row_span == 8
    assert cell(grid, "（一）予以公开").column_span == 2
    assert cell(grid, "一、本年新收政府信息公开申请数量").column_span == 3


def test_heads_of_columns_are_merged_over_their_columns(models: Models, pack: Pack) -> None:
    grid = grids(models, pack, "2021")[1]
    corner = grid.rows[0][0]
    assert corner is not None
    assert (corner.row_span, corner.column_span) == (3, 3)
    assert cell(grid, "申请人情况").column_span == 7
    assert cell(grid, "法人或其他组织").column_span == 5
    assert cell(grid, "自然人").row_span == 2


def test_a_folded_table_stands_in_one_row_of_cells(models: Models, pack: Pack) -> None:
    grid = grids(models, pack, "2021")[2]
    assert (len(grid.rows), grid.width) == (4, 15)
    review = cell(grid, "行政复议")
    assert (review.row_span, review.column_span) == (2, 5)
    assert cell(grid, "行政诉讼").column_span == 10
    assert [c.text for c in grid.rows[3] if c] == [
        "2",
        "0",
        "1",
        "0",
        "3",
        "1",
        "0",
        "0",
        "1",
        "2",
        "1",
        "0",
        "0",
        "0",
        "1",
    ]


def test_paragraphs_are_numbered_in_order_and_tables_stand_in_their_sections(models: Models, pack: Pack) -> None:
    printed_document = document(printed(models.by_layout["2021"].report, pack.layouts))
    assert [p.n for p in printed_document.paragraphs] == list(range(1, len(printed_document.paragraphs) + 1))
    heading = next(p.n for p in printed_document.paragraphs if p.text.startswith("三、"))
    assert printed_document.grids[0].after == heading - 1
