"""The functions of the rule language on wording: clauses, numbering, brackets, doubled words, slips of the pen.

They take whatever has a text (a text, a paragraph, a section, all prose, a list of these) and read it by paragraphs.
"""

from __future__ import annotations

import re
from functools import cache

from checker.document import Place
from checker.expressions import compiled
from checker.language.find import texts
from checker.language.stretch import Stretch
from checker.language.values import Value, Words, place_of

_QUOTED = 6
_MOST = 300  # clauses of one text: an honest paragraph has fewer


class Spot(Stretch):
    """A stretch of a paragraph; `meant` and `previous` where its function knows them."""

    __slots__ = ("meant", "previous")

    def __init__(
        self, source: str, start: int, end: int, *, meant: str = "", previous: str = "", quote: str = ""
    ) -> None:
        super().__init__(source, start, end, place_of(source), quote)
        self.meant, self.previous = meant, previous


def clauses(source: Value) -> tuple[Words, ...]:
    """The clauses of a text: what stands between marks and line ends, each with its place; the first 300."""
    found: list[Words] = []
    for text in texts(source):
        home = place_of(text) or Place()
        for part in _clause_end().split(text, _MOST)[:_MOST]:
            clause = part.strip()
            if clause:
                place = Place(home.section, home.table, home.row, home.column, home.paragraph, clause)
                found.append(Words.at(clause, place))
    return tuple(found)


def misnumbered(source: Value) -> tuple[Spot, ...]:
    """The numbers of lists that skip one, stand twice or are out of order; `previous` is the number before."""
    from checker.facts.numbering import misnumbered as read

    parts: list[list[str]] = []
    section: object = object()
    for text in texts(source):
        home = (place_of(text) or Place()).section
        if home != section or not parts:
            parts.append([])
            section = home
        parts[-1].append(text)
    flat = [text for part in parts for text in part]
    return tuple(
        Spot(flat[s.text], s.start, s.start + len(s.number), previous=s.previous, quote=_from(flat[s.text], s.start))
        for s in read(parts)
    )


def unpaired(source: Value) -> tuple[Words, ...]:
    """Brackets and quotation marks without a partner, with the characters round them."""
    from checker.facts.brackets import unpaired as read

    all_texts = list(texts(source))
    found = []
    for index, at in read(all_texts):
        text = all_texts[index]
        home = place_of(text) or Place()
        quote = text[max(0, at - _QUOTED) : at + _QUOTED + 1].strip()
        place = Place(home.section, home.table, home.row, home.column, home.paragraph, quote)
        found.append(Words.at(quote, place))
    return tuple(found)


def doubled(source: Value) -> tuple[Spot, ...]:
    """Runs of two to six Chinese characters that follow themselves at once, the two together."""
    from checker.facts.doubled import doubled as read

    return tuple(Spot(text, start, end) for text in texts(source) for start, end in read(text))


def slips(source: Value, phrases: Value, allowed: Value = ()) -> tuple[Spot, ...]:
    """Fixed phrases with a slip of the pen; `meant` is the phrase. See facts.phrases."""
    from checker.facts.phrases import phrase_slips

    words, fine, read = [str(p) for p in phrases], frozenset(str(a) for a in allowed), list(texts(source))
    return tuple(Spot(read[n], s.start, s.end, meant=s.meant) for n, s in phrase_slips(read, words, fine))


def _from(text: str, start: int) -> str:
    return text[start : start + 2 * _QUOTED].strip()


@cache
def _clause_end() -> re.Pattern[str]:
    return compiled(r"[，。；：！？\n,;!?]")
