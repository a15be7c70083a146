"""A pack of statements as read from .statements files: patterns over slots of literals, and shared words. Data only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any
from zlib import compress, decompress

from checker.dataclass import dataclass, field

TIGHT = -1  # gap between two groups: only small words may stand there
NUMBERED = -2  # only small words and a number
YEAR_SLOTS = ("@past", "@last", "@this", "@next")  # years beside the report's own; see Finder


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of a statement.

    kind: says, none, all, flag, not (in the clause) or never (in the sentence).
    slots: the groups in order, each a number in StatementPack.slots. gaps: what may stand before each group but the
    first: so many characters, TIGHT or NUMBERED.
    strong: a line `says!`. anchored: only small words may stand before it in its clause.
    about: topics one of which must be in force; "only NAME" is fulfilled if no other topic of its group is.
    of: statements whose count an `all` line takes. readings: other meanings that are right too (`or`).
    sections: the parts of the report where the line counts, () for all.
    after: topics one of which must have been named, in the sentence or the one before it or the heading, or be in
    force for the section.
    behind: statements one of which must have the last count before it in the sentence.
    unless: statements none of which may have a count in the sentence.
    leading: the number stands behind it, never before.
    """

    statement: str
    kind: str
    slots: tuple[int, ...]
    gaps: tuple[int, ...]
    strong: bool = False
    anchored: bool = False
    about: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    leading: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that proves a statement: the values that must be read from it, () if nothing may be.

    section: the part of the report in which it is taken to stand. line and file: where it is written.
    """

    sentence: str
    values: tuple[str, ...]
    section: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence can state.

    units: measure words it takes ("" for none). adds: counts of one sentence add up.
    apart: its counts are no parts of an enumeration. fuses: its verb may share a number with another's (买入并卖出).
    beside: its counts stand beside a total and are none themselves.
    """

    name: str
    label: str
    family: str
    units: frozenset[str]
    adds: bool = False
    apart: bool = False
    fuses: bool = False
    beside: bool = False
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """What finds the literals in a text (see finder.py).

    entries: the first two characters of literals (or the only one; "" for years beside the report's own) -> the
    literals that begin so, each with the numbers of its slots, as text that is read when such a place is met. marks:
    number of a slot of the reader's own words -> what they mark.
    """

    entries: Mapping[str, str]
    marks: Mapping[str, str]


class KeptWords(Mapping[str, tuple[str, ...]]):
    """The shared lists, each out of a text that is taken apart when it is asked for: reading needs few of them."""

    def __init__(self, kept: Mapping[str, str]) -> None:
        self._kept, self._read = kept, dict[str, tuple[str, ...]]()

    @staticmethod
    def text(words: Sequence[str]) -> str:
        """What is kept of a list; no word holds the mark that parts alternatives."""
        return "|".join(words)

    def __getitem__(self, name: str) -> tuple[str, ...]:
        found = self._read.get(name)
        if found is None:
            kept = self._kept[name]
            found = self._read[name] = tuple(kept.split("|")) if kept else ()
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


class KeptSlots(Sequence[tuple[str, ...]]):
    """The literals of each group, out of a text that is taken apart only if it is asked for: reading has the index."""

    def __init__(self, kept: bytes) -> None:
        self._kept = kept

    @staticmethod
    def packed(slots: Sequence[Sequence[str]]) -> bytes:
        """What is kept of the literals."""
        return compress("\t".join(KeptWords.text(literals) for literals in slots).encode("utf-8"), 1)

    @cached_property
    def _slots(self) -> list[tuple[str, ...]]:
        return [tuple(group.split("|")) for group in decompress(self._kept).decode("utf-8").split("\t")]

    def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 - a number or a slice, as of every sequence
        return self._slots[at]

    def __len__(self) -> int:
        return len(self._slots)


@dataclass(frozen=True, slots=True)
class StatementPack:
    """All statements of a call.

    slots: the literals of each group. words: the shared lists. topics: name -> (group, slot).
    defaults: section -> topics that are in force where no words say otherwise. index: made before, or None.
    """

    statements: Mapping[str, Statement]
    patterns: tuple[Pattern, ...]
    slots: Sequence[tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]
    topics: Mapping[str, tuple[str, int]]
    defaults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    index: Index | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the statements, in the order of the files."""
        return tuple(self.statements)
