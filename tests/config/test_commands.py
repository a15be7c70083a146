"""The commands beside check that go by the file of settings."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copyfile

import pytest
from jsonschema import Draft4Validator
from openpyxl import load_workbook

from tests.config.conftest import EXAMPLES, Run, codes, waived

STANDARDS = Path(__file__).resolve().parents[1] / "standards"
RULE = """rule LC001 own
    title 本局的规则
    severity error
    basis 本局通知
    years 2019..
    require requests[received, total] = 41
    message m
    hint h
    fails set requests[received, total] = 42
    passes set requests[received, total] = 41
"""


@pytest.fixture
def own(archive: Path) -> Path:
    (archive / "规则").mkdir()
    (archive / "规则" / "own.rules").write_text(RULE, encoding="utf-8")
    (archive / "gkcheck.toml").write_text('rules = ["规则"]\n', encoding="utf-8")
    return archive


def test_rules_of_the_settings_are_explained_and_listed(own: Path, run: Run) -> None:
    assert "本局的规则" in run("explain", "LC001").stdout
    assert "LC001" in run("rules", "list").stdout
    assert run("explain", "LC001", "--rules", "规则").exit_code == 0
    (own / "gkcheck.toml").unlink()
    assert run("explain", "LC001").exit_code == 2


@pytest.mark.parametrize("word", ["GK901", "waiver-unused"])
def test_checks_of_waivers_are_explained(archive: Path, run: Run, word: str) -> None:
    assert "docs/waivers.md" in run("explain", word).stdout


def test_a_rollup_goes_by_the_settings_of_the_whole(archive: Path, run: Run) -> None:
    (archive / "部门").mkdir()
    for name in ("a", "b"):
        copyfile(EXAMPLES / "compliant-2021.docx", archive / "部门" / f"{name}.docx")
    words = ("rollup", "2023/合格.docx", "部门", "--format", "json")
    before = run(*words)
    assert before.exit_code == 1
    found = codes(before)[0]
    (archive / "gkcheck.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    assert run(*words).exit_code == 0
    waiver = f'[[waiver]]\ncode = "{found[0]}"\nfile = "合格.docx"\nreason = "口径不同"\n'
    (archive / "gkcheck.toml").write_text(waiver, encoding="utf-8")
    after = run(*words)
    assert set(waived(after)) == {found[0]}
    assert len(waived(after)) + len(codes(after)[0]) == len(found)


def test_sarif_tells_what_is_waived_as_suppressed(archive: Path, run: Run) -> None:
    waiver = '[[waiver]]\ncode = "GK401"\nfile = "*.docx"\nreason = "口径不同"\nexpires = {}\n'
    (archive / "gkcheck.toml").write_text(waiver.format("2099-01-01"), encoding="utf-8")
    log = json.loads(run("2023/云岭县.docx", "--format", "sarif").stdout)
    Draft4Validator(json.loads((STANDARDS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))).validate(log)
    results = log["runs"][0]["results"]
    held = {result["ruleId"]: result["suppressions"] for result in results if "suppressions" in result}
    assert held == {"GK401": [{"kind": "external", "status": "accepted", "justification": "口径不同"}]}
    before = next(result for result in results if result["ruleId"] == "GK401")["partialFingerprints"]
    (archive / "gkcheck.toml").write_text(waiver.format("2020-01-01"), encoding="utf-8")
    results = json.loads(run("2023/云岭县.docx", "--format", "sarif").stdout)["runs"][0]["results"]
    assert next(result for result in results if result["ruleId"] == "GK401")["partialFingerprints"] == before
    assert "GK901" in [result["ruleId"] for result in results]


@pytest.mark.parametrize("form", ["table", "markdown", "html"])
def test_outputs_for_people_list_what_is_waived(archive: Path, run: Run, form: str) -> None:
    waiver = (
        '[[waiver]]\ncode = "GK"\nfile = "*.docx"\nreason = "<b>存档|不再</b>更改\\u001b[31m"\nexpires = 2099-12-31\n'
    )
    (archive / "gkcheck.toml").write_text(waiver, encoding="utf-8")
    shown = run("2023/云岭县.docx", "--format", form).stdout
    assert shown.count("已豁免 GK") == 7
    assert "2099-12-31" in shown
    assert "\x1b" not in shown
    assert ("<b>存档" in shown) is (form == "table")


def test_the_workbook_has_a_sheet_of_what_is_waived(archive: Path, run: Run) -> None:
    waiver = '[[waiver]]\ncode = "GK401"\nfile = "*.docx"\nreason = "=1+1"\nexpires = 2099-12-31\n'
    (archive / "gkcheck.toml").write_text(waiver, encoding="utf-8")
    assert run("2023/云岭县.docx", "--format", "xlsx", "-o", "a.xlsx").exit_code == 1
    sheet = load_workbook(archive / "a.xlsx")["已豁免"]
    head, row = sheet.iter_rows(values_only=True)
    assert head[-2:] == ("理由", "有效至")
    assert row[3] == "GK401"
    assert row[-2] == "'=1+1"


@pytest.mark.parametrize("form", ["table", "junit", "github", "markdown", "html"])
def test_every_output_bears_what_is_said_of_waivers(archive: Path, run: Run, form: str) -> None:
    waiver = '[[waiver]]\ncode = "GK401"\nfile = "*.docx"\nreason = "x"\nexpires = 2020-01-01\n'
    (archive / "gkcheck.toml").write_text(waiver, encoding="utf-8")
    result = run("2023/云岭县.docx", "--format", form)
    assert result.exit_code == 1
    assert "GK901" in result.stdout
