"""The numbers that a browser prints before the items of an ordered list."""

from __future__ import annotations

from lxml import etree

from checker.readers.html_marks import tag_of
from checker.readers.number_formats import printed

_STYLES = {
    "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "cjk-decimal": "chineseCounting",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal": "decimal",
}
_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_MOST = 100_000


def numbers(items: etree._Element) -> dict[etree._Element, str]:
    """The printed number of each li of an ol, marks included; {} for a list without numbers."""
    if tag_of(items) != "ol":
        return {}
    style = items.get("style", "").lower().replace(" ", "")[:500]
    if "list-style:none" in style or "list-style-type:none" in style:
        return {}
    named = next((form for name, form in _STYLES.items() if f":{name}" in style), None)
    form = named or _TYPES.get(items.get("type", "1"), "decimal")
    value = _whole(items.get("start"), 1)
    found: dict[etree._Element, str] = {}
    for item in items:
        if tag_of(item) == "li":
            value = _whole(item.get("value"), value)
            mark = "、" if form.startswith("chinese") else "."
            found[item] = printed(value, form) + mark
            value += 1
    return found


def _whole(text: str | None, default: int) -> int:
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and int(digits[:9]) < _MOST else default
