"""Postal addresses, postcodes and mail addresses in a text, as printed."""

from __future__ import annotations

import re
from functools import cache

from checker.facts import lexicon

Span = tuple[int, int]

_LONGEST = 90  # characters of an address
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
            depth += 1
        elif char in _CLOSE:
            if depth == 0:
                break
            depth -= 1
        elif char in "。;!?\n\t|<>《" or (char == "," and depth == 0):
            break
        at += 1
    code = re.search(r"[\s(,、]\s{0,6}[0-9]{6}[)\s]{0,4}$", text[max(start, at - 20) : at])
    if code:
        at -= len(code.group())
    return _trimmed(text, start, at)


def has_house(text: str) -> bool:
    """Whether a text names a house: a road with a number, or a building by its ordinary name."""
    if any(mark in text for mark in ("〔", "第", "令", "://", "www.", "@")):
        return False
    return _house().search(text) is not None or (
        text.endswith(lexicon.HOUSE_WORDS) and len(text) >= 6 and any(c in text for c in "市县区镇乡路街旗州")
    )


def looks_like_address(text: str) -> bool:
    """Whether what stands behind a label and a colon can be an address at all."""
    return len(re.findall(r"[\u4e00-\u9fff]", text)) >= 3 and not any(
        mark in text for mark in ("://", "www.", "@", "http")
    )


def find_house(text: str, start: int, end: int) -> Span | None:
    """An address without a label between `start` and `end` of a folded text, or None."""
    for piece in re.finditer(r"[^,。;:()!?\n\t]{4,90}", text[start:end]):
        if not has_house(piece.group().strip()):
            continue
        first = start + piece.start()
        lead = _lead().search(piece.group())
        if lead:
            first += lead.end()
        span = cut_address(text, first, end)
        if span is None:
            continue
        tail = _tail().search(text[slice(*span)])
        if tail:
            span = (span[0], span[0] + tail.start())
        if has_house(text[slice(*span)]):
            return span
    return None


def read_postcode(text: str, start: int, end: int) -> Span | None:
    """The postcode behind a label, in whatever form it is printed, or None."""
    match = re.compile(
        r"\s{0,6}([0-9]{6}(?![0-9A-Za-z])|[0-9]{3} [0-9]{3}(?![0-9])|[0-9OoIl]{3,9}(?![0-9A-Za-z]))"
    ).match(text, start, end)
    return match.span(1) if match and any(c.isdigit() for c in match[1]) else None


def lone_postcode(text: str, start: int, end: int) -> Span | None:
    """Six digits standing alone between marks, or None: a postcode beside an address."""
    match = re.compile(r"(?<![0-9A-Za-z〔\-.])[0-9]{6}(?=[\s,。;、)]|$)").search(text, start, end)
    return (
        match.span()
        if match and text[max(0, match.start() - 1) : match.start()] in ("", " ", ",", "、", "(", ";", "\t", "\n")
        else None
    )


def read_email(text: str, start: int, end: int, *, labelled: bool) -> Span | None:
    """A mail address; behind a label whatever stands there in letters, signs and digits is taken as one."""
    match = _email().search(text, start, end)
    if match is None and labelled:
        match = re.compile(r"\s{0,6}([0-9A-Za-z][!-+\--:<-~]{3,79})").match(text, start, end)
        if match is not None:
            start, end = match.span(1)
            return _trimmed(text, start, end)
    return _trimmed(text, *match.span()) if match else None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (
        text[start].isspace() or text[start] in ",、;:-.)" or (text[start] == "(" and ")" not in text[start:end])
    ):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",、;:(-.[【<"):
        end -= 1
    if end - start > 2 and text[start] == "(" and text[end - 1] == ")" and text.find(")", start) == end - 1:
        start, end = start + 1, end - 1
    return (start, end) if end > start else None


@cache
def _house() -> re.Pattern[str]:
    return re.compile(
        rf"[{lexicon.ROAD_WORDS}道][\u4e00-\u9fff]{{0,6}}\s?(?:[0-9]{{1,5}}|[一二三四五六七八九十百]{{1,5}})(?:[{lexicon.DASHES}][0-9]{{1,4}})?\s?号"
    )


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(r"(?:位于|设在|地处|坐落于|坐落在|请到|前往|寄至|寄往|邮寄至|寄到|送至|请至|信函请寄|函寄)")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(r"(?:的[\u4e00-\u9fff]{2,30}|咨询|联系|查询|查阅|索取|反映|办理)[\u4e00-\u9fff]{0,12}$")


@cache
def _email() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9A-Za-z._%+\-])[0-9A-Za-z._%+\-]{1,64}@{1,2}[0-9A-Za-z.\-]{1,100}")
