"""Rule files: what is refused, where it is marked, and what is said."""
# ruff: noqa: E501 - a case is a line

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RuleFileError
from checker.language.load import load_rules, parse_rules
from tests.language.making import formats, make_rule, rule_text


def refused(text: str, statements: frozenset[str] | None = None) -> RuleFileError:
    """The error of a rule file."""
    with pytest.raises(RuleFileError) as caught:
        parse_rules([("made.rules", text)], formats(), statements)
    return caught.value


def is_chinese(words: str) -> bool:
    """Whether there is a Chinese word in it."""
    return any("一" <= char <= "鿿" for char in words)


def marked(error: RuleFileError) -> str:
    """What stands in the file from the marked column on."""
    return error.text[error.column - 1 :]


GOOD = "for         column in requests.columns\nrequire     requests[received, column] >= 0"


def test_a_rule_as_loaded() -> None:
    rule = make_rule(GOOD, severity="warning when organisation.kind = township\n    severity    notice", years="2021..")
    assert (rule.code, rule.name, rule.first_year, rule.last_year) == ("ZZ101", "made-up", 2021, None)
    assert [level for level, _ in rule.severities] == ["warning", "notice"]
    assert rule.severity == "warning"
    assert rule.titles == {"zh": "试验"}
    assert rule.uses.tables == {"requests": ["received"]}
    assert not rule.uses.wide and not rule.uses.previous
    assert rule.fails[0].edits[0].verb == "set"
    assert rule.written["require"] == "requests[received, column] >= 0"
    assert make_rule(GOOD) == make_rule(GOOD)


@pytest.mark.parametrize(
    ("lines", "mark", "problem", "expected"),
    [
        ("require     requests[recieved, natural] = 0", "recieved", "unknown row", "did you mean received?"),
        ("require     requests[received, natrual] = 0", "natrual", "unknown column", "did you mean natural?"),
        ("require     reqests[received, natural] = 0", "reqests", "unknown name reqests", "did you mean requests?"),
        ("require     overveiw.length > 0", "overveiw", "unknown name", "overview"),
        ("require     overview.lenght > 0", "lenght", "no field lenght", "did you mean length?"),
        ("require     cuont(outline) > 0", "cuont", "unknown function", "did you mean count?"),
        ("require     length(outline, 1) > 0", "length", "length takes 1", ""),
        ("require     organisation.kind = departement", "departement", "unknown value", "did you mean department?"),
        ("require     requests[received, natural].state = numbr", "numbr", "unknown value", "number"),
        ("require     first(outline).key = overvew", "overvew", "unknown value", "overview"),
        ("require     requests[overdue_fee, natural] = 0", "overdue_fee", "format 2019 has no row", "limit the rule's years"),
        ("require     disclosure[charges, issued] = 0", "issued", "no column issued", "limit the rule's years"),
        ("require     requests is given", "requests", "a section and a table", "write: section requests"),
        ("require     report.year", "report.year", "a condition is wanted here, this is a number", ""),
        ("require     report.year = report.title", "= report.title", "cannot be compared", ""),
        ("require     report.title + 1 = 2", "report.title", "a number is wanted", ""),
        ("require     count(report) = 1", "report)", "a list is wanted", ""),
        ("require     title matches /(a/", "/(a/", "RE2 does not take", ""),
        ("require     title matches /a(?=b)/", "/a(?=b)/", "RE2 does not take", ""),
        ("require     title = /a/", "/a/", "only after 'matches'", ""),
        ("require     left = 1", "left", "unknown name left", ""),
        ("for         row in requests.rows\nrequire     requests[received, row] = 0", "row]", "a column is wanted here, this is a row", ""),
        ("for         row in disputes.rows\nrequire     requests[row, total] = 0", "row,", "of table disputes stands here", ""),
        ("for         column in requests.colums\nrequire     1 = 1", "colums", "has no field colums", "did you mean columns?"),
        ("for         x in report.year\nrequire     1 = 1", "report.year", "a list is wanted", ""),
        ("for         x in outline\nfor         x in sections\nrequire     1 = 1", "x in sections", "hides a name above", ""),
        ("let         text = 1\nrequire     text = 1", "text = 1", "hides a name of the model", ""),
        ("let         natural = 1\nrequire     natural = 1", "natural = 1", "hides a key of table requests", ""),
        ("let         sum = 1\nrequire     sum = 1", "sum = 1", "hides a function", ""),
        ("let         overview = 1\nrequire     overview = 1", "overview = 1", "hides a section", ""),
        ("require     count(x for text in outline) > 0", "for text in outline", "hides a name of the model", ""),
        ("let         a = b\nlet         b = 1\nrequire     a = 1", "b", "unknown name b", ""),
        ("when        x = 1\nlet         x = 1\nrequire     x = 1", "x = 1", "unknown name x", ""),
        ("require     requests[received, natural] = 0\n                or requests[granted, natral] = 0", "natral] = 0", "unknown column", "did you mean natural?"),
        ("require     a = b = c", "= c", "unexpected", "between comparisons"),
        ("require     requests[received natural] = 0", "natural] = 0", "unexpected", "','"),
        ("require     implied(report.year) = 0", "implied", "implied takes a cell", ""),
        ("require     text.states(1) = 0", "states", "states takes", ""),
        ("require     sum(outline) = 0", "sum", "sum wants numbers", ""),
        ("require     all(outline)", "all", "all wants conditions", ""),
        ("at          nothing\nrequire     1 = 1", "nothing", "unknown name", ""),
    ],
)  # fmt: skip
def test_a_fault_in_an_expression_is_marked(lines: str, mark: str, problem: str, expected: str) -> None:
    error = refused(rule_text(lines))
    assert problem in error.problem.en
    assert expected in (error.expected.en if error.expected else "")
    assert marked(error).startswith(mark), marked(error)
    assert is_chinese(error.problem.zh) and (error.expected is None or is_chinese(error.expected.zh))


