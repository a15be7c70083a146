"""A fault in an expression, before it is known in which file and line it stands."""

from __future__ import annotations

from collections.abc import Iterable


class ExpressionError(Exception):
    """What is wrong, where (offset in the text), and what was expected, in English."""

    def __init__(self, problem: str, offset: int, expected: str = "") -> None:
        super().__init__(problem)
        self.problem, self.offset, self.expected = problem, offset, expected


def nearest(name: str, known: Iterable[str]) -> str:
    """What to say of a name that is not known: the nearest of those that are, else all of them if they are few."""
    import difflib  # only when a file is faulty

    names = list(dict.fromkeys(known))
    close = difflib.get_close_matches(name, names, 1, 0.5)
    if close:
        return f"did you mean {close[0]}?"
    return f"known here: {', '.join(names)}" if 0 < len(names) <= 30 else ""
