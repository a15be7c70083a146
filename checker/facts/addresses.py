"""Postal addresses, postcodes and mail addresses in a text, as printed."""

from __future__ import annotations

import re
from functools import cache

from checker.expressions import compiled
from checker.facts import lexicon

Span = tuple[int, int]

_LONGEST = 90  # characters of an address
_BESIDE = ("", " ", ",", "、", "。", "(", ")", ";", "\t", "\n")
_OPEN, _CLOSE = "([【", ")]】"


def cut_address(text: str, start: int, end: int) -> Span | None:
    """The span of an address that begins at `start` of a folded text, or None if nothing like one stands there.

    It ends at a mark, at an unpaired closing bracket or at `end`; brackets inside belong to it.
    """
    depth, at = 0, start
    last = min(end, start + _LONGEST)
    while at < last:
        char = text[at]
        if char in _OPEN:
            if any(word in text[at : at + 12].partition(")")[0] for word in lexicon.NOT_IN_ADDRESS):
                break  # hours, a label: not part of the address
            depth += 1
        elif char in _CLOSE:
            if depth == 0:
                break
            depth -= 1
        elif char in "。;!?\n\t|<>《" or (char == "," and depth == 0):
            break
        at += 1
    code = compiled(r"[\s(,、]\s{0,6}[0-9]{6}[)\s]{0,4}$").search(text[max(start, at - 20) : at])
    if code:
        at -= len(code.group())
    return _trimmed(text, start, at)


def has_house(text: str) -> bool:
    """Whether a text names a house: a road with a number, or a building by its ordinary name."""
    if any(mark in text for mark in ("〔", "第", "令", "://", "www.", "@")):
        return False
    if text.endswith(lexicon.HOUSE_WORDS) and len(text) >= 6 and any(char in text for char in "市县区镇乡路街旗州"):
        return True
    return any(_is_number_of_road(text, at) for at, char in enumerate(text[:_LONGEST]) if char == "号")


def _is_number_of_road(text: str, at: int) -> bool:
    """Before 号 stands a number, and close before that a road, a village or the like (学府路85号, 人民路南段一号)."""
    number = text[max(0, at - 14) : at].rstrip()
    head = number.rstrip("0123456789一二三四五六七八九十百之附" + lexicon.DASHES)
    return len(head) < len(number) and any(char in head.rstrip()[-7:] for char in lexicon.ROAD_WORDS)


def looks_like_address(text: str) -> bool:
    """Whether what stands behind a label and a colon can be an address at all."""
    return sum(not char.isascii() for char in text) >= 3 and not any(
        mark in text for mark in ("://", "www.", "@", "http")
    )


def find_house(text: str, start: int, end: int) -> Span | None:
    """An address without a label between `start` and `end` of a folded text, or None."""
    for piece in compiled(r"[^,。;:()!?\n\t]{4,90}").finditer(text[start:end]):
        if not has_house(piece.group().strip()):
            continue
        first = start + piece.start()
        first += _behind_lead(piece.group())
        span = cut_address(text, first, end)
        if span is None:
            continue
        span = (span[0], span[0] + _before_tail(text[slice(*span)]))
        if has_house(text[slice(*span)]):
            return span
    return None


def _behind_lead(text: str) -> int:
    """Where an address begins behind 位于, 请到 and the like; 0 if none of them stands there."""
    return max((text.rfind(lead) + len(lead) for lead in lexicon.PLACED_AT if lead in text), default=0)


def _before_tail(text: str) -> int:
    """Where an address ends before what is done there (…12号的财政局办公室, …12号咨询)."""
    ends = [at for at in (text.rfind(word) for word in lexicon.DONE_THERE) if at > 0 and len(text) - at <= 14]
    of = text.find("的")
    return min([*ends, *([of] if of > 0 and has_house(text[:of]) else [])], default=len(text))


def read_postcode(text: str, start: int, end: int) -> Span | None:
    """The postcode behind a label, in whatever form it is printed, or None."""
    match = compiled(
        r"\s{0,6}([0-9]{6}(?![0-9A-Za-z])|[0-9]{3} [0-9]{3}(?![0-9])|[0-9OoIl]{3,9}(?![0-9A-Za-z]))"
    ).match(text, start, end)
    return match.span(1) if match and any(c.isdigit() for c in match[1]) else None


def lone_postcode(text: str, start: int, end: int) -> Span | None:
    """Six digits standing alone between marks, or None: a postcode beside an address."""
    for match in compiled(r"(?<![0-9A-Za-z.-])[0-9]{6}(?![0-9A-Za-z-])").finditer(text, start, end):
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        if before in _BESIDE and after in _BESIDE:
            return match.span()
    return None


def read_email(text: str, start: int, end: int, *, labelled: bool) -> Span | None:
    """A mail address; behind a label whatever stands there in letters, signs and digits is taken as one."""
    match = _email().search(text, start, end)
    if match is None and labelled:
        match = compiled(r"\s{0,6}([0-9A-Za-z][!-+\--:<-~]{3,79})").match(text, start, end)
        if match is not None:
            start, end = match.span(1)
            return _trimmed(text, start, end)
    return _trimmed(text, *match.span()) if match else None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (
        text[start].isspace() or text[start] in ",、;:-.)" or (text[start] == "(" and ")" not in text[start:end])
    ):
        start += 1
    while end > start and (
        text[end - 1].isspace()
        or text[end - 1] in ",、;:(-.[【<"
        or (text[end - 1] == ")" and text.count(")", start, end) > text.count("(", start, end))
    ):
        end -= 1
    if end - start > 2 and text[start] == "(" and text[end - 1] == ")" and text.find(")", start) == end - 1:
        start, end = start + 1, end - 1
    return (start, end) if end > start else None


@cache
def _email() -> re.Pattern[str]:
    return compiled(r"(?<![0-9A-Za-z._%+\-])[0-9A-Za-z._%+\-]{1,64}@{1,2}[0-9A-Za-z.\-]{1,100}")
