"""Labels and headings made comparable: what two printings of one label may differ in is taken away.

Width, blanks, line breaks, the style of brackets and quotes, 的 and the 、/和/与/及/／ between words, notes in
brackets and marks behind a label, and its number, which Word may have made.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache, lru_cache

from checker.facts.text import Exchange, exchange, folding

_NUMERALS = "一二三四五六七八九十"
_BANKERS = "壹贰叁肆伍陆柒捌玖拾"
_ARABIC = frozenset("0123456789")
_COUNT = frozenset(_NUMERALS) | _ARABIC
_VALUES = {char: value for value, char in enumerate(_NUMERALS, 1)}
_DROPPED = "的、和与及或/,:;·・•\"'“”‘’「」『』《》〈〉<>*※★☆#_…　 "
_OPENING, _CLOSING = "[{〔【〖", "]}〕】〗"
_TAIL = ".。!?-—–"
_POINTS = frozenset("、.,:) \t")  # what stands behind the number of an item
_UNITS = ("部分", "章", "节", "篇")


@cache
def _plain() -> Exchange:
    """Brackets of one style, numbers that are one character with their mark (① ⑴ ⒈ ㈠) spelled out, Ⅰ and 壹 as 一."""
    table = dict.fromkeys(_OPENING, "(") | dict.fromkeys(_CLOSING, ")") | {"丶": "、"}  # typed for it by a slip
    for value in range(1, 21):
        table[chr(0x2460 + value - 1)] = table[chr(0x2474 + value - 1)] = f"({value})"
        table[chr(0x2488 + value - 1)] = f"{value}."
    for value in range(10):
        table[chr(0x3220 + value)] = f"({_NUMERALS[value]})"
        table[chr(0x2160 + value)] = table[_BANKERS[value]] = _NUMERALS[value]
    return folding(table)


@cache
def _drops() -> Exchange:
    return exchange(dict.fromkeys(_DROPPED, "") | {"它": "他"})


def plain(text: str) -> str:
    """The text in half width with one style of brackets, single characters for a number spelled out; blanks stay."""
    return _plain()(text)


def split_number(text: str) -> tuple[str, str]:
    """A number at the beginning, marks included, and the rest, of a text as `plain` gives it.

    "一、", "(二)", "3.", "第一部分"; also a number with nothing but a blank behind it, and "1" right before a word. A
    year or a decimal is none. By hand: compiling such an expression would cost more than reading a report's headings.
    """
    stripped = text.lstrip()
    end = _number_end(stripped)
    if not end or end >= len(stripped.rstrip()):
        return "", stripped
    return stripped[:end].strip(), stripped[end:]


def _number_end(text: str) -> int:
    first = text[:1]
    if first == "(":
        end = _run(text, 1, _COUNT, 3)
        return _run(text, end + 1, _POINTS, 1) if end > 1 and text[end : end + 1] == ")" else 0
    if first == "第":
        end = _run(text, 1, _COUNT, 3)
        unit = next((unit for unit in _UNITS if text.startswith(unit, end)), "")
        after = _run(text, end + len(unit), _POINTS, 2)
        return after if end > 1 and (unit or after > end) else 0
    if first in _VALUES:
        end = _run(text, 0, _VALUES.keys(), 3)
        after = _run(text, end, _POINTS, 3)
        return after if after > end else 0
    if first not in _ARABIC:
        return 0
    end = _run(text, 0, _ARABIC, 2)
    after = _run(text, end, _POINTS, 3)
    following = text[after : after + 1]
    if following in _ARABIC and not text[after - 1].isspace():
        return 0
    return after if after > end or "\u4e00" <= following <= "\u9fff" else 0


def _run(text: str, start: int, chars: Collection[str], most: int) -> int:
    """Where a run of at most `most` of the characters ends that begins at `start`."""
    end = start
    while end < len(text) and end < start + most and text[end] in chars:
        end += 1
    return end


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


_remembered: dict[str, str] = {}


def remember(labels: Mapping[str, str]) -> None:
    """Take over labels that were folded before, by an earlier process: those of the formats, the same every time."""
    _remembered.update(labels)


def fold_label(text: str) -> str:
    """The comparable form of a label or heading, its number and notes taken away; "" for a text without words."""
    known = _remembered.get(text)
    return _folded(text) if known is None else known


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    if len(text) > 400:  # no label; keeps the cost of a page poured into one cell low
        text = text[:400]
    words = plain(text.replace("\n", ""))
    if words.lstrip().startswith("("):  # blanks within the brackets of a number
        inside, bracket, rest = words.partition(")")
        words = "".join(inside.split()) + bracket + rest
    for _ in range(3):  # "三、（一）1." before one label
        number, words = split_number(words)
        if not number:
            break
    return _words(words)


@lru_cache(maxsize=2048)
def fold_whole(text: str) -> str:
    """As fold_label, of a text whose number has been taken off already."""
    return _words(plain(text[:400]))


def _words(text: str) -> str:
    text = _without_notes("".join(text.split()))
    text = _drops()(text.replace("以及", ""))
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
            if at + 1 < len(text) and opened < _run(text, opened, _COUNT, 3) == at:  # 第（一）项: no note
                kept.append(text[opened:at])
        elif depth == 0:
            kept.append(char)
    outside = "".join(kept)
    return outside if outside.strip() else text.replace("(", "").replace(")", "")
