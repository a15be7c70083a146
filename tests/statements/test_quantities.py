"""Numbers in every dress, and what only looks like a count."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.report import Para
from checker.statements.claims import read_claims
from checker.statements.folding import fold
from checker.statements.index import index_of
from checker.statements.pack import StatementPack
from checker.statements.quantities import Scanner, chinese

FULL = str.maketrans("0123456789", "０１２３４５６７８９")


@pytest.fixture(scope="module")
def scanner(pack: StatementPack) -> Scanner:
    return Scanner(index_of(pack).measures)


def found(scanner: Scanner, text: str) -> list[tuple[Decimal, str, bool]]:
    return [(q.value, q.unit, q.exact) for q in scanner.scan(fold(text).text).quantities]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("12件", [(12, "件", True)]),
        ("１２件", [(12, "件", True)]),
        ("1 2 件", [(12, "件", True)]),
        ("1,234件", [(1234, "件", True)]),
        ("1，234件", [(1234, "件", True)]),
        ("十二件", [(12, "件", True)]),
        ("一百零五条", [(105, "条", True)]),
        ("1.2万条", [(12000, "条", True)]),
        ("3万余条", [(30000, "条", False)]),
        ("近20件", [(20, "件", False)]),
        ("约二十件", [(20, "件", False)]),
        ("20余件", [(20, "件", False)]),
        ("20件左右", [(20, "件", False)]),
        ("35.6万元", [(356000, "元", True)]),
        ("1.2亿元", [(120000000, "元", True)]),
        ("66.7%", [(Decimal("66.7"), "%", True)]),
        ("66.7 ％", [(Decimal("66.7"), "%", True)]),
        ("百分之八十", [(80, "%", True)]),
        ("0件", [(0, "件", True)]),
        ("邀请人大代表2名", [(2, "名", True)]),
    ],
)
def test_quantity(scanner: Scanner, text: str, wanted: list[tuple[Decimal, str, bool]]) -> None:
    assert found(scanner, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        *("表2　收到和处理政府信息公开申请情况", "表 2收到和处理政府信息公开申请情况统计表", "（表3）"),
        *("附表2：申请情况", "图1 收到申请情况", "收到申请情况见表2", "办结情况详见附件1"),
        "2023年", "二〇二三年", "12月31日", "第十条", "第20条", "20个工作日", "国令第711号", "〔2021〕30号", "第3届",
        "十四五", "三审三校", "统一条目", "一件事", "《2023年12件大事》", "（一）", "（1）",
    ],
)  # fmt: skip
def test_no_quantity(scanner: Scanner, text: str) -> None:
    assert [q for q in found(scanner, text) if q[1]] == []


def test_step_is_the_unit_of_the_last_digit(scanner: Scanner) -> None:
    steps = [q.step for q in scanner.scan("12件，1.2万条，3.45万元").quantities]
    assert steps == [1, 1000, 100]


def test_years_and_months(scanner: Scanner) -> None:
    text = "2022年收到10件，2023年12月收到2件"
    scan = scanner.scan(text)
    assert [mark.year for mark in scan.years] == [2022, 2023]
    assert [text[start:end] for start, end in scan.months] == ["12月"]


def numerals(number: int) -> str:
    """A number below 10,000 in Chinese numerals."""
    digits, marks, text, gap = "零一二三四五六七八九", ("千", "百", "十", ""), "", False
    for digit, mark in zip(f"{number:04d}", marks, strict=True):
        if digit == "0":
            gap = bool(text)
            continue
        text += ("零" if gap else "") + digits[int(digit)] + mark
        gap = False
    return text or "零"


@given(st.integers(0, 9999))
def test_chinese_numerals_are_read_back(number: int) -> None:
    assert chinese(numerals(number)) == number


@given(st.integers(1, 99_999), st.sampled_from("件份宗起"), st.integers(0, 4))
def test_any_number_in_any_dress_is_read(number: int, unit: str, dress: int) -> None:
    written = [str(number), str(number).translate(FULL), f"{number:,}", " ".join(str(number)), f" {number} "][dress]
    pack = _PACK
    claims = read_claims([("requests", Para(1, f"全年共收到政府信息公开申请{written}{unit}。"))], pack, 2023)
    assert [c.value for c in claims.states["received"]] == [number]


def _load() -> StatementPack:
    from checker.language.statements import load_statements
    from checker.resources import folder

    return load_statements(sorted(folder("rules").glob("*.statements")))


_PACK = _load()
