"""Lines no wider than a column: Han characters take two positions, no line begins with a closing mark or ends with an
opening one.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕”’％%,.;:?!)]}…")
_NEVER_LAST = frozenset("（《〈「『【〔“‘([{")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.@_+-/\\")


@cache
def _width_of(char: str) -> int:
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return 2
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc") else 1


def width(text: str) -> int:
    """Positions that the text takes on a terminal."""
    return sum(_width_of(char) for char in text)


def wrap(text: str, columns: int) -> str:
    """The text with line breaks so that no line takes more than `columns` positions (at least 8).

    Breaks stand at blanks or between any two characters that are not of one Latin word or number; a closing mark stays
    with what it closes. Line breaks of the text are kept, control characters are dropped.
    """
    return "\n".join(line for part in text.split("\n") for line in _lines(part, max(columns, 8)))


def _lines(text: str, columns: int) -> list[str]:
    lines, line, taken = [], "", 0
    for char in "".join(c for c in text if c.isprintable() or c == "\t").replace("\t", " "):
        if taken + _width_of(char) > columns:
            keep = _break_before(line, char)
            lines.append(line[:keep].rstrip())
            line = line[keep:].lstrip()
            taken = width(line)
            if char == " " and not line:
                continue  # the blank at which the line was broken
        line += char
        taken += _width_of(char)
    return [*lines, line]


def _break_before(line: str, char: str) -> int:
    """How much of the line stays, given the character that no longer fits."""
    keep = len(line)
    after = char
    while keep > 1 and (
        after in _NEVER_FIRST or line[keep - 1] in _NEVER_LAST or (after in _LATIN and line[keep - 1] in _LATIN)
    ):
        keep -= 1
        after = line[keep]
    return keep if keep > 1 else len(line)  # one long word or a run of marks: cut it anywhere
