"""gkcheck.toml and [tool.gkcheck]: which file holds, what wins, and where a slip is shown."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile

import pytest

from checker.config_place import find, have_settings
from tests.config.conftest import EXAMPLES, Run, codes, findings

PREVIOUS = EXAMPLES.parents[1] / "rules" / "models" / "2021" / "previous.json"  # the clean example's report of 2022
REPORT = "2023/云岭县.docx"


def test_the_nearest_file_above_a_report_holds(archive: Path, run: Run) -> None:
    (archive / "gkcheck.toml").write_text('select = ["GK1"]\n', encoding="utf-8")
    assert codes(run(REPORT, "--format", "json")) == [["GK104"]]
    (archive / "2023" / "gkcheck.toml").write_text('select = ["GK202"]\n', encoding="utf-8")
    assert codes(run(REPORT, "--format", "json")) == [["GK202"]]


def test_reports_of_one_call_go_by_their_own_files(archive: Path, run: Run) -> None:
    for name, select, threshold in (("甲", "GK104", "error"), ("乙", "GK202", "never")):
        (archive / name).mkdir()
        copyfile(archive / REPORT, archive / name / "a.docx")
        text = f'select = ["{select}"]\nfail-on = "{threshold}"\n'
        (archive / name / "gkcheck.toml").write_text(text, encoding="utf-8")
    both = run("甲/a.docx", "乙/a.docx", "--format", "json")
    assert codes(both) == [["GK104"], ["GK202"]]
    assert both.exit_code == 0  # a warning below error, and an error where nothing counts
    assert run("甲/a.docx", "乙/a.docx", "--fail-on", "error").exit_code == 1


def test_nothing_above_the_repository_is_read(archive: Path, run: Run) -> None:
    inner = archive / "2023" / "仓库"
    (inner / ".git").mkdir(parents=True)
    (archive / "gkcheck.toml").write_text('select = ["GK1"]\n', encoding="utf-8")
    assert find(inner).config is None
    assert find(archive / "2023").config == archive / "gkcheck.toml"
    assert have_settings([REPORT])
    assert not have_settings([str(inner / "a.docx")])


def test_pyproject_counts_only_with_its_table_and_after_gkcheck_toml(archive: Path, run: Run) -> None:
    project = archive / "pyproject.toml"
    project.write_text('[project]\nname = "gkcheck-reports"\n', encoding="utf-8")
    assert find(archive / "2023").config is None
    project.write_text('[project]\nname = "x"\n\n[tool.gkcheck]\nselect = ["GK202"]\n', encoding="utf-8")
    assert codes(run(REPORT, "--format", "json")) == [["GK202"]]
    (archive / "gkcheck.toml").write_text('select = ["GK104"]\n', encoding="utf-8")
    assert codes(run(REPORT, "--format", "json")) == [["GK104"]]


def test_the_command_line_wins(archive: Path, run: Run) -> None:
    (archive / "gkcheck.toml").write_text('select = ["GK1"]\nfail-on = "never"\nlang = "en"\n', encoding="utf-8")
    assert run(REPORT).exit_code == 0
    assert "not a section heading" not in run(REPORT).stdout
    assert run(REPORT).stdout.rstrip().endswith("not assessed.")
    said = run(REPORT, "--select", "GK202", "--fail-on", "error", "--lang", "zh")
    assert said.exit_code == 1
    assert "GK202" in said.stdout
    assert "共检查 1 份报告" in said.stdout
    assert codes(run(REPORT, "--no-config", "--format", "json"))[0][:2] == ["GK202", "GK401"]


def test_severities_of_a_file_the_longest_selector_wins(archive: Path, run: Run) -> None:
    text = '[severities]\nGK3 = "notice"\nGK310 = "warning"\nperiod-year = "notice"\n'
    (archive / "gkcheck.toml").write_text(text, encoding="utf-8")
    found = {f["code"]: f["severity"] for f in findings(run(REPORT, "--format", "json"))[0]}
    assert found["GK301"] == "notice"
    assert found["GK310"] == "warning"
    assert found["GK202"] == "notice"
    assert found["GK401"] == "error"


def test_folders_of_rules_start_from_the_file(archive: Path, run: Run) -> None:
    folder = archive / "规则"
    folder.mkdir()
    rule = "rule LC001 own\n    title x\n    severity error\n    basis 本局通知\n    years 2019..\n"
    rule += "    require requests[received, total] = 41\n    message 应为41\n    hint 改\n"
    rule += "    passes set requests[received, total] = 41\n    fails set requests[received, total] = 42\n"
    (folder / "own.rules").write_text(rule, encoding="utf-8")
    (archive / "gkcheck.toml").write_text('rules = ["规则"]\nselect = ["LC"]\n', encoding="utf-8")
    assert codes(run(REPORT, "--format", "json")) == [["LC001"]]


def test_a_file_that_is_named_is_used_alone(archive: Path, run: Run) -> None:
    (archive / "gkcheck.toml").write_text('select = ["GK104"]\n', encoding="utf-8")
    other = archive / "别处.toml"
    other.write_text('select = ["GK202"]\n', encoding="utf-8")
    assert codes(run(REPORT, "--config", "别处.toml", "--format", "json")) == [["GK202"]]
    missing = run(REPORT, "--config", "没有.toml")
    assert missing.exit_code == 2
    assert "配置文件不存在：没有.toml" in missing.stderr


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('lang = "zh"\n\nselct = ["GK3"]\n', "gkcheck.toml:3:1", ["unknown key selct", "did you mean select?"]),
        ('# a\nfail_on = "error"\n', "gkcheck.toml:2:1", ["did you mean fail-on?"]),
        ('fail-on = "fatal"\n', "gkcheck.toml:1:1", ['fail-on is "fatal"', "one of: error, warning, notice, never"]),
        ("select = 3\n", "gkcheck.toml:1:1", ["select is 3, not a list"]),
        ('lang = "zh"\nselect = [\n  "GK3",\n  "GK999",\n]\n', "gkcheck.toml:4:4", ["no such rule: GK999"]),
        ('[severities]\nGK3 = "notice"\nGK31x = "notice"\n', "gkcheck.toml:3:1", ["no such rule: GK31x"]),
        ('[severities]\nGK3 = "loud"\n', "gkcheck.toml:2:1", ["severities.GK3"]),
        ("year = 1999\n", "gkcheck.toml:1:1", ["2008"]),
        ("lang = “zh”\n", "gkcheck.toml:1:8", ["half-width marks"]),
        ('previous = "../{yaer}/a.docx"\n', "gkcheck.toml:1:", ["{yaer}", "{year-1}"]),
        ('[[waiver]]\ncode = "GK3"\nfile = "*"\n', "gkcheck.toml:1:1", ["waiver has no reason"]),
        ('[[waiver]]\ncode = "GK3"\nfile = "*"\nreason = " "\nplase = 1\n', "gkcheck.toml:5:1", ["place?"]),
        ('[[waiver]]\ncode="GK3"\nfile="*"\nreason="x"\nexpires="2026-02-30"\n', "gkcheck.toml:5:1", ["no date"]),
        ('[[waiver]]\ncode = "GK77"\nfile = "*"\nreason = "x"\n', "gkcheck.toml:1:1", ["a waiver of no rule: GK77"]),
    ],
)
def test_a_slip_is_shown_with_file_and_line(archive: Path, run: Run, text: str, line: str, said: list[str]) -> None:
    (archive / "gkcheck.toml").write_text(text, encoding="utf-8")
    result = run(REPORT, "--lang", "en")
    assert result.exit_code == 2
    assert line in result.stderr
    for word in said:
        assert word in result.stderr
    in_chinese = run(REPORT).stderr
    assert line in in_chinese and in_chinese != result.stderr


def test_a_slip_in_pyproject_is_shown_at_its_line(archive: Path, run: Run) -> None:
    text = '[project]\nname = "x"\nlang = "de"\n\n[tool.gkcheck]\nselect = ["GK3"]\nlang = "de"\n'
    (archive / "pyproject.toml").write_text(text, encoding="utf-8")
    assert "pyproject.toml:7:1" in run(REPORT).stderr


def test_a_file_saved_by_notepad_is_read_and_one_in_gbk_is_told_of(archive: Path, run: Run) -> None:
    path = archive / "gkcheck.toml"
    path.write_bytes(b"\xef\xbb\xbf" + '# 县里\r\nselect = ["GK104"]\r\n'.encode())
    assert codes(run(REPORT, "--format", "json")) == [["GK104"]]
    path.write_bytes('# ok\n# 县里\nselect = ["GK104"]\n'.encode("gbk"))
    result = run(REPORT)
    assert result.exit_code == 2
    assert "gkcheck.toml:2:1" in result.stderr
    assert "UTF-8" in result.stderr


def test_config_shows_what_is_in_force_and_from_where(archive: Path, run: Run) -> None:
    text = '# 县里\nselect = ["GK3", "GK4"]\nfail-on = "warning"\n\n[severities]\nGK3 = "notice"\n'
    (archive / "gkcheck.toml").write_text(text, encoding="utf-8")
    lines = run("config", REPORT, "--fail-on", "notice").stdout.splitlines()
    rows = {line.split()[0]: line for line in lines if line.strip()}
    assert "gkcheck.toml" in rows["配置文件:"]
    assert rows["select"].split()[1:] == ["GK3,", "GK4", "gkcheck.toml:2"]
    assert rows["severities"].endswith("gkcheck.toml:5")
    assert rows["fail-on"].split()[1:] == ["notice", "命令行"]
    assert rows["ignore"].split()[1:] == ["无", "默认"]


def test_config_without_any_file(archive: Path, run: Run) -> None:
    result = run("config", "--lang", "en")
    assert result.exit_code == 0
    assert "settings: none" in result.stdout
    assert "command line" in result.stdout


def test_last_years_report_is_found_by_its_pattern(archive: Path, run: Run) -> None:
    (archive / "2022").mkdir()
    copyfile(PREVIOUS, archive / "2022" / "合格.json")
    report = "2023/合格.docx"
    alone = run(report, "--format", "json").stdout
    asked = run(report, "--format", "json", "--previous", "2022/合格.json").stdout
    assert alone != asked
    (archive / "gkcheck.toml").write_text('previous = "../{year-1}/{name}.json"\n', encoding="utf-8")
    assert run(report, "--format", "json").stdout == asked
    assert run("2023", "--format", "json").exit_code == 1  # the other report has none, and that is no error


def test_two_reports_of_last_year_are_an_error_that_hides_nothing(archive: Path, run: Run) -> None:
    (archive / "2022").mkdir()
    for name in ("a", "b"):
        copyfile(EXAMPLES / "compliant-2021.docx", archive / "2022" / f"{name}.docx")
    (archive / "gkcheck.toml").write_text('previous = "../{year-1}/*.docx"\n', encoding="utf-8")
    result = run(REPORT, "--format", "json")
    assert result.exit_code == 2
    assert "GK202" in codes(result)[0]
    assert "a.docx, b.docx" in result.stdout
