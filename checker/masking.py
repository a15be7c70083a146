"""Personal numbers never leave whole: identity, bank card and mobile numbers are masked in whatever is printed."""

from __future__ import annotations

import re
from functools import cache

from checker.dataclass import replace
from checker.document import Place
from checker.expressions import compiled
from checker.facts.text import bare

_STARS = "*"
_GAPS = " -\u3000\u00a0"


def mask(text: str) -> str:
    """The text with the middle of every personal number replaced by stars, the marks between its digits kept.

    Masked are runs of 15 digits and more (identity numbers, the last digit may be X, and bank cards) and the 11 digits
    of a mobile number, in one piece or in the usual groups. Whether the check digit is right does not matter: to mask
    too much is harmless.
    """
    if not _may_hold_number(text):
        return text
    return _numbers().sub(lambda match: _masked(match.group()), text)


def mask_place(place: Place) -> Place:
    """The place with its quotation masked."""
    if place.quote is None:
        return place
    masked = mask(place.quote)
    return place if masked == place.quote else replace(place, quote=masked)


def is_identity_number(text: str) -> bool:
    """Whether it is a resident identity number (GB 11643): 18 characters, a province, a date, a right check digit.

    Blanks and hyphens between them and full-width characters make no difference.
    """
    digits = _digits(text).upper()
    if len(digits) != 18 or not (digits[:17].isascii() and digits[:17].isdigit()) or digits[:2] not in _PROVINCES:
        return False
    if not ("1900" <= digits[6:10] <= "2099" and "01" <= digits[10:12] <= "12" and "01" <= digits[12:14] <= "31"):
        return False
    from stdnum.iso7064 import mod_11_2  # 40 ms: only for what has 18 digits and a date among them

    return bool(mod_11_2.is_valid(digits))


def is_bank_card(text: str) -> bool:
    """Whether it can be a bank card number: a beginning and length that issuers have, and a right check digit (Luhn).

    An identity number is none, whatever its digits add up to.
    """
    digits = _digits(text)
    if not (digits.isascii() and digits.isdigit()) or not _issuer().fullmatch(digits) or is_identity_number(digits):
        return False
    from stdnum import luhn

    return bool(luhn.is_valid(digits))


_PROVINCES = frozenset(  # the first two digits: GB/T 2260 and the regions that issue such numbers
    str(code)
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for code in range(first, last + 1)
)


@cache
def _issuer() -> re.Pattern[str]:
    return compiled(
        r"62[0-9]{14,17}"  # UnionPay
        r"|4[0-9]{15}|5[1-5][0-9]{14}|35(?:2[89]|[3-8][0-9])[0-9]{12}"  # Visa, Mastercard, JCB
        r"|9558[0-9]{12}(?:[0-9]{3})?|95599[0-9]{14}|60(?:1382|1428|3[0-9]{3})[0-9]{10,13}"  # of single banks
    )


def _digits(text: str) -> str:
    return bare(text).replace("-", "")


def _masked(number: str) -> str:
    shown = 3
    last = 4 if sum(c.isalnum() for c in number) == 11 else 2
    kept = [i for i, c in enumerate(number) if c.isalnum()]
    hidden = set(kept[shown : len(kept) - last])
    return "".join(_STARS if i in hidden else c for i, c in enumerate(number))


def _may_hold_number(text: str) -> bool:
    """Whether 11 digits follow one another, but for the marks that part groups: less is no number of a person."""
    run = 0
    for char in text if len(text) >= 11 else "":
        if char.isdigit():
            run += 1
            if run == 11:
                return True
        elif char not in _GAPS:
            run = 0
    return False


@cache
def _numbers() -> re.Pattern[str]:
    gap = r"[ \-\u3000\u00a0]?"
    return compiled(
        r"(?:(?<!\d)|(?<=86))(?:"
        rf"\d{{6}}{gap}\d{{8}}{gap}\d{{3}}[\dXx]"
        rf"|\d{{4}}{gap}\d{{4}}{gap}\d{{4}}{gap}\d{{3,4}}(?:{gap}\d{{1,3}})?"
        r"|\d{15,}[Xx]?"
        rf"|[1１][3-9３-９]\d{gap}\d{{4}}{gap}\d{{4}}"
        r")(?!\d)"
    )