def test_the_line_of_a_continuation_is_the_line_marked() -> None:
    error = refused(rule_text("require     1 = 1\n                and nothing = 2"))
    assert (error.line, error.column) == (7, 25)
    line, mark = error.report("en").splitlines()[1:3]
    assert mark.index("^") == line.index("nothing")


def test_the_mark_stands_under_a_column_behind_wide_characters() -> None:
    error = refused(rule_text("require     1 = 1", message="该列不平：{nothing}"))
    assert marked(error).startswith("nothing}")
    line, mark = error.report("en").splitlines()[1:3]
    width = sum(2 if ord(c) > 0x1100 else 1 for c in line[: line.index("nothing")])
    assert mark.index("^") == width


def test_a_name_of_one_format_is_fine_in_a_rule_of_its_years() -> None:
    rule = make_rule("require     requests[overdue_fee, natural] = 0", years="2021..")
    assert rule.uses.tables["requests"][-1] == "overdue_fee,natural"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("ZZ101", "zz-101"), "a code and a name"),
        (("made-up", "Made_Up"), "not kebab-case"),
        (("made-up", "made up"), "a code and a name"),
        (("    basis       惯例\n", ""), "this rule has no basis"),
        (("    hint        改正\n", ""), "this rule has no hint"),
        (("    severity    error\n", ""), "this rule has no severity"),
        (("    years       2019..\n", ""), "no years"),
        (("    fails       set requests[received, natural] = 9\n", ""), "this rule has no fails: a rule proves itself"),
        (("years       2019..", "years       2019-2020"), "years that cannot be read"),
        (("years       2019..", "years       2020..2019"), "lies before the first"),
        (("years       2019..", "years       2001..2005"), "no format shares a year"),
        (("severity    error", "severity    fatal"), "unknown severity fatal"),
        (("severity    error", "severity    error if 1 = 1"), "unexpected if"),
        (("severity    error", "severity    error when report.year = 2023"), "the last severity stands without a condition"),
        (("    hint ", "    hitn "), "unknown key hitn"),
        (("    hint        改正\n", "    hint        改正\n    hint        再改\n"), "a second hint"),
        (("    hint        改正\n", "    hint\n"), "nothing stands after hint"),
        (("rule ZZ101", "rul ZZ101"), "unknown key rul"),
        (("message     不对", "message     不对{1 +}"), "ends too early"),
        (("message     不对", "message     不对{left"), "a hole that is not closed"),
        (("message     不对", "message     不对}"), "a brace that closes nothing"),
        (("fails       set", "fails       sett"), "unknown edit sett"),
        (("fails       set", "fails 2020x  set"), "unknown edit 2020x"),
        (("fails       set", "fails 1999  set"), "no format 1999"),
    ],
)  # fmt: skip
def test_a_fault_in_a_block_is_refused(change: tuple[str, str], problem: str) -> None:
    text = rule_text(GOOD)
    assert change[0] in text
    assert problem in refused(text.replace(*change, 1)).problem.en


