"""Automatic numbers."""

from __future__ import annotations

import pytest

from checker.readers import read
from tests.readers.docx_xml import cell, docx, levels, listed, lists, p, row, styled, table

CHAPTERS = levels(("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


def numbers(xml: str, numbering: str, styles: str = "") -> list[str]:
    return [x.number for x in read(docx(xml, numbering=numbering, styles=styles), "a.docx").paragraphs]


def test_levels_count_and_start_anew() -> None:
    order = [0, 1, 1, 2, 2, 1, 0, 1, 2]
    xml = "".join(listed("文", 1, level) for level in order)
    assert numbers(xml, lists(CHAPTERS)) == ["一、", "（一）", "（二）", "1.", "2.", "（三）", "二、", "（一）", "1."]


def test_numbers_go_with_the_text() -> None:
    (found,) = read(docx(listed("总体情况", 1), numbering=lists(CHAPTERS)), "a.docx").paragraphs
    assert (found.number, found.text, found.printed) == ("一、", "总体情况", "一、总体情况")


def test_a_bare_number_is_parted_from_the_text() -> None:
    assert numbers(listed("2023年", 1), lists(levels(("decimal", "%1")))) == ["1 "]
    bare = levels(("decimal", "%1"), extra='<w:suff w:val="nothing"/>')
    assert numbers(listed("号楼", 1), lists(bare)) == ["1"]


def test_numbers_of_several_levels() -> None:
    nested = levels(("chineseCounting", "第%1章"), ("decimal", "%1.%2"))
    assert numbers(listed("甲", 1) + listed("乙", 1, 1), lists(nested)) == ["第一章 ", "一.1 "]
    legal = nested.replace('<w:lvlText w:val="%1.%2"/>', '<w:isLgl/><w:lvlText w:val="%1.%2"/>')
    assert numbers(listed("甲", 1) + listed("乙", 1, 1), lists(legal)) == ["第一章 ", "1.1 "]
    assert numbers(listed("乙", 1, 1), lists(nested)) == ["一.1 "]


def test_a_level_that_never_starts_anew() -> None:
    running = CHAPTERS.replace('<w:lvlText w:val="（%2）"/>', '<w:lvlRestart w:val="0"/><w:lvlText w:val="（%2）"/>')
    xml = "".join(listed("文", 1, level) for level in (0, 1, 0, 1))
    assert numbers(xml, lists(running)) == ["一、", "（一）", "二、", "（二）"]


def test_a_level_that_starts_anew_after_the_first_alone() -> None:
    third = CHAPTERS.replace('<w:lvlText w:val="%3."/>', '<w:lvlRestart w:val="1"/><w:lvlText w:val="%3."/>')
    xml = "".join(listed("文", 1, level) for level in (0, 1, 2, 1, 2, 0, 2))
    assert numbers(xml, lists(third)) == ["一、", "（一）", "1.", "（二）", "2.", "二、", "1."]


def test_lists_of_one_abstract_list_count_on_unless_told() -> None:
    simple = levels(("decimal", "%1."))
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    xml = listed("a", 1) + listed("b", 1) + listed("c", 2) + listed("d", 3) + listed("e", 3)
    assert numbers(xml, lists(simple, overrides={2: (0, ""), 3: (0, start)})) == ["1.", "2.", "3.", "1.", "2."]


def test_a_list_may_replace_a_level() -> None:
    own = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride>'
    )
    assert numbers(listed("a", 2), lists(levels(("decimal", "%1.")), overrides={2: (0, own)})) == ["V)"]


def test_bullets_and_lists_that_do_not_exist_print_nothing() -> None:
    assert numbers(listed("a", 1), lists(levels(("bullet", "\uf0b7")))) == [""]
    assert numbers(listed("a", 7) + listed("b", 0) + listed("c", 1, 12), lists(CHAPTERS)) == ["", "", ""]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 3"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="numbering" w:styleId="official"><w:name w:val="公文"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def test_styles_bring_numbers() -> None:
    tied = CHAPTERS.replace('<w:lvlText w:val="%3."/>', '<w:pStyle w:val="3"/><w:lvlText w:val="%3."/>')
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    xml = styled("a", "1") + styled("b", "2") + styled("c", "3") + styled("d", "1", off) + styled("e", "1")
    assert numbers(xml, lists(tied), STYLES) == ["一、", "（一）", "1.", "", "二、"]


def test_a_list_may_stand_in_a_numbering_style() -> None:
    linked = lists(f'<w:styleLink w:val="official"/>{CHAPTERS}', '<w:numStyleLink w:val="official"/>')
    assert numbers(listed("a", 2) + styled("b", "x") + listed("c", 2), linked, STYLES) == ["一、", "", "二、"]


def test_styles_that_link_in_a_ring_print_nothing() -> None:
    ring = lists('<w:numStyleLink w:val="official"/>')
    assert numbers(listed("a", 1) + styled("b", "x"), ring, STYLES) == ["", ""]


def test_cells_count_in_reading_order() -> None:
    cells = [cell(inner=listed(text, 1)) for text in ("属于国家秘密", "重复申请", "")]
    xml = listed("前", 1) + table(row(cells[0], "0"), row(cells[1], "1"), row(cells[2], "2")) + listed("后", 1)
    found = read(docx(xml, numbering=lists(levels(("decimal", "%1.")))), "a.docx")
    assert [x.printed for x in found.paragraphs] == ["1.前", "5.后"]
    assert [c.text for c in found.grids[0].cells()] == ["2.属于国家秘密", "0", "3.重复申请", "1", "4.", "2"]


def test_a_deleted_paragraph_is_not_counted() -> None:
    gone = p("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>')
    assert numbers(listed("a", 1) + gone + listed("b", 1), lists(CHAPTERS)) == ["一、", "二、"]


def test_a_format_of_later_versions_falls_back() -> None:
    later = (
        '<w:lvl w:ilvl="0"><w:start w:val="3"/><mc:AlternateContent><mc:Choice Requires="wps">'
        '<w:numFmt w:val="custom" w:format="001"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'
    )
    assert numbers(listed("a", 1), lists(later)) == ["3."]


@pytest.mark.parametrize("broken", ["<w:abstractNum>", "not xml"])
def test_a_broken_list_part_costs_numbers_not_the_report(broken: str) -> None:
    parts = {"word/numbering.xml": broken}
    found = read(docx(listed("文", 1), more=parts, related=(("numbering", "numbering.xml"),)), "a.docx")
    assert [x.printed for x in found.paragraphs] == ["文"]
    assert len(found.cautions) == 1
