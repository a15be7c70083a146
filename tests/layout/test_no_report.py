"""What is no annual report at all: findings for a Word file, one line for every other form."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.document import Document, FileFacts, Paragraph
from checker.errors import InputError
from checker.facts.names import packaged_names
from checker.layout.lay import lay
from checker.layout.load import load_layouts
from checker.report import Report
from checker.resources import folder

_LINES = ("采购清单", "桌子十二张", "椅子四十把")


def laid(form: str, lines: tuple[str, ...]) -> Report:
    blocks = tuple(Paragraph(n, line) for n, line in enumerate(lines, 1))
    layouts = load_layouts([Path(folder("rules")) / "layouts"])
    return lay(Document(blocks, FileFacts(form)), layouts, packaged_names(), file="a")


def test_a_word_file_is_laid_whatever_it_says() -> None:
    assert laid("docx", _LINES).sections == {}


@pytest.mark.parametrize("form", ["text", "html", "markdown", "pdf"])
def test_another_form_is_refused_with_advice(form: str) -> None:
    with pytest.raises(InputError) as caught:
        laid(form, _LINES)
    assert "选错了文件" in caught.value.message("zh")


@pytest.mark.parametrize("form", ["docx", "text"])
def test_one_heading_makes_a_report(form: str) -> None:
    assert "overview" in laid(form, ("某某局2023年政府信息公开工作年度报告", "一、总体情况", "平稳。")).sections
