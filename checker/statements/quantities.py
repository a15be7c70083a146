"""Numbers with their measure words in a plain text, and what looks like one and is none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from checker.dataclass import dataclass
from checker.expressions import compiled
from checker.facts.lexicon import DIGITS, LARGE_UNITS, SMALL_UNITS, TENS

ONE = Decimal(1)
MOST = 320  # numbers read in a paragraph: one with more is no prose, and reading stays quick
_LOCAL = {**{k: v for k, v in DIGITS.items() if not k.isascii()}, **TENS}
_SCALES = {**SMALL_UNITS, **LARGE_UNITS}
_NUMERALS = "".join(sorted({*_LOCAL, *_SCALES} - set("OoΟО")))
_LARGE = "".join(LARGE_UNITS)


@dataclass(frozen=True, slots=True, eq=False)
class Quantity:
    """A number that a text states; each is its own, however alike.

    start, end: from the first digit (or word of approximation) to the end of the measure word. value: the number, money
    in 元. step: unit of its last digit. unit: measure word, "" for none, "%" for a percentage. exact: false beside a
    word of approximation. arabic: written in digits.
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    unit: str
    exact: bool
    arabic: bool


@dataclass(frozen=True, slots=True)
class YearMark:
    """A year in the text: its value and where it stands, with its 年 or 年度."""

    start: int
    end: int
    year: int


@dataclass(frozen=True, slots=True)
class Scan:
    """Quantities, years and months (start, end) of a text, each in reading order."""

    quantities: tuple[Quantity, ...]
    years: tuple[YearMark, ...]
    months: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """Words around a number, from the shared lists of the pack.

    units: measure words. money: measure word -> its worth in 元. percent: words for percentages that stand before.
    before, after: words of approximation. never: measure words whose numbers are no counts (年, 月, 号, 个工作日).
    ordinal: marks before a number that make it an ordinal. year, month: those of `never` that make a year or a month.
    not_one_before, not_one_after: characters beside 一 that make a word of it (统一, 一事) rather than a count.
    """

    units: tuple[str, ...]
    money: Mapping[str, Decimal]
    before: tuple[str, ...]
    after: tuple[str, ...]
    never: tuple[str, ...]
    ordinal: tuple[str, ...]
    percent: tuple[str, ...]
    year: frozenset[str] = frozenset()
    month: frozenset[str] = frozenset()
    not_one_before: frozenset[str] = frozenset()
    not_one_after: frozenset[str] = frozenset()


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


class Scanner:
    """Finds the quantities of plain texts; built once for a pack, its expression compiled at first use."""

    def __init__(self, measures: Measures) -> None:
        self._measures = measures
        self._pattern: re.Pattern[str] | None = None
        self._before = (*measures.percent, *measures.ordinal, *measures.before)

    def _compiled(self) -> re.Pattern[str]:
        if self._pattern is None:
            m = self._measures
            units = _either([*m.units, *m.money, *m.never])
            self._pattern = compiled(
                rf"(?P<before>{_either([*m.ordinal, *m.before, *m.percent])})?"
                rf"(?P<digits>(?:\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,15}})(?:\.\d{{1,6}})?)?(?P<local>[{_NUMERALS}]{{1,16}})?"
                rf"(?P<after>{_either(m.after)})?(?P<unit>%|{units})?(?P<more>{_either(m.after)})?"
            )
        return self._pattern

    def scan(self, text: str) -> Scan:
        """Quantities (the first MOST), years and months of the text."""
        quantities: list[Quantity] = []
        years: list[YearMark] = []
        months: list[tuple[int, int]] = []
        pattern, m = self._compiled(), self._measures
        for place in _starts(text):
            if len(quantities) + len(years) + len(months) >= MOST:
                break
            if quantities and place < quantities[-1].end:
                continue
            if place and (text[place - 1].isdigit() or text[place - 1] in _NUMERALS or text[place - 1] in ",."):
                previous = text[place - 1]
                if previous not in ",." or (place > 1 and text[place - 2].isdigit()):
                    continue
            start = _with_before(text, place, self._before)
            match = pattern.match(text, start)
            if match is None or (match.start("digits") < 0 and match.start("local") < 0):
                continue
            found = _judge(match, text, m)
            if isinstance(found, Quantity):
                quantities.append(found)
            elif isinstance(found, YearMark):
                years.append(found)
            elif isinstance(found, int):
                months.append((match.start(), match.end()))
        return Scan(tuple(quantities), tuple(years), tuple(months))


