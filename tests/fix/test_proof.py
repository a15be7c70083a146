"""A `mend` line proves itself as the others do."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RuleFileError
from checker.proving import prove_folder

RULE = """rule ZZ900 zero-spelt
    title     没有写作零
    severity  warning
    basis     惯例
    years     2021..
    let       spelt = find(text, /零件/)
    require   count(spelt) = 0
    at        s for s in spelt
    message   写作零
    hint      写作0
    mend      {mend}
    fails     append "全年收到零件。" to overview
"""


def unproved(folder: Path, mend: str) -> list[str]:
    (folder / "own.rules").write_text(RULE.format(mend=mend), encoding="utf-8")
    return [lost.message.en for lost in prove_folder(folder).unproved]


def test_a_mend_that_helps_is_proved(tmp_path: Path) -> None:
    assert unproved(tmp_path, 's to replace(s.text, "零", "0") for s in spelt') == []


def test_a_mend_that_does_not_help_is_told(tmp_path: Path) -> None:
    lost = unproved(tmp_path, 's to join(["共", s.text], "") for s in spelt')
    assert lost == ["零件 is still to be 共零件", "mends no fails line whole"]


def test_a_mend_that_never_applies_is_told(tmp_path: Path) -> None:
    assert unproved(tmp_path, 's to "0件" for s in spelt where s.text = "无"') == ["mends no fails line whole"]


def test_a_mend_without_to_is_a_fault_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError) as fault:
        unproved(tmp_path, 's = "0件" for s in spelt')
    assert (fault.value.line, fault.value.column) == (11, 24)
    assert "to" in fault.value.expected.en
