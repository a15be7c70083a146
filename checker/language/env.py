"""What an expression can see while it runs: the report, the values of the rule's names, and what has been read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.hints import TYPE_CHECKING
from checker.language.values import Blank, Unknown, Value
from checker.language.view import ReportView

if TYPE_CHECKING:
    from checker.language.implied import Equations
    from checker.language.nodes import Rule


class Env:
    """What an expression can see.

    view: the report. slots: values of the rule's names. trace: what was read, in order. blanks: blanks that counted
    as 0. notes: slot of a `let` -> what its value read, where that was asked. solved: the rules whose equations tell
    what a blank cell should hold; equations: these, made by implied.py when first asked.
    """

    __slots__ = (
        "blanks",
        "equations",
        "lang",
        "notes",
        "others",
        "parts",
        "previous",
        "slots",
        "solved",
        "trace",
        "view",
    )

    def __init__(
        self,
        view: ReportView,
        *,
        previous: ReportView | None = None,
        others: Sequence[ReportView] | None = None,
        parts: Sequence[ReportView] = (),
        lang: str = "zh",
        solved: Sequence[Rule] = (),
    ) -> None:
        self.view, self.lang, self.solved = view, lang, solved
        self.equations: Equations | None = None
        self.previous: ReportView | Unknown = previous if previous is not None else Unknown("ungiven")
        self.others: tuple[ReportView, ...] | Unknown = Unknown("ungiven") if others is None else tuple(others)
        self.parts: tuple[ReportView, ...] | Unknown = tuple(parts) or Unknown("ungiven")
        self.slots: list[Value] = []
        self.trace: list[Value] = []
        self.blanks: list[Blank] = []
        self.notes: dict[int, tuple[list[Value], list[Blank]]] = {}

    def begin(self, slots: int) -> None:
        """Make room for the names of a rule, and forget what the last one left."""
        self.slots, self.notes = [None] * slots, {}
        self.trace, self.blanks = [], []


Closure = Callable[[Env], Value]
