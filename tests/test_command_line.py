"""The command as a process: whatever is wrong with its streams, names or files, it ends with a line and a status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.resources import folder

_ROOT = folder("rules").parent
_GOOD = sorted((_ROOT / "docs" / "examples").glob("*.docx"))
_PROGRAM = [sys.executable, "-c", "from checker.cli import main; main()"]


def gkcheck(shell: str, *args: str, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """gkcheck called by a shell: `shell` holds "$@" and the redirections."""
    env = {**os.environ, "PYTHONPATH": str(_ROOT)}
    command = ["sh", "-c", shell, "sh", *_PROGRAM, *args]
    return subprocess.run(command, capture_output=True, env=env, cwd=cwd, timeout=60, check=False)


def good(tmp_path: Path) -> Path:
    """A report of a name that is no text."""
    path = tmp_path / os.fsdecode(b"a\xff.docx")
    path.write_bytes(_GOOD[0].read_bytes())
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    ("shell", "status"),
    [
        ('"$@" a*.docx >&-', {0, 1}),
        ('"$@" no.docx >&- 2>&-', {2}),
        ('"$@" - <&-', {2}),
        ('"$@" - </dev/null', {2}),
        ('"$@" "" a*.docx', {2}),
        ('"$@" parse - <&-', {2}),
        ('"$@" a*.docx -o a*.docx', {2}),
        ('"$@" . -o a*.docx', {2}),
        ('"$@" a*.docx -o no/where.txt', {2}),
        ('"$@" a*.docx --format json -o out.json && exit $?; grep -q schema out.json', {0}),
        ('LC_ALL=C PYTHONIOENCODING=ascii "$@" a*.docx no.docx', {2}),
        ('mkdir -p r/x.rules; "$@" --rules r a*.docx', {2}),
        ('mkdir -p r; ln -s gone r/x.rules; "$@" rules test r', {2}),
        ('"$@" parse a*.docx | head -c 1', {0}),
    ],
)
def test_ends_with_a_status_and_no_traceback(tmp_path: Path, shell: str, status: set[int]) -> None:
    report = good(tmp_path)
    ended = gkcheck(shell, cwd=tmp_path)
    assert ended.returncode in status
    assert b"Traceback" not in ended.stderr
    assert report.read_bytes() == _GOOD[0].read_bytes()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    good(tmp_path)
    ended = gkcheck('"$@" a*.docx >/dev/full', cwd=tmp_path)
    assert ended.returncode == 2
    assert ended.stderr.decode().startswith("gkcheck: 写不出结果")
    assert ended.stderr.count(b"\n") == 1
    assert gkcheck('"$@" a*.docx >/dev/full 2>&1', cwd=tmp_path).returncode == 2
