"""Automatic numbers: the lists of numbering.xml, and counters that run through a document (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from checker.dataclass import dataclass
from checker.readers.number_formats import printed
from checker.readers.tags import FALLBACK, W, number, off

_LEVELS = 9
_CHAIN = 20
_TEXT = 255


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: where it starts, how its number is written, and after which level it starts anew.

    text: "第%1条", "%1.%2". restart: it starts anew after a level with a smaller index (its own index by default:
    after any level above it), 0 for never. style: the paragraph style that is tied to it.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    suffix: str = "tab"
    restart: int = 0
    style: str = ""


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list as paragraphs cite it (w:num): the abstract list it counts with, its levels, its own first numbers."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document with their counters; paragraphs are put to it in document order."""

    def __init__(self, root: etree._Element | None, style_list: Callable[[str], str]) -> None:
        """`root`: of numbering.xml; `style_list`: the w:numId that a numbering style names, "" if none."""
        self._abstracts: dict[str, etree._Element] = {}
        self._nums: dict[str, etree._Element] = {}
        for node in root if root is not None else ():
            if node.tag == W + "abstractNum":
                self._abstracts[node.get(W + "abstractNumId", "")] = node
            elif node.tag == W + "num":
                self._nums[node.get(W + "numId", "")] = node
        self._style_list = style_list
        self._lists: dict[str, NumberedList | None] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def level_of_style(self, num: str, style: str) -> int | None:
        """The level of the list `num` that is tied to a paragraph style, None if there is none."""
        found = self._list(num)
        if found and style:
            for index, level in found.levels.items():
                if level.style == style:
                    return index
        return None

    def next(self, num: str, index: int) -> str:
        """Counts a paragraph of the list `num` at level `index`, and gives its number ("" for a bullet or no list).

        A number that ends in a letter or numeral is followed by a blank, unless the list says that nothing follows, so
        that number and text can be joined.
        """
        found = self._list(num)
        if found is None or not 0 <= index < _LEVELS:
            return ""
        level = found.levels.get(index)
        if level is None:
            return ""
        counters = self._counters.setdefault(found.abstract, {})
        if num not in self._begun:
            self._begun.add(num)
            for overridden in found.starts:
                counters.pop(overridden, None)
        counters[index] = counters[index] + 1 if index in counters else self._start(found, index)
        for deeper in [d for d in counters if d > index]:
            below = found.levels.get(deeper)
            if below is None or (below.restart and index < below.restart):
                del counters[deeper]
        return self._printed(found, level, counters)

    @staticmethod
    def _start(found: NumberedList, index: int) -> int:
        level = found.levels.get(index)
        return found.starts.get(index, level.start if level else 1)

    def _printed(self, found: NumberedList, level: Level, counters: dict[int, int]) -> str:
        if level.form == "bullet":
            return ""
        text = level.text
        for index in range(_LEVELS) if "%" in text else ():
            hole = f"%{index + 1}"
            if hole in text:
                own = found.levels.get(index)
                form = "decimal" if level.legal or own is None else own.form
                text = text.replace(hole, printed(counters.get(index, self._start(found, index)), form))
        text = text.strip()
        return text + " " if text and text[-1].isalnum() and level.suffix != "nothing" else text

    def _list(self, num: str) -> NumberedList | None:
        if num not in self._lists:
            self._lists[num] = self._read(num)
        return self._lists[num]

    def _read(self, num: str) -> NumberedList | None:
        node = self._nums.get(num)
        if node is None:
            return None
        abstract = self._abstract(node)
        if abstract is None:
            return None
        levels: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for child in abstract.iterchildren(W + "lvl"):
            index = number(child.get(W + "ilvl"), -1)
            if 0 <= index < _LEVELS:
                levels[index] = _level(child, index)
        for override in node.iterchildren(W + "lvlOverride"):
            index = number(override.get(W + "ilvl"), -1)
            if not 0 <= index < _LEVELS:
                continue
            start, own = override.find(W + "startOverride"), override.find(W + "lvl")
            if own is not None:
                levels[index] = _level(own, index)
            if start is not None:
                starts[index] = number(start.get(W + "val"), 1)
        return NumberedList(abstract.get(W + "abstractNumId", ""), levels, starts)

    def _abstract(self, node: etree._Element | None) -> etree._Element | None:
        """The abstract list of a w:num, through numbering styles."""
        for _ in range(_CHAIN):
            cited = node.find(W + "abstractNumId") if node is not None else None
            abstract = self._abstracts.get(cited.get(W + "val", "")) if cited is not None else None
            if abstract is None:
                return None
            link = abstract.find(W + "numStyleLink")
            if link is None:
                return abstract
            node = self._nums.get(self._style_list(link.get(W + "val", "")))
        return None


def _level(node: etree._Element, index: int) -> Level:
    values: dict[str, str] = {}
    legal = False
    for child in node:
        name, value = child.tag, child.get(W + "val")
        if name == W + "isLgl":
            legal = not off(value)
        elif value is not None:
            values[name] = value
    form = values.get(W + "numFmt")
    if form is None:  # a format of later Word versions stands in alternate content; its fallback is what others print
        fallback = node.find(f".//{FALLBACK}/{W}numFmt")
        form = fallback.get(W + "val", "decimal") if fallback is not None else "decimal"
    return Level(
        start=number(values.get(W + "start"), 0 if W + "start" not in values else 1),
        form=form,
        text=values.get(W + "lvlText", "")[:_TEXT],
        legal=legal,
        suffix=values.get(W + "suff", "tab"),
        restart=number(values.get(W + "lvlRestart"), index),
        style=values.get(W + "pStyle", ""),
    )
