"""Whether a telephone number, a postcode, a mail address can exist as printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from checker.expressions import compiled
from checker.facts import lexicon
from checker.facts.telephone_plan import lengths
from checker.facts.text import fold

# A fault by name -> what is wrong, in Chinese and in English, for messages.
FAULTS: Mapping[str, tuple[str, str]] = {
    "characters": ("含有不应出现的字符", "holds characters that do not belong there"),
    "area_code": ("区号不存在或书写有误", "its area code does not exist"),
    "length": ("位数不对", "has the wrong number of digits"),
    "number": ("号码段不存在", "is in no range of numbers"),
    "form": ("格式不正确", "is not well formed"),
    "fullwidth": ("含有全角字符", "holds full-width characters"),
}

_EXTENSION = 6  # digits of an extension at most


def phone_fault(phone: str) -> str | None:
    """The fault of a telephone number by the numbering plan, a key of FAULTS, or None for one that can exist.

    Read are numbers with or without area code, with an extension, mobiles, 400 and 800 numbers, service numbers of five
    and six digits. Which dash is used, or none, is no fault here.
    """
    text = fold(phone).strip()
    words = "|".join(re.escape(word) for word in lexicon.EXTENSIONS)
    text = compiled(rf"\s?\(?(?:{words}):?\s?[0-9]{{1,{_EXTENSION}}}\)?$").sub("", text)
    abroad = compiled(r"[(]?(?:[+]|00)86[)]?[-\s]?|86[-\s]").match(text)
    if abroad:
        text = text[abroad.end() :]
    if compiled(rf"[^{lexicon.DASHES}0-9()\s]").search(text):
        return "characters"
    groups = compiled(r"[0-9]+").findall(text)
    if not groups:
        return "length"
    fault = _group_fault(groups)
    # behind the country's code the area code stands without its 0
    return _group_fault(["0" + groups[0], *groups[1:]]) if abroad and fault in ("area_code", "length") else fault


def postcode_fault(postcode: str) -> str | None:
    """The fault of a postcode (not six digits), a key of FAULTS, or None."""
    text = fold(postcode).strip()
    if not compiled(r"[0-9 ]+").fullmatch(text):
        return "characters"
    digits = text.replace(" ", "")
    if len(digits) != 6:
        return "length"
    return "number" if digits == "000000" else "form" if digits != text else None


def email_fault(email: str) -> str | None:
    """The fault of a mail address, a key of FAULTS, or None. The @ may be spelt (at), as is done against spam."""
    if "@" not in email:
        email = compiled(r"[(（\[［【]\s?(?:at|AT|At)\s?[)）\]］】]").sub("@", email, count=1)
    if fold(email) != email and fold(email).isascii():
        return "fullwidth"
    if not email.isascii() or " " in email:
        return "characters"
    label = r"[0-9A-Za-z](?:[0-9A-Za-z\-]{0,61}[0-9A-Za-z])?"
    local = r"[0-9A-Za-z!#$%&'*+/=?^_`{|}~\-]{1,64}(?:\.[0-9A-Za-z!#$%&'*+/=?^_`{|}~\-]{1,64}){0,8}"
    return None if compiled(rf"{local}@(?:{label}\.){{1,8}}[A-Za-z]{{2,24}}").fullmatch(email) else "form"


@cache
def _plan() -> Mapping[str, tuple[int, ...]]:
    return lengths()


def _group_fault(groups: list[str]) -> str | None:
    digits = "".join(groups)
    if digits.startswith("0") and not digits.startswith("00"):
        return _with_area(groups, digits)
    if len(digits) > 8 and digits.startswith(("400", "800", "1")):
        return _nationwide(groups, digits)
    if len(groups) > 1 and groups[0] in _plan() and _local(groups[1:], groups[0]) is None:
        return "area_code"  # 557-3022345: the 0 is left out
    if _full(groups, 7) or _full(groups, 8):
        return "number" if digits[0] == "0" else None
    return None if digits[0] in "19" and len(digits) in (5, 6) else "length"


def _nationwide(groups: list[str], digits: str) -> str | None:
    """A mobile, 400 or 800 number."""
    if not _full(groups, 11 if digits[0] == "1" else 10):
        return "length"
    return "number" if digits[0] == "1" and digits[1] not in "3456789" else None


def _with_area(groups: list[str], digits: str) -> str | None:
    if compiled(r"01[3-9][0-9]{9}").fullmatch(digits):
        return None  # a mobile dialled from afar
    if len(groups) > 1 and 2 <= len(groups[0]) - 1 <= 3 and groups[0][1:] not in _plan():
        return "area_code"
    size = 3 if digits[1:3] in _plan() else 4
    area = digits[1:size]
    if area not in _plan():
        return "area_code"
    rest = groups[1:] if groups[0] == digits[:size] else [groups[0][size:], *groups[1:]]
    return _local(rest, area)


def _local(groups: list[str], area: str) -> str | None:
    digits = "".join(groups)
    if digits.startswith("0"):
        return "number"
    if digits[:1] in ("1", "9") and len(digits) in (5, 6):
        return None
    return None if any(_full(groups, length) for length in _plan()[area]) else "length"


def _full(groups: list[str], length: int) -> bool:
    """Whether the first groups make up a number of that length, and what is left can be an extension."""
    total = 0
    for i, group in enumerate(groups):
        total += len(group)
        if total == length:
            return sum(map(len, groups[i + 1 :])) <= _EXTENSION
    return False
