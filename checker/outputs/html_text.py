"""A paragraph for the page, the words marked that findings quote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.masking import mask
from checker.outputs.html_pins import Pin, links
from checker.outputs.safe_text import in_html

_LONGEST = 20_000


def text_html(text: str, pins: Sequence[Pin]) -> str:
    """The text, personal numbers masked, with a mark around each quotation and the pin behind it."""
    shown = mask(text)
    ranges = [(found, pin) for pin in pins if (found := _find(shown, pin.finding.place.quote)) is not None]
    ranged = {pin.number for _, pin in ranges}
    rest = [pin for pin in pins if pin.number not in ranged]
    cuts = sorted({0, len(shown), *(at for found, _ in ranges for at in found)})
    pieces = []
    for start, end in zip(cuts, [*cuts[1:], len(shown)], strict=True):
        ending = [pin for found, pin in ranges if found[1] == start]
        over = [pin.finding.severity for found, pin in ranges if found[0] <= start and end <= found[1]]
        pieces.append(links(ending))
        if end > start:
            words = in_html(shown[start:end])
            level = min(over, key=lambda severity: severity.rank).value if over else ""
            pieces.append(f'<mark class="{level}" data-level="{level}">{words}</mark>' if level else words)
    return "".join(pieces) + links(rest)


def _find(text: str, quote: str | None) -> tuple[int, int] | None:
    """Where the quotation stands in the text, blanks apart; a star stands for any character."""
    if not quote:
        return None
    start = text.find(quote)
    if start >= 0:
        return start, start + len(quote)
    wanted = "".join(quote[:_LONGEST].split())
    places = [at for at, char in enumerate(text) if not char.isspace()]
    bare = "".join(text[at] for at in places)
    start = bare.find(wanted)
    if start < 0 and "*" in wanted.strip("*"):
        match = re.search("".join("." if c == "*" else re.escape(c) for c in wanted), bare)
        start = match.start() if match else -1
    return (places[start], places[start + len(wanted) - 1] + 1) if start >= 0 and wanted else None
