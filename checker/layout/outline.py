"""Which of the lines that may be headings are the top-level headings of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.dataclass import replace
from checker.layout.headings import TOP_STYLES, HeadingWords, Line
from checker.layout.matching import RANK, likeness

_LIKE = 0.3  # so much of a heading must be a known wording's if it is known by its number alone
_EXTRA = 30  # a longer line is no heading of a section of its own


def choose_headings(lines: Sequence[Line], words: HeadingWords) -> list[Line]:
    """The top-level headings in reading order; `key` is None for a section that no layout knows.

    Headings are those that name a section in the style of numbers that most sections have (一、 rather than （一）,
    which numbers the parts of a section), then sections that only another style names, in their place. A line that
    names a section a second time is a heading if it carries that section's number; else it numbers a list within a
    section. An unknown line is a section of its own if it is short and goes on with the count of the headings: a
    list within a section begins again with 一.
    """
    style = _style(lines)
    chosen: dict[int, Line] = {}
    for key in words.places:
        named = [line for line in lines if line.key == key and line.style == style]
        if not named:
            continue
        main = min(named, key=lambda line: _worse(line, words.places[key]))
        chosen[main.at] = main
        for line in named:
            if line.value == words.places[key] and (line.folded == main.folded or line.match == "exact"):
                chosen[line.at] = line
    _add_other_styles(lines, words, style, chosen)
    _add_by_number(lines, words, style, chosen)
    _add_extra(lines, words, style, chosen)
    _add_front(lines, words, style, chosen)
    return [chosen[at] for at in sorted(chosen)]


def _worse(line: Line, place: int) -> tuple[bool, bool, int, int]:
    return (RANK[line.match] > RANK["also"], line.value != place, RANK[line.match], line.at)


def _style(lines: Sequence[Line]) -> str:
    keys: dict[str, set[str]] = {}
    for line in lines:
        if line.key is not None:
            keys.setdefault(line.style, set()).add(line.key)
    return max(TOP_STYLES, key=lambda style: (len(keys.get(style, ())), -TOP_STYLES.index(style)))


def _add_other_styles(lines: Sequence[Line], words: HeadingWords, style: str, chosen: dict[int, Line]) -> None:
    """Sections that no line in the chosen style names: a heading that lost its number, or has another kind of it."""
    allowed = {"一.", "第", ""} | ({"1."} if style in ("1.", "") else set())
    have = {line.key for line in chosen.values()}
    for line in lines:
        if line.key is None or line.key in have or line.style == style:
            continue
        told = line.value == words.places[line.key] and not line.body  # 3. or （三） among 一、二、: the section's own
        if line.style not in allowed and not told:
            continue
        if RANK[line.match] > RANK["also"] or (line.style == "" and line.body):
            continue
        if _in_place(line, words.places[line.key], words, chosen):
            chosen[line.at] = line
            have.add(line.key)


def _in_place(line: Line, place: int, words: HeadingWords, chosen: dict[int, Line]) -> bool:
    before = [words.places[o.key] for at, o in chosen.items() if at < line.at and o.key is not None]
    after = [words.places[o.key] for at, o in chosen.items() if at > line.at and o.key is not None]
    return max(before, default=0) < place < min(after, default=99)


def _add_by_number(lines: Sequence[Line], words: HeadingWords, style: str, chosen: dict[int, Line]) -> None:
    """Sections whose heading is worded quite otherwise: the one short line with its number between its neighbours."""
    if not style:
        return
    nested = _nested(lines, style, chosen)
    for key, place in words.places.items():
        if any(line.key == key for line in chosen.values()):
            continue
        found = [
            line
            for line in lines
            if line.at not in chosen and line.style == style and line.value == place and _heads(line, words)
        ]
        found = [line for line in found if _in_place(line, place, words, chosen)]
        known = {words.places[o.key] for o in chosen.values() if o.key is not None}
        between = {place - 1, place + 1} <= known
        for line in found[-1:] if len(found) > 1 else found:
            like = max((likeness(line.folded, form) for form in words.forms[key]), default=0)
            if like >= _LIKE or (between and line.at not in nested):
                chosen[line.at] = replace(line, key=key, match="none")


def _heads(line: Line, words: HeadingWords) -> bool:
    """Whether a line can be the heading of a section: short, no sentence, no entry of a table or its label."""
    if not line.short or not line.folded or len(line.folded) > _EXTRA or line.page or line.body:
        return False
    bare = line.folded.rstrip("0123456789.-")
    return bare not in words.labels and line.folded not in words.labels


def _nested(lines: Sequence[Line], style: str, chosen: dict[int, Line]) -> set[int]:
    """Lines that belong to a list within a section: it begins with 一, and each goes on with the count."""
    nested: set[int] = set()
    count: int | None = None
    for line in lines:
        if line.at in chosen:
            count = None
        elif line.style == style and line.value in (1, None if count is None else count + 1):
            count = line.value
            if count is not None:
                nested.add(line.at)
    return nested


def _add_extra(lines: Sequence[Line], words: HeadingWords, style: str, chosen: dict[int, Line]) -> None:
    """Sections that no layout knows."""
    if not style or not chosen:
        return
    levels = Counter(line.level for line in chosen.values() if line.style == style)
    level = max(levels, key=levels.__getitem__) if levels else None
    nested = _nested(lines, style, chosen)
    top: int | None = None
    for line in lines:
        if line.at in chosen:
            top = line.value if line.value is not None else words.places.get(line.key or "")
            continue
        if top is None or line.style != style or not _heads(line, words):
            continue
        same = level is not None and line.level == level
        lower = level is not None and line.level is not None and line.level > level
        if (line.value == top + 1 and line.at not in nested and not lower) or (same and line.at not in nested):
            chosen[line.at] = replace(line, key=None, match="none")
            top = line.value


def _add_front(lines: Sequence[Line], words: HeadingWords, style: str, chosen: dict[int, Line]) -> None:
    """Sections that no layout knows before the first that one does: its own number tells how many stand there."""
    first = chosen[min(chosen)] if chosen else None
    if first is None or first.key is None or first.value is None or first.style != style:
        return
    front = [line for line in lines if line.at < first.at and line.style == style and _heads(line, words)]
    if first.value > words.places[first.key] and [line.value for line in front] == list(range(1, first.value)):
        chosen.update({line.at: replace(line, key=None, match="none") for line in front})
