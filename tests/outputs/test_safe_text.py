from hypothesis import given
from hypothesis import strategies as st

from checker.outputs.safe_text import in_cell, in_command, in_html, in_markdown, in_property, visible

TEXT = st.text(max_size=200)


@given(TEXT)
def test_nothing_unseen_is_left(text: str) -> None:
    shown = visible(text)
    assert all(c in "\n\t" or c >= " " for c in shown)
    assert not set(shown) & set("\x7f\x9b\u202e\u2066\ufffe")
    assert visible(shown) == shown


@given(TEXT)
def test_no_output_can_be_left(text: str) -> None:
    assert not set(in_html(text)) & set("<>\"'")
    assert not set(in_command(text)) & set("\r\n")
    assert not set(in_property(text)) & set(":,\r\n")
    assert "\n" not in in_markdown(text) and "<" not in in_markdown(text)


def test_what_could_be_a_formula_is_marked_and_a_dash_is_left() -> None:
    assert in_cell("=1+1") == "'=1+1"
    assert in_cell("  @A1") == "'  @A1"
    assert in_cell("-11") == "'-11"
    assert in_cell("—") == "—"
    assert in_cell("-") == "-"
    assert in_cell("3件") == "3件"
