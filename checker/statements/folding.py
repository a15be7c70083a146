"""A paragraph made plain for reading: half-width, no blanks, no quotation marks, one mark for each kind of cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property

from checker.document import Place
from checker.expressions import compiled
from checker.facts.text import Exchange, folding

LIMIT = 10_000  # characters of a paragraph that are read: no paragraph of a report is longer, and reading stays quick
BLOT = "■"  # stands for a character that says nothing
# 【…】 stands before a paragraph as its heading
BRACKETS = {"[": "(", "{": "(", "〔": "(", "【": BLOT, "]": ")", "}": ")", "〕": ")", "】": "。", "﹝": "(", "﹞": ")"}
_DROPPED = compiled("[ \t\r\v\f\"'“”‘’「」『』＂＇]")
_COMMA = compiled(r"(?<!\d),|,(?!\d{3}(?!\d))")
_STOP = compiled(r"(?<!\d)\.|\.(?!\d)")
_NUMBERED = compiled(r"\d\d?[.、)]")  # without it, no item has a number
_ITEM = compiled(r"(?:^|(?<=[:;，。(\n；]))\s{0,4}\d{1,2}[.、)](?!\d)")  # the number of an item in a list
_TITLE = compiled(r"《[^《》\n]{0,80}》")
_TABLE = {
    **BRACKETS,
    "?": "。",
    "!": "。",
    "∶": ":",
    "︰": ":",
    "﹪": "%",
    ";": "；",
    **dict.fromkeys("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", BLOT),
}


class Folded:
    """text: the plain text. printed: the paragraph."""

    def __init__(self, text: str, printed: str, kept: str) -> None:
        """`kept`: the plain text with what is dropped of it, position by position as printed."""
        self.text, self.printed, self._kept = text, printed, kept

    @cached_property
    def at(self) -> Sequence[int]:
        """Where each character of the text stands in what is printed; few lines are quoted."""
        if len(self.text) == len(self._kept):
            return range(len(self.text))
        dropped = frozenset(_DROPPED.findall(self._kept))
        return [i for i, char in enumerate(self._kept) if char not in dropped]

    def quote(self, start: int, end: int) -> str:
        """The words as printed between two positions of the plain text."""
        return self.printed[self.at[start] : self.at[end - 1] + 1].strip() if end > start else ""

    def blank_before(self, position: int) -> bool:
        """Whether a blank is printed right before a character of the plain text."""
        return position > 0 and self.at[position] - self.at[position - 1] > 1


class Passage:
    """A line of a paragraph being read: part of the report, number of the paragraph, folded text, report year."""

    __slots__ = ("folded", "n", "section", "text", "year")

    def __init__(self, section: str, n: int, folded: Folded, year: int | None) -> None:
        self.section, self.n, self.folded, self.text, self.year = section, n, folded, folded.text, year

    def place(self, start: int, end: int) -> Place:
        """The words from start to end of the plain text, as a place."""
        return Place(section=self.section, paragraph=self.n, quote=self.folded.quote(start, end))


def plain(text: str) -> str:
    """Half-width text with one mark for each kind of cut; every character keeps its position.

    Commas become "，" but between thousands, full stops "。" but in a decimal; words within 《》 are blotted out, since
    a title states nothing.
    """
    text = _exchange()(text)
    if _NUMBERED.search(text):
        text = _ITEM.sub(_blotted, text)
    if "," in text:
        text = _COMMA.sub("，", text)
    if "." in text:
        text = _STOP.sub("。", text)
    if "《" in text:
        text = _TITLE.sub(_blotted, text)
    return text


@cache
def _exchange() -> Exchange:
    return folding(_TABLE)


def _blotted(match: re.Match[str]) -> str:
    return BLOT * (match.end() - match.start())


def bare(text: str) -> str:
    """A word of a pattern in the form in which it stands in a plain text: no blanks, no quotation marks."""
    return _DROPPED.sub("", plain(text))


def fold(printed: str) -> Folded:
    """Fold the first LIMIT characters of a paragraph."""
    kept = plain(printed[:LIMIT])
    return Folded(_DROPPED.sub("", kept), printed, kept)
