"""gkcheck fix as it is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.commands.group import group
from tests.fix.files import patched
from tests.fix.test_word import DASHED, PHONE


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.docx"
    path.write_bytes(patched((PHONE, DASHED)))
    return path


def fix(*words: object) -> Result:
    return CliRunner().invoke(group, ["fix", *map(str, words)])


def test_a_copy_is_written_and_told(report: Path, tmp_path: Path) -> None:
    before, out = report.read_bytes(), tmp_path / "out.docx"
    done = fix(report, "-o", out)
    assert done.exit_code == 0
    assert done.stdout == (
        f"已修正 1 处：\n  GK212 [前言，第4段] {DASHED} → {PHONE}\n问题：修正前 1 个，修正后 0 个。\n写入：{out}\n"
    )
    assert report.read_bytes() == before
    assert out.read_bytes() != before
    again = fix(out, "-o", tmp_path / "again.docx", "--lang", "en")
    assert again.exit_code == 0
    assert again.stdout.startswith("nothing to be mended without judgement.\n")
    assert (tmp_path / "again.docx").read_bytes() == out.read_bytes()


def test_a_diff_writes_nothing(report: Path, tmp_path: Path) -> None:
    shown = fix(report, "--diff", "-o", tmp_path / "out.docx")
    assert shown.exit_code == 1
    assert shown.stdout.splitlines() == [
        f"--- {report}",
        f"+++ {report}（修正后）",
        "@@ GK212 前言，第4段 @@",
        f"-{DASHED}",
        f"+{PHONE}",
    ]
    assert not (tmp_path / "out.docx").exists()
    assert fix(report, "--diff", "--ignore", "GK212").exit_code == 0
    assert fix(report, "--diff", "--select", "GK3").stdout == ""


def test_the_input_is_never_overwritten(report: Path, tmp_path: Path) -> None:
    before = report.read_bytes()
    link = tmp_path / "link.docx"
    link.symlink_to(report)
    for output in (report, link):
        refused = fix(report, "-o", output)
        assert refused.exit_code == 2
        assert "不会覆盖" in refused.stderr
    assert report.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["报告.docx"], "-o"),
        (["gone.docx", "-o", "x.docx"], "gone.docx"),
        (["notes.txt", "-o", "x.docx"], "Word"),
        (["报告.docx", "-o", "no/where.docx"], "no/where.docx"),
        (["报告.docx", "--diff", "--select", "GK99"], "GK99"),
    ],
)
def test_what_cannot_be_done_ends_with_a_line_and_status_2(
    report: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(report.parent)
    Path("notes.txt").write_text("无", encoding="utf-8")
    ended = fix(*words)
    assert ended.exit_code == 2
    assert said in ended.stderr
    assert ended.stderr.startswith("gkcheck: ")
    assert not Path("x.docx").exists()


def test_what_is_waived_or_set_in_a_file_holds(report: Path, tmp_path: Path) -> None:
    waiver = '[[waiver]]\ncode = "GK212"\nfile = "*.docx"\nreason = "印章如此"\n'
    (tmp_path / "gkcheck-waivers.toml").write_text(waiver, encoding="utf-8")
    assert fix(report, "--diff").exit_code == 0
    assert fix(report, "--diff", "--no-config").exit_code == 1
    (tmp_path / "gkcheck-waivers.toml").unlink()
    (tmp_path / "gkcheck.toml").write_text('ignore = ["GK212"]\n', encoding="utf-8")
    assert fix(report, "--diff").exit_code == 0
