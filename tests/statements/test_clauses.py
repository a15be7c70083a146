"""Prose cut into clauses, with brackets inside one another and numbers on either side of a mark."""

from __future__ import annotations

import pytest

from checker.statements.clauses import Clause, cut
from checker.statements.folding import fold
from checker.statements.index import index_of
from checker.statements.pack import StatementPack
from checker.statements.quantities import Scanner


@pytest.fixture(scope="module")
def scanner(pack: StatementPack) -> Scanner:
    return Scanner(index_of(pack).measures)


def clauses(scanner: Scanner, text: str) -> list[Clause]:
    plain = fold(text).text
    return cut(plain, scanner.scan(plain).quantities, [])


def words(scanner: Scanner, text: str) -> list[str]:
    plain = fold(text).text
    return [c.between(plain, c.start, c.end) for c in clauses(scanner, text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("收苹果3个，卖2个。剩1个", ["收苹果3个", "卖2个", "剩1个"]),
        ("苹果、梨和桃共3个", ["苹果、梨和桃共3个"]),
        ("苹果3个、梨2个", ["苹果3个", "梨2个"]),
        ("3个苹果、2个梨", ["3个苹果", "2个梨"]),
        ("苹果（含青苹果2个）3个", ["苹果3个", "含青苹果2个"]),
        ("苹果(含青苹果(小)2个)3个", ["苹果3个", "含青苹果2个", "小"]),
        ("情况：3个；其中：1.大2个；2.小1个", ["情况", "3个", "其中", "■■大2个", "■■小1个"]),
        ("没有另一半的（括号，3个", ["没有另一半的(括号", "3个"]),
    ],
)
def test_cut(scanner: Scanner, text: str, wanted: list[str]) -> None:
    assert words(scanner, text) == wanted


def test_a_bracket_hangs_on_the_clause_around_it(scanner: Scanner) -> None:
    outer, inner, after = clauses(scanner, "苹果3个（大2个），梨1个")
    assert inner.parent is outer
    assert (outer.frame, after.frame) == (0, 0)
    assert [len(c.quantities) for c in (outer, inner, after)] == [1, 1, 1]


def test_sentences_are_counted_and_lists_go_on(scanner: Scanner) -> None:
    plain = "苹果3个。其中大2个。梨1个"
    found = cut(plain, scanner.scan(plain).quantities, [], ("其中",))
    assert [c.sentence for c in found] == [0, 0, 1]


def test_positions_lead_back_to_the_page() -> None:
    folded = fold("共 收到“申请” １２ 件，其余")
    start = folded.text.index("申请")
    assert folded.quote(start, folded.text.index("，")) == "申请” １２ 件"
