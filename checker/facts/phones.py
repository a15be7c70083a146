"""Telephone numbers in a stretch of text, as printed."""

from __future__ import annotations

import re
from functools import cache

from checker.expressions import compiled
from checker.facts import lexicon
from checker.facts.text import fold

_MOST = 12  # numbers read from one stretch
_ALIKE = "OolI"  # letters typed for 0 and 1


def read_phones(text: str, *, labelled: bool = True) -> tuple[tuple[int, int], ...]:
    """The spans of the telephone numbers in `text`, in order.

    A number is read as printed: area code in brackets or before a dash of any kind, blanks inside, an extension
    (转8001). With `labelled` the text stands behind a label, and a number may be short, long or without an area code;
    else only numbers that can be nothing else count (an area code with 7 or 8 digits, a mobile, 400 and 800 numbers).
    """
    folded = fold(text)
    spans: list[tuple[int, int]] = []
    for match in (_loose() if labelled else _sure()).finditer(folded):
        for start, end in _split(folded, *match.span()) if labelled else [match.span()]:
            if labelled and not _can_be_phone(folded, start, end, first=not spans):
                continue
            spans.append(_trim(folded, start, end))
            if len(spans) == _MOST:
                return tuple(spans)
    return tuple(spans)


@cache
def _loose() -> re.Pattern[str]:
    extension = f"(?:[ ]?[(]?(?:{'|'.join(lexicon.EXTENSIONS)})[:]?[ ]?[0-9]{{1,6}}[)]?)?"
    digit = f"0-9{_ALIKE}"
    return compiled(
        rf"(?<![0-9A-Za-z.@])[+(]?[{digit}][{lexicon.DASHES}{digit}() ]{{2,40}}[{digit}]{extension}(?![0-9A-Za-z@])"
    )


@cache
def _sure() -> re.Pattern[str]:
    dash = f"[ ]?[{lexicon.DASHES}]{{1,2}}[ ]?"
    extension = f"(?:(?:{'|'.join(lexicon.EXTENSIONS)})[:]?[ ]?[0-9]{{1,6}}|-[0-9]{{2,5}})?"
    return compiled(
        rf"(?<![0-9A-Za-z.\-])(?:[(]0[0-9]{{2,3}}[)][ ]?[{lexicon.DASHES}]?[0-9]{{7,8}}"
        rf"|0[0-9]{{2,3}}(?:{dash}|[ ])?[0-9]{{7,8}}"
        rf"|1[3-9][0-9]{{9}}|[48]00{dash}?[0-9]{{3}}[ -]?[0-9]{{4}}){extension}(?![0-9A-Za-z@])"
    )


def _digits(text: str) -> int:
    return sum(c.isdigit() for c in text)


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Numbers parted by blanks alone: a blank parts two numbers if seven digits stand on either side of it."""
    parts: list[tuple[int, int]] = []
    first = start
    for at in range(start, end):
        if text[at] == " " and _digits(text[first:at]) >= 7 and _digits(text[at:end]) >= 7:
            parts.append((first, at))
            first = at + 1
    return [*parts, (first, end)]


def _can_be_phone(text: str, start: int, end: int, *, first: bool) -> bool:
    """Not a year, a date, a hotline's three digits, an amount or a postcode behind the numbers."""
    digits, piece = _digits(text[start:end]), text[start:end].strip()
    if text.startswith((*lexicon.MEASURES, "年", "月", "日", "时", "元", "万", "%", "."), end):
        return False
    if compiled(r"(?:19|20)[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}").fullmatch(piece):
        return False
    if compiled(r"[0-9]{1,2}[:.]?[0-9]{0,2}[-—][0-9]{1,2}[:.]?[0-9]{0,2}").fullmatch(piece):
        return False  # hours
    return 5 <= digits <= 22 if first else 7 <= digits <= 22


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without blanks, dashes and unpaired brackets round the number."""
    while True:
        piece = text[start:end]
        if piece[:1] in (" ", ")") or (piece[:1] == "(" and ")" not in piece):
            start += 1
        elif piece[-1:] in (" ", "(") or (piece[-1:] == ")" and "(" not in piece) or piece[-1:] in lexicon.DASHES:
            end -= 1
        elif piece[:1] == "(" and piece[-1:] == ")" and piece.count("(") == 1:
            start, end = start + 1, end - 1
        else:
            return start, end
