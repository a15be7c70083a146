"""The store: one row a report, finding and figure, whatever is done twice or killed; and the questions asked of it."""

from __future__ import annotations

import csv
import subprocess
import time
from pathlib import Path

import duckdb
import pytest

from checker.batch.stats import count, sum_figures
from checker.batch.store import TABLES, opened
from checker.errors import InputError
from tests.batch.calling import PROGRAM, ROOT, call, lines
from tests.batch.questions import PAGE, answer, asked


def rows(store: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of a store, sorted, by table."""
    base = opened(store, read_only=True)
    found = {table: sorted(base.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in TABLES}
    base.close()
    return found


@pytest.fixture(scope="module")
def stored(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the archive, and its results beside it."""
    place = tmp_path_factory.mktemp("stored")
    done = call("batch", archive, "-o", place / "r.jsonl", "--store", place / "s.duckdb", "--no-cache")
    assert done.returncode in (0, 1), done.stderr
    return place / "s.duckdb"


def test_a_row_for_each_report_finding_and_figure(stored: Path) -> None:
    found, told = rows(stored), lines(stored.parent / "r.jsonl")
    assert len(found["reports"]) == len(told) == 30
    assert len(found["findings"]) == sum(len(line["findings"]) for line in told) > 0
    base = duckdb.connect(str(stored), read_only=True)
    of_one = base.execute(
        "SELECT count(*), count(DISTINCT (table_key, row_key, column_key)) FROM figures GROUP BY file"
    )
    assert all(number == distinct > 100 for number, distinct in of_one.fetchall())
    received = base.execute(
        "SELECT value FROM figures WHERE row_key = 'received' AND column_key = 'total' AND state = 'number'"
    ).fetchall()
    assert len(received) == 30
    base.close()


def test_a_second_run_repeats_nothing(archive: Path, stored: Path, tmp_path: Path) -> None:
    before = rows(stored)
    call("batch", archive, "-o", tmp_path / "r.jsonl", "--store", stored)
    assert rows(stored) == before


def test_parquet_holds_the_same(archive: Path, stored: Path, tmp_path: Path) -> None:
    for _ in range(2):
        call("batch", archive, "-o", tmp_path / "r.jsonl", "--store", tmp_path / "s.parquet")
    assert sorted(file.name for file in (tmp_path / "s.parquet").iterdir()) == [
        f"{table}.parquet" for table in sorted(TABLES)
    ]
    assert rows(tmp_path / "s.parquet") == rows(stored)


@pytest.mark.parametrize("moments", [(1.0, 2.0), (1.8,), (2.6, 1.2)])
def test_killing_the_run_loses_and_repeats_nothing(
    archive: Path, stored: Path, tmp_path: Path, moments: tuple[float, ...]
) -> None:
    words = ["batch", str(archive), "-o", str(tmp_path / "r.jsonl"), "--store", str(tmp_path / "s.duckdb"), "--resume"]
    for moment in moments:
        run = subprocess.Popen([*PROGRAM, *words], cwd=ROOT, stdout=subprocess.DEVNULL)
        time.sleep(moment)
        run.kill()
        run.wait()
    assert call(*words).returncode in (0, 1)
    assert rows(tmp_path / "s.duckdb") == rows(stored)
    assert lines(tmp_path / "r.jsonl") == lines(stored.parent / "r.jsonl")


def test_results_without_rows_are_made_up_for(archive: Path, stored: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_bytes((stored.parent / "r.jsonl").read_bytes())  # as if the run had been killed before it stored them
    call("batch", archive, "-o", path, "--store", tmp_path / "s.duckdb", "--resume")
    assert rows(tmp_path / "s.duckdb") == rows(stored)
    assert lines(path) == lines(stored.parent / "r.jsonl")


def test_counts_by_year_and_code(stored: Path) -> None:
    told = lines(stored.parent / "r.jsonl")
    by_year = count(stored)
    assert [row[:3] for row in by_year.rows] == [(2021, 10, 10), (2022, 10, 10), (2023, 10, 10)]
    by_code = {row[0]: row[1:] for row in count(stored, ["code"]).rows}
    for code, (findings, reports) in by_code.items():
        holding = [sum(f["code"] == code for f in line["findings"]) for line in told]
        assert (findings, reports) == (sum(holding), sum(n > 0 for n in holding))
    with pytest.raises(InputError):
        sum_figures(stored, ["code"])


def test_figures_are_summed_exactly(stored: Path) -> None:
    sums = {row[:4]: row[4:] for row in sum_figures(stored).rows}
    base = duckdb.connect(str(stored), read_only=True)
    one = base.execute(
        "SELECT value FROM figures JOIN reports USING (file) "
        "WHERE year = 2022 AND table_key = 'requests' AND row_key = 'received' AND column_key = 'total'"
    ).fetchall()
    base.close()
    assert sums[2022, "requests", "received", "total"] == (sum(value for (value,) in one), 10)


def test_stats_as_table_csv_and_charts(stored: Path, tmp_path: Path) -> None:
    assert "without_error" in call("stats", stored).stdout
    assert (
        call("stats", stored, "--by", "code", "-o", tmp_path / "c.csv", "--chart", tmp_path / "c.svg").returncode == 0
    )
    with open(tmp_path / "c.csv", encoding="utf-8-sig", newline="") as file:
        assert next(csv.reader(file)) == ["code", "findings", "reports"]
    assert (tmp_path / "c.svg").read_text(encoding="utf-8").startswith("<?xml")
    call("stats", stored, "--by", "year", "--chart", tmp_path / "c.png")
    assert (tmp_path / "c.png").read_bytes().startswith(b"\x89PNG")


def test_what_is_no_store_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.duckdb").write_text("no database " * 500)
    assert call("stats", tmp_path / "nowhere.duckdb").returncode == 2
    done = call("stats", tmp_path / "x.duckdb")
    assert done.returncode == 2 and "Traceback" not in done.stderr
    done = call("batch", ROOT / "docs" / "examples", "--store", tmp_path / "x.duckdb")
    assert done.returncode == 2 and "Traceback" not in done.stderr


def test_the_page_shows_what_the_store_answers(stored: Path) -> None:
    told = asked(PAGE.read_text(encoding="utf-8"))
    assert len(told) == 5
    for query, shown in told:
        assert answer(stored, query) == shown
