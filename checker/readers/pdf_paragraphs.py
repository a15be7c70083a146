"""Lines of pages as paragraphs, without headers, footers and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from checker.dataclass import dataclass
from checker.facts.lexicon import DAY_DIGITS
from checker.readers.pdf_lines import Line, joined, ran_on
from checker.readers.pdf_tables import Part

_AT_EDGE = 3
"""Lines at the head and the foot of a page that may be a running title."""
_SAME_HEIGHT = 5.0
_PAGE_NUMBER = re.compile(
    r"[-–—―~·•\s第Pp.]{0,8}(?:\d{1,4}|[ivxIVX]{1,6})[-–—―~·•\s页]{0,8}(?:[/／of共\s]{1,6}\d{1,4}\s{0,2}页?)?[-–—\s]{0,4}"
)
_LEADER = re.compile(r"[.．·…—_\-]{3,}\s*\d{1,3}$")
_HEADING = re.compile(rf"[{DAY_DIGITS}]{{1,3}}、")
_UNFINISHED = frozenset("，、（(：:和与及或")
_NOTE = re.compile(r"[\[［(（]?(?:\d{1,2}|[*※①-⑳])[\]］)）]?")
_INDENT, _CENTRED = 1.2, 2.6
"""Sizes of the type from which on a line is indented, and from which on more than a first line is."""


@dataclass(slots=True)
class Page:
    """What stands on a page, from top to bottom. rule: height of the line that parts footnotes from the text."""

    width: float
    height: float
    items: list[Line | Part]
    rule: float | None = None


@dataclass(slots=True)
class Text:
    """A paragraph. contents: it is a line of a table of contents."""

    text: str
    contents: bool = False


def without_margins(pages: Sequence[Page]) -> list[Page]:
    """The pages without what repeats at their edges, and without page numbers."""
    seen: defaultdict[str, list[float]] = defaultdict(list)
    for page in pages:
        for line in _edge_lines(page):
            seen[_shape(line)].append(line.top)
    enough = max(2, (len(pages) + 2) // 3)

    def running(line: Line) -> bool:
        near = sum(abs(top - line.top) <= _SAME_HEIGHT for top in seen[_shape(line)])
        return near >= enough

    found = []
    for page in pages:
        gone = {id(line) for line in _edge_lines(page) if running(line)}
        rest = [item for item in page.items if id(item) not in gone]
        for end in (0, -1):
            outer = rest[end] if rest else None
            if isinstance(outer, Line) and _numbers_page(outer, page, rest):
                del rest[end]
        found.append(Page(page.width, page.height, rest, page.rule))
    return found


def _edge_lines(page: Page) -> list[Line]:
    """Lines at the head and the foot, up to the first table."""
    found: dict[int, Line] = {}
    for items in (page.items[:_AT_EDGE], page.items[::-1][:_AT_EDGE]):
        for item in items:
            if not isinstance(item, Line):
                break
            found[id(item)] = item
    return list(found.values())


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", "".join(line.text.split()))


def _numbers_page(line: Line, page: Page, items: Sequence[Line | Part]) -> bool:
    """Whether a first or last line is a page number: in the margin, or apart from what stands next to it."""
    if not _PAGE_NUMBER.fullmatch(line.text.strip()):
        return False
    if line.top > 0.9 * page.height or line.bottom < 0.1 * page.height:
        return True
    other = items[1 if items[0] is line else -2] if len(items) > 1 else None
    if not isinstance(other, Line):
        return True
    return max(line.top - other.bottom, other.top - line.bottom) > 1.2 * line.size


def paragraphs(pages: Sequence[Page]) -> list[Text | Part]:
    """Paragraphs and tables in reading order; `pages` without margins, notes, and tables in more parts than one."""
    every = [item for page in pages for item in page.items if isinstance(item, Line)]
    if not every:
        return [item for page in pages for item in page.items if isinstance(item, Part)]
    right = _right_margin(every, max(page.width for page in pages))
    pitch = _pitch(pages)
    found: list[Text | Part] = []
    before: Line | None = None
    for page in pages:
        own = [item.x0 for item in page.items if isinstance(item, Line)]
        left = _margin(own) if len(own) >= 4 else _margin(line.x0 for line in every)
        fresh = True
        for item in page.items:
            if isinstance(item, Part):
                found.append(item)
                before = None
            else:
                last = found[-1] if found else None
                if before and isinstance(last, Text) and _goes_on(before, item, left, right, 0.0 if fresh else pitch):
                    last.text = joined(last.text, item.text)
                else:
                    found.append(Text(item.text, bool(_LEADER.search(item.text))))
                before = item
            fresh = False
    return found


def _goes_on(before: Line, line: Line, left: float, right: float, pitch: float) -> bool:
    """Whether `line` belongs to the paragraph of the line before it. pitch: the usual one, 0.0 over a page break."""
    em = line.size
    if abs(before.size - line.size) > 0.12 * em or before.tabs or _LEADER.search(before.text):
        return False
    if pitch and not 0 < line.top - before.top <= 1.4 * max(pitch, 1.1 * em):
        return False
    if line.x0 - left > _INDENT * em:  # a first line, or a centred title that was too long for one line
        off = abs((line.x0 + line.x1) / 2 - (left + right) / 2)
        centred = off < 0.5 * em and line.x0 - left > _CENTRED * em
        return centred and ran_on(before, line, right) and before.x0 - left < _INDENT * em
    if _HEADING.match(line.text) and before.text[-1:] not in _UNFINISHED:
        return False  # the line above may be full by chance
    return ran_on(before, line, right)


def _right_margin(lines: Sequence[Line], width: float) -> float:
    """Where full lines end: as several do, else as far from the edge as they begin."""
    ends = [line.ink for line in lines if not line.tabs or len(line.text) > 20]
    right = -_margin(-end for end in ends)
    if sum(abs(end - right) <= 2 for end in ends) >= 3:
        return right
    return max(right, width - _margin(line.x0 for line in lines))


def _margin(values: Iterable[float]) -> float:
    """The smallest value that at least two lines share, else the smallest."""
    ordered = sorted(values)
    for low, high in pairwise(ordered):
        if high - low <= 1.5:
            return low
    return ordered[0] if ordered else 0.0


def _pitch(pages: Sequence[Page]) -> float:
    """The usual distance from line to line."""
    found = []
    for page in pages:
        for upper, lower in pairwise(page.items):
            if isinstance(upper, Line) and isinstance(lower, Line) and 0 < lower.top - upper.top < 4 * upper.size:
                found.append(lower.top - upper.top)
    return median(found) if found else 0.0


def _body_size(pages: Sequence[Page]) -> float:
    """The size of most of the text."""
    letters: defaultdict[float, int] = defaultdict(int)
    for page in pages:
        for item in page.items:
            if isinstance(item, Line):
                letters[round(item.size, 1)] += len(item.text)
    return max(letters, key=lambda size: letters[size], default=0.0)


def take_notes(pages: Sequence[Page]) -> list[str]:
    """Takes the footnotes off the foot of the pages."""
    body = _body_size(pages)
    return [note for page in pages for note in _notes_of(page, body)]


def _notes_of(page: Page, body: float) -> list[str]:
    """Lines below a rule, or small ones at the foot that begin with a number or sign, which is no part of the note."""
    at = len(page.items)
    while at and isinstance(item := page.items[at - 1], Line) and (_below(item, page.rule) or item.size < 0.93 * body):
        at -= 1
    own = [item for item in page.items[at:] if isinstance(item, Line)]
    if not own or not (_NOTE.match(own[0].text) and own[0].top > 0.5 * page.height):
        return []
    del page.items[at:]
    notes: list[str] = []
    for line in own:
        if notes and not _NOTE.match(line.text):
            notes[-1] = joined(notes[-1], line.text)
        else:
            notes.append(_NOTE.sub("", line.text, count=1).strip())
    return notes


def _below(line: Line, rule: float | None) -> bool:
    return rule is not None and line.top >= rule - 2
