"""Tables as grids."""

from __future__ import annotations

import pytest

from checker.document import Document, Grid
from checker.readers import limits, read
from tests.readers.docx_xml import cell, docx, p, row, run, table


def read_body(xml: str) -> Document:
    return read(docx(xml), "a.docx")


def grid(xml: str) -> Grid:
    (found,) = read_body(xml).grids
    return found


def words(found: Grid) -> list[list[str | None]]:
    return [[c and c.text for c in line] for line in found.rows]


def test_a_merged_cell_stands_wherever_it_covers() -> None:
    found = grid(
        table(
            row(cell("角", span=2, down="restart"), cell("上", span=2)),
            row(cell("", span=2, down="continue"), "左", "右"),
            row("一", "二", "3", "4"),
        )
    )
    assert words(found) == [["角", "角", "上", "上"], ["角", "角", "左", "右"], ["一", "二", "3", "4"]]
    corner = found.rows[0][0]
    assert corner is found.rows[1][1]
    assert corner is not None
    assert (corner.row, corner.column, corner.row_span, corner.column_span) == (0, 0, 2, 2)
    assert [c.text for c in found.cells()] == ["角", "上", "左", "右", "一", "二", "3", "4"]


def test_a_merge_begins_anew_after_another_cell() -> None:
    down = (
        cell("甲", down="restart"),
        cell("", down="continue"),
        cell("乙", down="restart"),
        cell("", down="continue"),
    )
    found = grid(table(*(row(c, str(i)) for i, c in enumerate(down))))
    assert [line[0] for line in words(found)] == ["甲", "甲", "乙", "乙"]


def test_a_merge_that_continues_nothing_starts_a_cell() -> None:
    found = grid(table(row(cell("孤", down="continue"), "1"), row(cell("续", down="continue"), "2"), row("丙", "3")))
    assert [line[0] for line in words(found)] == ["孤", "孤", "丙"]
    assert words(grid(table(row("甲", "1"), row(cell("续", down="continue"), "2"))))[1][0] == "续"


def test_a_merge_over_other_columns_starts_a_cell() -> None:
    found = grid(table(row(cell("甲", span=2, down="restart"), "1"), row(cell("乙", down="continue"), "2", "3")))
    assert words(found) == [["甲", "甲", "1"], ["乙", "2", "3"]]


def test_old_merges_to_the_right() -> None:
    right = cell("宽", properties='<w:hMerge w:val="restart"/>') + cell("", properties="<w:hMerge/>")
    assert words(grid(table(row(right, "3"), row("1", "2", "3")))) == [["宽", "宽", "3"], ["1", "2", "3"]]


