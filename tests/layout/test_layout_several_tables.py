"""Several grids of a document: tables joined, repeated, in another section, and such as are no table of a format."""

from __future__ import annotations

import pytest

from checker.document import Grid
from checker.layout.model import Layout, TableLayout
from checker.layout.tables import Standing, lay_tables
from tests.layout.forms import (
    EVERY,
    LABELS,
    LAYOUTS,
    NAMES,
    cells,
    form_of,
    lay_all,
    lay_one,
)
from tests.layout.printing import Figures, Shape, figures_of, make_grid, print_table, simple_grid


def test_a_second_copy_is_left_aside() -> None:
    _, table = form_of("2021", "requests")
    first = print_table(table, figures_of(table))[0]
    second = print_table(table, figures_of(table, 500))[0]
    tables = lay_tables(
        [Standing(second, "overview"), Standing(first, "requests"), Standing(second, "other")], LAYOUTS, LABELS, 2021
    )
    assert tables["requests"].section == "requests"
    assert cells(tables["requests"]) == figures_of(table)


def test_a_table_in_another_section_is_still_read() -> None:
    _, table = form_of("2021", "disputes")
    tables = lay_all(print_table(table, figures_of(table)), 2021, "other")
    assert tables["disputes"].section == "other"


def test_two_tables_joined_to_one_grid_are_parted() -> None:
    layout = LAYOUTS[-1]
    requests, disputes = layout.table("requests"), layout.table("disputes")
    assert requests is not None and disputes is not None
    upper = print_table(requests, figures_of(requests))[0]
    lower = print_table(disputes, figures_of(disputes, 400))[0]
    width = max(upper.width, lower.width)
    rows = [
        [(cell.text if cell else "", (name, id(cell))) for cell in row] + [("", (name, r))] * (width - len(row))
        for name, grid in (("upper", upper), ("lower", lower))
        for r, row in enumerate(grid.rows)
    ]
    tables = lay_all([make_grid(rows)], 2021)
    assert cells(tables["requests"]) == figures_of(requests)
    assert cells(tables["disputes"]) == figures_of(disputes, 400)


@pytest.mark.parametrize(
    "rows",
    [
        [["平台", "发布数量", "总计"], ["网站", "120", "120"], ["公众号", "88", "88"]],
        [["类别", "件数"], ["行政许可", "12"], ["会议培训", "3"], ["政策解读", "9"]],
        [["姓名", "职务", "电话"], ["甲", "主任", "0"], ["乙", "副主任", "0"]],
        [["序号", "问题", "措施", "其他"], ["1", "公开不够及时", "加强督促", "无"]],
        [[""]],
        [],
    ],
)
def test_other_grids_are_no_tables_of_the_format(rows: list[list[str]]) -> None:
    assert lay_all([simple_grid(rows)], 2021, "overview") == {}


def test_tables_after_one_another_keep_apart() -> None:
    layout = LAYOUTS[0]
    grids: list[Grid] = []
    expected: dict[str, Figures] = {}
    for table in layout.tables:
        expected[table.key] = figures_of(table)
        grids += print_table(table, expected[table.key], Shape(apart=True, split=2, header_again=True))
    tables = lay_all(grids, 2019)
    assert {key: cells(table) for key, table in tables.items()} == expected


def test_another_table_elsewhere_with_the_same_labels_adds_nothing() -> None:
    layout, table = form_of("2021", "disclosure")
    figures = figures_of(table)
    other = simple_grid([["项目", "数量", "金额（万元）"], ["行政事业性收费", "3", "120.5"], ["行政许可", "5", "0"]])
    standing = [*(Standing(grid, "disclosure") for grid in print_table(table, figures)), Standing(other, "problems")]
    laid = lay_tables(standing, LAYOUTS, LABELS, layout.first_year)[table.key]
    assert (cells(laid), laid.extra) == (figures, ())


@pytest.mark.parametrize(("layout", "table"), EVERY, ids=NAMES)
@pytest.mark.parametrize("labels", ["merged", "repeated", "blank"])
def test_a_table_that_stands_twice_is_read_once_and_counted(layout: Layout, table: TableLayout, labels: str) -> None:
    figures = figures_of(table)
    printed = print_table(table, figures, Shape(labels=labels))
    others = {key: str(int(value) + 1) if value.isdigit() else value for key, value in figures.items()}
    for second in (figures, others):
        laid = lay_one([*printed, *print_table(table, second, Shape(labels=labels))], layout, table.key)
        assert (cells(laid), laid.extra, laid.copies) == (figures, (), 1)
    elsewhere = [Standing(grid, section) for section in (table.section, "problems") for grid in printed]
    assert lay_tables(elsewhere, LAYOUTS, LABELS, layout.first_year)[table.key].copies == 0
