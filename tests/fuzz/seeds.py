"""Real files of every form to start from; those of other programs' making only where they can be made here."""

from __future__ import annotations

import random
from pathlib import Path

from checker.json_text import dump
from checker.layout.lay import lay
from checker.pack import load_pack
from checker.readers import read
from checker.report import Report
from checker.report_json import to_json
from tests.builders import SHAPES, build, random_spec
from tests.readers.pdf_file import Sheet, pdf

ROOT = Path(__file__).resolve().parents[2]
_ROWS = [["项目", "数量", "说明"], ["1.许可", "12", ""], ["2.处罚", "0", "无"]]


def office_seeds() -> list[bytes]:
    """Files that LibreOffice writes in the forms that it converts back; it must be installed."""
    from tests.office.programs import converted

    word = (ROOT / "docs" / "examples" / "compliant-2021.docx").read_bytes()
    return [converted(word, ".docx", form) for form in ("doc", "rtf", "odt", "fodt")]


def seeds() -> dict[str, list[bytes]]:
    """Form -> files of it."""
    rng = random.Random("seeds")
    names = rng.sample(sorted(SHAPES), 12)
    words = [build(random_spec(i, ("2019", "2021")[i % 2]), SHAPES[name]) for i, name in enumerate(names)]
    words += [path.read_bytes() for path in sorted((ROOT / "docs" / "examples").glob("*.docx"))]
    reports = [_json(data) for data in words[:3]]
    texts = [_text(data) for data in words[:3]]
    return {
        "docx": words,
        "json": [report.encode() for report in reports],
        "html": [page.encode(code) for page, code in zip(map(_page, words[:4]), ("utf-8", "gb18030") * 2, strict=True)],
        "markdown": [_markdown(data).encode() for data in words[:3]],
        "text": [text.encode(code) for text, code in zip(texts, ("utf-8", "gb18030", "utf-16"), strict=True)],
        "pdf": [_pdf(), pdf(Sheet().body(["甲乙丙丁戊己庚辛" * 5] * 9, 80).table(_ROWS, 300), trailer="/Info 1 0 R")],
    }


def _blocks(data: bytes) -> list[str | list[list[str]]]:
    document = read(data, "a.docx")
    assert not isinstance(document, Report)
    return [
        block.printed
        if hasattr(block, "printed")
        else [["" if c is None else c.text for c in row] for row in block.rows]
        for block in document.blocks
    ]


def _json(data: bytes) -> str:
    document = read(data, "a.docx")
    assert not isinstance(document, Report)
    pack = load_pack()
    return dump(to_json(lay(document, pack.layouts, pack.names, file="a.docx")))


def _page(data: bytes) -> str:
    parts = [
        "<html><head><meta charset='utf-8'><title>t</title><script>1<2</script></head><body><div class='nav'>首页</div>"
    ]
    for block in _blocks(data):
        if isinstance(block, str):
            parts.append(f"<p style='text-indent:2em'>{block}</p>")
        else:
            rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in block)
            parts.append(f"<table border='1'>{rows}</table>")
    return "".join([*parts, "</body></html>"])


def _markdown(data: bytes) -> str:
    parts = []
    for block in _blocks(data):
        if isinstance(block, str):
            parts.append(block)
        else:
            rows = ["| " + " | ".join(cell.replace("\n", " ") for cell in row) + " |" for row in block]
            parts.append("\n".join([rows[0], "|---" * len(block[0]) + "|", *rows[1:]]))
    return "\n\n".join(parts)


def _text(data: bytes) -> str:
    parts = []
    for block in _blocks(data):
        if isinstance(block, str):
            parts.append(block)
        else:
            parts.append("\n\n".join("\n".join("\t" + cell for cell in row) for row in block))
    return "\n".join(parts)


def _pdf() -> bytes:
    first = Sheet().text("某局年度报告", 200, 40).body(["    一、甲乙丙丁", "戊" * 42, "己。"], 80).table(_ROWS, 740)
    second = Sheet().text("某局年度报告", 200, 40).table([_ROWS[0], ["3.强制", "1", "2"]], 72)
    return pdf(first, second.box(72, 200, 300, 260, "甲乙").box(72, 230, 200, 260, "丙"))
