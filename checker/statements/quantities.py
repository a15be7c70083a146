"""Numbers with their measure words in a plain text, and what looks like one and is none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import cached_property

from checker.expressions import compiled
from checker.facts.lexicon import DIGITS, LARGE_UNITS, SMALL_UNITS, TENS
from checker.hints import Any

ZERO, ONE = Decimal(0), Decimal(1)
MOST = 240  # numbers read in a paragraph: one with more is no prose, and reading stays quick
_LOCAL = {**{k: v for k, v in DIGITS.items() if not k.isascii()}, **TENS}
_SCALES = {**SMALL_UNITS, **LARGE_UNITS}
_NUMERALS = "".join(sorted({*_LOCAL, *_SCALES} - set("OoΟО")))
_CAPTION, _AROUND_CAPTION = (
    6,
    " (【[《〈<",
)  # characters before the number of a caption, and what may stand around its word
_DIGITS, _LOCALS, _UNIT = 2, 3, 5  # groups of the expression of a number


class Quantity:
    """A number that a text states; each is its own, however alike.

    start, end: from the first digit (or word of approximation) to the end of the measure word. value: the number, money
    in 元. step: unit of its last digit. unit: measure word, "" for none, "%" for a percentage. exact: false beside a
    word of approximation. arabic: written in digits.
    """

    __slots__ = ("arabic", "end", "exact", "start", "step", "unit", "value")

    def __init__(
        self, start: int, end: int, value: Decimal, step: Decimal, unit: str, exact: bool, arabic: bool
    ) -> None:
        self.start, self.end, self.value, self.step = start, end, value, step
        self.unit, self.exact, self.arabic = unit, exact, arabic


class YearMark:
    """A year in the text: its value and where it stands, with its 年 or 年度."""

    __slots__ = ("end", "start", "year")

    def __init__(self, start: int, end: int, year: int) -> None:
        self.start, self.end, self.year = start, end, year


class Scan:
    """Quantities, years and months (start, end) of a text, each in reading order; end: how far it was read."""

    __slots__ = ("end", "months", "quantities", "years")

    def __init__(self, end: int) -> None:
        self.end = end
        self.quantities: list[Quantity] = []
        self.years: list[YearMark] = []
        self.months: list[tuple[int, int]] = []


class Measures:
    """Words around a number, as an index keeps them.

    units: measure words. money: measure word -> its worth in 元. percent: words for percentages that stand before.
    before, after: words of approximation. never: measure words whose numbers are no counts (年, 月, 号, 个工作日).
    ordinal: marks before a number that make it an ordinal. year, month: those of `never` that make a year or a month.
    slogan: words behind numerals that make a slogan of them (五个一). caption: words that begin a line with a table's
    number (表2 收到…). not_one_before, not_one_after: characters beside
    一 that make a word of it (统一, 一事) rather than a count.
    """

    def __init__(self, kept: Mapping[str, Any]) -> None:
        self.money = {word: Decimal(value) for word, value in kept["money"].items()}
        self.yuan = min((word for word, each in self.money.items() if each == 1), key=len, default="")
        self.before, self.ordinal, self.percent = (frozenset(kept[name]) for name in ("before", "ordinal", "percent"))
        self.never, self.year, self.month = (frozenset(kept[name]) for name in ("never", "year", "month"))
        self.not_one_before, self.not_one_after = frozenset(kept["not_one_before"]), frozenset(kept["not_one_after"])
        self.slogan, self.caption = tuple(kept["slogan"]), frozenset(kept["caption"])
        self.leads = (*kept["percent"], *kept["ordinal"], *kept["before"])
        self.lead_ends = frozenset([word[-1] for word in self.leads])


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def number_expression(kept: Mapping[str, Any]) -> str:
    """The expression of a number with the words around it."""
    units = _either([*kept["units"], *kept["money"], *kept["never"]])
    return (
        rf"({_either([*kept['ordinal'], *kept['before'], *kept['percent']])})?"
        rf"((?:\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,15}})(?:\.\d{{1,6}})?)?([{_NUMERALS}]{{1,16}})?"
        rf"({_either(kept['after'])})?(%|{units})?({_either(kept['after'])})?"
    )


class Scanner:
    """Finds the quantities of plain texts; built once for a pack, its expressions compiled at first use."""

    def __init__(self, kept: Mapping[str, Any]) -> None:
        self._kept = kept

    @cached_property
    def _measures(self) -> Measures:
        return Measures(self._kept)

    @cached_property
    def _numbers(self) -> re.Pattern[str]:
        return compiled(self._kept["number"])

    @cached_property
    def _starts(self) -> re.Pattern[str]:
        return compiled(rf"\d[\d,.]*[{_NUMERALS}]*|[{_NUMERALS}]+")

    def scan(self, text: str) -> Scan:
        """Quantities (the first MOST), years and months of the text."""
        scan = Scan(len(text))
        quantities, years, months = scan.quantities, scan.years, scan.months
        reached = 0
        for begun in self._starts.finditer(text):
            place = begun.start()
            if place < reached or (0 < place <= _CAPTION and _is_captions(text[:place], self._measures)):
                continue
            if len(quantities) + len(years) + len(months) >= MOST:
                scan.end = place
                break
            measures, start = self._measures, place
            if place:
                previous = text[place - 1]
                if previous in ",.":
                    if place > 1 and text[place - 2].isdigit():
                        continue
                elif previous.isdigit() or previous in _NUMERALS:
                    continue
                if previous in measures.lead_ends:
                    start = _with_before(text, place, measures.leads)
            match = self._numbers.match(text, start)
            if match is None:
                continue
            found = _judge(match, text, measures)
            if type(found) is Quantity:
                quantities.append(found)
                reached = found.end
            elif type(found) is YearMark:
                years.append(found)
            elif found is not None:
                months.append(match.span())
        return scan


def _is_captions(before: str, m: Measures) -> bool:
    """Whether a number behind these first characters of a line is that of a table or picture."""
    return before.strip(_AROUND_CAPTION) in m.caption


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
    before, digits, local, after, unit, more = match.groups("")
    if (not digits and not local) or before in m.ordinal:
        return None
    if unit in m.never:
        return _calendar(match, digits or "".join([str(_LOCAL[c]) for c in local if _LOCAL.get(c, 10) < 10]), unit, m)
    if _is_name(match, text, m) if not digits else not unit and _is_letter(text, match.start(_DIGITS) - 1):
        return None
    plain = not local and digits.isdigit()
    value = Decimal(digits) if plain else read_number(digits, local)
    if value is None:
        return None
    step = ONE if plain else _step(digits, local)
    if before in m.percent:
        unit = "%"
    elif unit in m.money:
        worth_of_unit = m.money[unit]
        value, step, unit = value * worth_of_unit, step * worth_of_unit, m.yuan or unit
    if not plain and value == value.to_integral_value():
        value = value.quantize(ONE)
    return Quantity(
        match.start(), match.end(), value, step, unit, not (after or more or before in m.before), bool(digits)
    )


def _calendar(match: re.Match[str], number: str, unit: str, m: Measures) -> YearMark | int | None:
    if unit in m.year and len(number) == 4 and number.isdigit():
        return YearMark(match.start(), match.end(_UNIT), int(number))
    if unit in m.month and number.isdigit() and 1 <= int(number) <= 12:
        return int(number)
    return None


def _is_letter(text: str, at: int) -> bool:
    return at >= 0 and text[at].isascii() and (text[at].isalpha() or text[at] in "-/_")


def _is_name(match: re.Match[str], text: str, m: Measures) -> bool:
    """Whether numerals are part of a name: without a measure word, or with one that makes a word of it (统一, 一事)."""
    before, _, local, _, unit, _ = match.groups("")
    if not unit:
        return before not in m.percent
    start, end = match.start(_LOCALS), match.end(_UNIT)
    if text.startswith(m.slogan, end):
        return True  # 五个一, 三个不
    joined = text[start - 1 : start] in m.not_one_before or text[end : end + 1] in m.not_one_after
    return joined and _LOCAL.get(local) == 1


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


def of_each(quantity: Quantity, quantities: Sequence[Quantity]) -> tuple[Decimal, ...]:
    """What the number of each comes to in all (两家店各3件 are 6 in all), the number itself last."""
    holders = [q.value for q in quantities if q.end <= quantity.start and q.unit not in (quantity.unit, "", "%")]
    return tuple(dict.fromkeys([*(quantity.value * times for times in holders[-1:]), quantity.value]))


def worth(word: str) -> Decimal:
    """What a measure word of money is worth: its leading numerals multiplied (万元 is 10000)."""
    value = ONE
    for char in word:
        scale = LARGE_UNITS.get(char) or SMALL_UNITS.get(char)
        if scale is None:
            break
        value *= scale
    return value


def _step(digits: str, local: str) -> Decimal:
    if not digits:
        return ONE
    _, _, fraction = digits.partition(".")
    step = ONE.scaleb(-len(fraction))
    for char in local:
        step *= _SCALES.get(char, 1)
    return step
