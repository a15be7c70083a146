"""Copied texts among very many reports: found by check and by batch, each naming the other."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from checker import pipeline
from tests.batch.archive import body_of, make_archive
from tests.batch.calling import call, lines
from tests.builders import build, random_spec


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Twelve bodies, and one more that says what the fifth says."""
    make_archive(tmp_path, 12, (2022,))
    spec = random_spec(10_000 * 2022 + 4, "2021", body=body_of(4), year=2022)
    mine, theirs = body_of(40).name, body_of(4).name
    told = replace(
        spec,
        body=body_of(40),
        title=tuple(piece.replace(theirs, mine) for piece in spec.title),
        preface=tuple(text.replace(theirs, mine) for text in spec.preface),
    )
    (tmp_path / "2022" / "copy.docx").write_bytes(build(told))
    return tmp_path / "2022"


def naming(found: list[dict[str, object]]) -> dict[str, list[str]]:
    """The messages of GK603 by file."""
    return {
        Path(str(line["file"])).name: [f["message"] for f in line["findings"] if f["code"] == "GK603"]  # type: ignore[index, attr-defined]
        for line in found
    }


def test_batch_finds_the_copies(copied: Path, tmp_path: Path) -> None:
    call("batch", copied, "-o", tmp_path / "r.jsonl", "--no-cache")
    told = {name: messages for name, messages in naming(lines(tmp_path / "r.jsonl")).items() if messages}
    assert sorted(told) == ["0004.docx", "copy.docx"]
    assert body_of(4).name in told["copy.docx"][0] and body_of(40).name in told["0004.docx"][0]


def test_check_finds_the_same_with_and_without_comparing_all(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    all_pairs = pipeline.check_files([str(copied)])
    monkeypatch.setattr(pipeline, "_COMPARED_WITH_ALL", 5)
    near_only = pipeline.check_files([str(copied)])
    assert near_only == all_pairs
    assert sum(f.code == "GK603" for report in near_only.reports for f in report.findings) == 2
    assert json.loads(call("check", copied, "--format", "json").stdout)["errors"] == []
