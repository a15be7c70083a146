"""A clause as read: the lines fulfilled in it, and the numbers that they were given."""

from __future__ import annotations

from checker.statements.clauses import Clause
from checker.statements.labels import Label
from checker.statements.quantities import Quantity

_NO_KINDS: frozenset[str] = frozenset()


class Reading:
    """A clause as read. labels: lines fulfilled whose topics are in force; says: those that want a number. given:
    number -> labels it was given to. used: labels that have a number. marks: the reader's words in it, (start, end,
    name); kinds: their names. uncounted: numbers that are changes, not counts; counts: the others that have a measure
    word, percentages apart. nothing: labels of the clause before
    that this clause answers with "none". inner: its brackets, with the statements named in each. following: by family,
    the statements that the next clause names, if it is joined to this one by 、 and has no number."""

    __slots__ = (
        "clause", "counts", "following", "given", "inner", "kinds", "labels", "marks", "nothing", "says", "uncounted",
        "used",
    )  # fmt: skip

    def __init__(self, clause: Clause, labels: list[Label], marks: list[tuple[int, int, str]]) -> None:
        self.clause, self.labels, self.marks = clause, labels, marks
        self.kinds = frozenset([name for _, _, name in marks]) if marks else _NO_KINDS
        self.says = [label for label in labels if label.pattern.kind == "says"] if labels else []
        self.given: dict[Quantity, list[Label]] = {}
        self.used: set[int] = set()
        self.uncounted: set[Quantity] = set()
        self.counts: list[Quantity] = []
        self.nothing: list[Label] = []
        self.inner: list[tuple[int, frozenset[str]]] = []
        self.following: dict[str, frozenset[str]] = {}

    def has(self, *names: str) -> bool:
        """Whether one of the reader's words of these kinds stands in the clause."""
        return not self.kinds.isdisjoint(names)

    def before(self, position: int, *names: str) -> bool:
        """Whether one of these words ends at or before a position."""
        return any(end <= position and name in names for _, end, name in self.marks)

    def free(self, label: Label) -> bool:
        """Whether the label has no number yet."""
        return id(label) not in self.used
