"""Results flow before all files are surveyed; what they rest on may come later: the lines are the same in the end."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from checker.batch.cache import Cache
from checker.batch.desk import Desk
from checker.batch.records import Done, Plan, Task
from checker.batch.results import Results
from checker.batch.run import Run
from checker.configuring import SettingsByFile
from checker.readers import limits
from checker.settings import Settings
from tests.batch.calling import call, lines


@pytest.fixture(scope="module")
def disorder(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Years that no name tells, the later before the earlier; a report twice; two that cannot both be last year's."""
    top = tmp_path_factory.mktemp("disorder")
    for folder, year in (("a", "2023"), ("b", "2022"), ("c", "2021")):
        shutil.copytree(archive / year, top / folder)
    shutil.copy(archive / "2022" / "0003.docx", top / "d.docx")
    shutil.copy(archive / "2022" / "0004.docx", top / "e.docx")
    content = (top / "e.docx").read_bytes()
    (top / "e.docx").write_bytes(content.replace(b"PK\x03\x04\x14\x00", b"PK\x03\x04\x0a\x00", 1))  # another file
    return top


@pytest.fixture(scope="module")
def printed(disorder: Path) -> list[dict[str, object]]:
    """What is said when nothing is said before all is known, as on standard output."""
    done = call("batch", disorder, "--no-cache")
    return sorted((json.loads(line) for line in done.stdout.splitlines()), key=lambda line: str(line["file"]))


def test_what_comes_later_takes_the_place_of_what_was_said_before(
    disorder: Path, printed: list[dict[str, object]], tmp_path: Path
) -> None:
    done = call("batch", disorder, "-o", tmp_path / "r.jsonl", "--no-cache")
    assert lines(tmp_path / "r.jsonl") == printed
    told = call("batch", disorder, "--no-cache").stderr
    assert done.stdout.splitlines()[1:-1] == told.splitlines()[1:]
    assert "有 1 份报告的上年报告不止一份" in told


def test_resuming_puts_right_what_was_said_too_early(
    disorder: Path, printed: list[dict[str, object]], tmp_path: Path
) -> None:
    path = tmp_path / "r.jsonl"
    call("batch", disorder / "a", "-o", path, "--no-cache")  # as a run leaves it that was killed before it saw the rest
    assert lines(path) != printed[: len(lines(path))]
    call("batch", disorder, "-o", path, "--resume", "--no-cache")
    assert lines(path) == printed


def test_the_last_of_two_lines_of_a_file_counts(
    disorder: Path, printed: list[dict[str, object]], tmp_path: Path
) -> None:
    path = tmp_path / "r.jsonl"
    call("batch", disorder / "a", "-o", path, "--no-cache")
    early = path.read_bytes()
    path.write_bytes(early + b"".join(json.dumps(line).encode() + b"\n" for line in printed))  # killed at the very end
    call("batch", disorder, "-o", path, "--resume", "--no-cache")
    assert lines(path) == printed


class Recording:
    """Workers that do one task after the other and keep what they were asked."""

    def __init__(self, plan: Plan) -> None:
        self.desk, self.asked = Desk(plan), list[tuple[int, bool]]()

    def run(self, tasks: Iterable[Task | None]) -> Iterator[Done]:
        """Do the tasks."""
        for task in tasks:
            if task is not None:
                self.asked.append((task.number, task.judge))
                yield Done(task, self.desk.do(task))

    def stop(self) -> None:
        """Nothing to stop."""


@pytest.mark.parametrize("early", [True, False])
def test_a_report_is_judged_as_soon_as_its_neighbours_are_known(archive: Path, tmp_path: Path, early: bool) -> None:
    names = sorted(str(path) for path in archive.rglob("*.docx"))
    plan = Plan(Settings(), frozenset(), None, True, limits.names())
    workers = Recording(plan)
    results = Results(tmp_path / "r.jsonl")
    if not early:
        results.path = None  # as for standard output
    Run(
        names, plan, SettingsByFile(Settings(), off=True), workers, results, fail_on="error", cache=Cache(None),
        scratch=tmp_path, prepare=lambda _: None, progress=lambda _: None,
    ).go()  # fmt: skip
    assert set(workers.asked) == {(number, judge) for number in range(len(names)) for judge in (False, True)}
    first, last = workers.asked.index((0, True)), max(at for at, (_, judge) in enumerate(workers.asked) if not judge)
    assert first == (1 if early else last + 1)
    assert len((tmp_path / "r.jsonl").read_text().splitlines()) == len(names)