def test_columns_left_out_before_and_after() -> None:
    found = grid(
        table(
            row("二", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
            row("1", "2", "3"),
        )
    )
    assert words(found) == [[None, "二", None], ["1", "2", "3"]]


def test_a_short_row_lacks_cells() -> None:
    assert words(grid(table(row("1", "2", "3"), row("1", "2")))) == [["1", "2", "3"], ["1", "2", None]]


def test_spans_left_out_are_seen_by_the_widths() -> None:
    found = grid(
        table(
            row(cell("说明", width=6000)),
            row(cell("甲", width=1990), cell("乙", width=4005)),
            row(cell("1", width=2000), cell("2", width=2000), cell("3", width=2010)),
        )
    )
    assert words(found) == [["说明"] * 3, ["甲", "乙", "乙"], ["1", "2", "3"]]


def test_a_merge_that_continues_with_a_smaller_span() -> None:
    found = grid(
        table(
            row(cell("甲", span=2, down="restart"), "1", "2"),
            row(cell("", down="continue"), "3", "4"),
            row("乙", "丙", "5", "6"),
        )
    )
    assert words(found) == [["甲", "甲", "1", "2"], ["甲", "甲", "3", "4"], ["乙", "丙", "5", "6"]]


def test_a_phantom_column_is_taken_out() -> None:
    found = grid(
        table(
            row(cell("甲", down="restart"), cell("乙", span=2)),
            row(cell("", span=2, down="continue"), "丙"),
            row("1", "", "3"),
            widths=(2000, 1, 2000),
        )
    )
    assert words(found) == [["甲", "乙"], ["甲", "丙"], ["1", "3"]]


def test_a_narrow_column_with_words_stays() -> None:
    found = grid(table(row("1", "2", "3"), row("4", "", "6"), widths=(2000, 1, 2000)))
    assert words(found) == [["1", "2", "3"], ["4", "", "6"]]


def test_paragraphs_of_a_cell_are_lines() -> None:
    assert words(grid(table(row(cell(inner=p("结") + p() + p("果")), "1")))) == [["结\n果", "1"]]


def test_a_deleted_row_or_cell_is_not_seen() -> None:
    gone = row("删", "0", properties='<w:del w:id="1"/>')
    assert words(grid(table(gone, row("留", "1")))) == [["留", "1"]]
    less = row("甲", cell("删", properties='<w:cellDel w:id="1"/>'), "1")
    assert words(grid(table(less))) == [["甲", "1"]]
    assert not read_body(table(gone) + p("后")).grids


def test_a_hidden_row_of_hidden_cells_is_not_seen() -> None:
    hidden = cell(inner=p(inner=run("藏", "<w:vanish/>")))
    found = grid(table(row(hidden, hidden, properties="<w:hidden/>"), row("1", "2")))
    assert words(found) == [["1", "2"]]
    assert words(grid(table(row("0", "1", properties="<w:hidden/>")))) == [["0", "1"]]


def test_a_table_inside_a_cell_is_a_grid_of_its_own() -> None:
    inner = table(row("内一", "内二"))
    found = read_body(table(row("一", "二", "三"), row("四", cell(inner=p("五") + inner + p()), "六")) + p("后"))
    assert [words(g) for g in found.grids] == [[["一", "二", "三"], ["四", "五", "六"]], [["内一", "内二"]]]


def test_a_border_around_a_number_is_no_table() -> None:
    found = grid(table(row("甲", cell(inner=table(row("12")) + p())), row("乙", "3")))
    assert words(found) == [["甲", "12"], ["乙", "3"]]


@pytest.mark.parametrize(
    "frame",
    [
        table(row(cell(inner=p("标题") + table(row("1", "2")) + p("正文")))),
        table(row(cell(inner=p("标题"))), row(cell(inner=table(row("1", "2")) + p())), row(cell(inner=p("正文")))),
        table(row(cell(inner=p("标题") + table(row(cell(inner=table(row("1", "2")) + p("正文"))))))),
    ],
)
def test_a_table_that_only_frames_is_unpacked(frame: str) -> None:
    found = read_body(p("前") + frame + p("后"))
    assert [b.text if not isinstance(b, Grid) else words(b) for b in found.blocks] == [
        "前",
        "标题",
        [["1", "2"]],
        "正文",
        "后",
    ]
    assert [x.n for x in found.paragraphs] == [1, 2, 3, 4]


def test_prose_in_a_narrow_table_is_body_text() -> None:
    prose = "".join(p("本年度持续推进各项工作，" * 8) for _ in range(3))
    assert len(read_body(table(row("问题", cell(inner=prose)))).paragraphs) == 4
    assert len(read_body(table(row(cell("一句长话，" * 20)), row("短"))).paragraphs) == 2


def test_a_table_of_one_column_is_body_text() -> None:
    found = read_body(table(row("某某局"), row("年度报告")))
    assert [x.text for x in found.paragraphs] == ["某某局", "年度报告"]
    assert found.grids == ()


def test_numbers_and_long_labels_stay_a_table() -> None:
    assert len(read_body(table(row("甲" * 150, "1"), row("乙", "2"))).grids) == 1


def test_a_span_beyond_reason_is_cut_with_a_caution() -> None:
    found = read_body(table(row(cell("宽", span=1_000_000_000)), row("1", "2")))
    assert found.grids[0].width == limits.COLUMNS
    assert len(found.cautions) == 1


def test_a_grid_without_end_is_cut_with_a_caution() -> None:
    rows = [row(cell("甲", span=limits.COLUMNS)), *[row("1") for _ in range(limits.POSITIONS // limits.COLUMNS + 10)]]
    found = read_body(table(*rows))
    assert found.grids[0].width * len(found.grids[0].rows) <= limits.POSITIONS
    assert len(found.cautions) == 1


def test_rows_after_nothing_are_nothing() -> None:
    assert read_body("<w:tbl><w:tblPr/></w:tbl><w:tbl><w:tr/></w:tbl>" + p("后")).grids == ()
