"""Numbers as Word prints them."""

from __future__ import annotations

import pytest

from checker.readers.number_formats import printed


@pytest.mark.parametrize(
    ("form", "values"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {3: "03", 12: "12"}),
        ("decimalFullWidth", {12: "１２"}),
        ("chineseCounting", {1: "一", 10: "十", 12: "十二", 20: "二十", 99: "九十九", 100: "一○○"}),
        (
            "chineseCountingThousand",
            {10: "十", 21: "二十一", 100: "一百", 105: "一百零五", 110: "一百一十", 1010: "一千零一十"},
        ),
        (
            "chineseCountingThousand",
            {10_000: "一万", 10_005: "一万零五", 20_300: "二万零三百", 34_567: "三万四千五百六十七"},
        ),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 23: "贰拾叁"}),
        ("ideographDigital", {10: "一〇", 23: "二三"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "甲"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("ideographZodiacTraditional", {1: "甲子", 13: "丙子"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉", 11: "11"}),
        ("taiwaneseCountingThousand", {14: "十四"}),
        ("japaneseCounting", {10: "十", 14: "十四", 101: "百一", 1000: "千"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 51: "51"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalEnclosedParen", {3: "⑶", 21: "21"}),
        ("decimalEnclosedFullstop", {3: "⒊"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa", 90_000: "90000"}),
        ("upperLetter", {2: "B"}),
        ("lowerRoman", {4: "iv", 1994: "mcmxciv", 5000: "5000"}),
        ("upperRoman", {9: "IX", 40: "XL"}),
        ("numberInDash", {2: "- 2 -"}),
        ("bullet", {1: ""}),
        ("none", {1: ""}),
        ("of a later version", {7: "7"}),
        ("chineseCounting", {0: "0", -3: "-3", 10**12: "1000000000000"}),
    ],
)
def test_printed(form: str, values: dict[int, str]) -> None:
    assert {value: printed(value, form) for value in values} == values
