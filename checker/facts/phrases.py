"""Fixed phrases with a slip of the pen in one of their words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from checker.dataclass import dataclass

_MOST = 100  # slips of a report
_TRIES = 1_000  # places where one word of a phrase is looked at


@dataclass(frozen=True, slots=True)
class PhraseSlip:
    """Where a slip stands in the text, first to last word of the phrase, and which phrase is meant."""

    start: int
    end: int
    meant: str


def phrase_slips(
    texts: Sequence[str], phrases: Sequence[str], allowed: Collection[str]
) -> Iterator[tuple[int, PhraseSlip]]:
    """In which of the texts (none with a line break), and where, one character of a phrase's inner word is left out,
    changed, doubled, or swapped with its neighbour.

    phrases: words or marks parted by blanks. All words but one must stand as they are. The first and the last are not
    the one, since what stands before and after a phrase is free, but for a last word that is marked by "!". allowed:
    words that are no slips though they are near. Of slips that overlap, that of the longest phrase is given.
    """
    whole = "\n".join(texts)
    found: list[PhraseSlip] = []
    places = _Places(whole)
    for first, parts in _parted(tuple(phrases)):
        if not places[first]:
            continue
        for before, word, after in parts:
            if not places[before]:
                break
            for slip in _slips(whole, before, word, after, places, allowed):
                if len(found) < _MOST and not any(s.start < slip.end and slip.start < s.end for s in found):
                    found.append(slip)
    if not found:
        return
    from bisect import bisect_right  # late: hardly any report has a slip

    begins = list(accumulate((len(text) + 1 for text in texts), initial=0))
    for slip in sorted(found, key=lambda s: s.start):
        number = bisect_right(begins, slip.start) - 1
        begin = begins[number]
        yield number, PhraseSlip(slip.start - begin, slip.end - begin, slip.meant)


class _Places(dict[str, list[int]]):
    """Where words stand in a text, each looked for once: phrases begin and end alike."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, words: str) -> list[int]:
        places = self[words] = []
        at = self._text.find(words)
        while at >= 0:
            places.append(at)
            at = self._text.find(words, at + 1)
        return places


@lru_cache(maxsize=16)
def _parted(phrases: tuple[str, ...]) -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
    """Each phrase, the longest first: its first word, and each word looked at with what is before and after it."""
    parted = []
    for phrase in sorted(phrases, key=len, reverse=True):
        words = phrase.rstrip("!").split()
        looked_at = range(1, len(words) - (not phrase.endswith("!")))
        parts = [("".join(words[:n]), words[n], "".join(words[n + 1 :])) for n in looked_at if len(words[n]) > 1]
        parted.append((words[0], tuple(parts)))
    return tuple(parted)


def _slips(
    text: str, before: str, word: str, after: str, places: _Places, allowed: Collection[str]
) -> Iterator[PhraseSlip]:
    right, closed = before + word + after, bool(after) or _is_han(word[-1])
    sizes = len(word), len(word) - 1, len(word) + 1
    begins = places[before]
    if after and 3 * len(places[after]) < len(begins):  # what is rarer leads
        ends = {end - size - len(before) for end in places[after] for size in sizes}
        begins = sorted(at for at in ends if at >= 0 and text.startswith(before, at))
    for at in begins[:_TRIES]:
        if closed and text.startswith(right, at):
            continue
        start = at + len(before)
        for size in sizes:
            end = start + size
            if text.startswith(after, end) and (after or size == len(word) or not _is_han(text[end : end + 1])):
                written = text[start:end]
                if written != word and written not in allowed and _near(written, word):
                    yield PhraseSlip(at, end + len(after), right)
                if after or _is_han(text[end - 1 : end]):
                    break


def _near(written: str, word: str) -> bool:
    if len(written) == len(word) - 1:
        return any(word[:i] + word[i + 1 :] == written for i in range(len(word)))
    if len(written) == len(word) + 1:
        return any(word[:i] + word[i] + word[i:] == written for i in range(len(word)))
    wrong = [i for i, (a, b) in enumerate(zip(written, word, strict=False)) if a != b]
    if len(wrong) == 1:
        return _is_han(written[wrong[0]])
    return len(wrong) == 2 and {written[i] for i in wrong} == {word[i] for i in wrong} and wrong[1] == wrong[0] + 1


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
