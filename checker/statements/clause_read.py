"""A clause as read: the lines fulfilled in it, and the numbers that they were given."""

from __future__ import annotations

from checker.dataclass import dataclass, field
from checker.statements.clauses import Clause
from checker.statements.labels import Label
from checker.statements.quantities import Quantity


@dataclass(slots=True)
class Reading:
    """A clause as read. labels: lines fulfilled whose topics are in force. given: number -> labels it was given to.
    used: labels that have a number. marks: the reader's words in it, (start, end, name). uncounted: numbers that are
    changes, not counts. nothing: labels of the clause before that this clause answers with "none". inner: its
    brackets, with the statements named in each. following: by family, the statements that the next clause names, if it
    is joined to this one by 、 and has no number."""

    clause: Clause
    labels: list[Label]
    marks: list[tuple[int, int, str]]
    given: dict[Quantity, list[Label]] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    uncounted: set[Quantity] = field(default_factory=set)
    nothing: list[Label] = field(default_factory=list)
    inner: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    following: dict[str, frozenset[str]] = field(default_factory=dict)

    def says(self) -> list[Label]:
        """Labels that want a number."""
        return [label for label in self.labels if label.pattern.kind == "says"]

    def has(self, *names: str) -> bool:
        """Whether one of the reader's words of these kinds stands in the clause."""
        for _, _, name in self.marks:  # noqa: SIM110 - any() takes twice the time, and this is asked of every clause
            if name in names:
                return True
        return False

    def before(self, position: int, *names: str) -> bool:
        """Whether one of these words ends at or before a position."""
        return any(end <= position and name in names for _, end, name in self.marks)

    def free(self, label: Label) -> bool:
        """Whether the label has no number yet."""
        return id(label) not in self.used
