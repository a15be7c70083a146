"""Lists of the spans of a year (一季度9个，二季度8个 … 四季度7个): all of it is told, and nothing is left over."""

from __future__ import annotations

from checker.statements.folding import BLOT
from checker.statements.openings import Listed
from checker.statements.words import Words

_SPANS = ("quarters", "quarters_in_digits", "halves")


def tells_whole_year(listed: Listed, text: str, words: Words) -> bool:
    """Whether the parts of a list are all spans of a year in order, each with no words of its own but for a verb that
    the others have too: 四季度7个为苹果 is of apples only."""
    parts = listed.parts
    head = text[_clause_start(text, listed.begin) : listed.begin]
    if not words.small(head.strip(BLOT)):
        return False
    for name in _SPANS:
        spans = words[name]
        if len(parts) == len(spans) and all(span in part[1] for span, part in zip(spans, parts, strict=True)):
            left = {_bare(part[1].replace(span, "", 1), words) for span, part in zip(spans, parts, strict=True)}
            behind = [text[quantity.end : end] for quantity, _, _, end in parts]
            return left <= {""} and all(words.small(tail.strip(BLOT)) for tail in behind)
    return False


def _clause_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in "，；。:(") + 1


def _bare(label: str, words: Words) -> str:
    """A label without verbs of counting, or nothing if only small words are left."""
    for verb in sorted(words["compared_verb"], key=len, reverse=True):
        label = label.replace(verb, "")
    label = label.strip("第" + BLOT)
    return "" if words.small(label) else label
