"""Reading PDF: paragraphs out of lines, tables by their rules, tables over page breaks, and what is refused."""

from __future__ import annotations

import pytest

from checker.document import Document, Grid
from checker.errors import InputError
from checker.readers import limits, read
from tests.readers.pdf_file import HEIGHT, LEFT, RIGHT, SIZE, Sheet, pdf

FULL = "甲" * int((RIGHT - LEFT) / SIZE)
"""A line that fills the width of the page."""


def document(*sheets: Sheet) -> Document:
    found = read(pdf(*sheets), "a.pdf")
    assert isinstance(found, Document)
    return found


def texts(*sheets: Sheet) -> list[str]:
    return [p.text for p in document(*sheets).paragraphs]


def rows(grid: Grid) -> list[list[str | None]]:
    return [[None if cell is None else cell.text for cell in row] for row in grid.rows]


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(data, "a.pdf")
    assert "\n" not in caught.value.message_zh + caught.value.message_en
    return caught.value.message_en


def test_lines_that_had_no_room_left_run_on_and_others_do_not() -> None:
    indented = "    " + FULL[2:]
    sheet = Sheet().body([indented, FULL, "乙。", indented, "丙。", "一、丁", indented, "戊己"], 80)
    assert texts(sheet) == [FULL[2:] + FULL + "乙。", FULL[2:] + "丙。", "一、丁", FULL[2:] + "戊己"]


def test_a_line_that_ended_early_ends_its_paragraph() -> None:
    assert texts(Sheet().body([FULL, FULL, "乙" * 20, "丙" * 10], 80)) == [FULL + FULL + "乙" * 20, "丙" * 10]


def test_a_number_that_did_not_fit_runs_on() -> None:
    assert texts(Sheet().body([FULL, FULL[:34], "0551-1234567。", "丙"], 80))[0] == FULL + FULL[:34] + "0551-1234567。"


def test_a_paragraph_runs_on_over_a_page_break() -> None:
    first, second = Sheet().body([FULL] * 3, 700), Sheet().body([FULL, "乙。"], 72)
    assert texts(first, second) == [FULL * 4 + "乙。"]


def test_a_heading_below_a_full_line_stands_alone() -> None:
    assert texts(Sheet().body([FULL, FULL[:-1] + "。", "二、乙"], 80)) == [FULL + FULL[:-1] + "。", "二、乙"]


def test_running_titles_and_page_numbers_are_dropped() -> None:
    pages = []
    for n in range(1, 5):
        own = "甲乙丙丁"[n - 1] * len(FULL)
        sheet = Sheet().text("某局年度报告", 200, 40).body([own, f"    本页的正文是{own[:3]}。"], 80)
        pages.append(sheet.text(f"— {n} —", 280, HEIGHT - 50))
    found = texts(*pages)
    assert len(found) == 8
    assert not any("年度报告" in text or "—" in text for text in found)


def test_a_figure_alone_in_the_text_is_no_page_number() -> None:
    lines = ["    甲乙丙丁戊己庚辛", "    12", "    壬癸子丑寅卯辰巳午未"]
    assert texts(Sheet().body(lines, 300)) == [line.strip() for line in lines]


def test_a_table_stands_between_its_paragraphs() -> None:
    sheet = Sheet().body([FULL, "如下："], 80).table([["项目", "数量"], ["许可", "12"]], 130).body(["    完毕。"], 190)
    found = document(sheet)
    assert [type(block).__name__ for block in found.blocks] == ["Paragraph", "Grid", "Paragraph"]
    assert rows(found.grids[0]) == [["项目", "数量"], ["许可", "12"]]
    assert found.grids[0].after == 1


def test_merged_cells_are_restored_by_their_lines() -> None:
    sheet = Sheet().body([FULL], 80)
    sheet.box(72, 130, 252, 150, "申请人").box(252, 130, 342, 170, "总计")
    sheet.box(72, 150, 162, 170, "自然人").box(162, 150, 252, 170, "企业")
    grid = document(sheet).grids[0]
    assert rows(grid) == [["申请人", "申请人", "总计"], ["自然人", "企业", "总计"]]
    assert grid.rows[0][0] is grid.rows[0][1]
    assert grid.rows[0][2] is grid.rows[1][2]


def test_wrapped_lines_of_a_cell_are_one_text_and_chosen_breaks_stay() -> None:
    sheet = Sheet().body([FULL], 80).box(72, 130, 140, 190, "其他法律法规禁止公开").box(140, 130, 230, 190)
    sheet.text("第一", 145, 133).text("第二", 145, 146)
    assert rows(document(sheet).grids[0]) == [["其他法律法规禁止公开", "第一\n第二"]]


def test_a_table_over_a_page_break_is_one_and_its_header_is_not_repeated() -> None:
    head = ["项目", "数量"]
    first = Sheet().body([FULL], 80).table([head, ["1.甲", "1"], ["2.乙", "2"]], 700)
    second = Sheet().table([head, ["3.丙", "3"]], 72).body(["    完毕。"], 150)
    found = document(first, second)
    assert [rows(grid) for grid in found.grids] == [[head, ["1.甲", "1"], ["2.乙", "2"], ["3.丙", "3"]]]


