"""Each part of the bench runs, at sizes that take no time; what it says is not judged here."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.bench.__main__ import PARTS, main
from tests.bench.corpus import corpus
from tests.bench.measured import ROOT
from tests.bench.page import filled, parts_of

_PAGES = ("docs/speed.md", "docs/scale.md")
_TINY = ["--rounds", "1", "--reports", "10", "--sample", "2", "--memory", "3,10", "--jobs", "1,2"]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports made once for all parts."""
    return tmp_path_factory.mktemp("corpus")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize("part", PARTS)
def test_each_part_runs_and_fills_its_place(
    part: str, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GKCHECK_CACHE", str(place / "kept"))
    pages = [Path(shutil.copy(ROOT / page, tmp_path)) for page in _PAGES]
    before = [page.read_text(encoding="utf-8") for page in pages]
    main([part, *_TINY, "--corpus", str(place), *(word for page in pages for word in ("--page", str(page)))])
    printed = capsys.readouterr().out
    after = [page.read_text(encoding="utf-8") for page in pages]
    assert printed.count("\n") > 2 and printed in "".join(after)
    assert [parts_of(page) for page in after] == [parts_of(page) for page in before]


def test_pages_have_a_place_for_every_part_and_its_command() -> None:
    places = {}
    for page in _PAGES:
        text = (ROOT / page).read_text(encoding="utf-8")
        places |= dict.fromkeys(parts_of(text), text)
    assert sorted(places) == sorted(PARTS)
    for part, text in places.items():
        assert f"python -m tests.bench {part}\n" in text


def test_only_the_place_of_a_part_is_filled() -> None:
    page = "a\n<!-- bench one -->\nold\n<!-- end -->\nb\n<!-- bench two -->\nkept\n<!-- end -->\n"
    assert filled(page, "one", "run", ["1", "2"]) == page.replace("old", "```sh\nrun\n```\n\n```\n1\n2\n```")
    assert filled(page, "three", "run", ["1"]) == page


def test_no_two_reports_are_alike(place: Path) -> None:
    files = corpus(place, 10, barest=True)
    assert len({file.read_bytes() for file in files}) == len(files) == 10
