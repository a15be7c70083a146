"""gkcheck batch as people call it: lines, summary, relations, resuming, and what is killed on the way."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource

from tests.batch.calling import PROGRAM, ROOT, SPAWNING, call, lines


@pytest.fixture(scope="module")
def whole(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of the archive, found in one go."""
    path = tmp_path_factory.mktemp("whole") / "results.jsonl"
    done = call("batch", archive, "-o", path, "--no-cache")
    assert done.returncode in (0, 1), done.stderr
    return path


def test_each_report_has_its_line_of_the_contract(archive: Path, whole: Path) -> None:
    found = lines(whole)
    assert [line["file"] for line in found] == sorted(str(path) for path in archive.rglob("*.docx"))
    schemas = {
        name: json.loads((ROOT / "schemas" / name).read_text())
        for name in ("batch.schema.json", "findings.schema.json")
    }
    registry = Registry().with_resources((name, Resource.from_contents(one)) for name, one in schemas.items())
    check = jsonschema.Draft202012Validator(schemas["batch.schema.json"], registry=registry)
    for line in found:
        check.validate(line)


def test_findings_are_those_of_check_with_the_report_of_the_year_before(archive: Path, whole: Path) -> None:
    by_name = {line["file"]: line for line in lines(whole)}
    name = str(archive / "2023" / "0003.docx")
    words = ("--previous", archive / "2022" / "0003.docx", "--format", "json", "--no-config")
    done = call("check", name, archive / "2023" / "0004.docx", *words)
    alone = json.loads(done.stdout)["reports"][0]
    found = {key: value for key, value in by_name[name].items() if key != "content"}
    assert found == alone
    first = by_name[str(archive / "2021" / "0003.docx")]
    assert not any(finding["code"] in ("GK601", "GK604", "GK605") for finding in first["findings"])


def test_the_summary_names_files_bodies_years_and_codes(archive: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"no zip")
    done = call("batch", archive, bad, "-o", tmp_path / "r.jsonl", "--lang", "en", "--jobs", 2)
    assert done.returncode == 2
    assert "31 file(s)" in done.stdout or "30 checked, 1 unreadable" in done.stdout
    assert "10 bodies; years 2021 (10), 2022 (10), 2023 (10)" in done.stdout
    assert str(bad) in done.stdout
    errors = [line for line in lines(tmp_path / "r.jsonl") if "message" in line]
    assert [error["file"] for error in errors] == [str(bad)]


def test_the_second_run_takes_all_from_the_cache_and_says_the_same(archive: Path, tmp_path: Path, whole: Path) -> None:
    call("batch", archive, "-o", tmp_path / "first.jsonl")
    again = call("batch", archive, "-o", tmp_path / "again.jsonl", "--lang", "zh")
    assert "沿用以前的结果 30 份" in again.stdout
    assert lines(tmp_path / "again.jsonl") == lines(tmp_path / "first.jsonl") == lines(whole)
    other = call("batch", archive, "-o", tmp_path / "other.jsonl", "--select", "GK6")
    assert "沿用" not in other.stdout


