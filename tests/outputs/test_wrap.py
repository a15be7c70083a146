from hypothesis import given
from hypothesis import strategies as st

from checker.outputs.wrap import width, wrap

TEXT = st.text(alphabet="各列收办不平：新收，加结转123 requests.", max_size=200)


@given(TEXT, st.integers(8, 60))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, columns: int) -> None:
    wrapped = wrap(text, columns)
    assert wrapped.replace("\n", "").replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= columns for line in wrapped.split("\n"))


def test_a_closing_mark_begins_no_line() -> None:
    assert wrap("自然人列收办不平，相差三", 16) == "自然人列收办不\n平，相差三"


def test_words_and_numbers_stay_whole() -> None:
    assert wrap("应为12345，实际为67890", 12) == "应为12345，\n实际为67890"


def test_control_characters_never_reach_the_terminal() -> None:
    assert wrap("红\x1b[31m色\x07", 40) == "红[31m色"


def test_the_blank_at_a_break_is_dropped() -> None:
    assert wrap("one two", 8) == "one two"
    assert wrap("12345678 next", 8) == "12345678\nnext"
