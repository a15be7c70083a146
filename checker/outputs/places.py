"""Places as outputs name them: by key for machines, in words for people, and files as addresses."""

from __future__ import annotations

from checker.document import Place
from checker.findings import Assessment, Finding

STANDARD_INPUT = "-"


def logical_name(place: Place) -> str:
    """The place by its keys, parted by slashes: requests/handled/total, overview/paragraph 10, report."""
    if place.table is not None:
        return "/".join(step for step in (place.table, place.row, place.column) if step is not None)
    if place.section is not None:
        return place.section if place.paragraph is None else f"{place.section}/paragraph {place.paragraph}"
    return "report" if place.paragraph is None else f"paragraph {place.paragraph}"


def in_words(finding: Finding, assessment: Assessment) -> str:
    """The finding's place in words, in one line."""
    return " · ".join(assessment.where.get(finding.place, "").split("\n"))


def address(file: str) -> str:
    """The file as an address relative to where the call was made; absolute paths as file:// addresses."""
    path = file.replace("\\", "/")
    if file == STANDARD_INPUT:
        return "standard-input"
    if path.startswith("/"):
        return "file://" + _quoted(path)
    if path[1:3] == ":/":
        return "file:///" + path[:2] + _quoted(path[2:])
    return _quoted(path.removeprefix("./"))


def _quoted(path: str) -> str:
    from urllib.parse import quote

    try:
        return quote(path.encode("utf-8", "surrogateescape"))  # a name that is no UTF-8 keeps its bytes
    except UnicodeEncodeError:
        return quote(path.encode("utf-8", "backslashreplace"))
