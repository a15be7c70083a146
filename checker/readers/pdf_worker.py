"""The program that reads a PDF for gkcheck, as a process of its own: `python -m checker.readers.pdf_worker < file.pdf`.

A PDF can be made to cost any time and memory, inside libraries that know no limit; a process can be ended. It writes
one JSON object: {"blocks": [["p", text, contents] or ["g", width, [[row, column, row span, column span, text] …],
rows]], "notes": [text …], "cautions": [text …], "marks": {fact: [[kind, quote] …]}} or {"error": [Chinese, English]}.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeGuard

from checker.document import Grid
from checker.errors import InputError
from checker.readers import limits
from checker.readers.pdf_lines import Glyph, Line, glyphs, lines
from checker.readers.pdf_paragraphs import Page, Text, paragraphs, take_notes, without_margins
from checker.readers.pdf_ruling import Box, around, separator, tables
from checker.readers.pdf_tables import Part, continues, grid, join, part

if TYPE_CHECKING:
    from pdfplumber.page import Page as Sheet
    from pdfplumber.pdf import PDF

_FEW = 20
"""Characters below which a file has no text worth the name."""
_UNMAPPED = "(cid:"
_SCAN = InputError(
    "这是扫描件或图片，没有文字层，无法检查；请提供原来的 Word 文件，或先做文字识别（OCR）再检查",
    "this PDF is a scan without a text layer; check the Word file that it was made from, or run OCR first",
)
_NO_CHARACTERS = InputError(
    "PDF 中的字体没有附带文字编码，读不出文字；请提供原来的 Word 文件，或重新导出 PDF",
    "the fonts of this PDF do not say which characters they show; "
    "check the Word file that it was made from, or export it anew",
)
_ENCRYPTED = InputError(
    "PDF 已加密，请先取消密码保护再检查", "the PDF is encrypted; remove the password and check it again"
)
_DAMAGED = InputError(
    "PDF 不完整或已损坏，请重新下载或导出，或提供原来的 Word 文件",
    "the PDF is truncated or damaged; fetch or export it anew, or check the Word file that it was made from",
)
_COMMENTS = frozenset(
    {"Text", "FreeText", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret", "Stamp", "Ink", "Redact"}
)


def extract(data: bytes) -> dict[str, Any]:
    """What a PDF holds, as the module says. Raises InputError."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            return _extract(pdf)
    except (InputError, MemoryError):
        raise
    except Exception as error:
        chain = (error, *error.args, error.__cause__, error.__context__)
        if any(isinstance(e, PDFPasswordIncorrect | PDFEncryptionError) for e in chain):
            raise _ENCRYPTED from None
        raise _DAMAGED from None


def _extract(pdf: PDF) -> dict[str, Any]:
    if len(pdf.pages) > limits.PDF_PAGES:
        raise InputError(
            f"PDF 有 {len(pdf.pages)} 页，不像是年度报告，已停止读取；请核对文件，或用 --limit pdf-pages 放宽",
            f"the PDF has {len(pdf.pages)} pages, too many for an annual report; "
            "check the file, or raise --limit pdf-pages",
        )
    pages: list[Page] = []
    left, empty, unmapped, total = limits.PDF_CHARACTERS, 0, 0, 0
    marks: list[list[str]] = []
    for sheet in pdf.pages:
        left -= len(sheet.chars)
        if left < 0:
            raise InputError(
                "PDF 中的文字过多，不像是年度报告，已停止读取；请核对文件",
                "the PDF holds far more text than an annual report and was not read; check the file",
            )
        letters = [c for c in sheet.chars if not c["text"].isspace()]
        total += len(letters)
        unmapped += sum(c["text"].startswith(_UNMAPPED) or c["text"] == "\ufffd" for c in letters)
        empty += not letters and bool(sheet.images)
        pages.append(_page(sheet))
        marks += _comments(sheet)
        sheet.close()
    if total < _FEW:
        raise _SCAN
    if unmapped > total / 10:
        raise _NO_CHARACTERS
    cautions = [f"{empty} page(s) are pictures without text and were not read."] if empty else []
    blocks, notes = _blocks(pages)
    found = {"comments": marks[: limits.MARKS], "metadata": _names(pdf), "active": _active(pdf)}
    return {"blocks": blocks, "notes": notes, "cautions": cautions, "marks": found}


