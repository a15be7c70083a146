"""A paragraph made plain for reading: half-width, no blanks, no quotation marks, one mark for each kind of cut."""

from __future__ import annotations

from functools import cache

from checker.dataclass import dataclass
from checker.expressions import compiled
from checker.facts.text import fold as widths

LIMIT = 10_000  # characters of a paragraph that are read: no paragraph of a report is longer, and reading stays quick
BLOT = "■"  # stands for a character that says nothing
# 【…】 stands before a paragraph as its heading
BRACKETS = {"[": "(", "{": "(", "〔": "(", "【": BLOT, "]": ")", "}": ")", "〕": ")", "】": "。", "﹝": "(", "﹞": ")"}
_DROPPED = " \t\r\v\f\"'“”‘’「」『』＂＇"
_COMMA = compiled(r"(?<!\d),|,(?!\d{3}(?!\d))")
_STOP = compiled(r"(?<!\d)\.|\.(?!\d)")
_ITEM = compiled(r"(?:^|(?<=[:;，。(\n；]))\s{0,4}\d{1,2}[.、)](?!\d)")  # the number of an item in a list
_TITLE = compiled(r"《[^《》\n]{0,80}》")
_TABLE = str.maketrans(
    {
        **BRACKETS,
        "?": "。",
        "!": "。",
        "∶": ":",
        "︰": ":",
        "﹪": "%",
        ";": "；",
        **dict.fromkeys("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", BLOT),
    }
)


@dataclass(frozen=True, slots=True)
class Folded:
    """text: the plain text. printed: the paragraph. at: where each character of text stands in printed."""

    text: str
    printed: str
    at: tuple[int, ...] | range

    def quote(self, start: int, end: int) -> str:
        """The words as printed between two positions of the plain text."""
        return self.printed[self.at[start] : self.at[end - 1] + 1].strip() if end > start else ""

    def blank_before(self, position: int) -> bool:
        """Whether a blank is printed right before a character of the plain text."""
        return position > 0 and self.at[position] - self.at[position - 1] > 1


@cache
def _drop_table() -> dict[int, None]:
    return dict.fromkeys(map(ord, _DROPPED))


def plain(text: str) -> str:
    """Half-width text with one mark for each kind of cut; every character keeps its position.

    Commas become "，" but between thousands, full stops "。" but in a decimal; words within 《》 are blotted out, since
    a title states nothing.
    """
    text = _ITEM.sub(lambda m: BLOT * len(m.group()), widths(text).translate(_TABLE))
    if "," in text:
        text = _COMMA.sub("，", text)
    if "." in text:
        text = _STOP.sub("。", text)
    if "《" in text:
        text = _TITLE.sub(lambda m: BLOT * len(m.group()), text)
    return text


def bare(text: str) -> str:
    """A word of a pattern in the form in which it stands in a plain text: no blanks, no quotation marks."""
    return plain(text).translate(_drop_table())


def fold(printed: str) -> Folded:
    """Fold the first LIMIT characters of a paragraph."""
    text = plain(printed[:LIMIT])
    short = text.translate(_drop_table())
    if len(short) == len(text):
        return Folded(text, printed, range(len(text)))
    return Folded(short, printed, tuple(i for i, char in enumerate(text) if char not in _DROPPED))
