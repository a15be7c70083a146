"""Numbered lists in prose: items that skip a number or stand twice, on every level of its own.

A level is a style of numbers: （一） · 一、 · 一是 · 一要 · 第一， · （1） · 1. · 1） · ① · ㈠ · ⑴ · ⒈.
What cannot be told is left alone: a list that begins anew, numbers that run on under a new heading or in the next part,
and every number in the middle of a sentence that does not go on with a list. A number may stand right behind an item's
own: 2.2024年底前 is item two and a year, and 3.5个科室 an item where the list has come to two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from checker.dataclass import dataclass, field
from checker.expressions import compiled
from checker.facts.text import fold

_HAN = "一二三四五六七八九"
_SINGLE = {"circled": 0x2460, "han_circled": 0x3220, "arabic_circled": 0x2474, "arabic_dotted": 0x2488}
_SENTENCE_ENDS = "。;:!?\n\t"
_CLAUSE_ENDS = _SENTENCE_ENDS + ",、("
_LOOSE = ("first", "must", "nth")  # their words are rare enough to be trusted after a comma
_HEADING_LENGTH = 25
_SAVED = 8
_RIGHT = 1  # by how much an item goes on
_CELLS = 4  # tabs that make a paragraph a row of cells
_MOST_ITEMS = 1_000  # items looked at in one text
_READ = 30_000  # characters of a text: an honest paragraph is far shorter
_MOST = 50  # slips reported; more tell a reader nothing


@dataclass(frozen=True, slots=True)
class Slip:
    """An item out of order.

    text: index of its text. start: where its number stands there. number: as printed. previous: the number before it on
    its level, "" if it is the first.
    """

    text: int
    start: int
    number: str
    previous: str


@dataclass(slots=True)
class _Level:
    style: str
    last: int
    printed: str
    astray: int = _RIGHT  # by how much its last item went on where that was a slip
    saved: list[int] = field(default_factory=list)  # where lists were that began anew inside an item


@dataclass(frozen=True, slots=True)
class _Item:
    text: int
    start: int
    style: str
    value: int
    number: str
    trust: str


def misnumbered(parts: Sequence[Sequence[str]]) -> tuple[Slip, ...]:
    """The items out of order. parts: the paragraphs of each part; lists do not go on from one part to the next.

    `Slip.text` counts paragraphs over all parts.
    """
    slips: list[Slip] = []
    ended: dict[str, int] = {}
    index = 0
    for part in parts:
        walk = _Walk(dict(ended), slips)
        for text in part:
            if len(slips) >= _MOST:
                return tuple(slips)
            if text.count("\t") < _CELLS:  # a row of a table poured into text: its numbers are labels
                walk.paragraph(index, fold(text[:_READ]), text)
            index += 1
        ended = walk.finish()
    return tuple(slips)


class _Walk:
    """The levels that are open while the paragraphs of one part are read."""

    def __init__(self, ended: dict[str, int], slips: list[Slip]) -> None:
        self._levels: list[_Level] = []
        self._ended, self._slips = ended, slips
        self._heading = False  # an unnumbered heading stood since the last item
        self._paragraph = -1  # index of the paragraph that held the last item

    def finish(self) -> dict[str, int]:
        """The last number of each style."""
        self._close(0)
        return self._ended

    def paragraph(self, index: int, folded: str, printed: str) -> None:
        """Take in the items of a paragraph."""
        count = 0
        if "是" in folded or "要" in folded or _marks().search(folded):
            item, end = None, -1
            for match in islice(_item().finditer(folded), _MOST_ITEMS):
                trust = _trust(folded, match)
                again = item is not None and match.start() == end and _twice_over(item, *_read(match))
                if trust is not None or again:
                    count += 1
                    number = printed[match.start() : match.end()].strip()
                    before = item
                    item, end = _Item(index, match.start(), *_read(match), number, trust or "loose"), match.end()
                    if again and before is not None:
                        self._slip(item, before.number)
                    else:
                        self._take(item)
                    if len(self._slips) >= _MOST:
                        return
        if count == 0 and len(folded.strip()) <= _HEADING_LENGTH and folded.strip()[-1:] not in _CLAUSE_ENDS:
            self._heading = True

    def _take(self, item: _Item) -> None:
        depth = next((d for d, level in enumerate(self._levels) if level.style == item.style), None)
        if item.trust == "decimal" and (depth is None or item.value != self._levels[depth].last + 1):
            return
        if depth is None:
            if not self._opens(item):
                return
            if item.value != 1 and self._ended.get(item.style) != item.value - 1:
                self._slip(item, "")
            self._levels.append(_Level(item.style, item.value, item.number))
        elif not self._goes_on(depth, item):
            return
        self._heading, self._paragraph = False, item.text

    def _opens(self, item: _Item) -> bool:
        """Whether an item of a new level is one at all: a first, one that runs on, or （二） heading a paragraph."""
        runs_on = item.style == "han_brackets" or self._ended.get(item.style) == item.value - 1
        return item.value == 1 or (item.trust == "head" and runs_on)

    def _goes_on(self, depth: int, item: _Item) -> bool:
        level = self._levels[depth]
        astray = _RIGHT
        if item.value == 1:
            if level.last == 1 and self._twice_first(item):
                self._slip(item, level.printed)
            level.saved = [*level.saved[-_SAVED:], level.last]
        elif item.value - 1 in level.saved and item.value != level.last + 1:
            del level.saved[level.saved.index(item.value - 1) :]
        elif item.value != level.last + 1:
            if item.trust == "loose":
                return False
            step = item.value - level.last
            if step + level.astray != 2 or step not in (0, 2):  # else it only sets right what the item before had wrong
                self._slip(item, level.printed)
                astray = step
        self._close(depth + 1)
        level.last, level.printed, level.astray = item.value, item.number, astray
        return True

    def _twice_first(self, item: _Item) -> bool:
        """Whether a second "one" right after the first is a slip: a list of a single item hardly exists."""
        if item.style == "first":
            return item.text == self._paragraph
        headed = item.style == "han_brackets" and item.trust == "head"
        return headed and not self._heading and item.text != self._paragraph

    def _slip(self, item: _Item, previous: str) -> None:
        self._slips.append(Slip(item.text, item.start, item.number, previous))

    def _close(self, depth: int) -> None:
        for level in self._levels[depth:]:
            self._ended[level.style] = level.last
        del self._levels[depth:]


def _trust(text: str, match: re.Match[str]) -> str | None:
    """How sure it is that a number begins an item; None: it begins none.

    "head" of a paragraph, "inner", "loose"; "decimal": at the head, but a figure (3.5) if the list does not go on so.
    """
    before = text[max(0, match.start() - 4) : match.start()].rstrip(" ")
    head = not before and match.start() <= 4
    if match.lastgroup == "arabic" and _decimal().match(text, match.end() - 1):
        return "decimal" if head else None
    if head:
        return "head"
    last = before[-1:]
    style = match.lastgroup or ""
    if last in _SENTENCE_ENDS:
        return "inner"
    if style in _LOOSE and last in _CLAUSE_ENDS:
        return "inner"
    return "loose" if last in _CLAUSE_ENDS or style in _SINGLE else None


def _twice_over(item: _Item, style: str, value: int) -> bool:
    """Whether a number right behind an item's is that one again: （二）（二）, （一）一、; （一）1. is not."""
    return item.value == value and (style == item.style or (item.style, style) == ("han_brackets", "han"))