@lru_cache(maxsize=1)
def _start_pattern() -> re.Pattern[str]:
    return compiled(rf"\d[\d,.]*[{_NUMERALS}]*|[{_NUMERALS}]+")


def _starts(text: str) -> list[int]:
    return [match.start() for match in _start_pattern().finditer(text)]


def _with_before(text: str, place: int, words: tuple[str, ...]) -> int:
    """Where the number begins with its word of approximation or order."""
    if not text.endswith(words, 0, place):
        return place
    for word in words:
        if text.endswith(word, 0, place):
            return place - len(word)
    return place


def _judge(match: re.Match[str], text: str, m: Measures) -> Quantity | YearMark | int | None:
    """What the number is: a quantity, a year, a month (as int), or nothing that counts."""
    before, unit = match.group("before") or "", match.group("unit") or ""
    digits, local = match.group("digits") or "", match.group("local") or ""
    if before in m.ordinal:
        return None
    if unit in m.never:
        return _calendar(match, m)
    if not digits and local and not unit and before not in m.percent:
        return None  # bare numerals are parts of names
    if not digits and unit and _LOCAL.get(local) == 1 and _is_word(match, text, m):
        return None
    after_letter = digits and not unit and match.start("digits") and _is_letter(text[match.start("digits") - 1])
    value = None if after_letter else read_number(digits, local)
    if value is None:
        return None
    step = _step(digits, local)
    worth = ONE
    if before in m.percent:
        unit = "%"
    elif unit in m.money:
        worth = m.money[unit]
        unit = min((word for word, each in m.money.items() if each == 1), key=len, default=unit)
    exact = not (before in m.before or match.group("after") or match.group("more"))
    value *= worth
    if value == value.to_integral_value():
        value = value.quantize(ONE)
    return Quantity(match.start(), match.end(), value, step * worth, unit, exact, bool(digits))


def _calendar(match: re.Match[str], m: Measures) -> YearMark | int | None:
    unit, local = match.group("unit"), match.group("local") or ""
    number = match.group("digits") or "".join(str(_LOCAL[c]) for c in local if c in _LOCAL and _LOCAL[c] < 10)
    if unit in m.year and len(number) == 4 and number.isdigit():
        return YearMark(match.start(), match.end("unit"), int(number))
    if unit in m.month and number.isdigit() and 1 <= int(number) <= 12:
        return int(number)
    return None


def _is_letter(char: str) -> bool:
    return char.isascii() and (char.isalpha() or char in "-/_")


def _is_word(match: re.Match[str], text: str, m: Measures) -> bool:
    """Whether a one with its measure word is a word of its own rather than a count."""
    start, end = match.start("local"), match.end("unit")
    return text[start - 1 : start] in m.not_one_before or text[end : end + 1] in m.not_one_after


def read_number(digits: str, local: str) -> Decimal | None:
    """The number written as digits, numerals, or digits with 万 or 亿 behind them; None if it is none."""
    try:
        if digits:
            value = Decimal(digits.replace(",", ""))
            for char in local:
                if char not in _SCALES:
                    return None
                value *= _SCALES[char]
            return value
        return chinese(local)
    except InvalidOperation:
        return None


def chinese(numerals: str) -> Decimal | None:
    """一百二十三, 二〇二三, 两千零五, 三万五 …; None if the signs are no number."""
    if not numerals:
        return None
    if not any(char in _SCALES for char in numerals):
        if len(numerals) > 1 and any(char in TENS for char in numerals):
            return Decimal(sum(_LOCAL[char] for char in numerals))
        return Decimal("".join(str(_LOCAL[char]) for char in numerals))
    total = section = digit = 0
    last = 1
    for char in numerals:
        if char in LARGE_UNITS:
            section = (section + digit) or 1
            total, section, digit, last = (total + section) * LARGE_UNITS[char], 0, 0, LARGE_UNITS[char]
        elif char in SMALL_UNITS:
            section, digit, last = section + (digit or 1) * SMALL_UNITS[char], 0, SMALL_UNITS[char]
        elif _LOCAL[char] == 0:
            digit, last = 0, 10
        else:
            digit = _LOCAL[char]
    return Decimal(total + section + digit * (last // 10 if last >= 100 and digit else 1))


def _step(digits: str, local: str) -> Decimal:
    if not digits:
        return ONE
    _, _, fraction = digits.partition(".")
    step = ONE.scaleb(-len(fraction))
    for char in local:
        step *= _SCALES.get(char, 1)
    return step
