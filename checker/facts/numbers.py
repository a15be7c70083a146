"""What a cell or a word states as a number: exact decimals, never floats."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from checker.expressions import compiled
from checker.facts import lexicon
from checker.facts.text import fold
from checker.hints import TYPE_CHECKING
from checker.report import Figure

if TYPE_CHECKING:
    from checker.layout.model import NumberKind

_LONGEST = 40  # a cell with more characters than this holds no number
_ZERO = Figure("0", Decimal(0), "number")


def read_figure(raw: str, kind: NumberKind = "count") -> Figure:
    """What stands in a cell of kind `kind`.

    Only white space (full-width, no-break and zero-width included) is blank. A number is read with its exact digits,
    with or without separators, a sign, a measure word or a unit of money: the value is the digits as printed,
    "3.5万元" is 3.5. All else is text: "/", "-", "—", "无", the letter O, "3/4", "约5". A note's mark behind the
    digits ("12①") is not part of the number. `kind` does not change what is read: whether a count may be negative is
    for the rules to say.
    """
    if raw == "0":
        return _ZERO
    if raw.isascii() and raw.isdigit() and len(raw) <= _LONGEST:
        return Figure(raw, Decimal(raw), "number")
    text = fold(raw).strip()
    if not text:
        return Figure(raw, None, "blank")
    value = _value(text)
    return Figure(raw, value, "text" if value is None else "number")


def number_faults(raw: str, kind: NumberKind = "count") -> tuple[str, ...]:
    """The faults of form of a cell that holds a number; none for a blank cell or one that holds no number.

    fullwidth (digits, sign, point or separator), separator, blank_inside, leading_zero, unit (a measure word, or money
    where no amount belongs), sign (a plus where no change belongs, or a dash for a minus), point (a decimal point
    without need, "12.0" as a count), mark (a note's mark). Blanks around the number are no fault, nor is 元 or 万元
    in an amount.
    """
    if plain_digits(raw):
        return ()
    text = fold(raw).strip()
    match = _pattern().fullmatch(text) if 0 < len(text) <= _LONGEST else None
    if match is None or _value(text) is None:
        return ()
    sign, digits, point, unit, mark = match.group("sign", "digits", "point", "unit", "mark")
    money = bool(match["money"]) or unit in lexicon.MONEY
    whole = digits.lstrip("0")
    found = {
        "fullwidth": any(0xFF00 < ord(c) < 0xFF5F and fold(c) in "0123456789.,+-" for c in raw),
        "separator": "," in digits,
        "blank_inside": any(c.isspace() for c in digits.strip()),
        "leading_zero": digits.startswith("0") and (whole != "" or digits != "0"),
        "unit": bool(unit or match["money"]) and not (money and kind == "amount"),
        "sign": (sign == "+" and kind != "change") or sign in ("–", "—"),
        "point": bool(point) and kind != "amount" and not point.strip(".0"),
        "mark": bool(mark),
    }
    return tuple(name for name, present in found.items() if present)


def plain_digits(raw: str) -> bool:
    """Whether a cell holds a whole number, not negative, written in half-width digits without a leading zero."""
    return raw.isascii() and raw.isdigit() and (len(raw) == 1 or raw[0] != "0")


def plain_number(raw: str, kind: NumberKind = "count") -> str | None:
    """The number of a cell plainly written: half-width digits without separators, leading zeros and measure word.

    Money keeps its unit in an amount. None for a cell that holds no number, and where it takes someone to say what is
    meant: digits in pieces, a note's mark, money where no amount belongs.
    """
    if {"blank_inside", "mark"}.intersection(number_faults(raw, kind)):
        return None
    text = fold(raw).strip()
    match = _pattern().fullmatch(text) if 0 < len(text) <= _LONGEST else None
    value = None if match is None else _value(text)
    if match is None or value is None:
        return None
    money = match["money"] or (match["unit"] if match["unit"] in lexicon.MONEY else "")
    if money and kind != "amount":
        return None
    whole = match["digits"].replace(",", "").lstrip("0") or "0"
    point = match["point"] or ""
    if kind != "amount" and not point.strip(".0"):
        point = ""
    unit = match["unit"] if money and match["unit"] else ""
    return f"{'-' if value < 0 else ''}{match['money']}{whole}{point}{unit}"


def chinese_number(text: str) -> Decimal | None:
    """The number that the whole of `text` states, in Arabic or Chinese numerals or both, else None.

    Reads "120", "１，２００", "3.5万", "一百二十", "一百二" (120), "二〇二三" (2023), "廿五", "两千", "3千", "壹佰".
    """
    plain = "".join(fold(text).split()).replace(",", "")
    if not plain or len(plain) > _LONGEST:
        return None
    total, rest = Decimal(0), plain
    for unit in ("亿", "億", "万", "萬"):  # the larger unit splits first; 万亿 and 亿万 are not written in reports
        head, found, tail = rest.partition(unit)
        if found:
            part = _section(head)
            if part is None:
                return None
            total += part * lexicon.LARGE_UNITS[unit]
            rest = _colloquial(tail, lexicon.LARGE_UNITS[unit])
    if not rest:
        return total
    part = _section(rest)
    return None if part is None else total + part


def _value(text: str) -> Decimal | None:
    if len(text) > _LONGEST:
        return None
    match = _pattern().fullmatch(text)
    if match is None:
        return None
    if len(match["digits"].strip().splitlines()) > 1:
        return None  # numbers on lines of their own are several
    digits = "".join(match["digits"].split()).replace(",", "")
    if any(c.isspace() for c in match["digits"]) and digits.startswith("0"):
        return None  # "0 0" is two numbers in one cell, not the number 00
    value = Decimal((digits or "0") + (match["point"] or "").rstrip("."))
    return -value if match["sign"] not in ("", "+") and value else value


@cache
def _pattern() -> re.Pattern[str]:
    # in an order that is the same in every process, so that the compiled form is found again
    units = "|".join(sorted({*lexicon.MEASURES, *lexicon.MONEY} - {"万"}, key=lambda unit: (-len(unit), unit)))
    # digits: plain, in groups of three by commas, or in pieces parted by blanks (a number broken over two lines)
    return compiled(
        rf"(?P<sign>[{lexicon.MINUS}+]?)\s?(?P<money>[{lexicon.MONEY_SIGNS}]?)"
        r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3}){1,8}|[0-9]+(?:\s+[0-9]+){0,4}|(?=\.[0-9]))"
        rf"(?P<point>\.[0-9]+)?\s*(?:\(?(?P<unit>{units})\)?)?\s*"
        rf"(?P<mark>[{lexicon.FOOTNOTE_MARKS}]|\[[0-9]{{1,2}}\]|\(注[0-9]?\)|注[0-9])?"
    )


def _colloquial(tail: str, unit: int) -> str:
    """一万二 means 12000: a lone digit behind a large unit counts tenths of it."""
    if len(tail) == 1 and tail in lexicon.DIGITS and not tail.isascii() and lexicon.DIGITS[tail]:
        return str(lexicon.DIGITS[tail] * unit // 10)
    return tail


def _section(text: str) -> Decimal | None:
    """A numeral below 万: digits, or groups of a digit and 十, 百, 千 with digits behind them."""
    total, digits, unit_before = Decimal(0), "", 0
    for char in text:
        unit = lexicon.SMALL_UNITS.get(char, 0)
        if char in lexicon.TENS and not digits:
            total, unit_before = total + lexicon.TENS[char], 10
        elif unit:
            count = _digits(digits) if digits else Decimal(1)
            if count is None:
                return None
            total, digits, unit_before = total + count * unit, "", unit
        elif char in lexicon.DIGITS or char == ".":
            digits += char
        else:
            return None
    if not digits:
        return total if unit_before else None
    last = _digits(digits)
    if last is not None and last and unit_before >= 100 and len(digits) == 1 and not digits.isascii():
        last *= unit_before // 10  # 一百二
    return None if last is None else total + last


def _digits(text: str) -> Decimal | None:
    plain = "".join(c if c == "." else str(lexicon.DIGITS[c]) for c in text)
    return Decimal(plain) if plain.replace(".", "", 1).isdigit() and plain[0] != "." and plain[-1] != "." else None
