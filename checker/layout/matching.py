"""Whether a printed label or heading is the one of the format: exactly, in another wording, by a slip of the pen,
or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from checker.expressions import compiled
from checker.hints import Literal
from checker.layout.folding import fold_label
from checker.layout.model import Head, Layout, Path, SectionLayout

Match = Literal["exact", "also", "faulty", "near", "none"]
RANK: Mapping[str, int] = {"exact": 0, "also": 1, "faulty": 2, "near": 3, "none": 4}


def match_label(printed: str, head: Head) -> Match:
    """How a printed row or column label stands to a head of the layout.

    The label may state its own step alone or with steps above it ("（三）甲类 1.甲类之一"). "near" is a
    slip of the pen; "none" is anything else: a label known by its place alone.
    """
    folded = fold_label(printed)
    if folded and folded == fold_label(head.path[-1]):
        return "exact"  # the first of its wordings
    return _match(folded, wordings(head))


def match_heading(printed: str, section: SectionLayout) -> Match:
    """How a heading, with or without its number, stands to a section of the layout; a year before it is no fault."""
    known = section_wordings(section)
    folded = fold_label(printed)
    match = _match(folded, known)
    without = without_year(folded)
    if RANK[match] > RANK["also"] and without != folded:
        other = _match(without, known)
        return "also" if other == "exact" else other
    return match


def without_year(folded: str) -> str:
    """A folded heading without the year that it may begin with."""
    return _year().sub("", folded)


@cache
def _year() -> re.Pattern[str]:
    return compiled(r"^[0-9〇零○一二三四五六七八九]{4}年度?")


def wordings(head: Head) -> list[tuple[str, Match]]:
    """Every wording of a head, folded, the best first: (wording, how good it is)."""
    found: list[tuple[str, Match]] = [(form, "exact") for form in _forms(head.path)]
    found += [(form, "also") for path in head.also for form in _forms(path)]
    return found + [(form, "faulty") for path in head.faulty for form in _forms(path)]


def section_wordings(section: SectionLayout) -> list[tuple[str, Match]]:
    """Every wording of a section's heading, folded, the best first."""
    found: list[tuple[str, Match]] = [(fold_label(section.heading), "exact")]
    found += [(fold_label(text), "also") for text in section.also]
    return found + [(fold_label(text), "faulty") for text in section.faulty]


def folded_labels(layouts: Iterable[Layout]) -> dict[str, str]:
    """Every text that the formats print in their tables and headings -> its folded form."""
    texts: set[str] = set()
    for layout in layouts:
        for section in layout.sections:
            texts.update((section.heading, *section.also, *section.faulty))
        for table in layout.tables:
            for block in table.blocks:
                texts.update(text for text in (block.label, *block.also, block.corner) if text)
            heads = [head for block in table.blocks for head in (*block.rows, *block.columns)]
            for head in (*heads, *table.group_heads.values()):
                for path in (head.path, *head.also, *head.faulty):
                    texts.update((*path, *("".join(path[start:]) for start in range(len(path)))))
    return {text: fold_label(text) for text in sorted(texts)}


@lru_cache(maxsize=2048)
def _forms(path: Path) -> tuple[str, ...]:
    """The own step of a path, and it with the steps above it run together."""
    return tuple([fold_label("".join(path[start:])) for start in range(len(path) - 1, -1, -1)])


def _match(folded: str, known: Sequence[tuple[str, Match]]) -> Match:
    if not folded:
        return "none"
    for wording, quality in known:
        if folded == wording:
            return quality
    return "near" if any(is_slip(folded, wording) for wording, _ in known) else "none"


def is_slip(one: str, other: str) -> bool:
    """Whether two folded texts differ by no more than a slip of the pen, measured by the length of the known one."""
    limit = _limit(len(other))
    return limit > 0 and distance(one, other, limit) <= limit


def nearest(folded: str, known: Iterable[str]) -> str | None:
    """The one known wording that `folded` is a slip of; None if there is none, or two as near as each other."""
    best: str | None = None
    least, tied = 99, False
    for wording in known:
        limit = _limit(len(wording))
        if not limit or abs(len(folded) - len(wording)) > limit:
            continue
        far = distance(folded, wording, limit)
        if far > limit or far > least:
            continue
        tied = far == least
        if far < least:
            best, least = wording, far
    return None if tied else best


def _limit(length: int) -> int:
    """How many characters may be wrong: none of two, one of five, two of ten, a fifth of more."""
    return 0 if length < 3 else 1 if length < 6 else 2 if length < 12 else length // 5


@lru_cache(maxsize=8192)
def distance(one: str, other: str, limit: int) -> int:
    """Number of characters to add, take away, change or swap with their neighbour; limit + 1 if it is more than
    `limit`."""
    if abs(len(one) - len(other)) > limit or len(set(one) ^ set(other)) > 2 * limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def likeness(one: str, other: str) -> float:
    """The share of characters that two texts have in common, in order, from 0 to 1 (twice the longest common
    sequence)."""
    one, other = one[:60], other[:60]
    if not one or not other:
        return 0.0
    row = [0] * (len(other) + 1)
    for a in one:
        before, row = row, [0]
        for j, b in enumerate(other, 1):
            row.append(before[j - 1] + 1 if a == b else max(before[j], row[j - 1]))
    return 2 * row[-1] / (len(one) + len(other))