def test_codes_and_names_are_never_reused() -> None:
    again = refused(rule_text(GOOD) + rule_text(GOOD, name="another"))
    assert "code ZZ101" in again.problem.en and again.expected and "line 1" in again.expected.en
    assert "name made-up" in refused(rule_text(GOOD) + rule_text(GOOD, code="ZZ102")).problem.en


def test_statement_names() -> None:
    text = rule_text("require     count(text.states(recieved)) = 0")
    error = refused(text, frozenset({"received", "handled"}))
    assert error.problem.en == "unknown statement recieved"
    assert error.expected and error.expected.en == "did you mean received?"
    assert marked(error).startswith("recieved")


def test_left_and_right_stand_in_texts() -> None:
    rule = make_rule("require     1 + 1 = 3", message="{left}与{right}，{{括号}}")
    assert rule.messages["zh"].pieces == (["side", "left"], "与", ["side", "right"], "，{括号}")


def test_rules_of_several_files_come_by_code(tmp_path: Path) -> None:
    (tmp_path / "b.rules").write_text(rule_text(GOOD, code="ZZ200", name="second"), encoding="utf-8")
    (tmp_path / "a.rules").write_text(
        "# only a remark\n\n" + rule_text(GOOD, code="ZZ300", name="third"), encoding="utf-8"
    )
    found = load_rules([tmp_path / "a.rules", tmp_path / "b.rules"], formats())
    assert [rule.code for rule in found] == ["ZZ200", "ZZ300"]
    assert found[1].line == 3


def test_a_file_that_is_not_utf8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "gbk.rules"
    path.write_bytes("# 注\n".encode() + "# 规则".encode("gbk"))
    with pytest.raises(RuleFileError) as caught:
        load_rules([path], formats())
    assert (caught.value.line, "UTF-8" in caught.value.problem.en) == (2, True)


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "win.rules"
    path.write_bytes(b"\xef\xbb\xbf" + rule_text(GOOD).replace("\n", "\r\n").encode())
    assert load_rules([path], formats())[0].code == "ZZ101"


@pytest.mark.parametrize("blanks", [3, 5])
@pytest.mark.parametrize("key", ["basis", "hint", "fails"])
def test_a_key_out_of_line_is_marked_where_it_stands(key: str, blanks: int) -> None:
    text = rule_text(GOOD)
    error = refused(text.replace(f"\n    {key} ", f"\n{' ' * blanks}{key} ", 1))
    assert marked(error).startswith(key)
    assert error.problem.zh == "缩进与其他键不一致"
    assert error.problem.en == "not indented as the other keys"


def test_a_line_that_goes_on_may_begin_with_the_word_of_a_key() -> None:
    rule = make_rule("let         wide = requests.columns\nrequire     count(wide) >\n                    0")
    assert rule.written["require"] == "count(wide) > 0"
