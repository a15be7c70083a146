"""Expressions that were kept for later processes, and files of them that are broken, foreign or cannot be written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker import expressions
from checker.cache_place import VARIABLE

PATTERN = r"(?P<year>[0-9]{4})年(?:度|[\u4e00-\u9fff]{2,6}?)(?=\s|$)|(?<!第)[一二三四五六七八九十]{1,3}、"
TEXT = "第一、2021年度 2022年工作总结\n三、"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of the test's own, and a module that has seen nothing."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    _as_new()
    yield tmp_path / "kept"
    _as_new()


def _as_new() -> None:
    expressions._kept.clear()
    expressions._missed.clear()
    expressions._wanted.clear()
    expressions.compiled.cache_clear()
    expressions.short_form.cache_clear()


def _kept_file(place: Path) -> Path:
    """The file, after a process that compiled two expressions; the module is as in a new process."""
    expressions.compiled(PATTERN)
    expressions.compiled("[a-zµ]+(?P<n>1)?", re.IGNORECASE)
    expressions.keep()
    _as_new()
    (file,) = place.iterdir()
    return file


def test_what_was_kept_is_what_re_compiles(place: Path) -> None:
    _kept_file(place)
    expressions.recall()
    for pattern, flags in ((PATTERN, 0), ("[a-zµ]+(?P<n>1)?", re.IGNORECASE)):
        taken, made = expressions.compiled(pattern, flags), re.compile(pattern, flags)
        assert taken is not made
        assert (taken, taken.flags, taken.groups, dict(taken.groupindex)) == (
            made,
            made.flags,
            made.groups,
            dict(made.groupindex),
        )
        assert [(m.span(), m.groupdict(), m.lastgroup) for m in taken.finditer(TEXT)] == [
            (m.span(), m.groupdict(), m.lastgroup) for m in made.finditer(TEXT)
        ]
    assert not expressions._missed


def test_what_is_missing_is_added_to_what_was_kept(place: Path) -> None:
    _kept_file(place)
    expressions.recall()
    expressions.compiled("附件[0-9]")
    expressions.keep()
    _as_new()
    expressions.recall()
    assert [key.partition(" ")[2] for key in expressions._kept] == [PATTERN, "[a-zµ]+(?P<n>1)?", "附件[0-9]"]


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{}",
        b"\x00" * 99,
        lambda whole: whole[:-20],
        lambda whole: whole.replace(b"[", b"{", 1),
        lambda whole: b"9" + whole,
    ],
    ids=["empty", "no first line", "zeros", "cut short", "changed", "of another Python"],
)
def test_a_broken_file_is_as_good_as_none(place: Path, broken: bytes | object) -> None:
    file = _kept_file(place)
    file.write_bytes(broken(file.read_bytes()) if callable(broken) else broken)  # type: ignore[arg-type]
    expressions.recall()
    assert not expressions._kept
    assert expressions.compiled(PATTERN) == re.compile(PATTERN)


@pytest.mark.parametrize("numbers", ["", "zz", "00", "ffffffff" * 8, [1]])
def test_numbers_that_are_no_expression_are_not_taken(numbers: object) -> None:
    expressions._kept[f"0 {PATTERN}"] = json.dumps([32, 1, {"year": 1}, numbers])
    assert expressions.compiled(PATTERN) == re.compile(PATTERN)


def test_a_pattern_of_a_rule_is_had_from_the_second_process_on(place: Path) -> None:
    assert expressions.short_form("第[0-9]{1,4}号") is None
    assert expressions.short_form("(?:a*)*b") is None
    expressions.keep()
    _as_new()
    expressions.recall()
    short = expressions.short_form("第[0-9]{1,4}号")
    assert short is not None
    assert short.pattern.findall("第12号、第3 号、第４号") == ["第12号"]
    assert expressions.short_form("(?:a*)*b") is None
    assert not expressions._wanted, "that it has none is kept too"


@pytest.mark.parametrize(
    "kept",
    [
        '["第[0-9]号", 64, 9, null, []]', '["第[0-9]号"]', "[", '["第", "x", 1, null, [32, 0, {}, ""]]',
        '["第", 64, 9, ["第"], [256, 0, {}, "0e000000"]]', '["第", 64, 9, ["第", 1, "x", 1], [256, 0, {}, "0e000000"]]',
    ],
)  # fmt: skip
def test_a_short_form_that_is_none_is_not_taken(kept: str) -> None:
    expressions._kept[expressions._RULE + "第[0-9]号"] = kept
    assert expressions.short_form("第[0-9]号") is None


def test_nothing_is_kept_where_nothing_shall_be(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, "")
    expressions.compiled(PATTERN)
    expressions.keep()
    expressions.recall()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "taken" / "by"))
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    expressions.keep()
    expressions.recall()
    assert not expressions._kept
    assert sorted(path.name for path in tmp_path.iterdir()) == ["taken"]


def test_a_longer_text_is_left_to_re_if_few_of_its_characters_can_begin_a_match(place: Path) -> None:
    pattern = "收费[^。；]{0,30}?[0-9][0-9.]{0,15}元"
    assert expressions.short_form(pattern) is None
    expressions.keep()
    _as_new()
    expressions.recall()
    short = expressions.short_form(pattern)
    assert short is not None
    plain, much = "其" * 1500 + "收费30元", "收" * 1500
    few = short.steps(plain)
    assert few is not None and few <= expressions.MOST_STEPS
    assert short.steps(much) is None
    assert short.steps("收" * 10_000) is None
