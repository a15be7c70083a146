"""A pack of statements as read from .statements files: patterns over slots of literals, and shared words. Data only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.dataclass import dataclass, field
from checker.hints import Any

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
    about: topics one of which must be in force; "only NAME" is fulfilled if no other topic of its group is,
        "along NAME" if another is.
    of: statements whose count an `all` line takes. readings: other meanings that are right too (`or`).
    sections: the parts of the report where the line counts, () for all.
    after: topics one of which must have been named, in the sentence or the one before it or the heading, or be in
    force for the section.
    behind: statements one of which must have the last count before it in the sentence.
    unless: statements none of which may have a count in the sentence.
    lacking: lists of words none of which may stand in the clause between the number before it and its end.
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
    lacking: tuple[str, ...] = ()
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
    some: it is of some of them only, and so is what is said of it.
    """

    name: str
    label: str
    family: str
    units: frozenset[str]
    adds: bool = False
    apart: bool = False
    fuses: bool = False
    beside: bool = False
    some: bool = False
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """What reading needs of a pack, worked out once and kept with it (see index.py); plain values as JSON has them.

    entries: the first two characters of literals (or the only one) -> the literals that begin so and what they fill, as
    text that is read when such a place is met. places: an expression for where one may be. fillings: the groups of
    slots that literals fill, with what they are for. years: a year beside the report's own (@last …) -> the filling
    that it makes. slots: what each slot is for. shadows: which kin of them is not meant within which. lines: the lines
    by their rarest slot; told: those that want no number; stops: `not` lines. patterns: the lines.
    statements: name -> family, units and flags. topics, measures: see Topics and Scanner.
    """

    entries: Mapping[str, str]
    places: str
    fillings: Sequence[Any]
    years: Mapping[str, int]
    slots: Sequence[Any]
    shadows: Sequence[Sequence[int]]
    lines: Sequence[Any]
    told: Sequence[Any]
    stops: Sequence[Any]
    patterns: Sequence[Any]
    statements: Mapping[str, Any]
    topics: Mapping[str, Any]
    measures: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StatementPack:
    """All statements of a call.

    slots: the literals of each group. words: the shared lists. topics: name -> (group, slot).
    defaults: section -> topics that are in force where no words say otherwise. index: made before, or None.
    """

    statements: Mapping[str, Statement]
    patterns: Sequence[Pattern]
    slots: Sequence[tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]
    topics: Mapping[str, tuple[str, int]]
    defaults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    index: Index | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the statements, in the order of the files."""
        return tuple(self.statements)
