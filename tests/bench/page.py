"""Pages that show figures: the lines of a part stand between marks, with the command that gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_BLOCK = re.compile(r"(<!-- bench (\w+) -->\n).*?(<!-- end -->\n)", re.DOTALL)


def parts_of(page: str) -> list[str]:
    """The parts that a page has a place for."""
    return [match[2] for match in _BLOCK.finditer(page)]


def filled(page: str, part: str, command: str, lines: Iterable[str]) -> str:
    """The page with new lines for a part; the same page if it has no place for it."""
    text = f"```sh\n{command}\n```\n\n```\n" + "\n".join(lines) + "\n```\n"
    return _BLOCK.sub(lambda match: match[1] + text + match[3] if match[2] == part else match[0], page)


def fill(place: Path, part: str, command: str, lines: Iterable[str]) -> None:
    """Put the lines of a part on a page."""
    place.write_text(filled(place.read_text(encoding="utf-8"), part, command, lines), encoding="utf-8")
