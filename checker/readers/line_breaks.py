"""Where line breaks within a paragraph part paragraphs: a text pasted from the web may be one paragraph throughout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.expressions import compiled

_INDENTS = ("\u3000", "\xa0")
_ENDS = tuple("。！？；：.!?;:")
_LINES = 4
"""A paragraph with more line breaks is a text whose lines were parted by breaks alone."""
_LONGEST = 60
"""Characters of a line that can be a heading."""


def paragraphs_of(lines: Sequence[str], *, apart: bool) -> list[str]:
    """The paragraphs that lines parted by breaks make; apart: each line is one.

    Each is one too where there are many lines, and where headings stand among sentences. Elsewhere a break parts
    paragraphs where the line before ends a sentence, where the next is indented, and at an empty line.
    """
    part_all = apart or sum(1 for line in lines if plain(line)) > _LINES or holds_headings(lines)
    found: list[str] = []
    begins = True
    for line in lines:
        words = plain(line)
        if not words:
            begins = begins or bool(found)
            continue
        indented = line.lstrip(" ").startswith(_INDENTS)
        if begins or part_all or indented or found[-1].endswith(_ENDS):
            found.append(words)
        else:
            found[-1] += "\n" + words
        begins = False
    return found


def holds_headings(lines: Sequence[str]) -> bool:
    """Whether a line after the first is numbered as sections are, and another holds a sentence: no list of contents."""
    heading = _heading()
    return any(
        len(line) <= _LONGEST and "。" not in line and heading.match(line) is not None for line in lines[1:]
    ) and any("。" in line for line in lines)


def plain(text: str) -> str:
    """A line without the blanks that pages are set with."""
    return text.replace("\xa0", " ").replace("\u200b", "").replace("\ufeff", "").strip(" \t\u3000")


@cache
def _heading() -> re.Pattern[str]:
    return compiled(r"[\s\u3000]{0,8}(?:[一二三四五六七八九十]{1,2}[、.．]|第[一二三四五六七八九十]{1,2}部分)")
