"""The number that a paragraph or a heading begins with: （一）, 一是, 1. and the like, its style and its value."""

from __future__ import annotations

import re
from functools import cache

from checker.facts.lexicon import DAY_DIGITS, SMALL_UNITS
from checker.hints import NamedTuple
from checker.language.values import Value


class ListNumber(NamedTuple):
    """printed: as it stands, with its marks. style: its form. numeral: without marks."""

    printed: str
    style: str
    numeral: str


def list_number(text: str) -> ListNumber | None:
    """The number that the text begins with, or None.

    Styles: han (一、), han_brackets (（一）), first (一是), arabic (1.), arabic_brackets (（1）), circled (①).
    """
    match = _form().match(text[:40])
    if match is None:
        return None
    style = match.lastgroup or ""
    return ListNumber(match.group(0).strip(), style, match.group(style).strip("（(）)、.．，, "))


def numeral(text: str) -> Value:
    """The number that a numeral states, Arabic, Chinese or circled; None if it states none."""
    if len(text) == 1 and 0x2460 <= ord(text) <= 0x2473:
        return ord(text) - 0x245F
    from checker.facts.numbers import chinese_number

    return chinese_number(text)


@cache
def _form() -> re.Pattern[str]:
    han = f"[{DAY_DIGITS}{''.join(SMALL_UNITS)}]{{1,6}}"
    return re.compile(
        rf"\s{{0,8}}(?:(?P<han>{han}[、.．，,])|(?P<han_brackets>[（(]\s?{han}\s?[）)])|(?P<first>{han})是"
        r"|(?P<arabic>[0-9０-９]{1,3}[、.．](?![0-9０-９]))|(?P<arabic_brackets>[（(]\s?[0-9０-９]{1,3}\s?[）)])|(?P<circled>[①-⑳]))"
    )
