"""Whether telephone numbers, postcodes and mail addresses can exist."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.forms import FAULTS, email_fault, phone_fault, postcode_fault


@pytest.mark.parametrize(
    "phone",
    [
        "0561—3193896", "0561-3193896", "05613193896", "(0561)3193896", "（0561）3193896", "3193896", "62501234",
        "010-62501234",
        "010-6250 1234", "0571-87654321转8001", "0571-87654321-8001", "021-12345678-801", "13855712345",
        "138 5571 2345", "400-800-1234",
        "4008001234", "12345", "0557-12345", "+86-561-3193896", "+86 10 62501234", "0561 3193896", "0898-65342345",
        "0371-65342345",
        "０５６１－３１９３８９６", "0435-8765432 转 12", "0851-87654321", "0851-7654321",
    ],
)  # fmt: skip
def test_can_exist(phone: str) -> None:
    assert phone_fault(phone) is None


@pytest.mark.parametrize(
    ("phone", "fault"),
    [
        ("0561-31938966", "length"), ("0561-319389", "length"), ("010-6250123", "length"), ("1385571234", "length"),
        ("138557123456", "length"),
        ("400-800-123", "length"), ("319389", "length"), ("0378-1234567", "area_code"), ("0999-12345678", "length"),
        ("0300-1234567", "area_code"),
        ("561-3193896", "area_code"), ("12345678901", "number"), ("0561-0193896", "number"), ("O561-3193896",
        "characters"), ("电话", "characters"),
        ("", "length"), ("0561", "length"),
    ],
)  # fmt: skip
def test_cannot_exist(phone: str, fault: str) -> None:
    assert phone_fault(phone) == fault


@pytest.mark.parametrize(
    ("postcode", "fault"),
    [
        ("235000", None), ("010010", None), ("２３５０００", None), ("23500", "length"), ("2350001", "length"),
        ("2350 00", "form"),
        ("23500O", "characters"), ("000000", "number"),
    ],
)  # fmt: skip
def test_postcode(postcode: str, fault: str | None) -> None:
    assert postcode_fault(postcode) == fault


@pytest.mark.parametrize(
    ("email", "fault"),
    [
        ("a@b.com", None), ("xx_gk.2023@yunling.gov.cn", None), ("123456@qq.com", None), ("a@b", "form"),
        ("a#126.com", "form"), ("a(at)126.com", None), ("a[at]126", "form"), ("a@@b.com", "form"),
        ("a@b..com", "form"), (".a@b.com", "form"), ("a@b.com.", "form"), ("a＠b.com", "fullwidth"), ("a b@c.com",
        "characters"), ("信箱@b.com", "characters"),
    ],
)  # fmt: skip
def test_email(email: str, fault: str | None) -> None:
    assert email_fault(email) == fault


@given(st.text(max_size=40))
def test_every_fault_has_words(text: str) -> None:
    for fault in (phone_fault(text), postcode_fault(text), email_fault(text)):
        assert fault is None or fault in FAULTS
