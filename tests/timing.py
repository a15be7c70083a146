"""How tests see what something costs."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def least_cpu(call: Callable[[], object], times: int = 3) -> float:
    """The least processor time of a few calls, in seconds, with no collection of garbage within them.

    A full collection of the objects that thousands of tests have left costs more than most of what is measured.
    """
    best = float("inf")
    collecting = gc.isenabled()
    gc.disable()
    try:
        for _ in range(times):
            start = time.process_time()
            call()
            best = min(best, time.process_time() - start)
    finally:
        if collecting:
            gc.enable()
    return best
