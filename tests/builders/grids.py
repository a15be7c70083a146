"""Sheets in another shape, and sheets as WordprocessingML tables."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.builders.shapes import Shape
from tests.builders.sheets import Box, Matrix, Sheet
from tests.builders.xml import Needs, control, paragraph, text_runs

_HALF = str.maketrans({"（": "(", "）": ")", "：": ":", "“": '"', "”": '"'})
_ALSO = {
    "本年新制作数量": "本年新制作数", "本年新公开数量": "本年新公开数", "上一年项目数量": "上年项目数量",
    "本年制发件数": "本年度制发件数", "现行有效件数": "现行有效件", "总计": "合计",
}  # fmt: skip
_NOTES = {
    "行政规范性文件": "行政规范性文件（指以本机关名义印发的）", "规范性文件": "规范性文件（指以本机关名义印发的）",
    "行政许可": "行政许可（含变更和延续）", "自然人": "自然人（公民）", "一、本年新收政府信息公开申请数量": None,
    "四、结转下年度继续办理": "四、结转下年度继续办理（年末未办结）",
}  # fmt: skip

_LINES = "".join(  # ruled as the format prints it: what people open, and what a PDF made of it needs
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def reshape(sheet: Sheet, shape: Shape) -> list[Sheet]:
    """The sheet in the shape, as one table or several."""
    sheet = replace(sheet, matrix=_worded(sheet.matrix, shape))
    if shape.labels != "merged":
        sheet = replace(sheet, matrix=_unmerged(sheet.matrix, blank=shape.labels == "blank"))
    sheets = [sheet]
    if sheet.key == "disclosure" and shape.disclosure != "one" and len(sheet.blocks) > 1:
        cuts = sheet.blocks if shape.disclosure == "blocks" else (0, sheet.blocks[1])
        ends = [*cuts[1:], len(sheet.matrix)]
        sheets = [replace(sheet, matrix=sheet.matrix[a:b]) for a, b in zip(cuts, ends, strict=True)]
    if sheet.key == "requests" and shape.pages in ("repeat", "two"):
        sheets = _over_two_pages(sheet, two=shape.pages == "two")
    if shape.captions == "row":
        title = {
            "disclosure": "主动公开情况统计表",
            "requests": "依申请公开情况统计表",
            "disputes": "复议诉讼情况统计表",
        }
        first = sheets[0]
        caption = Box(title[first.key], caption=True)
        sheets[0] = replace(first, matrix=[[caption] * len(first.matrix[0]), *first.matrix], heads=first.heads + 1)
    return sheets


def _mapped(matrix: Matrix, change: dict[int, Box]) -> Matrix:
    return [[change.get(id(box), box) for box in row] for row in matrix]


def _worded(matrix: Matrix, shape: Shape) -> Matrix:
    change: dict[int, Box] = {}
    for box in {id(b): b for row in matrix for b in row}.values():
        text = box.text
        if box.head:
            if shape.also:
                text = _ALSO.get(text, text)
            if shape.notes:
                text = _NOTES.get(text) or text
            if shape.brackets == "half":
                text = re.sub(r"^(\d)\.", r"\1、", text.translate(_HALF))
            if shape.blanks != "none":
                gap = " " if shape.blanks == "spaces" else "\u3000"
                text = gap.join(text) if len(text) <= 3 else text[:2] + gap + text[2:]
            text = _broken(text, shape)
        elif shape.digits == "spaced" and text:
            text = f" {text} "
        change[id(box)] = Box(text, head=box.head, caption=box.caption)
    return _mapped(matrix, change)


def _broken(text: str, shape: Shape) -> str:
    if shape.breaks == "chars" and len(text) <= 8:
        return "\n".join(text)
    if shape.breaks in ("break", "paragraphs") and len(text) > 3:
        half = len(text) // 2
        return text[:half] + ("\n" if shape.breaks == "break" else "\v") + text[half:]
    return text


def _unmerged(matrix: Matrix, *, blank: bool) -> Matrix:
    seen: set[int] = set()
    rows: Matrix = []
    for row in matrix:
        done: list[Box] = []
        for box in row:
            if not box.head or box.caption:
                done.append(box)
                continue
            text = "" if blank and id(box) in seen else box.text
            seen.add(id(box))
            done.append(Box(text))
        rows.append(done)
    return _whole(matrix, rows)


def _whole(before: Matrix, after: Matrix) -> Matrix:
    """Label boxes that were wide only because the block has fewer columns stay wide (table 2)."""
    if len(before[0]) != 7:
        return after
    for r, row in enumerate(before):
        for c in range(2, len(row)):
            if row[c] is row[c - 1]:
                after[r][c] = after[r][c - 1]
    return after


def _over_two_pages(sheet: Sheet, *, two: bool) -> list[Sheet]:
    cut = sheet.heads + (len(sheet.matrix) - sheet.heads) // 2
    fresh: dict[int, Box] = {}

    def copy(rows: Matrix) -> Matrix:
        return [[fresh.setdefault(id(b), Box(b.text, b.head, b.caption)) for b in row] for row in rows]

    top = sheet.matrix[:cut]
    rest = copy([*sheet.matrix[: sheet.heads], *sheet.matrix[cut:]])
    if two:
        return [replace(sheet, matrix=top), replace(sheet, matrix=rest)]
    return [replace(sheet, matrix=[*top, *rest])]


def table_xml(sheet: Sheet, shape: Shape, needs: Needs) -> str:
    """The sheet as a w:tbl."""
    matrix = sheet.matrix
    width = len(matrix[0])
    grid = "".join(f'<w:gridCol w:w="{9000 // width}"/>' for _ in range(width))
    rows = "".join(_row(matrix, r, sheet, shape, needs) for r in range(len(matrix)))
    look = f'<w:tblW w:w="0" w:type="auto"/><w:tblBorders>{_LINES}</w:tblBorders>'
    if shape.maker == "wps":
        look = '<w:tblStyle w:val="TableGrid"/>' + look + '<w:tblLayout w:type="fixed"/>'
    table = f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    if shape.sdt in ("block", "nested"):
        table = control(table, needs, "table")
    return table


def _row(matrix: Matrix, r: int, sheet: Sheet, shape: Shape, needs: Needs) -> str:
    row = matrix[r]
    c, skipped = 0, 0
    if shape.grid_before and r >= sheet.heads:
        while c < len(row) and row[c].head and not row[c].text:
            c += 1
        skipped = c
    cells = []
    while c < len(row):
        end = c + 1
        while end < len(row) and row[end] is row[c]:
            end += 1
        above = r > 0 and matrix[r - 1][c] is row[c]
        below = r + 1 < len(matrix) and matrix[r + 1][c] is row[c]
        # a bare w:vMerge begins a merge only where nothing above could be continued
        free = r < 2 or matrix[r - 2][c] is not matrix[r - 1][c]
        cells.append(
            _cell(
                row[c],
                end - c,
                above=above,
                below=below,
                bare=free and shape.vmerge == "bare",
                shape=shape,
                needs=needs,
            )
        )
        c = end
    properties = f'<w:gridBefore w:val="{skipped}"/>' if skipped else ""
    if r < sheet.heads and shape.pages in ("header", "repeat"):
        properties += "<w:cantSplit/><w:tblHeader/>"
    trpr = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    xml = f"<w:tr>{trpr}{''.join(cells)}</w:tr>"
    return control(xml, needs, "row") if shape.sdt in ("row", "nested") and r >= sheet.heads else xml


def _cell(box: Box, across: int, *, above: bool, below: bool, bare: bool, shape: Shape, needs: Needs) -> str:
    merge = ""
    if above:
        merge = "<w:vMerge/>"
    elif below:
        merge = "<w:vMerge/>" if bare else '<w:vMerge w:val="restart"/>'
    text = "" if above else box.text
    inside = "".join(paragraph(p, shape, properties='<w:jc w:val="center"/>') for p in text.split("\v"))
    if shape.breaks == "paragraphs" and not above:
        inside += paragraph("", shape)
    if shape.sdt == "inline" and not box.head and text:
        inside = paragraph("", shape, inside=control(text_runs(text, shape), needs, "number"))
    if shape.hmerge == "hmerge" and across > 1:
        first = f'<w:tc><w:tcPr><w:hMerge w:val="restart"/>{merge}</w:tcPr>{inside}</w:tc>'
        more = f"<w:tc><w:tcPr><w:hMerge/>{merge}</w:tcPr>{paragraph('', shape)}</w:tc>"
        return first + more * (across - 1)
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    xml = f'<w:tc><w:tcPr><w:tcW w:w="{900 * across}" w:type="dxa"/>{span}{merge}</w:tcPr>{inside}</w:tc>'
    return control(xml, needs, "cell") if shape.sdt in ("cell", "nested") and not box.head else xml
