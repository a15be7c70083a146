"""docs/configuration.md and docs/waivers.md, walked through from top to bottom: they print what they show."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copyfile

import pytest

from tests.config.conftest import EXAMPLES, Run

DOCS = EXAMPLES.parent
_STEP = re.compile(r"<!-- (file|run): ([^\n]*) -->\n```\w*\n(.*?)```", re.S)


@pytest.mark.parametrize(("page", "steps"), [("configuration.md", 5), ("waivers.md", 4)])
def test_a_page_is_true(page: str, steps: int, archive: Path, run: Run) -> None:
    (archive / "2023" / "合格.docx").unlink()
    copyfile(EXAMPLES / "faulty-2021.docx", archive / "2023" / "云岭县.docx")
    found = _STEP.findall((DOCS / page).read_text(encoding="utf-8"))
    assert len(found) == steps
    for kind, what, text in found:
        if kind == "file":
            Path(what).parent.mkdir(exist_ok=True)
            Path(what).write_text(text, encoding="utf-8")
        else:
            assert _lines(run(*what.split()[1:]).output) == _lines(text), what


def _lines(text: str) -> list[str]:
    """Lines without blanks at their ends."""
    return [line.rstrip() for line in text.splitlines()]
