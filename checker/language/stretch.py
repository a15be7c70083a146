"""A stretch of a text that a rule speaks of: its words, its place, and what stands round it."""

from __future__ import annotations

from checker.document import Place
from checker.language.values import Words

_AROUND = 60
_ENDS = "。！？!?；;\n"
_SENTENCE = 200


class Stretch:
    """Characters `start` to `end` of a text at `home`; `quote`: the words as printed, where they differ."""

    __slots__ = ("_source", "_span", "paragraph", "place", "section", "text")

    def __init__(self, source: str, start: int, end: int, home: Place | None, quote: str = "") -> None:
        home = home or Place()
        self._source, self._span = source, (start, end)
        printed = quote or source[start:end]
        self.place = Place(home.section, home.table, home.row, home.column, home.paragraph, printed)
        self.text = Words.at(source[start:end], self.place)
        self.section, self.paragraph = home.section, home.paragraph

    @property
    def source(self) -> str:
        """The whole text that it was found in."""
        return self._source

    @property
    def start(self) -> int:
        """Where it begins there."""
        return self._span[0]

    @property
    def before(self) -> str:
        """Up to 60 characters before it in its paragraph."""
        return self._source[max(0, self._span[0] - _AROUND) : self._span[0]]

    @property
    def after(self) -> str:
        """Up to 60 characters after it in its paragraph."""
        return self._source[self._span[1] : self._span[1] + _AROUND]

    @property
    def sentence(self) -> Words:
        """The sentence that it stands in, at most 200 characters to either side."""
        first, last = self._sentence()
        return Words.at(self._source[first:last].strip(), self.place)

    @property
    def sentence_before(self) -> Words:
        """Its sentence up to it, at most 200 characters."""
        return Words.at(self._source[self._sentence()[0] : self._span[0]].lstrip(), self.place)

    @property
    def sentence_after(self) -> Words:
        """Its sentence from its end on, at most 200 characters."""
        return Words.at(self._source[self._span[1] : self._sentence()[1]].rstrip(), self.place)

    def _sentence(self) -> tuple[int, int]:
        start, end = self._span
        first = max((self._source.rfind(mark, max(0, start - _SENTENCE), start) for mark in _ENDS), default=-1)
        first = first + 1 if first >= 0 else max(0, start - _SENTENCE)
        ends = [p for p in (self._source.find(mark, end, end + _SENTENCE) for mark in _ENDS) if p >= 0]
        return first, min(ends, default=min(len(self._source), end + _SENTENCE))
