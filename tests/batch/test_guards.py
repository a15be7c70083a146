"""What a batch must not do: fail where a terminal looks on, write over a report, end well where nothing was checked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.calling import PROGRAM, ROOT, call, lines


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of its own is had by pty")
@pytest.mark.parametrize(("lang", "rate"), [("zh", "份/秒，约剩 0:00:"), ("en", "reports/s, 0:00:")])
def test_progress_on_a_terminal(archive: Path, tmp_path: Path, lang: str, rate: str) -> None:
    import pty

    top, results = tmp_path / "reports", tmp_path / "r.jsonl"
    top.mkdir()
    for file in sorted((archive / "2022").iterdir())[:6]:
        shutil.copy(file, top / file.name)
    screen, terminal = pty.openpty()
    words = [*PROGRAM, "batch", str(top), "-o", str(results), "--no-cache", "--lang", lang]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=terminal, cwd=ROOT, text=True)
    os.close(terminal)
    seen = _all_of(screen).decode()
    assert running.wait() in (0, 1)
    assert "100%" in seen and rate in seen
    assert len(lines(results)) == len(list(top.iterdir()))


def _all_of(screen: int) -> bytes:
    seen = b""
    while True:
        try:
            more = os.read(screen, 65536)
        except OSError:  # the other side is closed: Linux says so by an error
            more = b""
        if not more:
            os.close(screen)
            return seen
        seen += more


@pytest.mark.parametrize("more", [(), ("--resume",)])
def test_a_report_is_not_written_over(archive: Path, tmp_path: Path, more: tuple[str, ...]) -> None:
    report = tmp_path / "a.docx"
    shutil.copy(min((archive / "2022").iterdir()), report)
    before = report.read_bytes()
    done = call("batch", tmp_path, "-o", report, *more)
    assert done.returncode == 2
    assert f"{report} 不是批量检查的结果文件，不会覆盖" in done.stderr
    assert report.read_bytes() == before


def test_results_of_an_earlier_run_are_replaced(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    for _ in range(2):
        assert call("batch", archive / "2022", "-o", path).returncode in (0, 1)
    assert len(lines(path)) == len(list((archive / "2022").iterdir()))


def test_nothing_to_check_is_no_success(archive: Path, tmp_path: Path) -> None:
    for words in ([tmp_path], [archive, "--exclude", "*.docx"]):
        done = call("batch", *words)
        assert (done.returncode, done.stdout) == (2, "")
        assert "没有要检查的文件" in done.stderr


def test_a_store_has_one_of_two_forms(archive: Path, tmp_path: Path) -> None:
    for words in (["batch", archive / "2022", "--store"], ["stats"]):
        (tmp_path / "r.jsonl").write_text("{}")
        done = call(*words, tmp_path / "r.jsonl")
        assert done.returncode == 2
        assert ".duckdb" in done.stderr
        assert "Catalog" not in done.stderr
