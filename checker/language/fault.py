"""A fault in an expression, before it is known in which file and line it stands."""

from __future__ import annotations

from checker.errors import Said


class ExpressionError(Exception):
    """What is wrong, where (offset in the text), and what was expected."""

    def __init__(self, problem: Said, offset: int, expected: Said | None = None) -> None:
        super().__init__(problem.en)
        self.problem, self.offset, self.expected = problem, offset, expected
