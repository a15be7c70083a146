"""The title of a report: on one line or several, on a cover and again inside, name and year in either order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.dataclass import dataclass
from checker.document import Paragraph
from checker.expressions import compiled
from checker.facts.names import OrganisationNames
from checker.facts.organisations import title_name
from checker.facts.text import bare
from checker.facts.years import title_year
from checker.layout.folding import fold_whole
from checker.layout.matching import is_slip
from checker.report import Title

_LINES = 4  # a title stands on no more lines
_LONGEST = 80
_REGION = 60  # so many lines before the first heading are searched


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """The title; first and last: the lines that hold it, among those given; used: every line of a title, the
    cover's too."""

    title: Title
    first: int
    last: int
    used: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Hit:
    lines: tuple[int, ...]
    text: str
    slip: bool


def find_title(lines: Sequence[Paragraph], names: Sequence[str], bodies: OrganisationNames) -> FoundTitle | None:
    """The title among the lines before the first heading; names: what such a report is called.

    Of several (a cover repeats the title) the fullest is taken, of equals the last. A line with nothing but the
    body's name or the year, above or below, is part of it; the body is put first where it stands below.
    """
    folded = [fold_whole(name) for name in names]
    hits = _hits(lines[:_REGION], folded) or _likely(lines[:_REGION], bodies)
    if not hits:
        return None
    grown = [_grow(hit, lines, bodies) for hit in hits]

    def fullness(hit: _Hit) -> tuple[bool, int, int]:
        whole = (title_year(hit.text) is not None) + (title_name(hit.text, bodies) is not None)
        return (not hit.slip, whole, hit.lines[0])

    best = max(grown, key=fullness)
    used = frozenset(i for hit in grown for i in hit.lines)
    first, last = min(best.lines), max(best.lines)
    return FoundTitle(Title(best.text, lines[first].n), first, last, used)


def _hits(lines: Sequence[Paragraph], names: Sequence[str]) -> list[_Hit]:
    """The smallest stretches of lines that name such a report, in no sentence."""
    hits: list[_Hit] = []
    taken: set[int] = set()
    for size in range(1, _LINES + 1):
        for start in range(len(lines) - size + 1):
            stretch = range(start, start + size)
            if taken.intersection(stretch) or not all(_is_line(lines[i].text) for i in stretch):
                continue
            text = "".join(_joined(lines[i]) for i in stretch)
            if len(text) > _LONGEST:
                continue
            folded = fold_whole(text)
            found = _names_one(folded, names, alone=size == 1)
            if lines[stretch[-1]].text.rstrip().endswith("。") and not folded.endswith(tuple(names)):
                continue  # a sentence
            if found is not None:
                hits.append(_Hit(tuple(stretch), text, found))
                taken.update(stretch)
    return sorted(hits, key=lambda hit: hit.lines)


def _likely(lines: Sequence[Paragraph], bodies: OrganisationNames) -> list[_Hit]:
    """Where nothing names such a report: the first line that is no sentence and names a body and then a year."""
    for i, line in enumerate(lines):
        text = _joined(line)
        if _is_line(line.text) and len(text) <= _LONGEST and title_year(text) is not None:
            name = title_name(text, bodies)
            if name is not None and bodies.ending(name):
                return [_Hit((i,), text, True)]
    return []


def _joined(line: Paragraph) -> str:
    """The line without its breaks, the mark at its end, and a word with a colon before it ("附件2：")."""
    text = "".join(line.printed.split("\n")).strip().rstrip("。.")
    return _label().sub("", text)


def _is_line(text: str) -> bool:
    return len(text) <= _LONGEST and not _sentence().search(_label().sub("", text.strip().rstrip("。.")))


def _names_one(text: str, names: Sequence[str], *, alone: bool) -> bool | None:
    """False if the text names such a report, True if it does by a slip of the pen, None if not."""
    year = _inner_year()
    if any(name in form for form in (text, year.sub("", text), year.sub("年度", text)) for name in names):
        return False
    if alone:
        official = names[0]
        for length in range(len(official) - 2, len(official) + 3):
            if len(text) >= length and is_slip(text[-length:], official):
                return True
    return None


def _grow(hit: _Hit, lines: Sequence[Paragraph], bodies: OrganisationNames) -> _Hit:
    """The title with the lines above and below that hold only its body or year."""
    text, used = hit.text, list(hit.lines)
    for _ in range(2):
        above = used[0] - 1
        if above < 0 or not _completes(lines[above], text, bodies):
            break
        text = _joined(lines[above]) + text
        used.insert(0, above)
    below = used[-1] + 1
    if below < len(lines) and _completes(lines[below], text, bodies):
        line = _joined(lines[below])
        behind = _bracketed().fullmatch(line) and not _year_only().fullmatch(bare(line))  # …年度报告（某某局）
        first = title_name(text, bodies) is None and not behind
        text = line + text if first else text + line
        used.append(below)
    return _Hit(tuple(used), text, hit.slip)


def _completes(line: Paragraph, text: str, bodies: OrganisationNames) -> bool:
    """Whether a line holds the body or the year that a title lacks, and nothing else."""
    printed = _joined(line)
    inner = _bracketed().fullmatch(printed)
    words = bare(inner[1] if inner else printed)
    if not words or len(words) > 40 or not _is_line(words) or ":" in words:
        return False
    if title_year(text) is None and _year_only().fullmatch(words):
        return True
    without = _leading_year().sub("", words)
    return title_name(text, bodies) is None and bool(bodies.ending(without) or bodies.ending(words))


@cache
def _sentence() -> re.Pattern[str]:
    return compiled(r"[。；;！!？?，,:：]")


@cache
def _bracketed() -> re.Pattern[str]:
    return compiled(r"\s{0,9}[(（【\[]([^()（）【】\[\]]{2,40})[)）】\]]\s{0,9}")


@cache
def _label() -> re.Pattern[str]:
    return compiled(r"^\S{1,6}[:：]\s{0,4}(?=\S)")


@cache
def _year_only() -> re.Pattern[str]:
    return compiled(r"\(?[0-9〇○零一二三四五六七八九]{4}(?:年度?)?\)?")


@cache
def _inner_year() -> re.Pattern[str]:
    """A year within the name of the report, as fold_whole leaves it: …2022年度…."""
    return compiled(r"[0-9〇○零一二三四五六七八九]{4}年度?")


@cache
def _leading_year() -> re.Pattern[str]:
    return compiled(r"^[0-9〇○零一二三四五六七八九]{4}年度?|[0-9〇○零一二三四五六七八九]{4}年度?$")
