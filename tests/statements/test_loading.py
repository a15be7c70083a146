"""What .statements files may hold, and faults in them told with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RuleFileError
from checker.language.statements import load_statements
from checker.report import Para
from checker.statements.claims import read_claims
from checker.statements.pack import StatementPack
from checker.statements.proving import Misread, misread

GOOD = """
words unit      个|斤
words small     共|了
words fruit     苹果|(大)梨

topic shop      水果店
default overview shop

statement bought    买进
    family  trade
    fuses
    unit    个 斤 -
    says    买(进)(了) … <fruit> about shop
    none    没有|未 ‥ 买 … <fruit>
    not     想
    reads   共买了3个苹果 = 3
    reads   没有买苹果 = 0
    silent  想买3个苹果

statement sold      卖出
    family  trade
    fuses
    unit    个 斤 -
    says    卖[出|掉](了) about shop or bought
    all     都|全 ‥ 卖[出|掉] of bought
    reads   买了3个苹果，都卖掉了 = 3
"""


def load(tmp_path: Path, text: str) -> StatementPack:
    path = tmp_path / "shop.statements"
    path.write_text(text, encoding="utf-8")
    return load_statements([path])


def misreadings(pack: StatementPack) -> list[Misread]:
    """The sentences of a pack that are not read as their lines say."""
    found = [misread(pack, s.name, example) for s in pack.statements.values() for example in s.examples]
    return [each for each in found if each is not None]


def test_an_office_can_write_its_own(tmp_path: Path) -> None:
    pack = load(tmp_path, GOOD)
    assert pack.names == ("bought", "sold")
    assert misreadings(pack) == []
    claims = read_claims([("overview", Para(4, "买进并卖出了５个苹果。"))], pack, None)
    assert claims.states["bought"][0].value == 5
    assert claims.states["bought"][0].place.paragraph == 4


def test_a_wrong_sentence_is_found(tmp_path: Path) -> None:
    pack = load(tmp_path, GOOD.replace("共买了3个苹果 = 3", "共买了3个苹果 = 4"))
    (lost,) = misreadings(pack)
    assert (lost.statement, lost.read, lost.example.line) == ("bought", (3,), 16)


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "problem"),
    [
        ("<fruit> about shop", "<frut> about shop", 13, 23, "unknown words <frut>"),
        ("about shop or bought", "about shopp or bought", 24, 29, "unknown topic shopp"),
        ("of bought", "of brought", 25, 29, "unknown statement brought"),
        ("    family  trade\n    fuses", "    famly   trade\n    fuses", 10, 5, "unknown key famly"),
        ("statement sold ", "statement bought ", 20, 11, "statement bought stands twice"),
        ("statement sold ", "statement Sold ", 20, 11, "a statement needs a name"),
        (" of bought", "", 25, 13, "all needs `of`"),
        ("共买了3个苹果 = 3", "共买了3个苹果", 16, 13, "reads needs a sentence"),
        ("买(进)(了)", "买(进(了)", 13, 14, "( is not closed"),
        ("买(进)(了)", "买进)", 13, 15, ") without its opening mark"),
        ("买(进)(了)", "(买)", 13, 13, "the pattern can be empty"),
        ("topic shop ", "topc shop ", 6, 1, "unknown key topc"),
        ("topic shop      水果店", "topic shop", 6, 7, "a topic needs a name and words"),
    ],
)
def test_fault(tmp_path: Path, old: str, new: str, line: int, column: int, problem: str) -> None:
    assert old in GOOD
    with pytest.raises(RuleFileError) as caught:
        load(tmp_path, GOOD.replace(old, new, 1))
    error = caught.value
    assert problem in error.problem.en
    assert any("一" <= char <= "鿿" for char in error.problem.zh)
    assert (error.line, error.column) == (line, column)
    assert error.text.strip() and "^" in error.report("en")


def test_the_nearest_name_is_suggested(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError) as caught:
        load(tmp_path, GOOD.replace("<fruit> about", "<fruits> about"))
    assert caught.value.expected and caught.value.expected.en == "did you mean fruit?"


def test_a_statement_that_says_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match="says nothing"):
        load(tmp_path, "statement empty     空\n    unit 个\n")


def test_a_pattern_with_too_many_variants_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match="variants"):
        load(tmp_path, "words big   " + "[甲|乙|丙|丁|戊|己|庚|辛|壬|癸]" * 4 + "\n")
