"""Which year and which span of it a number speaks of."""

from __future__ import annotations

from checker.dataclass import dataclass, replace


@dataclass(frozen=True, slots=True)
class When:
    """shift: 0 for the report's own year, -1 for the year before, 1 for a later, -2 for an earlier one.
    span: year, part, total or plan, as in Claim."""

    shift: int = 0
    span: str = "year"

    def moved(self, mark: str) -> When:
        """The time after a word of that kind."""
        if mark in _SHIFTS:
            return When(_SHIFTS[mark], "plan" if mark == "@next" else "year")
        return replace(self, span=SPANS[mark])


_SHIFTS = {"@past": -2, "@last": -1, "@this": 0, "@next": 1, "last_year": -1, "this_year": 0}
SPANS = {"part_span": "part", "over_years": "total", "plan": "plan"}
MARKS = frozenset(_SHIFTS) | frozenset(SPANS)
