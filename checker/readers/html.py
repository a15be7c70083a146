"""A web page, or a piece of one, as a Document: its article alone, tables with their spans resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from checker.document import Cell, Document
from checker.errors import InputError
from checker.readers import limits
from checker.readers.blocks import Blocks
from checker.readers.html_article import article
from checker.readers.html_marks import collapsed
from checker.readers.html_walk import Item, Walk, cell_rows
from checker.readers.raw import Line, RawTable
from checker.readers.tables import cell_text

_CONDITION = re.compile(r"<!\[[^\]<>]{0,100}\]>")
"""Word's conditions around what every reader is to show: <![if !supportLists]>."""
_FIRST = 8
"""Lines at the beginning of an article among which its heading stands."""
_TITLE = (8, 80)
"""Characters of a heading that the page names apart from its text."""
_SITE = re.compile(r"\s{0,3}[-_|—–－｜»>]{1,3}\s{0,3}")
_DIGITS = re.compile(r"\d{4}")


def read_html(text: str) -> Document:
    """The document that a page of HTML holds. Raises InputError where it holds no text."""
    root = parse(text)
    if root is None:
        raise _no_article()
    items = Walk().read(root)
    kept = article(items, scripted=root.find(".//script") is not None)
    if not kept:
        raise _no_article()
    blocks = Blocks()
    heading = _heading(root, kept)
    if heading:
        blocks.line(heading)
    add_items(blocks, kept)
    return blocks.document("html")


def parse(text: str) -> etree._Element | None:
    """The tree of a page, None where it has no element. Raises InputError for more markup than any report has."""
    if text.count("<") > limits.MARKUP:
        raise InputError(
            "网页的标记过多，不像是年度报告，已停止读取；请只保存正文部分",
            "far more markup than an annual report has; save the article alone",
        )
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    data = _CONDITION.sub("", text).replace("\0", "").encode("utf-8", "replace")
    try:
        return etree.fromstring(data, parser) if data.strip() else None
    except etree.LxmlError:  # nothing but comments, or nothing that is markup
        return None


def add_items(blocks: Blocks, items: Sequence[Item]) -> None:
    """Append lines and tables of a walk."""
    for item in items:
        if isinstance(item.content, Line):
            line = item.content
            blocks.line(line.text, line.number, line.level, contents=line.contents)
        else:
            _add_table(blocks, item.content)


def _add_table(blocks: Blocks, table: RawTable) -> None:
    rows = cell_rows(table)
    made: dict[int, Cell] = {}
    for row in table.rows:
        for cell in row.cells:
            made[id(cell)] = Cell(cell_text(cell), cell.row, cell.column, cell.rows, cell.span)
    blocks.grid([[None if cell is None else made[id(cell)] for cell in row] for row in rows])


def _heading(root: etree._Element, kept: Sequence[Item]) -> str:
    """The heading that the page names apart from its text, "" where the text begins with one of its own."""
    if any(item.title for item in kept[:_FIRST]):
        return ""
    named = [
        meta.get("content", "")
        for meta in root.iter("meta")
        if meta.get("name", "").lower() in ("articletitle", "og:title")
    ]
    named += [_without_site(collapsed(str(title.text or ""))) for title in root.iter("title")][:1]
    starts = ["".join(i.content.text.split()) for i in kept[:_FIRST] if isinstance(i.content, Line)]
    for name in named:
        words = collapsed(name).strip()
        if not _TITLE[0] <= len(words) <= _TITLE[1]:
            continue
        folded = "".join(words.split())
        if any(folded in start or (len(start) >= _TITLE[0] and start in folded) for start in starts):
            return ""
        if starts and len(starts[0]) >= _TITLE[0] and not any(mark in starts[0] for mark in "。，、；："):
            return ""  # the text begins with a heading of its own
        return words
    return ""


def _without_site(title: str) -> str:
    """The part of a page's title that names the article: the first one with a year, else the longest."""
    parts = [part.strip() for part in _SITE.split(title[:400]) if part.strip()]
    return next((part for part in parts if _DIGITS.search(part)), max(parts, key=len, default=""))


def _no_article() -> InputError:
    return InputError(
        "网页里没有正文（可能由脚本载入，或在框架里）；请在浏览器中打开正文，全选复制到 Word，存为 .docx 再检查",
        "the page holds no text (a script or a frame may load it); copy it from the browser into Word and save it",
    )
