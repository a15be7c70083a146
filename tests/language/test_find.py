"""Regular expressions of rules: matches with their place, and the cheap test before them."""

from __future__ import annotations

import unicodedata

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from checker.document import Place
from checker.language.find import _HAN_RANGES, _with_ranges, compiled, contains, find, matches, may_match
from checker.language.needs import needs_of
from checker.language.values import Blank, Unknown, Words
from tests.timing import cost, growth

PATTERNS = [
    "截止.{0,12}日",
    r"\d{17}[\dXx]",
    r"1[3-9]\d{9}",
    "国务院令第?492号|第492号",
    "由(?P<n>[一二三四五]+)个?部分组成",
    "[,;:]",
    "的的|了了",
    "我(局|镇|中心)",
    "(政府信息)?公开",
    "a?b?",
    "X{2,}|_{2,}|20XX年",
    "(?:a|b.*c)d+",
    "(?i)abc",
    r"\p{Han}+号",
    "^截至|日$",
    "(?:收到|受理){1,2}件",
    "[^。]{3}日",
    "x*?截止",
    "的{2,3}了",
    "(?:截止|日)+至?.?件",
    "[xX]{1,2}|_{3}",
    "^(?:收到|受理)件?",
    "(?:公开|中心)[。;]?$",
    "^截止(?:日)?$",
    "^截止|^由|公开$",
    r"[\x{3000} ]?公开(?:\p{Han}|[\p{Han}A]日)",
    "(?:组成)??部分",
    "收[ 到]*件|公[ABC]?开x*的",
    "|".join(f"[^{c}]{c}{d}.{e}" for c in "截止至日" for d in "的了我局" for e in "公开第号"),
]


MANY = [f"{chr(0x4E00 + n)}的." for n in range(60)]


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("截止.{0,12}日", ["all", ["截止"], ["日"]]),
        ("截止.{0,12}$", ["any", "截止"]),
        ("X{2,}年", ["all", ["XX"], ["年"]]),
        ("(?:了了)?[xX]{2}年?", ["words", "XX", "Xx", "xX", "xx"]),
        ("的的|了了", ["words", "了了", "的的"]),
        ("我(?P<self>局|镇)", ["words", "我局", "我镇"]),
        ("评议(?:结果|会)?|测评", ["words", "测评", "评议"]),
        ("^(?:国家|国务院)", ["begins", "国务院", "国家"]),
        ("办公(?:厅|室)$", ["ends", "办公厅", "办公室"]),
        ("^甲(?:乙丙)?$", ["is", "甲", "甲乙丙"]),
        ("甲$|乙", ["any", "乙", "甲"]),
        (r"^[ \x{3000}]?甲", ["begins", " 甲", "\u3000甲", "甲"]),
        (r"(?:\p{Han}{2}|[\p{Han}A]+)甲[\x{3000}]", ["any", "甲\u3000"]),
        (r"(?<year>20)\p{Han}", ["any", "20"]),
        (r"年[ \x{3000}]*日", ["all", ["年"], ["日"], ["年 ", "年\u3000", "年日"]]),
        ("a.b|[^c]d|e{1,60}f", ["any", "a", "d", "e"]),
        (f"{'|'.join(MANY)}|甲.乙", ["either", ["any", *(m[:-1] for m in MANY)], ["all", ["甲"], ["乙"]]]),
        (r"\d{17}[\dXx]", ["digits", 17]),
        (r"1[3-9]\d{9}", ["digits", 11]),
        ("a?b?", None),
        ("(?i)abc", None),
    ],
)
def test_what_a_match_must_hold(pattern: str, needs: object) -> None:
    assert needs_of(pattern) == needs


@pytest.mark.parametrize("pattern", PATTERNS)
@given(
    text=st.text(
        alphabet="截止至日的了我局镇中心由三个部分组成公开第492号国务院令,;:Xx_abcdd0123456789收到受理件。ABC\n",
        max_size=60,
    )
)
def test_the_cheap_test_leaves_out_no_match(pattern: str, text: str) -> None:
    needs = needs_of(pattern)
    found = compiled(pattern).search(text) is not None
    if found:
        assert needs is None or may_match(text, needs)
    assert contains(pattern, text, needs) == found


def test_a_match_knows_its_place_and_what_stands_round_it() -> None:
    text = Words.at("一是收到3件；二是办结12件。", Place("overview", paragraph=4))
    first, second = find(text, "(?P<verb>收到|办结)(?P<n>[0-9]+)件", None)
    assert first.place == Place("overview", paragraph=4, quote="收到3件")
    assert (first.group("verb"), first.group("n"), second.group("n")) == ("收到", 3, 12)
    assert (second.before, second.after, second.sentence) == ("一是收到3件；二是", "。", "二是办结12件")
    assert (first.section, first.paragraph) == ("overview", 4)


def test_groups_are_numbers_where_they_read_as_one() -> None:
    (match,) = find("共六部分，0551区，１２条", "共(?P<a>.)部分，(?P<b>[0-9]+)区，(?P<c>..)(?P<d>x)?", None)
    assert match.group("a") == 6
    assert match.group("b") == "0551"
    assert match.group("c") == 12
    assert match.group("d") is None


def test_lists_blanks_and_unknowns() -> None:
    unknown = Unknown("missing")
    assert [m.text for m in find(("甲1", "乙", "丙2"), "[0-9]", None)] == ["1", "2"]
    assert find(unknown, "a", None) is unknown
    assert find(Blank(), "a", None) == ()
    assert matches(unknown, "a", None) is unknown
    assert isinstance(matches(Blank(), "a", None), Unknown)
    assert matches(("甲", "乙"), "乙", None) is True


def test_the_time_grows_with_the_text_and_no_faster() -> None:
    short, long = "收到" * 25_000, "收到" * 100_000
    find("收到", "收到.*申请", None)  # the pattern is compiled once a process
    assert growth(lambda: find(short, "收到.*申请", None), lambda: find(long, "收到.*申请", None)) < 8


def test_a_text_of_nothing_but_matches_costs_no_more_than_a_few_hundred() -> None:
    text = "收到，" * 66_000

    assert len(find(text, "，", None)) == 200
    bound = 0.05  # of a rule over a paragraph of 200 KB
    assert cost(lambda: find(text, "，", None), bound) <= bound


@pytest.mark.parametrize(
    ("pattern", "ranged"),
    [
        (r"\p{Han}{6}", "[HAN]{6}"),
        (r"[\p{Han}》]+\[\p{Han}\]|[^\p{Han}\]]", r"[HAN》]+\[[HAN]\]|[^HAN\]]"),
        (r"\\[\p{Han}]a", r"\\[HAN]a"),
        ("年报", "年报"),
    ],
)
def test_han_as_ranges(pattern: str, ranged: str) -> None:
    assert _with_ranges(pattern).replace(_HAN_RANGES, "HAN") == ranged


def test_the_ranges_are_the_characters_of_the_script() -> None:
    script, ranges = re2.compile(r"\p{Han}"), re2.compile(f"[{_HAN_RANGES}]")
    for code in (*range(0x80, 0x3400), *range(0x3400, 0x30000, 97), *range(0x4DB0, 0x4E10), *range(0x9FF0, 0xFB00)):
        char = chr(code)
        if not 0xD800 <= code < 0xE000 and unicodedata.category(char) != "Cn" and not 0x16FE0 <= code <= 0x16FFF:
            assert (script.fullmatch(char) is None) == (ranges.fullmatch(char) is None), hex(code)
