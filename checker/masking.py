"""Personal numbers never leave whole: identity, bank card and mobile numbers are masked in whatever is printed."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from checker.document import Place

_STARS = "*"


def mask(text: str) -> str:
    """The text with the middle of every personal number replaced by stars, blanks and hyphens between its digits kept.

    Masked are runs of 15 digits and more (identity numbers, the last digit may be X, and bank cards) and 11 digits of a mobile
    number, in one piece or in the usual groups. Whether the check digit is right does not matter: to mask too much is harmless.
    """
    if len(text) < 11 or _hint().search(text) is None:
        return text
    return _numbers().sub(lambda match: _masked(match.group()), text)


def mask_place(place: Place) -> Place:
    """The place with its quotation masked."""
    if place.quote is None:
        return place
    masked = mask(place.quote)
    return place if masked == place.quote else replace(place, quote=masked)


def is_identity_number(text: str) -> bool:
    """Whether it is a resident identity number: 18 characters with a right date and check digit (GB 11643)."""
    digits = _digits(text).upper()
    if len(digits) != 18 or not digits[:17].isdigit():
        return False
    from stdnum.cn import ric  # 100 ms: only for what has 18 digits

    return bool(ric.is_valid(digits))


def is_bank_card(text: str) -> bool:
    """Whether it can be a bank card number: 16 to 19 digits, a known first digit (3 to 6, 9), and a right check digit (Luhn)."""
    digits = _digits(text)
    if not 16 <= len(digits) <= 19 or not digits.isdigit() or digits[0] not in "34569":
        return False
    from stdnum import luhn

    return bool(luhn.is_valid(digits))


def _digits(text: str) -> str:
    return "".join(chr(ord(c) - 0xFEE0) if 0xFF10 <= ord(c) <= 0xFF19 else c for c in text if c not in " -　\u00a0")


def _masked(number: str) -> str:
    shown = 3
    last = 4 if sum(c.isalnum() for c in number) == 11 else 2
    kept = [i for i, c in enumerate(number) if c.isalnum()]
    hidden = set(kept[shown : len(kept) - last])
    return "".join(_STARS if i in hidden else c for i, c in enumerate(number))


@cache
def _hint() -> re.Pattern[str]:
    return re.compile(r"\d{4}[ \-\u3000\u00a0]?\d{4}|\d{6}")


@cache
def _numbers() -> re.Pattern[str]:
    gap = r"[ \-\u3000\u00a0]?"
    return re.compile(
        r"(?:(?<!\d)|(?<=86))(?:"
        rf"\d{{6}}{gap}\d{{8}}{gap}\d{{3}}[\dXx]"
        rf"|\d{{4}}{gap}\d{{4}}{gap}\d{{4}}{gap}\d{{3,4}}(?:{gap}\d{{1,3}})?"
        r"|\d{15,}[Xx]?"
        rf"|[1１][3-9３-９]\d{gap}\d{{4}}{gap}\d{{4}}"
        r")(?!\d)"
    )
