"""Lines of rule files: blocks, continuations, comments."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RuleFileError
from checker.language.statements import load_statements
from checker.lines import (
    joined_expression,
    joined_text,
    joined_text_spans,
    locate,
    parse_lines,
    strip_comment,
)

SOURCE = """# 一条规则
rule ZZ1 made

    require     a = 1   # here
                    and b = 2 # there
    message     第一行，
                第二行 with
                words
    fails       x
        # a remark
"""


def test_blocks_and_positions() -> None:
    (rule,) = parse_lines(SOURCE, "made.rules")
    assert (rule.key, rule.value, rule.number, rule.column) == ("rule", "ZZ1 made", 2, 6)
    assert [line.key for line in rule.below] == ["require", "message", "fails"]
    assert [line.number for line in rule.below] == [4, 6, 9]


def test_expressions_join_with_a_blank_and_can_be_found_again() -> None:
    require = parse_lines(SOURCE, "made.rules")[0].below[0]
    text, spans = joined_expression(require)
    assert text == "a = 1 and b = 2"
    line, column = locate(spans, text.index("b"))
    assert (line.number, line.text[column - 1]) == (5, "b")
    assert locate(spans, 0)[1] == require.column


def test_texts_join_with_nothing_between_wide_characters() -> None:
    message = parse_lines(SOURCE, "made.rules")[0].below[1]
    assert joined_text(message) == "第一行，第二行 with words"
    text, spans = joined_text_spans(message)
    assert text == joined_text(message)
    for word, number in (("第二行", 7), ("words", 8)):
        line, column = locate(spans, text.index(word))
        assert (line.number, line.text[column - 1]) == (number, word[0])


@pytest.mark.parametrize(
    ("value", "without"),
    [
        ("a = 1 # here", "a = 1"),
        ("a = 1 #", "a = 1"),
        ("a = 1", "a = 1"),
        ('x = "a # b" # c', 'x = "a # b"'),
        ('"a # b"', '"a # b"'),
        ('x = "a \\" # b"', 'x = "a \\" # b"'),
        ("title matches /#/", "title matches /#/"),
        ("a#b", "a#b"),
    ],
)
def test_comments(value: str, without: str) -> None:
    assert strip_comment(value) == without


def test_a_tab_in_the_indentation_is_refused() -> None:
    with pytest.raises(RuleFileError) as caught:
        parse_lines("rule ZZ1 made\n\ttitle x\n", "made.rules")
    assert (caught.value.line, caught.value.column) == (2, 1)


def test_bytes_that_are_not_utf_8_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "own.statements"
    path.write_bytes("words 好 坏\n".encode() + "words 苹果 梨\n".encode("gbk"))
    with pytest.raises(RuleFileError, match="UTF-8") as caught:
        load_statements([path])
    assert (caught.value.line, caught.value.problem.zh) == (2, "有不是 UTF-8 的字节")
