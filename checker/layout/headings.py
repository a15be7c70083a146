"""Lines that may be headings: their number, their words, and the section that the words name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from checker.dataclass import dataclass, field, replace
from checker.document import Grid, Paragraph
from checker.expressions import compiled
from checker.layout.folding import fold_label, fold_whole, number_style, number_value, plain, split_number
from checker.layout.matching import RANK, Match, nearest, section_wordings, without_year
from checker.layout.model import Layout, SectionLayout

TOP_STYLES = ("一.", "第", "1.", "", "(一)", "(1)")  # of two that fit alike the first is the one of the sections
_ORNAMENTS = '★☆●○◆◇■□▲△▼▶※*#·•【[〔〖“"「『《 　'  # may stand before a heading
_CLOSING = '】]〕〗”"」』》'
_NUMERALS = tuple("一二三四五六七八九十")
_CAPTIONS = 3  # rows of a grid that may stand over its header
LONGEST = 90  # characters in which the heading must be found


@dataclass(slots=True)
class HeadingWords:
    """The wordings of the sections of all layouts.

    known: folded wording -> (key, how good). places: key -> its place in the report, from 1. labels: folded labels
    of the tables, which look like headings where a table is flattened to text.
    """

    known: dict[str, tuple[str, Match]] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    forms: dict[str, list[str]] = field(default_factory=dict)
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """A line that may be a heading.

    at: index of its block. n: number of the paragraph. number, style, value: its number as split_number,
    number_style and number_value give it. words: the heading as printed, without number. body: what follows it in
    the same paragraph. key, match: the section that the words name. page: it ends with a page number. level:
    outline level.
    short: it is short and no sentence.
    """

    at: int
    n: int
    number: str
    style: str
    value: int | None
    words: str
    folded: str
    body: str
    key: str | None
    match: Match
    page: bool
    level: int | None
    short: bool
    marked: str = ""  # its number as it stands: 一丶 has the number 一、
    more: int = 0  # following paragraphs over which the heading is broken


def heading_words(layouts: Sequence[Layout], labels: Iterable[str]) -> HeadingWords:
    """The wordings of the layouts' sections."""
    words = HeadingWords(labels=frozenset(labels))
    for layout in layouts:
        for place, section in enumerate(layout.sections, 1):
            words.places.setdefault(section.key, place)
            _enter(words, section)
    return words


def _enter(words: HeadingWords, section: SectionLayout) -> None:
    for wording, quality in section_wordings(section):
        if words.known.setdefault(wording, (section.key, quality))[0] == section.key:
            words.forms.setdefault(section.key, []).append(wording)


def read_line(at: int, paragraph: Paragraph, words: HeadingWords) -> Line | None:
    """The line that a paragraph begins with, or None if it can be no heading of any kind."""
    text = paragraph.text
    if text[:1] in _ORNAMENTS:
        text = text.lstrip(_ORNAMENTS).rstrip(_CLOSING)
    automatic = plain(paragraph.number).strip() if paragraph.number else ""
    head = text[:LONGEST]
    if automatic and number_value(automatic) is not None:
        number, rest = automatic, head.lstrip()
    else:
        number, rest = _split(head)
    if not number and paragraph.level is None and len(head.split("\n", 1)[0]) > 40:
        return None
    if not number and head[:1] in _NUMERALS and words.known.get(fold_whole(head[1:])):
        number, rest = head[0], head[1:]  # the mark behind the number is left out
    offset = len(head) - len(rest)
    found = _find(rest, text[offset:], words, numbered=bool(number) or paragraph.level is not None)
    marked = automatic if number == automatic else head[:offset].strip()
    return _line((at, paragraph.n, number, paragraph.level), rest, text[offset:], found, marked)


def join_broken(line: Line, following: Paragraph, words: HeadingWords) -> Line | None:
    """The heading that a numbered line makes with the paragraph after it, None if the two make none."""
    if line.key is not None and line.match != "near":
        return None
    if not line.number or line.body or not line.short or len(following.text) > LONGEST or following.number:
        return None
    text = line.words + following.text.strip()
    hit = words.known.get(fold_whole(text))
    if hit is None:
        return None
    return replace(line, words=text, folded=fold_whole(text), key=hit[0], match=hit[1], more=1)


def lists_sections(paragraph: Paragraph, words: HeadingWords) -> bool:
    """Whether a paragraph of several lines is a list of the sections."""
    if "\n" not in paragraph.text or len(paragraph.text) > 20 * LONGEST:
        return False
    keys = set()
    for text in paragraph.text.split("\n"):
        folded = fold_label(text)
        tail = _page().search(folded)
        hit = words.known.get(folded) or (words.known.get(folded[: tail.start()]) if tail else None)
        if hit is not None:
            keys.add(hit[0])
    return len(keys) > 2


