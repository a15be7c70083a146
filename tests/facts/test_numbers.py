"""Numbers in cells and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.numbers import chinese_number, number_faults, read_figure


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("0", "0"), (" 0 ", "0"), ("0\n", "0"), ("-11", "-11"), ("−11", "-11"), ("－11", "-11"), ("1,234", "1234"),
        ("1，234", "1234"), ("12,345,678", "12345678"), ("１２", "12"), ("007", "7"), ("0件", "0"), ("12 件", "12"),
        ("976.81万元", "976.81"), ("251000元", "251000"), ("1 234", "1234"), ("12.0", "12.0"),
        ("+3", "3"), ("¥3.5", "3.5"), (".5", "0.5"), ("0.00", "0.00"), ("12①", "12"), ("12（件）", "12"), ("\u200b5",
        "5"),
    ],
)  # fmt: skip
def test_number(raw: str, value: str) -> None:
    figure = read_figure(raw)
    assert (figure.raw, figure.value, figure.state) == (raw, Decimal(value), "number")


@pytest.mark.parametrize("raw", ["", " ", "\u3000", "\u00a0", "\u200b", "\n\t", "\ufeff"])
def test_blank(raw: str) -> None:
    assert read_figure(raw).state == "blank"
    assert number_faults(raw) == ()


@pytest.mark.parametrize(
    "raw",
    [
        "/",
        "-",
        "—",
        "－",
        "无",
        "O",
        "o",
        "零",
        "3/4",
        "约5",
        "5%",
        "0 0",
        "12\n34",
        "1-2",
        "12,34",
        "1.2.3",
        "5余",
        "N",
        "×",
        "3万",
        "12件12",
        "1" * 60,
    ],
)
def test_text(raw: str) -> None:
    figure = read_figure(raw)
    assert (figure.state, figure.value) == ("text", None)
    assert number_faults(raw) == ()


@pytest.mark.parametrize(
    ("raw", "kind", "faults"),
    [
        ("12", "count", ()), ("0", "count", ()), (" 0", "count", ()), ("-11", "change", ()), ("−11", "change", ()),
        ("+3", "change", ()),
        ("976.81万元", "amount", ()), ("251000元", "amount", ()), ("0.50", "amount", ()), ("12.00", "amount", ()),
        ("１２", "count", ("fullwidth",)), ("0件", "count", ("unit",)), ("5元", "count", ("unit",)), ("5件",
        "amount", ("unit",)),
        ("1,234", "count", ("separator",)), ("007", "count", ("leading_zero",)), ("00", "count", ("leading_zero",)),
        ("1 234", "count", ("blank_inside",)), ("+3", "count", ("sign",)), ("—3", "change", ("sign",)), ("12.0",
        "count", ("point",)),
        ("12.5", "count", ()), ("12①", "count", ("mark",)), ("１，２３４", "count", ("fullwidth", "separator")),
        ("0.5", "count", ()),
    ],
)  # fmt: skip
def test_faults(raw: str, kind: str, faults: tuple[str, ...]) -> None:
    assert number_faults(raw, kind) == faults  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一百二十", 120), ("一百二", 120), ("一百零二", 102), ("二〇二三", 2023), ("二零二三", 2023), ("廿五", 25),
        ("十", 10), ("十二", 12),
        ("二十", 20), ("两千", 2000), ("三千零五", 3005), ("一万二", 12000), ("一万零二", 10002), ("3万", 30000),
        ("1.2万", 12000), ("３千", 3000),
        ("一亿三千万", 130_000_000), ("壹佰", 100), ("零", 0), ("1,200", 1200), ("0.5", "0.5"), ("百", 100), ("两", 2),
    ],
)  # fmt: skip
def test_chinese(text: str, value: int | str) -> None:
    assert chinese_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "件", "一百件", "a", "1.2.3", "..", "万一", "五五开", "1" * 60])
def test_no_chinese_number(text: str) -> None:
    assert chinese_number(text) is None


@given(st.integers(-(10**12), 10**12))
def test_plain_numbers_come_back(number: int) -> None:
    assert read_figure(str(number)).value == number
    assert read_figure(f"{number:,}").value == number
    assert number_faults(str(number), "change") == ()


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_amounts_keep_their_digits(number: Decimal) -> None:
    figure = read_figure(f"{number}万元", "amount")
    assert figure.value == number
    assert str(figure.value) == str(number)


@given(st.integers(1, 99_999_999))
def test_any_chinese_numeral(number: int) -> None:
    assert chinese_number(written(number)) == number


@given(st.text(alphabet="0123456789,.+-−件元万 （）①", max_size=60))
def test_faults_only_where_a_number_is(raw: str) -> None:
    if number_faults(raw):
        assert read_figure(raw).state == "number"


def written(number: int) -> str:
    """The numeral as schools teach it (一百零二万三千零五)."""
    if number >= 10_000:
        head, rest = divmod(number, 10_000)
        return written(head) + "万" + ("" if not rest else ("零" if rest < 1000 else "") + written(rest))
    text, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if zero and text else "") + "零一二三四五六七八九"[digit] + name
        zero = digit == 0
    return text
