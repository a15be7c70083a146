"""Patterns of file names: `*` and `?` within a name, `**` for any folders, a name without / in every folder."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase


def matches(pattern: str, path: str) -> bool:
    """Whether a path, relative and with /, is meant by a pattern.

    A pattern without / means the name in every folder; one that begins with / (or ./) or has one within is meant from
    the top. A pattern that ends with / means all below that folder.
    """
    pattern = pattern.replace("\\", "/")
    if pattern.endswith("/"):
        pattern += "**"
    if "/" not in pattern:
        return fnmatchcase(path.rpartition("/")[2], pattern)
    if path.startswith("../"):
        return False
    parts = [part for part in pattern.split("/") if part not in ("", ".")]
    return _meet(parts, path.split("/"))


def is_plain(pattern: str) -> bool:
    """Whether a pattern names one path and no other."""
    return "/" in pattern and not any(mark in pattern for mark in "*?[") and not pattern.endswith("/")


def _meet(parts: Sequence[str], names: Sequence[str]) -> bool:
    """Names against the parts of a pattern: which beginnings of the pattern the names so far can have used up."""
    reached = _skipping({0}, parts)
    for name in names:
        further = set()
        for at in reached:
            if at < len(parts) and parts[at] == "**":
                further.add(at)
            elif at < len(parts) and fnmatchcase(name, parts[at]):
                further.add(at + 1)
        reached = _skipping(further, parts)
    return len(parts) in reached


def _skipping(reached: set[int], parts: Sequence[str]) -> set[int]:
    """The same with every `**` taken for no folder."""
    found = set(reached)
    for at in sorted(reached):
        here = at
        while here < len(parts) and parts[here] == "**":
            here += 1
            found.add(here)
    return found