def test_a_changed_report_is_checked_again_and_so_is_the_next_year(archive: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(archive, mine)
    call("batch", mine, "-o", tmp_path / "first.jsonl")
    shutil.copy(mine / "2021" / "0009.docx", mine / "2022" / "0001.docx")  # another body in this place
    again = call("batch", mine, "-o", tmp_path / "again.jsonl")
    fresh = call("batch", mine, "-o", tmp_path / "fresh.jsonl", "--no-cache")
    assert "沿用以前的结果 2" in again.stdout and "沿用" not in fresh.stdout
    assert lines(tmp_path / "again.jsonl") == lines(tmp_path / "fresh.jsonl")


@pytest.mark.parametrize("damage", [b"", b"not a database at all, but text " * 300])
def test_a_broken_cache_is_no_cache(archive: Path, tmp_path: Path, kept: Path, whole: Path, damage: bytes) -> None:
    call("batch", archive / "2021", "-o", tmp_path / "first.jsonl")
    for file in kept.glob("results-*"):
        file.write_bytes(damage)
    again = call("batch", archive / "2021", "-o", tmp_path / "again.jsonl")
    assert "沿用" not in again.stdout and again.stderr == ""
    assert lines(tmp_path / "again.jsonl") == lines(tmp_path / "first.jsonl")


def test_cache_clear_takes_it_away(archive: Path, tmp_path: Path, kept: Path) -> None:
    call("batch", archive / "2021", "-o", tmp_path / "first.jsonl")
    assert list(kept.glob("results-*"))
    assert call("cache", "clear").returncode == 0
    assert not list(kept.iterdir())


def test_resume_drops_a_torn_line_and_goes_on(archive: Path, tmp_path: Path, whole: Path) -> None:
    raw = whole.read_bytes().splitlines(keepends=True)
    path = tmp_path / "r.jsonl"
    path.write_bytes(b"".join(raw[:12]) + raw[12][:40])
    done = call("batch", archive, "-o", path, "--resume", "--no-cache")
    assert "上次已完成 12 份" in done.stdout
    assert lines(path) == lines(whole)


def test_resume_checks_a_changed_file_again(archive: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(archive / "2021", mine)
    call("batch", mine, "-o", tmp_path / "r.jsonl")
    shutil.copy(archive / "2022" / "0004.docx", mine / "0004.docx")
    call("batch", mine, "-o", tmp_path / "r.jsonl", "--resume")
    found = lines(tmp_path / "r.jsonl")
    assert len(found) == 10
    assert {line["year"] for line in found} == {2021, 2022}


@pytest.mark.parametrize("moment", [0.7, 1.5, 2.5])
def test_a_run_that_is_killed_keeps_what_it_finished_and_resumes(
    archive: Path, tmp_path: Path, whole: Path, moment: float
) -> None:
    path = tmp_path / "r.jsonl"
    words = ["batch", str(archive), "-o", str(path), "--jobs", "2", "--no-cache"]
    run = subprocess.Popen([*PROGRAM, *words], cwd=ROOT, stdout=subprocess.DEVNULL)
    time.sleep(moment)
    run.kill()
    run.wait()
    call(*words, "--resume")
    assert lines(path) == lines(whole)


def test_a_worker_that_is_killed_loses_nothing(archive: Path, tmp_path: Path, whole: Path) -> None:
    path = tmp_path / "r.jsonl"
    words = ["batch", str(archive), "-o", str(path), "--jobs", "2", "--no-cache"]
    run = subprocess.Popen([*PROGRAM, *words], cwd=ROOT, stdout=subprocess.DEVNULL)
    killed = 0
    while run.poll() is None and killed < 1:
        time.sleep(0.05)
        children = Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()
        for child in children[:1]:
            os.kill(int(child), signal.SIGKILL)
            killed += 1
    assert run.wait() in (0, 1) and killed
    assert lines(path) == lines(whole)


def test_workers_that_are_started_anew_find_the_same(archive: Path, tmp_path: Path, whole: Path) -> None:
    done = call("batch", archive, "-o", tmp_path / "r.jsonl", "--jobs", 2, "--no-cache", program=SPAWNING)
    assert done.returncode in (0, 1) and done.stderr == ""
    assert lines(tmp_path / "r.jsonl") == lines(whole)


def test_ctrl_c_stops_at_once_and_keeps_what_is_finished(archive: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    for copy in range(20):  # so many that the run is far from its end when it is told to stop
        shutil.copytree(archive, many / str(copy))
    path = tmp_path / "r.jsonl"
    words = [*PROGRAM, "batch", str(many), "-o", str(path), "--no-cache"]
    with _ctrl_c_heeded():
        run = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    while run.poll() is None and not (path.exists() and path.stat().st_size):
        time.sleep(0.02)
    assert run.poll() is None
    asked = time.monotonic()
    run.send_signal(signal.SIGINT)
    said, _ = run.communicate(timeout=20)
    assert time.monotonic() - asked < 3
    assert run.returncode == 130 and "--resume" in said
    assert 0 < len(lines(path)) < 600


@contextmanager
def _ctrl_c_heeded() -> Iterator[None]:
    """Programs begun within heed Ctrl-C, also where these tests are a background job, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def test_slips_of_a_call_are_told(tmp_path: Path) -> None:
    assert call("batch", tmp_path / "nowhere").returncode == 2
    (tmp_path / "gkcheck.toml").write_text('selct = ["GK3"]\n', encoding="utf-8")
    shutil.copy(ROOT / "docs" / "examples" / "compliant-2021.docx", tmp_path)
    done = call("batch", tmp_path)
    assert done.returncode == 2 and "没有这个键：selct" in done.stderr