def test_a_row_that_the_break_cuts_is_whole_again() -> None:
    first = Sheet().body([FULL], 80).table([["项目", "数量"], ["1.信访举报投", "7"]], 700)
    second = Sheet().table([["诉类申请", ""], ["2.重复", "0"]], 72)
    found = document(first, second)
    assert rows(found.grids[0]) == [["项目", "数量"], ["1.信访举报投诉类申请", "7"], ["2.重复", "0"]]


def test_a_row_of_blanks_at_the_head_of_a_page_stays_a_row() -> None:
    first = Sheet().body([FULL], 80).table([["项目", "数量"], ["行政许可", "7"]], 700)
    second = Sheet().table([["行政处罚", ""], ["行政强制", "0"]], 72)
    assert rows(document(first, second).grids[0])[2] == ["行政处罚", ""]


def test_a_cell_merged_downwards_goes_on_over_the_break() -> None:
    first = Sheet().body([FULL], 80).box(72, 700, 162, 740, "（三）不予公开")
    first.box(162, 700, 252, 720, "1.甲").box(252, 700, 342, 720, "1").box(162, 720, 252, 740, "2.乙")
    first.box(252, 720, 342, 740, "2")
    second = Sheet().box(72, 72, 162, 112).box(162, 72, 252, 92, "3.丙").box(252, 72, 342, 92, "3")
    second.box(162, 92, 252, 112, "4.丁").box(252, 92, 342, 112, "4")
    grid = document(first, second).grids[0]
    assert [row[0] is grid.rows[0][0] for row in grid.rows] == [True] * 4
    assert [row[2].text for row in grid.rows if row[2]] == ["1", "2", "3", "4"]


def test_tables_of_other_columns_are_not_joined() -> None:
    first = Sheet().body([FULL], 80).table([["甲", "1"], ["乙", "2"]], 700)
    second = Sheet().table([["丙", "1", "2"], ["丁", "3", "4"]], 72)
    assert len(document(first, second).grids) == 2


def test_a_table_left_open_by_a_page_break_keeps_its_last_row() -> None:
    sheet = Sheet().body([FULL], 80).table([["项目", "数量"]], 700)
    for x in (72, 162, 252):
        sheet.line(x, 720, x, 745)
    sheet.text("1.甲", 77, 725).text("5", 167, 725)
    assert rows(document(sheet).grids[0]) == [["项目", "数量"], ["1.甲", "5"]]


def test_a_frame_around_text_is_no_table() -> None:
    sheet = Sheet().box(60, 70, 535, 800).body([FULL, "    甲乙丙。"], 80)
    found = document(sheet)
    assert not found.grids
    assert len(found.paragraphs) == 2


def test_radicals_become_the_characters_that_they_show() -> None:
    assert texts(Sheet().body(["⼀、⺠⽣服务热线和⻔⼾⽹站的全部建设情况", FULL], 80))[0].startswith(
        "一、民生服务热线和门户网站"
    )


def test_characters_drawn_twice_to_look_bold_are_read_once() -> None:
    sheet = (
        Sheet().text("政府信息公开工作年度报告", 72, 80).text("政府信息公开工作年度报告", 72.3, 80).body([FULL], 120)
    )
    assert texts(sheet)[0] == "政府信息公开工作年度报告"


def test_names_in_the_properties_are_metadata() -> None:
    data = pdf(Sheet().body([FULL], 80), trailer="/Info 100 0 R", more=["<< /Author (Wang) >>"])
    found = read(data, "a.pdf")
    assert isinstance(found, Document)
    assert [(m.kind, m.quote) for m in found.facts.metadata or ()] == [("author", "Wang")]
    assert (found.facts.format, found.facts.revisions, found.facts.hidden) == ("pdf", None, None)


def test_a_scan_is_refused_with_advice() -> None:
    assert "scan" in refused(pdf(Sheet(), Sheet().text("12", 280, 800)))


def test_an_encrypted_file_is_refused() -> None:
    key = "<" + "A5" * 32 + ">"
    locked = f"<< /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >>"
    assert "encrypted" in refused(
        pdf(Sheet().body([FULL], 80), trailer="/Encrypt 100 0 R /ID [<00><00>]", more=[locked])
    )


def test_fonts_without_characters_are_refused() -> None:
    assert "characters" in refused(pdf(Sheet().body([FULL], 80), unmapped=True))


@pytest.mark.parametrize("cut", [9, 200, 900])
def test_a_damaged_file_is_refused(cut: int) -> None:
    assert "PDF" in refused(pdf(Sheet().body([FULL], 80))[:cut])


def test_limits_hold_for_the_process_that_reads() -> None:
    data = pdf(*[Sheet().body([FULL], 80)] * 3)
    with limits.changed({"pdf-pages": 2}):
        assert "pages" in refused(data)
    with limits.changed({"pdf-characters": 50}):
        assert "text" in refused(data)


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/sleep")
    monkeypatch.setattr("checker.readers.pdf.WORKER", ("30",))
    with limits.changed({"pdf-seconds": 1}):
        assert "longer than 1 second" in refused(pdf(Sheet().body([FULL], 80)))


def test_without_pdfplumber_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.readers.pdf.find_spec", lambda name: None)
    assert "pip install 'gkcheck[pdf]'" in refused(pdf(Sheet().body([FULL], 80)))
