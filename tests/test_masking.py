"""Personal numbers are masked, other numbers are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document import Place
from checker.masking import is_bank_card, is_identity_number, mask, mask_place


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("电话13812345678。", "电话138****5678。"),
        ("138 1234 5678", "138 **** 5678"),
        ("+8613812345678", "+86138****5678"),
        ("１３８１２３４５６７８", "１３８****５６７８"),
        ("11010519491231002X", "110*************2X"),
        ("身份证号11010519491231002x，", "身份证号110*************2x，"),
        ("6222 0212 3456 7890 123", "622* **** **** **** *23"),
        ("12345678901234567890123", "123" + "*" * 18 + "23"),
    ],
)
def test_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0551-6312345 0551-6312346",
        "2023-01-01 2023-12-31",
        "2023年1月1日至2023年12月31日",
        "国办公开办函〔2021〕30号",
        "12345678.90",
        "1,234,567,890",
    ],
)
def test_left_alone(text: str) -> None:
    assert mask(text) == text


@given(
    st.text(alphabet="字。a", max_size=5),
    st.from_regex(r"\A(?:1[3-9][0-9]{9}|[1-9][0-9]{14,18})\Z"),
    st.text(alphabet="字。", max_size=5),
)
def test_no_personal_number_survives(before: str, number: str, after: str) -> None:
    assert number not in mask(before + number + after)
    assert len(mask(before + number + after)) == len(before + number + after)


def test_places() -> None:
    assert mask_place(Place(quote="13812345678")).quote == "138****5678"
    place = Place(section="overview", quote="二十件")
    assert mask_place(place) is place
    assert mask_place(Place()) == Place()


def test_check_digits() -> None:
    assert is_identity_number("11010519491231002X")
    assert is_identity_number("110105 19491231 002x")
    assert not is_identity_number("110105194912310021")
    assert not is_identity_number("123456789012345678")
    assert is_bank_card("6222021234567890128")
    assert not is_bank_card("6222021234567890129")
    assert not is_bank_card("13812345678")
