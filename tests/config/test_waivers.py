"""Waivers: what they take out, what is said of them, and a baseline that later edits do not shift."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import docx
import pytest

from checker.document import Place
from checker.findings import Assessment, Finding, Severity
from checker.fingerprint import fingerprints
from checker.waivers import Waivable, Waiver, waive, waiver_of
from tests.config.conftest import Run, codes, findings, waived

REPORT = "2023/云岭县.docx"
CELL = Place("requests", "requests", "stability", "natural")


def _write(path: Path, *waivers: str) -> None:
    path.write_text("\n".join(f"[[waiver]]\n{waiver}" for waiver in waivers), encoding="utf-8")


def test_what_is_waived_is_counted_and_listed_and_no_finding(archive: Path, run: Run) -> None:
    _write(archive / "gkcheck.toml", 'code = "GK401"\nfile = "云岭县.docx"\nreason = "口径不同，见说明"\n')
    result = run(REPORT, "--format", "json")
    assert "GK401" not in codes(result)[0]
    assert waived(result) == ["GK401"]
    assert '"reason": "口径不同，见说明"' in result.stdout
    table = run(REPORT).stdout
    assert "已豁免 GK401（一、总体情况 · 第10段）：口径不同，见说明" in table
    assert "已豁免 1 处" in table


def test_a_report_with_nothing_but_waived_findings_passes_and_says_so(archive: Path, run: Run) -> None:
    _write(archive / "gkcheck-waivers.toml", 'code = "GK"\nfile = "/2023/*.docx"\nreason = "存档"\n')
    result = run(REPORT)
    assert result.exit_code == 0
    assert result.stdout.startswith("合格 ")
    assert "除已豁免的 7 处外全部通过" in result.stdout


def test_the_place_narrows_a_waiver(archive: Path, run: Run) -> None:
    place = 'place = {table = "requests", row = "stability", column = "natural"}'
    other = 'place = {table = "requests", row = "stability", column = "research"}'
    quote = 'place = {section = "overview", quote = "公开申请 42件"}'
    _write(
        archive / "gkcheck.toml",
        f'code = "blank-cell"\nfile = "*.docx"\nreason = "a"\n{place}\n',
        f'code = "GK3"\nfile = "*.docx"\nreason = "b"\n{other}\n',
        f'code = "GK401"\nfile = "*.docx"\nreason = "c"\n{quote}\n',
    )
    result = run(REPORT, "--format", "json")
    assert waived(result) == ["GK401", "GK301"]
    assert {"GK302", "GK310", "GK311"} <= set(codes(result)[0])


def test_a_waiver_that_is_over_leaves_its_finding_and_is_one_itself(archive: Path, run: Run) -> None:
    _write(archive / "gkcheck.toml", 'code = "GK401"\nfile = "*.docx"\nreason = "待核"\nexpires = 2020-12-31\n')
    found = findings(run(REPORT, "--format", "json"))[0]
    told = next(f for f in found if f["code"] == "GK901")
    assert [f["code"] for f in found][:3] == ["GK202", "GK401", "GK901"]
    assert told["severity"] == "warning"
    assert told["place"]["section"] == "overview"
    assert "2020-12-31" in told["message"]
    assert "gkcheck.toml:1" in told["message"]
    assert "待核" in told["message"]


def test_a_waiver_holds_to_the_end_of_its_last_day(tmp_path: Path) -> None:
    entry = {"code": "GK301", "file": "a.docx", "reason": "x", "expires": "2026-05-31"}
    given = [_waivable(tmp_path, waiver_of(entry, tmp_path, "w.toml:1"))]
    assert [f.code for f in waive(given, date(2026, 5, 31))[0].findings] == []
    assert [f.code for f in waive(given, date(2026, 6, 1))[0].findings] == ["GK301", "GK901"]
    assert [f.code for f in waive(given)[0].findings] == []  # without a day none is over


def test_a_waiver_without_a_finding_is_one_where_that_is_certain(archive: Path, run: Run) -> None:
    text = 'code = "GK401"\nfile = "{}"\nreason = "x"\n'
    _write(archive / "gkcheck.toml", text.format("/2023/合格.docx"))
    found = findings(run("2023/合格.docx", "--format", "json"))[0]
    assert [(f["code"], f["severity"]) for f in found] == [("GK902", "notice")]
    _write(archive / "gkcheck.toml", text.format("*.docx"))
    assert codes(run("2023/合格.docx", "--format", "json")) == [[]]  # it may be for the other report
    assert "GK902" not in str(codes(run("2023", "--format", "json")))
    (archive / REPORT).unlink()
    assert codes(run("2023", "--format", "json")) == [["GK902"]]


@pytest.mark.parametrize("words", [("--select", "GK3"), ("--ignore", "GK401"), ("--ignore", "GK902")])
def test_a_rule_that_does_not_run_leaves_no_waiver_unused(archive: Path, run: Run, words: tuple[str, ...]) -> None:
    _write(archive / "gkcheck.toml", 'code = "GK401"\nfile = "/2023/合格.docx"\nreason = "x"\n')
    assert codes(run("2023/合格.docx", "--format", "json", *words)) == [[]]


def test_a_rule_that_could_not_be_judged_leaves_no_waiver_unused(archive: Path, run: Run) -> None:
    place = 'place = {row = "publication"}'
    _write(archive / "gkcheck.toml", f'code = "GK312"\nfile = "/{REPORT}"\nreason = "x"\n{place}\n')
    assert "GK902" not in codes(run(REPORT, "--format", "json"))[0]


def test_severities_weigh_what_is_said_of_waivers_too(archive: Path, run: Run) -> None:
    waiver = '[[waiver]]\ncode = "GK401"\nfile = "/2023/合格.docx"\nreason = "x"\n'
    (archive / "gkcheck.toml").write_text(f'[severities]\nGK902 = "error"\n{waiver}', encoding="utf-8")
    assert run("2023/合格.docx").exit_code == 1


def test_files_of_waivers_that_the_settings_name_are_read_alone(archive: Path, run: Run) -> None:
    (archive / "豁免").mkdir()
    _write(archive / "豁免" / "县.toml", f'code = "GK401"\nfile = "/{REPORT}"\nreason = "x"\n')
    _write(archive / "gkcheck-waivers.toml", f'code = "GK104"\nfile = "/{REPORT}"\nreason = "x"\n')
    assert waived(run(REPORT, "--format", "json")) == ["GK104"]
    (archive / "gkcheck.toml").write_text('waivers = ["豁免/县.toml"]\n', encoding="utf-8")
    assert waived(run(REPORT, "--format", "json")) == ["GK401"]
    (archive / "豁免" / "县.toml").write_text('lang = "zh"\n', encoding="utf-8")
    result = run(REPORT)
    assert result.exit_code == 2
    assert "县.toml:1:1: 没有这个键：lang" in result.stderr


def test_a_baseline_leaves_only_what_is_new(archive: Path, run: Run) -> None:
    assert run("2023").exit_code == 1
    wrote = run("waive", "--baseline", "2023")
    assert wrote.exit_code == 0
    assert "豁免 7 处" in wrote.stdout
    entries = tomllib.loads((archive / "2023" / "gkcheck-waivers.toml").read_text(encoding="utf-8"))["waiver"]
    assert {entry["reason"] for entry in entries} == {"baseline"}
    assert run("2023").exit_code == 0
    assert codes(run("2023", "--format", "json")) == [[], []]
    _with_paragraph(archive / REPORT, "一、总体情况", "本段是后来加上的。")
    assert codes(run(REPORT, "--format", "json")) == [[]]
    _with_cell(archive / REPORT, "0", "x")
    new = codes(run(REPORT, "--format", "json"))[0]
    assert "GK302" in new
    assert "GK401" not in new


def test_a_baseline_holds_in_the_other_language(archive: Path, run: Run) -> None:
    run("waive", "--baseline", "2023")
    assert codes(run("2023", "--lang", "en", "--format", "json")) == [[], []]


def test_a_second_baseline_adds_and_keeps_what_is_there(archive: Path, run: Run) -> None:
    path = archive / "gkcheck-waivers.toml"
    path.write_text(f'# 手写的\n[[waiver]]\ncode = "GK401"\nfile = "/{REPORT}"\nreason = "口径"\n', encoding="utf-8")
    run("waive", "--baseline", "2023", "--reason", "整改中", "--expires", "2099-12-31")
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# 手写的\n")
    entries = tomllib.loads(text)["waiver"]
    assert len(entries) == 7
    assert entries[1]["reason"] == "整改中"
    assert entries[1]["expires"] == date(2099, 12, 31)
    again = run("waive", "--baseline", "2023")
    assert again.stdout == "没有需要豁免的问题\n"
    assert path.read_text(encoding="utf-8") == text


def test_a_baseline_goes_where_the_settings_read_it(archive: Path, run: Run) -> None:
    (archive / "豁免").mkdir()
    (archive / "豁免" / "县.toml").write_text("", encoding="utf-8")
    (archive / "gkcheck.toml").write_text('waivers = ["豁免/县.toml"]\n', encoding="utf-8")
    run("waive", "--baseline", "2023")
    assert not list(archive.rglob("gkcheck-waivers.toml"))
    assert run("2023").exit_code == 0


def test_names_with_marks_of_patterns_mean_themselves(archive: Path, run: Run) -> None:
    (archive / REPORT).rename(archive / "2023" / "县[1]*？\"'.docx")
    assert run("waive", "--baseline", "2023").exit_code == 0
    assert run("2023").exit_code == 0


def test_a_file_that_cannot_be_read_hides_no_baseline(archive: Path, run: Run) -> None:
    (archive / "2023" / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    result = run("waive", "--baseline", "2023")
    assert result.exit_code == 2
    assert "坏.docx" in result.stderr
    assert "豁免 7 处" in result.stdout


def test_waive_must_be_told_what(archive: Path, run: Run) -> None:
    assert run("waive", "2023").exit_code == 2
    assert run("waive", "--baseline", "--reason", " ", "2023").exit_code == 2
    assert not list(archive.rglob("gkcheck-waivers.toml"))


def test_fingerprints_rest_on_the_logical_place() -> None:
    first = _finding(Place("overview", paragraph=3, quote="收到申请42件"))
    moved = _finding(Place("overview", paragraph=9, quote="收到 申请42件"))
    elsewhere = _finding(Place("problems", paragraph=3, quote="收到申请42件"))
    assert fingerprints([first]) == fingerprints([moved])
    assert len({*fingerprints([first, elsewhere, moved])}) == 3  # the second of two alike is another


def _finding(place: Place, code: str = "GK301") -> Finding:
    return Finding(code, "blank-cell", Severity.ERROR, "m", "h", "b", place)


def _waivable(folder: Path, *waivers: Waiver) -> Waivable:
    finding = _finding(CELL)
    assessment = Assessment("a.docx", 2023, None, "2021", 1, 1, 0, (finding,), judged=("GK301",))
    return Waivable(assessment, folder / "a.docx", waivers)


def _with_paragraph(path: Path, before: str, text: str) -> None:
    document = docx.Document(str(path))
    heading = next(p for p in document.paragraphs if before[2:] in p.text)
    heading.insert_paragraph_before(text)
    document.save(str(path))


def _with_cell(path: Path, old: str, new: str) -> None:
    document = docx.Document(str(path))
    cell = next(c for table in document.tables for row in table.rows for c in row.cells if c.text == old)
    cell.paragraphs[0].runs[0].text = new
    document.save(str(path))
