"""How Word prints the number of a list (ST_NumberFormat, ISO/IEC 29500-1, 17.18.59): what Chinese documents use."""

from __future__ import annotations

from collections.abc import Callable

_PLAIN = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_LARGEST = 99_999
"""Beyond it every format prints decimal digits: no list is so long, and letters would repeat without end."""


def printed(value: int, form: str) -> str:
    """The number `value` in the format `form` (a value of w:numFmt); decimal digits for formats not known here."""
    if form in ("none", "bullet"):
        return ""
    write = _FORMS.get(form)
    return write(value) if write and 0 < value <= _LARGEST else str(value)


def counting(
    value: int, digits: str = _PLAIN, units: str = "十百千万", *, zero: str = "零", bare_ten: bool = True
) -> str:
    """A number in words: 十二, 一百零三. `bare_ten`: 10 to 19 begin with 十 and not with 一十."""
    if value >= 10_000:
        rest = value % 10_000
        words = counting(value // 10_000, digits, units, zero=zero) + units[3]
        return words + (zero if 0 < rest < 1000 else "") + (counting(rest, digits, units, zero=zero) if rest else "")
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit == 0:
            gap = bool(words)
            continue
        if gap and words:
            words += zero
        gap = False
        words += digits[digit] + (units[place - 1] if place else "")
    return words[1:] if bare_ten and 10 <= value < 20 else words


def _digital(value: int) -> str:
    return "".join(_PLAIN[int(d)] for d in str(value))


def _to_99(value: int) -> str:
    """chineseCounting: in words to 99, digit by digit beyond."""
    return counting(value) if value < 100 else _digital(value).replace("〇", "○")


def _legal(value: int) -> str:
    return counting(value, _LEGAL, "拾佰仟萬", bare_ten=False)


def _legal_traditional(value: int) -> str:
    return counting(value, _LEGAL_TRADITIONAL, "拾佰仟萬", bare_ten=False)


def _japanese(value: int) -> str:
    words = counting(value, zero="")
    return words.replace("一百", "百").replace("一千", "千")


def _full_width(value: int) -> str:
    return "".join(chr(ord(d) + 0xFEE0) for d in str(value))


def _letters(value: int) -> str:
    """a … z, aa, bb …: the letter repeated, as Word does."""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if value <= 780 else str(value)


def _roman(value: int) -> str:
    if value > 3999:
        return str(value)
    words = ""
    for amount, letters in _ROMAN:
        while value >= amount:
            words, value = words + letters, value - amount
    return words + _ROMAN_ONES[value]


def _cyclic(signs: str) -> Callable[[int], str]:
    return lambda value: signs[(value - 1) % len(signs)]


def _signs(first: str, last: int) -> Callable[[int], str]:
    """Ready-made signs from `first` for 1 to `last`, digits beyond."""
    return lambda value: chr(ord(first) + value - 1) if value <= last else str(value)


def _circle(value: int) -> str:
    """① to ⑳, and the signs that Unicode has for 21 to 50."""
    if value <= 20:
        return chr(0x2460 + value - 1)
    return chr(0x3251 + value - 21) if value <= 35 else chr(0x32B1 + value - 36) if value <= 50 else str(value)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circle,
    "decimalEnclosedCircleChinese": _circle,
    "decimalEnclosedParen": _signs("⑴", 20),
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "ideographEnclosedCircle": _signs("㊀", 10),
    "numberInDash": lambda value: f"- {value} -",
    "chineseCounting": _to_99,
    "chineseCountingThousand": counting,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal_traditional,
    "taiwaneseCounting": _to_99,
    "taiwaneseCountingThousand": counting,
    "taiwaneseDigital": _digital,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "japaneseCounting": _japanese,
    "japaneseLegal": _legal_traditional,
    "ideographTraditional": _cyclic(_STEMS),
    "ideographZodiac": _cyclic(_BRANCHES),
    "ideographZodiacTraditional": lambda value: _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12],
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
}