def _page(sheet: Sheet) -> Page:
    marks = [g for g in glyphs(sheet.chars) if g.x1 >= 0 and g.x0 <= sheet.width and 0 <= g.bottom <= sheet.height + 1]
    parts: list[Part] = []
    for cells in tables(sheet):
        box = around(cells)
        if any(_meet(box, other.box) for other in parts):  # around another, or inside it
            continue
        inside = [g for g in marks if _holds(box, g)]
        if any(not g.text.isspace() for g in inside):
            parts.append(part(box, cells, inside))
            marks = [g for g in marks if not _holds(box, g)]
    body = lines([g for g in marks if g.upright])  # what stands askew outside tables is a watermark or a seal
    items: list[Line | Part] = [*body, *parts]
    items.sort(key=lambda i: i.box[1] if isinstance(i, Part) else i.top)
    return Page(float(sheet.width), float(sheet.height), items, separator(sheet, [p.box for p in parts]))


def _holds(box: Box, glyph: Glyph) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 1 and other[1] < one[3] - 1


def _blocks(pages: list[Page]) -> tuple[list[list[Any]], list[str]]:
    kept = without_margins(pages)
    notes = take_notes(kept)
    _join_tables(kept)
    for page in kept:
        page.items = [part for item in page.items for part in (item.frame if _frames(item) else [item])]
    found = paragraphs(kept)
    blocks: list[list[Any]] = []
    for item in found:
        if isinstance(item, Text):
            if item.text.strip():
                blocks.append(["p", item.text.strip(), item.contents])
        else:
            blocks.append(_as_list(grid(item, 0)))
    return blocks, notes


def _frames(item: Line | Part) -> TypeGuard[Part]:
    return isinstance(item, Part) and len(item.fields) == 1 and bool(item.frame)


def _join_tables(pages: list[Page]) -> None:
    """Joins each table at the foot of a page with the one at the head of the next that continues it."""
    at: Page | None = None
    for page in pages:
        last = at.items[-1] if at and at.items else None
        first = page.items[0] if page.items else None
        if at and isinstance(last, Part) and isinstance(first, Part) and continues(last, first):
            at.items[-1] = join(last, first)
            del page.items[0]
        if page.items:
            at = page


def _as_list(made: Grid) -> list[Any]:
    cells = [[c.row, c.column, c.row_span, c.column_span, c.text.strip()] for c in made.cells()]
    return ["g", made.width, cells, len(made.rows)]


def _comments(sheet: Sheet) -> Iterator[list[str]]:
    for note in sheet.annots:
        kind = str(getattr(note["data"].get("Subtype"), "name", ""))
        if kind in _COMMENTS and note.get("contents"):
            yield ["comment", str(note["contents"])]


def _names(pdf: PDF) -> list[list[str]]:
    author = pdf.metadata.get("Author")
    return [["author", author.strip()]] if isinstance(author, str) and author.strip() else []


def _active(pdf: PDF) -> list[list[str]]:
    """Scripts and embedded files that the catalogue of the document names."""
    from pdfminer.pdftypes import resolve1

    names = resolve1(pdf.doc.catalog.get("Names")) or {}
    action = resolve1(pdf.doc.catalog.get("OpenAction"))
    found = []
    if "JavaScript" in names or (isinstance(action, dict) and "JS" in action):
        found.append(["macro", "JavaScript"])
    if "EmbeddedFiles" in names:
        found.append(["file", ""])
    return found


def main() -> None:
    """Reads the limits (a line of JSON) and a PDF from standard input; writes the object to standard output."""
    import json
    import logging

    logging.disable()  # pdfminer complains of fonts at length
    head = json.loads(sys.stdin.buffer.readline())
    with limits.changed(head):
        try:
            answer = extract(sys.stdin.buffer.read())
        except InputError as error:
            answer = {"error": [error.message_zh, error.message_en]}
    sys.stdout.buffer.write(json.dumps(answer).encode())


if __name__ == "__main__":
    main()
