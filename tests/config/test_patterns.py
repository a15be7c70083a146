"""Patterns of file names."""

from __future__ import annotations

import pytest

from checker.patterns import is_plain, matches
from tests.timing import cost


@pytest.mark.parametrize(
    ("pattern", "path", "meant"),
    [
        ("a.docx", "a.docx", True),
        ("a.docx", "2023/a.docx", True),
        ("*.docx", "2023/部门/a.docx", True),
        ("/a.docx", "2023/a.docx", False),
        ("/2023/a.docx", "2023/a.docx", True),
        ("2023/*.docx", "2023/a.docx", True),
        ("2023/*.docx", "2023/部门/a.docx", False),
        ("2023/**", "2023/部门/a.docx", True),
        ("2023/", "2023/部门/a.docx", True),
        ("**/部门/*.docx", "部门/a.docx", True),
        ("**/部门/*.docx", "2023/x/部门/a.docx", True),
        ("2023/**/a.docx", "2023/a.docx", True),
        ("2023/**/a.docx", "2022/a.docx", False),
        ("?局.docx", "民政局.docx", False),
        ("??局.docx", "民政局.docx", True),
        ("县[[]1].docx", "县[1].docx", True),
        ("2023\\*.docx", "2023/a.docx", True),
        ("2023/*.docx", "../2023/a.docx", False),
        ("A.docx", "a.docx", False),
    ],
)
def test_what_a_pattern_means(pattern: str, path: str, meant: bool) -> None:
    assert matches(pattern, path) is meant


def test_plain_patterns() -> None:
    assert is_plain("/2023/a.docx")
    assert not any(map(is_plain, ("a.docx", "/2023/*.docx", "/2023/", "/a[1].docx")))


def test_hostile_patterns_end_soon() -> None:
    def told() -> None:
        assert not matches("**/a" * 300, "a/" * 300 + "b")
        assert not matches("*a" * 200 + "b", "a" * 2000)

    assert cost(told, 2, 1) <= 2
