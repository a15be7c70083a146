"""Labels and headings made comparable: what two printings of one label may differ in is taken away.

Width, blanks, line breaks, the style of brackets and quotes, 的 and the 、/和/与/及/／ between words, notes in
brackets and marks behind a label, and its number, which Word may have made.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checker.facts.text import fold

_NUMERALS = "一二三四五六七八九十"
_DROPPED = "的、和与及或/,:;·・•\"'“”‘’「」『』《》〈〉<>*※★☆#_…　 "
_OPENING, _CLOSING = "([{〔【〖", ")]}〕】〗"
_TAIL = ":;,.。!?-—–"
_ITEM = re.compile(
    rf"(?:第[{_NUMERALS}\d]{{1,3}}(?:(?:部分|章|节|篇)[、.,: ]{{0,2}}|[、.,: ]{{1,2}})"
    rf"|\([{_NUMERALS}\d]{{1,3}}\)[、.,: ]?"
    rf"|[{_NUMERALS}]{{1,3}}[)、.,:.\s]{{1,3}}"
    rf"|\d{{1,2}}[)、.,:\s]{{1,3}}(?!\d)"
    rf"|\d{{1,2}}(?=[\u4e00-\u9fff]))"
)
_ORDINAL = re.compile(rf"[{_NUMERALS}\d]{{1,3}}")
_VALUES = {char: value for value, char in enumerate(_NUMERALS, 1)}


@cache
def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(char): None for char in _DROPPED}
    table |= {ord(char): "(" for char in _OPENING} | {ord(char): ")" for char in _CLOSING}
    for value in range(1, 21):  # ① ⑴ ⒈ and ㈠: one character for a number with its mark
        table[0x2460 + value - 1] = table[0x2474 + value - 1] = f"({value})"
        table[0x2488 + value - 1] = f"{value}."
    for value in range(10):
        table[0x3220 + value] = f"({_NUMERALS[value]})"
    table[ord("它")] = "他"
    return table


_MARKED = re.compile(r"[\u2460-\u249b\u3220-\u3229]")


def plain(text: str) -> str:
    """The text in half width with one style of brackets, single characters for a number spelled out; blanks stay."""
    folded = fold(text)
    table = _table()
    if _MARKED.search(folded):
        folded = _MARKED.sub(lambda match: str(table[ord(match[0])]), folded)
    for char in folded:
        if char in "[{〔【〖]}〕】〗":
            return folded.translate({ord(c): table[ord(c)] for c in "[{〔【〖]}〕】〗"})
    return folded


def split_number(text: str) -> tuple[str, str]:
    """A number at the beginning, marks included, and the rest, of a text as `plain` gives it: "一、", "(二)", "3.",
    "第一部分"."""
    stripped = text.lstrip()
    match = _ITEM.match(stripped)
    if not match or match.end() >= len(stripped.rstrip()):
        return "", stripped
    return match[0].strip(), stripped[match.end() :]


def number_style(number: str) -> str:
    """What kind of number it is: "一、" · "(一)" · "1." · "(1)" · "第" · "" for none."""
    if not number:
        return ""
    if number.startswith("第"):
        return "第"
    kind = "一" if any(char in _VALUES for char in number) else "1"
    return f"({kind})" if number.startswith("(") else f"{kind}."


def number_value(number: str) -> int | None:
    """The value of an item's number ("十二、" is 12), or None if it has none."""
    digits = "".join(char for char in number if char in _VALUES or char.isdigit())
    if not digits:
        return None
    if digits.isdigit() and digits.isascii():
        return int(digits[:4])
    if "十" in digits:
        tens, _, units = digits.partition("十")
        return _VALUES.get(tens, 1) * 10 + _VALUES.get(units, 0)
    return _VALUES.get(digits)


@lru_cache(maxsize=8192)
def fold_label(text: str) -> str:
    """The comparable form of a label or heading, its number and notes taken away; "" for a text without words."""
    if len(text) > 400:  # no label; keeps the cost of a page poured into one cell low
        text = text[:400]
    words = plain(text.replace("\n", ""))
    for _ in range(3):  # "三、（一）1." before one label
        number, words = split_number(words)
        if not number:
            break
    return _words(words)


def fold_whole(text: str) -> str:
    """As fold_label, of a text whose number has been taken off already."""
    return _words(plain(text[:400]))


def _words(text: str) -> str:
    text = _without_notes("".join(text.split()))
    text = text.replace("以及", "").translate(_table())
    return text.strip(_TAIL)


def _without_notes(text: str) -> str:
    """The text without what stands in brackets; the inside of the brackets if there is nothing else."""
    if "(" not in text:
        return text
    kept, depth, opened = [], 0, 0
    for at, char in enumerate(text):
        if char == "(":
            depth += 1
            opened = at + 1
        elif char == ")":
            depth = max(depth - 1, 0)
            if at + 1 < len(text) and _ORDINAL.fullmatch(text, opened, at):  # 第（一）项: a number within is no note
                kept.append(text[opened:at])
        elif depth == 0:
            kept.append(char)
    outside = "".join(kept)
    return outside if outside.strip() else text.replace("(", "").replace(")", "")
