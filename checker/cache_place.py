"""The folder in which what is found again is kept: of the user, or the one that GKCHECK_CACHE names."""

from __future__ import annotations

import os
import sys

VARIABLE = "GKCHECK_CACHE"


def cache_place() -> str | None:
    """The folder, which need not be there; None if GKCHECK_CACHE is set but empty: then nothing is kept."""
    chosen = os.environ.get(VARIABLE)
    if chosen is not None and not chosen.strip():
        return None
    return chosen or _user_folder()


def _user_folder() -> str:
    if sys.platform == "linux":  # as platformdirs says, without the 4 ms that it takes to load
        return os.path.join(os.environ.get("XDG_CACHE_HOME", "").strip() or os.path.expanduser("~/.cache"), "gkcheck")
    from platformdirs import user_cache_dir

    return user_cache_dir("gkcheck", appauthor=False)
