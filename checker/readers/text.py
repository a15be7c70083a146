"""Plain text as extraction leaves it: paragraphs a line, tables in the forms that text_tables knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.document import Document
from checker.readers.blocks import Blocks
from checker.readers.spans import laid
from checker.readers.text_columns import columns_at
from checker.readers.text_tables import is_border, is_caption, table_at

_FULL_LINES, _FULL_SHARE = 5, 0.7
_WRAP = (40, 130)
"""Widths, in half-width characters, at which programs wrap lines."""
_SAME = 4
_STARTS = frozenset(" \u3000\t#*-•·（(")
_ENDS = tuple("。！？；：.!?;:")


def read_text(text: str) -> Document:
    """The document that a plain text holds; raises InputError where it is far too long."""
    lines = clean(text).split("\n")
    blocks = Blocks()
    full = wrapped_at(lines)
    at = 0
    finder = Finder(lines)
    waiting: list[str] = []
    while at < len(lines):
        end, rows = finder.at(at)
        if rows:
            if len(waiting) == 1 and is_caption(waiting[0], rows):
                rows.insert(0, [waiting.pop().strip()])
            _paragraph(blocks, waiting)
            blocks.grid(laid(rows))
            at = end
            continue
        line = lines[at]
        at += 1
        if not is_border(line):
            if waiting and not goes_on(waiting[-1], line, full):
                _paragraph(blocks, waiting)
            waiting.append(line)
    _paragraph(blocks, waiting)
    return blocks.document("text")


def _paragraph(blocks: Blocks, waiting: list[str]) -> None:
    blocks.line(joined(waiting))
    waiting.clear()


class Finder:
    """Looks for tables, at no line twice: what was looked through in vain is not looked at again."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._table = self._columns = 0

    def at(self, line: int) -> tuple[int, list[list[str]]]:
        """The line after the table that begins at a line and its rows, [] where none begins there."""
        rows: list[list[str]] = []
        end = line
        if line >= self._table:
            end, rows = table_at(self._lines, line)
            self._table = end
        if not rows and line >= self._columns:
            end, rows = columns_at(self._lines, line)
            self._columns = end
        return end, rows


def clean(text: str) -> str:
    """Without the marks that extraction leaves ("[bookmark: …]", page numbers between dashes, page breaks)."""
    text = text.replace("\f", "\n").replace("\v", "\n").replace("\x07", "\t").replace("\0", "").replace("\xa0", " ")
    if "[" in text:
        text = _marks().sub("", text)
    if "-" in text or "—" in text or "－" in text:
        text = _page_numbers().sub("", text)
    return text.replace("\u200b", "").replace("\ufeff", "")


def wrapped_at(lines: Sequence[str]) -> int:
    """The width at which the lines of a text were wrapped, 0 where each is a paragraph."""
    widths = [_width(line) for line in lines if "\t" not in line and "|" not in line]
    most = max(widths, default=0)
    if not _WRAP[0] <= most <= _WRAP[1]:
        return 0
    long = [w for w in widths if w > 0.6 * most]
    full = sum(1 for w in long if w >= most - _SAME)
    return most if full >= _FULL_LINES and full >= _FULL_SHARE * len(long) else 0


def goes_on(line: str, following: str, full: int) -> bool:
    """Whether `following` is the rest of a wrapped line."""
    if not full or not following.strip() or following[0] in _STARTS or "、" in following[1:3]:
        return False
    return _width(line) >= full - _SAME and not (line.rstrip().endswith(_ENDS) and _width(line) < full - 1)


def joined(lines: Sequence[str]) -> str:
    """Wrapped lines as one; a blank only between letters and digits."""
    text = ""
    for line in lines:
        words = line.strip()
        text += (" " if text and words and text[-1] < "\u2e80" and words[0] < "\u2e80" else "") + words
    return text


def _width(line: str) -> int:
    return sum(2 if char >= "\u2e80" else 1 for char in line.rstrip()[:400])


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(
        r"\[(?:bookmark|image|picture|graphic|comment|footnote|endnote|object|shape|textbox)(?::[^\[\]\n]{0,120})?\]",
        re.IGNORECASE,
    )


@cache
def _page_numbers() -> re.Pattern[str]:
    return re.compile(r"(?m)^[ \u3000]{0,40}[-—－–]{1,2} {0,2}\d{1,3} {0,2}[-—－–]{1,2}[ \u3000]{0,40}$")
