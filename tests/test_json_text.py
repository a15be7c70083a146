import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.json_text import dump, load

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.decimals(-(10**9), 10**9, places=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_what_is_written_is_read_back(value: object) -> None:
    assert load(dump(value)) == value


def test_numbers_keep_their_digits_and_dates_are_iso() -> None:
    written = dump([Decimal("976.810"), Decimal("1E+2"), date(2023, 1, 31), 7], 0)
    assert written.replace("\n", "") == '[976.810,100,"2023-01-31",7]'


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError):
        dump({"a": 0.1})


def test_the_text_is_json_for_others() -> None:
    assert json.loads(dump({"甲": ["\n\"'\\", {}]})) == {"甲": ["\n\"'\\", {}]}
