"""Patterns of RE2 in the words of Python's `re`: https://github.com/google/re2/wiki/Syntax."""

from __future__ import annotations

import re

FLAGS = int(re.ASCII)  # RE2's digits and letters are those of ASCII
LAST = 0x10FFFF
"""The number of the last character."""
_SPACES = r"\t\n\f\r "  # what \s is to RE2
_SAME = frozenset("dwntfr")  # escaped letters that mean the same to both, with FLAGS


def in_words_of_re(pattern: str) -> str | None:
    """A pattern of RE2 in the words of `re`, piece by piece; None if a piece has no equal, or none that is known."""
    made: list[str] = []
    at, in_class, first = 0, False, False
    while at < len(pattern):
        one, two = pattern[at], pattern[at : at + 2]
        if one == "\\":
            piece, at = _escape(pattern, at, in_class=in_class)
            if piece is None:
                return None
            made.append(piece)
            first = False
            continue
        if in_class:
            if two == "[:":
                return None
            in_class = first or one != "]"
            first = first and one == "^"
            made.append("\\[" if one == "[" else one)
        elif one == "[":
            in_class = first = True
            made.append(one)
        elif two == "(?":
            named = re.match(r"\(\?P?<(?=[A-Za-z_])", pattern[at:])
            if named is None and pattern[at : at + 3] != "(?:":
                return None
            made.append("(?P<" if named else "(?:")
            at += named.end() if named else 3
            continue
        elif two == "{," or two in ("*+", "++", "?+", "}+"):
            return None
        else:
            made.append("\\Z" if one == "$" else one)
        at += 1
    return "".join(made)


def _escape(pattern: str, at: int, *, in_class: bool) -> tuple[str | None, int]:
    """What an escaped character is to `re`, and where it ends."""
    letter = pattern[at + 1 : at + 2]
    number = re.compile(r"\\x\{([0-9A-Fa-f]{1,6})\}").match(pattern, at)
    if number is not None and int(number[1], 16) <= LAST:
        return re.escape(chr(int(number[1], 16))), number.end()
    if letter == "s":
        return (_SPACES if in_class else f"[{_SPACES}]"), at + 2
    if letter == "S" and not in_class:
        return f"[^{_SPACES}]", at + 2
    known = letter in _SAME or (letter and not letter.isalnum())
    return (pattern[at : at + 2] if known else None), at + 2