def _read(match: re.Match[str]) -> tuple[str, int]:
    style = match.lastgroup or ""
    digits = match.group(style)
    if style in _SINGLE:
        return style, ord(digits) - _SINGLE[style] + 1
    return style, int(digits) if digits.isdigit() and digits.isascii() else _han_value(digits)


def _han_value(digits: str) -> int:
    """一 to 九十九."""
    tens, ten, ones = digits.rpartition("十")
    value = _HAN.find(ones) + 1 if ones else 0
    return value + ((_HAN.find(tens) + 1 if tens else 1) * 10 if ten else 0)


@cache
def _marks() -> re.Pattern[str]:
    return compiled(r"[(①-⒛㈠-㈩]|[0-9一二三四五六七八九十][.、)]|第[一二三四五六七八九十]")


@cache
def _decimal() -> re.Pattern[str]:
    """A point before a figure of up to three digits; more (a year, a hotline) are a number of their own."""
    return compiled(r"\.(?:[0-9]{1,3}(?![0-9])|[0-9]+[万亿元%])")


@cache
def _item() -> re.Pattern[str]:
    han = "[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
    return compiled(
        rf"\( ?(?P<han_brackets>{han}) ?\)(?![项款目、,至到和及])"
        rf"|(?P<han>{han})、(?![一二三四五六七八九十\d])"
        rf"|(?P<first>{han})是"
        rf"|(?P<must>{han})要"
        rf"|第(?P<nth>{han})[,、](?!第)"
        r"|\( ?(?P<arabic_brackets>[0-9]{1,2}) ?\)(?![项款目、,至到和及])"
        r"|(?P<arabic>[0-9]{1,2})(?:\.|、(?![0-9]{1,3}(?![0-9])))"
        r"|(?P<arabic_half>[0-9]{1,2})\)"
        r"|(?P<circled>[①-⑳])|(?P<han_circled>[㈠-㈩])|(?P<arabic_circled>[⑴-⒇])|(?P<arabic_dotted>[⒈-⒛])"
    )