def read_caption(at: int, grid: Grid, words: HeadingWords) -> Line | None:
    """The heading that a grid holds alone in one of its first rows, or None."""
    for row in grid.rows[:_CAPTIONS]:
        cell = row[0] if row else None
        if cell is None or len(cell.text) > LONGEST:
            continue
        if any(other is not cell and other is not None and other.text.strip() for other in row):
            continue
        number, rest = _split(cell.text)
        found = _find(rest, rest, words, numbered=True)
        if found is not None and found.match != "near":
            return _line((at, grid.after, number, None), rest, rest, found, number)
    return None


@dataclass(frozen=True, slots=True)
class _Found:
    key: str
    match: Match
    words: str
    folded: str
    body: str
    page: bool


def _split(head: str) -> tuple[str, str]:
    """Number and words of a text as printed."""
    if head[:1] == "第" and head[1:2].isspace():  # letters spaced out
        number, words = split_number(plain("".join(head.split())))
        rest = head
        for _ in range(sum(not char.isspace() for char in head) - len(words)):
            rest = rest[1:].lstrip()
        return number, rest
    folded = plain(head)
    number, rest = split_number(folded)
    if len(folded) == len(head):
        return number, head[len(head) - len(rest) :]
    return number, rest  # a number of one character was spelled out


def _line(place: tuple[int, int, str, int | None], rest: str, whole: str, found: _Found | None, marked: str) -> Line:
    at, n, number, level = place
    style, value = number_style(number), number_value(number)
    if found is not None:
        words, folded, body, key, match = found.words, found.folded, found.body, found.key, found.match
        return Line(at, n, number, style, value, words, folded, body, key, match, found.page, level, True, marked)
    line = rest.split("\n", 1)[0].strip()
    short = len(whole.strip()) <= 40 and not _sentence().search(whole)
    return Line(at, n, number, style, value, line, fold_whole(line), "", None, "none", False, level, short, marked)


def _find(rest: str, whole: str, words: HeadingWords, *, numbered: bool) -> _Found | None:
    """The section that a text names: alone, in its first line, with a page number behind it, or run into a sentence."""
    if len(whole) <= LONGEST:
        folded = fold_whole(rest)
        hit = words.known.get(folded) or words.known.get(without_year(folded))
        if hit is not None:
            return _Found(hit[0], hit[1], rest.strip(), folded, "", False)
        nothing = _nothing().search(rest) if numbered else None
        if nothing is not None:
            hit = words.known.get(fold_whole(rest[: nothing.start()]))
            if hit is not None:
                return _Found(hit[0], hit[1], rest[: nothing.start()].strip(), folded, nothing[1], False)
        tail = _page().search(folded)
        if tail is not None and folded[: tail.start()] in words.known:
            key, match = words.known[folded[: tail.start()]]
            return _Found(key, match, rest.strip(), folded[: tail.start()], "", True)
        if numbered and 4 <= len(folded) <= 40 and "\n" not in rest.strip() and not _sentence().search(rest):
            near = nearest(folded, words.known)
            if near is not None:
                return _Found(words.known[near][0], "near", rest.strip(), folded, "", False)
    return _run_in(rest, whole, words) if numbered else None


def _run_in(rest: str, whole: str, words: HeadingWords) -> _Found | None:
    for mark in _break().finditer(rest):
        head = rest[: mark.start()]
        folded = fold_whole(head)
        hit = words.known.get(folded)
        if hit is None or RANK[hit[1]] > RANK["also"]:
            continue
        body = whole[mark.start() :].lstrip(" \t\n\u3000。.：:，,")
        if _lists_others(body, hit[0], words):
            return None
        return _Found(hit[0], hit[1], head.strip(), folded, body, False)
    return None


def _lists_others(body: str, key: str, words: HeadingWords) -> bool:
    """Whether a text goes on to name the other sections: it lists the headings and is none of them."""
    folded = fold_whole(body)
    return any(forms[0] in folded for other, forms in words.forms.items() if other != key and len(forms[0]) > 3)


@cache
def _sentence() -> re.Pattern[str]:
    return compiled(r"[。；;！!？?，,]")


@cache
def _nothing() -> re.Pattern[str]:
    return compiled(r"[：:，,。\s]{0,4}((?:暂)?无|没有)[。.]?\s{0,4}$")


@cache
def _page() -> re.Pattern[str]:
    return compiled(r"[.\-]{0,90}\d{1,3}$")


@cache
def _break() -> re.Pattern[str]:
    return compiled(r"[\n\t\u3000 。：:，,；;]|\d")
