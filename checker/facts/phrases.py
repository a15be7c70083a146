"""Fixed phrases with a slip of the pen in one of their words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

_MOST = 50  # slips of one phrase in one text
_TRIES = 2_000  # places where the phrase's beginning is looked at in one text
_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: where it stands in the text and which phrase is meant."""

    start: int
    end: int
    meant: str


def slips(text: str, phrases: Sequence[str], allowed: Collection[str]) -> list[Slip]:
    """Where a phrase stands with one character of one word left out, changed, doubled, or swapped with the next.

    phrases: words parted by blanks ("中国 特色 社会主义"); the other words must stand as they are. allowed: words and phrases that are
    no slips (政务 for 政府). Of slips that overlap the longest phrase's is given.
    """
    found: list[Slip] = []
    for phrase in sorted(phrases, key=len, reverse=True):
        words = tuple(phrase.split())
        if any(word in text for word in words):
            found += [s for s in _slips(text, words, allowed) if not _overlaps(s, found)]
    return sorted(found, key=lambda s: s.start)


def _slips(text: str, words: tuple[str, ...], allowed: Collection[str]) -> list[Slip]:
    """Tried word by word: all before it and all after it stand as they are."""
    meant = "".join(words)
    found: list[Slip] = []
    for n, word in enumerate(words):
        before, after = "".join(words[:n]), "".join(words[n + 1 :])
        if len(word) < 2 or not (before or after):
            continue
        for start, end in _gaps(text, before, after, len(word)):
            written = text[start:end]
            if written == word or written in allowed or not _near(written, word):
                continue
            whole = before + written + after
            if whole in allowed or meant in text[max(0, start - len(meant)) : end + len(meant)] and meant in whole:
                continue
            first, last = start - len(before), end + len(after)
            if not _touches(text, first, last, meant) and not any(s.start < last and first < s.end for s in found):
                found.append(Slip(first, last, meant))
                if len(found) == _MOST:
                    return found
    return found


def _gaps(text: str, before: str, after: str, length: int) -> list[tuple[int, int]]:
    """Where something of length - 1 to length + 1 stands between `before` and `after`."""
    gaps = []
    anchor = before or after
    at, tries = text.find(anchor), 0
    while at >= 0 and tries < _TRIES:
        tries += 1
        for size in (length - 1, length, length + 1):
            if before:
                start = at + len(before)
                if start + size <= len(text) and (not after or text.startswith(after, start + size)):
                    gaps.append((start, start + size))
            elif at - size >= 0:
                gaps.append((at - size, at))
        at = text.find(anchor, at + 1)
    return gaps


def _near(written: str, word: str) -> bool:
    """Whether one character is left out, changed, doubled or swapped, and at least one of the word is there."""
    if len(written) == len(word):
        wrong = [i for i, (a, b) in enumerate(zip(written, word, strict=True)) if a != b]
        if len(wrong) == 1:
            return len(word) > 1 and _HAN.match(written[wrong[0]]) is not None
        return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and written[wrong[0]] == word[wrong[1]] and (
            written[wrong[1]] == word[wrong[0]]
        )
    if len(written) == len(word) - 1:
        return any(word[:i] + word[i + 1 :] == written for i in range(len(word)))
    return any(word[:i] + word[i] + word[i:] == written for i in range(len(word)))
