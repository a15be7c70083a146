"""Brackets and quotation marks without a partner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from checker.expressions import compiled

# Kinds of brackets: their opening and closing marks. Half-width and full-width ones close each other.
_KINDS = ("（(", "）)"), ("《〈", "》〉"), ("“", "”"), ("〔[［【", "〕]］】"), ("「『", "」』")
_OPENING = {mark: kind for kind, (opening, _) in enumerate(_KINDS) for mark in opening}
_CLOSING = {mark: kind for kind, (_, closing) in enumerate(_KINDS) for mark in closing}
_ROUND, _QUOTES = 0, 2
_REACH = 3  # paragraphs over which a bracket may stay open: a contact on lines of its own
_MOST_MARKS = 2_000  # marks looked at in one text
_MOST = 50  # marks reported for one text; more tell a reader nothing


def unpaired(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The marks without a partner, as (index of the text, position in it), in order.

    A partner stands in the same text, or (a bracket over lines) in one of the next three. Fine are list marks ("1）"),
    marks of two widths that close each other, and a quotation mark whose partner was typed as a straight one.
    """
    lone: list[tuple[int, int, str]] = []
    taken: set[int] = set()
    for index, text in enumerate(texts):
        for at in _lone(text):
            if text[at] in _KINDS[_ROUND][1] and _list_mark().search(text[max(0, at - 5) : at]):
                taken.add(len(lone))
            lone.append((index, at, text[at]))
    for i, (index, _, mark) in enumerate(lone):
        if mark in _OPENING and i not in taken:
            for j in range(i + 1, min(len(lone), i + 8)):
                other = lone[j]
                if other[0] - index > _REACH:
                    break
                if other[0] > index and _CLOSING.get(other[2]) == _OPENING[mark]:
                    taken |= {i, j}
                    break
    return [(index, at) for i, (index, at, _) in enumerate(lone) if i not in taken]


def _lone(text: str) -> list[int]:
    if not _any().search(text):
        return []
    open_marks: list[tuple[int, int]] = []
    depth = [0] * len(_KINDS)
    wrong: list[int] = []
    for match in islice(_any().finditer(text), _MOST_MARKS):
        at, mark = match.start(), match.group()
        kind = _OPENING.get(mark)
        if kind is not None:
            open_marks.append((at, kind))
            depth[kind] += 1
            continue
        kind = _CLOSING[mark]
        if depth[kind]:
            while open_marks[-1][1] != kind:
                wrong.append(open_marks.pop()[0])
                depth[_OPENING[text[wrong[-1]]]] -= 1
            open_marks.pop()
            depth[kind] -= 1
        else:
            wrong.append(at)
        if len(wrong) > _MOST:
            break
    wrong += [at for at, _ in open_marks[:_MOST]]
    quotes = [at for at in wrong if text[at] in "“”"]
    if quotes and text.count('"') % 2 == len(quotes) % 2 and '"' in text:
        wrong = [at for at in wrong if at not in quotes]
    return sorted(wrong)


@cache
def _any() -> re.Pattern[str]:
    return compiled("[" + re.escape("".join(_OPENING) + "".join(_CLOSING)) + "]")


@cache
def _list_mark() -> re.Pattern[str]:
    return compiled(r"(?:^|[\s。；;，,、！？])\s?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2}|[A-Za-z])$")
