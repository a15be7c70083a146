"""Folders to prove, named by files in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import InputError
from checker.proving_folders import prove_folders

RULE = """rule LC{n} own-{n}
    title     x
    severity  error
    basis     x
    years     2021..
    require   requests[received, total] >= 0
    message   m
    hint      h
    fails     set requests[received, total] = {value}
    passes    set requests[received, total] = 0
"""


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    made = []
    for n, value in (("101", "-1"), ("102", "1")):
        folder = tmp_path / n
        folder.mkdir()
        (folder / "own.rules").write_text(RULE.format(n=n, value=value), encoding="utf-8")
        made.append(folder)
    return made[0], made[1]


def test_a_folder_is_proved_once_however_often_it_is_named(folders: tuple[Path, Path]) -> None:
    good, _ = folders
    once = prove_folders([good])
    assert once.run and not once.unproved
    assert prove_folders([good / "own.rules", good / "own.rules", good]).run == once.run


def test_a_layout_means_the_folder_above_its_own(folders: tuple[Path, Path]) -> None:
    good, _ = folders
    (good / "layouts").mkdir()
    (good / "layouts" / "x.layout").write_text("", encoding="utf-8")
    with pytest.raises(InputError):
        prove_folders([good / "layouts"])  # no folder of a pack by itself
    (good / "layouts" / "x.layout").unlink()
    (good / "layouts" / "README").write_text("", encoding="utf-8")
    assert not prove_folders([good / "layouts" / "README"]).unproved


def test_what_does_not_hold_in_any_folder_is_told(folders: tuple[Path, Path]) -> None:
    good, bad = folders
    assert [lost.code for lost in prove_folders([good, bad]).unproved] == ["LC102"]
