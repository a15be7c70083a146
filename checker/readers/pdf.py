"""A PDF with a text layer as a Document, read by pdfplumber (the extra `pdf`) in a process that can be ended."""

from __future__ import annotations

import json
import os
import sys
from importlib.util import find_spec
from typing import Any

from checker.document import Cell, Document, FileFacts, Grid, Mark, Paragraph
from checker.errors import InputError
from checker.readers import limits
from checker.readers.child import run
from checker.readers.connections import mark

WORKER = ("-m", "checker.readers.pdf_worker")


def read_pdf(data: bytes) -> Document:
    """The document in a PDF.

    Raises InputError: without pdfplumber, for scans, for encrypted and damaged files, at the limits.
    """
    if find_spec("pdfplumber") is None:
        raise InputError(
            "读取 PDF 需要 pdfplumber：请运行 pip install 'gkcheck[pdf]'，或提供原来的 Word 文件",
            "reading PDF needs pdfplumber: pip install 'gkcheck[pdf]', or check the Word file that it was made from",
        )
    finished = run(
        [sys.executable, *WORKER],
        seconds=limits.PDF_SECONDS,
        memory=limits.CHILD_BYTES,
        given=json.dumps(limits.names()).encode() + b"\n" + data,
        environment={"PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path)},
    )
    if finished.status is None:
        raise InputError(
            f"读取 PDF 超过 {limits.PDF_SECONDS} 秒，已停止；请提供原来的 Word 文件，或用 --limit pdf-seconds 放宽",
            f"reading the PDF took longer than {limits.PDF_SECONDS} seconds and was stopped; "
            "check the Word file that it was made from, or raise --limit pdf-seconds",
        )
    if finished.status != 0:
        raise InputError(
            "PDF 过于复杂或已损坏，无法读取；请提供原来的 Word 文件",
            "the PDF is damaged or too complex to be read; check the Word file that it was made from",
        )
    answer = json.loads(finished.output)
    if "error" in answer:
        raise InputError(*answer["error"])
    return _document(answer)


def _document(answer: dict[str, Any]) -> Document:
    blocks: list[Paragraph | Grid] = []
    count = 0
    for kind, *rest in answer["blocks"]:
        if kind == "p":
            count += 1
            blocks.append(Paragraph(count, rest[0], contents=rest[1]))
        else:
            width, cells, height = rest
            blocks.append(_grid(width, cells, height, count))
    facts: dict[str, tuple[Mark, ...]] = {
        name: tuple(mark(kind, quote) for kind, quote in found) for name, found in answer["marks"].items()
    }
    return Document(tuple(blocks), FileFacts(format="pdf", **facts), tuple(answer["notes"]), tuple(answer["cautions"]))


def _grid(width: int, cells: list[tuple[int, int, int, int, str]], height: int, after: int) -> Grid:
    rows: list[list[Cell | None]] = [[None] * width for _ in range(height)]
    for row, column, row_span, column_span, text in cells:
        cell = Cell(text, row, column, row_span, column_span)
        for r in range(row, row + row_span):
            rows[r][column : column + column_span] = [cell] * column_span
    return Grid(tuple(tuple(row) for row in rows), after)
