"""The reader's own words (small words, words of comparison, of lists …), from the shared lists of the pack."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from checker.expressions import compiled
from checker.statements.clauses import pieces
from checker.statements.folding import BLOT

# Lists that are found in the text like the literals of a statement, by name.
MARKED = (
    "last_year", "this_year", "over_years", "part_span", "plan", "compare", "more", "fewer", "parts", "parts_closed",
    "parts_open", "parts_complete", "rest", "outside", "etc", "channel", "respectively", "share", "without", "aside",
    "left_out", "plain",
)  # fmt: skip
_LONGEST = 24  # characters between a label and its number


class Words:
    """Shared lists by name, and tests on them. A list that no file gives is empty."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._lists, self._read = words, dict[str, tuple[str, ...]]()
        self._small = frozenset(words.get("small", ())) | {BLOT, ""}
        self._joint = frozenset(words.get("joint", ()))
        self._longest = max(map(len, self._small | self._joint))
        year, month, day = (
            "|".join(long_first(self[name])) or "(?!)" for name in ("year_unit", "month_unit", "day_unit")
        )
        self._year = compiled(rf"\d{{4}}(?:{year})|\d{{1,2}}(?:{month})(?:\d{{1,2}}(?:{day}))?")
        to = "|".join(long_first(self["to_year"])) or "(?!)"
        self._to_year, self._several = compiled(rf"(?:{to})\d{{4}}"), compiled(rf".*\d{{4}}(?:{year})?(?:{to})")
        self._nothing = frozenset(words.get("nothing", ()))
        self.small = lru_cache(maxsize=2000)(self._is_small)
        self.joint = lru_cache(maxsize=500)(self._is_joint)
        self._one_of = lru_cache(maxsize=64)(one_of)

    def __getitem__(self, name: str) -> tuple[str, ...]:
        found = self._read.get(name)
        if found is None:
            found = self._read[name] = self._lists.get(name, ())
        return found

    def _is_small(self, text: str) -> bool:
        """Whether the text is made of small words, years and days alone."""
        return self._made_of(self._year.sub("", text), self._small)

    def holds(self, text: str, names: tuple[str, ...]) -> bool:
        """Whether one of many words, hundreds of them, stands in the text."""
        return self._one_of(names).search(text) is not None

    def nothing(self, text: str) -> bool:
        """Whether a clause says no more than that there is none (after a colon: 无)."""
        return text in self._nothing

    def may_answer(self, text: str) -> bool:
        """Whether a clause may say no more than that there is none, or end in a measure word."""
        return any(piece in self._nothing or piece.endswith(self["gap_unit"]) for piece in pieces(text))

    def reached(self, text: str, marks: Sequence[tuple[int, int, str]], position: int) -> bool:
        """Whether a word such as 增至 stands before a position: the number is what it came to, not the change."""
        words = self["reached"]
        return any(
            name in ("more", "fewer") and end <= position and text.startswith(words, start)
            for start, end, name in marks
        )

    def month_alone(self, text: str, start: int, end: int) -> bool:
        """Whether a month is a span of its own (12月买入), not part of a date or the end of a longer span."""
        if text[end : end + 1].isdigit() or text.startswith(self["until"], end):
            return False
        before = text[max(0, start - 8) : start]
        return not self._year.sub("", before).endswith(self["until"])

    def over_years(self, text: str, start: int, end: int, names: list[str]) -> list[str]:
        """The marks of a year, or that of several years if it begins (2021年以来, 2021年至2023年) or ends them."""
        several = self._several.fullmatch(text[max(0, start - 7) : start]) or (
            "@this" not in names and (text.startswith(self["since"], end) or self._to_year.match(text, end))
        )
        return ["over_years"] if several else names

    def joins_on(self, text: str) -> bool:
        """Whether a text ends with a word such as 和: what follows is named together with what it says."""
        return text.endswith(self["together"]) and not text.endswith(self["not_together"])

    def of_noun(self, text: str) -> bool:
        """Whether a noun ends the text, or no joining word comes after it: a verb behind it is said of it."""
        found = max((text.rfind(word) + len(word) for word in self["counted_noun"] if word in text), default=0)
        return found > 0 and not any(word in text[found:] for word in self["joint"])

    def compared_with(self, text: str, position: int) -> bool:
        """Whether what stands at a position is only what something is compared with (比苹果少3个)."""
        return text.endswith(self["than"], 0, position) and not text.endswith(self["not_than"], 0, position)

    def each(self, text: str, position: int) -> bool:
        """Whether a word such as 各 stands right before a position: the number is that of each thing named."""
        return text.endswith(self["each"], 0, position)

    def any_of(self, names: Sequence[str], text: str) -> bool:
        """Whether a word of one of the lists stands in a text."""
        return any(word in text for name in names for word in self[name])

    def _is_joint(self, text: str) -> bool:
        """Whether the text only joins two verbs: joining and small words, or nothing."""
        return self._made_of(text, self._joint | self._small)

    def _made_of(self, text: str, words: frozenset[str]) -> bool:
        if len(text) > _LONGEST:
            return False
        reached = {0}
        for start in range(len(text)):
            if start in reached:
                for end in range(start + 1, min(len(text), start + self._longest) + 1):
                    if text[start:end] in words:
                        reached.add(end)
        return len(text) in reached


def long_first(words: Sequence[str]) -> tuple[str, ...]:
    """Words in the order in which an expression has to try them."""
    return tuple(sorted(words, key=len, reverse=True))


def one_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """Finds one of many words."""
    return compiled("|".join(map(re.escape, names)) or "(?!)")
