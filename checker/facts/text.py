"""Texts made plain for reading, with every position kept.

Regular expressions over Chinese character classes are dear to compile (about a millisecond each), so what readers
look for is first brought into ASCII, character by character: `scan` has dates in digits, `marks` has Chinese
punctuation in ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from checker.dataclass import dataclass
from checker.expressions import compiled
from checker.facts import lexicon

_FOLDED_RANGES = (
    (0x2E80, 0x2FDF),  # radicals that stand for whole characters (⽉, ⽇): files made from PDF have them
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0xFE50, 0xFE6B),  # small forms
    (0xFF01, 0xFFEE),  # full-width and half-width forms
)
_BLANKS = (
    "\u00a0\u00ad\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d"
    "\u202f\u205f\u2060\u3000\ufeff"
)
_MARKS = {
    "。": ".",
    "、": "/",
    "《": "<",
    "》": ">",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "…": ".",
    "·": ".",
    "〔": "[",
    "〕": "]",
}
_RECENT = 128  # texts: each is asked for one fact after the other
_MARKS |= dict.fromkeys("—–―－", "-") | dict.fromkeys("【［〖", "[") | dict.fromkeys("】］〗", "]")


class Exchange:
    """Puts other characters for some of a text, position by position or taking them out.

    As str.translate, at a fifth of its price over Chinese text: that asks its table for every character.
    """

    def __init__(self, characters: str, plain: Mapping[str, str]) -> None:
        """`characters`: those meant, as the inside of a character class; `plain`: what each becomes."""
        self._form = compiled(f"[{characters}]")
        self._plain = plain

    def __call__(self, text: str) -> str:
        """The text with the characters exchanged."""
        plain = self._plain
        return self._form.sub(lambda found: plain[found[0]], text)


def exchange(plain: Mapping[str, str]) -> Exchange:
    """An exchange of just these characters."""
    return Exchange(re.escape("".join(sorted(plain))), plain)


class _Folded(dict[str, str]):
    """Characters with what each is folded to, found out when a text first has one."""

    def __init__(self, then: Mapping[str, str]) -> None:
        self._then = then

    def __missing__(self, char: str) -> str:
        code = ord(char)
        if 0xFF01 <= code <= 0xFF5E:
            plain = chr(code - 0xFEE0)
        elif char in _BLANKS:
            plain = " "
        elif not any(first <= code <= last for first, last in _FOLDED_RANGES):
            plain = char
        else:
            import unicodedata  # late: most reports have no such character

            known = unicodedata.normalize("NFKC", char)
            plain = known if len(known) == 1 else char
        self[char] = plain = self._then.get(plain, plain)
        return plain


def folding(then: Mapping[str, str]) -> Exchange:
    """An exchange that folds, and then exchanges these characters."""
    ranges = "".join(f"{chr(first)}-{chr(last)}" for first, last in _FOLDED_RANGES)
    return Exchange(f"{_BLANKS}{ranges}{re.escape(''.join(sorted(then)))}", _Folded(then))


@cache
def _folding() -> Exchange:
    return folding({})


@cache
def _scanning() -> Exchange:
    table = {char: str(digit) for char, digit in lexicon.DIGITS.items() if not char.isdigit() or not char.isascii()}
    table |= {"十": "t", "拾": "t", "廿": "w", "卄": "w", "卅": "s", "至": "~", "到": "~", "迄": "~", "号": "日"}
    table |= dict.fromkeys(lexicon.DASHES, "-") | {"。": "!", "、": "&"}
    return exchange({char: plain for char, plain in table.items() if char not in ("-", "两", "俩")})


@cache
def _marking() -> Exchange:
    return exchange(_MARKS)


def fold(text: str) -> str:
    """The text with full-width digits, letters and marks made half-width, every kind of blank made " ".

    Each character is replaced by exactly one, so a position in the result is the same position in `text`. Line breaks
    and tabs stay.
    """
    return text if text.isascii() else _folding()(text)


def bare(text: str) -> str:
    """The folded text without any blank, tab or line break."""
    return "".join(fold(text).split())


@dataclass(frozen=True, slots=True)
class Bare:
    """A folded text without blanks; `at[i]` is where its character i stands in the text as printed."""

    printed: str
    text: str
    at: range | tuple[int, ...]

    @property
    def scan(self) -> str:
        """The text, position by position, for reading dates.

        Chinese digits are 0 to 9, 十 is t, 廿 w, 卅 s; 至 and 到 are ~, every dash -, 号 is 日, 。 is ! and 、 is &.
        """
        return _scanned(self.text)

    @property
    def marks(self) -> str:
        """The text, position by position, with Chinese marks in ASCII: what is not ASCII is a Chinese character."""
        return _marked(self.text)

    def quote(self, start: int, end: int) -> str:
        """The words as printed that stand at text[start:end]."""
        first, last = self.span(start, end)
        return self.printed[first:last]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] stands in the text as printed."""
        first = self.at[start] if start < len(self.at) else len(self.printed)
        return (first, self.at[end - 1] + 1) if end > start else (first, first)


@lru_cache(maxsize=_RECENT)
def _scanned(text: str) -> str:
    return _scanning()(text)


@lru_cache(maxsize=_RECENT)
def _marked(text: str) -> str:
    return _marking()(text)


@lru_cache(maxsize=_RECENT)
def strip_blanks(text: str) -> Bare:
    """Fold `text` and take its blanks out, keeping where each character stood."""
    folded = fold(text)
    short = "".join(folded.split())
    if len(short) == len(folded):
        return Bare(text, folded, range(len(folded)))
    return Bare(text, short, tuple(i for i, char in enumerate(folded) if not char.isspace()))
