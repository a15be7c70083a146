"""What goes to a terminal holds nothing that a terminal obeys, whatever files and reports are called."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from checker.findings import Outcome, Unreadable
from checker.json_text import dump
from checker.outputs.json_output import render as render_json
from checker.outputs.rollup_table import render_rollup
from checker.outputs.table import Look, render
from tests.outputs.outcomes import HOSTILE, hostile

NAME = "报告\x1b[31m\x9b31m\u202e\n::error ::x.docx"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_names_and_texts_are_shown_without_what_is_obeyed(lang: str) -> None:
    (report,) = hostile().reports
    named = replace(report, file=NAME, organisation=NAME, layout="2021")
    outcome = Outcome((named, replace(named, findings=())), (Unreadable(NAME, NAME),))
    for text in (render(outcome, Look(lang)), render_rollup(outcome, Look(lang)), render_json(outcome)):
        assert all(c.isprintable() or c in "\n\u3000" for c in text)
        assert not any(line.lstrip().startswith(("::", "##")) for line in text.splitlines())


def test_json_reads_back_as_it_was() -> None:
    for text in (*HOSTILE[:4], NAME, "全\u3000角\xa0"):
        assert json.loads(dump({"a": text})) == {"a": text}
