"""Fixed phrases with a slip of the pen in one of their words."""

from __future__ import annotations

from bisect import bisect_right
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
    for before, word, after in _doubtful(whole, phrases):
        for slip in _slips(whole, before, word, after, allowed):
            if len(found) < _MOST and not any(s.start < slip.end and slip.start < s.end for s in found):
                found.append(slip)
    if not found:
        return
    begins = list(accumulate((len(text) + 1 for text in texts), initial=0))
    for slip in sorted(found, key=lambda s: s.start):
        number = bisect_right(begins, slip.start) - 1
        begin = begins[number]
        yield number, PhraseSlip(slip.start - begin, slip.end - begin, slip.meant)


def _doubtful(whole: str, phrases: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """The words of phrases, each with what is before and after it, that do not stand as they should wherever these do."""
    for first, parts in _parted(tuple(phrases)):
        if first not in whole:
            continue
        for before, word, after in parts:
            count = whole.count(before)
            if not count:
                break
            if after in whole and not (_tells(before, word, after) and whole.count(before + word + after) == count):
                yield before, word, after


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


def _slips(text: str, before: str, word: str, after: str, allowed: Collection[str]) -> Iterator[PhraseSlip]:
    at, right = text.find(before), before + word + after
    closed = bool(after) or _is_han(word[-1])
    for _ in range(_TRIES):
        if at < 0:
            return
        if closed and text.startswith(right, at):
            at = text.find(before, at + 1)
            continue
        start = at + len(before)
        for size in (len(word), len(word) - 1, len(word) + 1):
            end = start + size
            if text.startswith(after, end) and (after or size == len(word) or not _is_han(text[end : end + 1])):
                written = text[start:end]
                if written != word and written not in allowed and _near(written, word):
                    yield PhraseSlip(at, end + len(after), before + word + after)
                if after or _is_han(text[end - 1 : end]):
                    break
        at = text.find(before, at + 1)


@lru_cache(maxsize=1024)
def _tells(before: str, word: str, after: str) -> bool:
    """Whether counting `before` and the whole phrase tells that all is well: no two of them overlap, and what follows
    the word is asked for no more once the word itself stands there.
    """
    return (bool(after) or _is_han(word[-1])) and not any(
        before.endswith(before[:size]) for size in range(1, len(before))
    )


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
