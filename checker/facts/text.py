"""Width folding that keeps every position, and text without blanks that remembers where its characters stood."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_FOLDED_RANGES = (
    (0x2E80, 0x2FDF),  # radicals that stand for whole characters (⽉, ⽇): files made from PDF have them
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0xFE50, 0xFE6B),  # small forms
    (0xFF01, 0xFFEE),  # full-width and half-width forms
)
_BLANKS = "\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d" + (
    "\u202f\u205f\u2060\u3000\ufeff\u00ad"
)


@cache
def _table() -> dict[int, int]:
    import unicodedata  # noqa: PLC0415 - needed once a process, and only when a text is not plain already

    table = {ord(blank): 0x20 for blank in _BLANKS}
    for first, last in _FOLDED_RANGES:
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code):
                table[code] = ord(plain)
    return table


def fold(text: str) -> str:
    """The text with full-width digits, letters and marks made half-width, every kind of blank made " ".

    Each character is replaced by exactly one, so a position in the result is the same position in `text`. Line breaks
    and tabs stay.
    """
    return text if text.isascii() else text.translate(_table())


def bare(text: str) -> str:
    """The folded text without any blank, tab or line break."""
    return "".join(fold(text).split())


@dataclass(frozen=True, slots=True)
class Bare:
    """A folded text without blanks; `at[i]` is where its character i stands in the text as printed."""

    printed: str
    text: str
    at: range | tuple[int, ...]

    def quote(self, start: int, end: int) -> str:
        """The words as printed that stand at text[start:end]."""
        if end <= start:
            return ""
        return self.printed[self.at[start] : self.at[end - 1] + 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] stands in the text as printed."""
        first = self.at[start] if start < len(self.at) else len(self.printed)
        return (first, self.at[end - 1] + 1) if end > start else (first, first)


def strip_blanks(text: str) -> Bare:
    """Fold `text` and take its blanks out, keeping where each character stood."""
    folded = fold(text)
    short = "".join(folded.split())
    if len(short) == len(folded):
        return Bare(text, folded, range(len(folded)))
    return Bare(text, short, tuple(i for i, char in enumerate(folded) if not char.isspace()))
