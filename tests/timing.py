"""How tests see what something costs: processor time against a yardstick, since machines differ and slow down."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

_YARDSTICK = 0.015  # seconds that _work takes on the machine that the bounds were set on


def cost(call: Callable[[], object], enough: float = 0.0, times: int = 5) -> float:
    """The least processor time of a few calls, in seconds of the machine that the bounds were set on.

    A machine that is slower than that one at the moment has its time taken off in proportion; a faster one is taken as
    it is. enough: a call that costs no more ends the search, so what stays within its bound is done once. No garbage
    is collected within a call: a full collection of the objects that thousands of tests have left costs more than most
    of what is measured.
    """
    best = float("inf")
    collecting = gc.isenabled()
    gc.disable()
    try:
        for _ in range(times):
            spent = _spent(call)
            if spent > enough:
                spent /= max(1.0, _spent(_work) / _YARDSTICK)
            best = min(best, spent)
            if best <= enough:
                break
    finally:
        if collecting:
            gc.enable()
    return best


def growth(small: Callable[[], object], large: Callable[[], object], times: int = 3) -> float:
    """How many times the cost of the one the other costs: the least of a few pairs, taken one right after the other."""
    least = float("inf")
    for _ in range(times):
        first = cost(small, times=2)
        least = min(least, cost(large, times=2) / first)
    return least


def _spent(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def _work() -> None:
    sum(i * i for i in range(200_000))
