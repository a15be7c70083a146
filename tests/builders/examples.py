"""The example reports under docs/examples/: the model reports of the rule pack as Word files, whole and with faults.

python -m tests.builders.examples        writes them again
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.builders.build import build
from tests.builders.shapes import Shape
from tests.builders.spec import Body, SectionSpec, Spec, TableSpec

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "examples"
_BODY = Body("云岭县人民政府", "government", "county", "我县", "云岭县人民路1号", "0593")
_SHAPE = Shape(headings="style", signature=False)


def _spec(layout: str) -> Spec:
    model = json.loads((ROOT / "rules" / "models" / layout / "report.json").read_text(encoding="utf-8"))
    numbers = {entry["key"]: entry["number"] for entry in model["outline"]}
    return Spec(
        layout=layout,
        year=model["year"],
        body=_BODY,
        title=(model["title"]["text"],),
        preface=tuple(p["text"] for p in model["preface"]),
        sections=tuple(_section(key, f"{numbers[key]}、", value) for key, value in model["sections"].items()),
        tables=tuple(_table(key, layout, value) for key, value in model["tables"].items()),
    )


def _section(key: str, number: str, section: dict[str, Any]) -> SectionSpec:
    return SectionSpec(key, number, section["heading"], tuple(p["text"] for p in section["paragraphs"]))


def _table(key: str, layout: str, table: dict[str, Any]) -> TableSpec:
    cells = {
        (row, column): figure["raw"]
        for row, figures in table["rows"].items()
        for column, figure in figures.items()
        if figure["state"] != "missing"
    }
    return TableSpec(key, layout, cells)


def _faulty(spec: Spec) -> Spec:
    """Faults that offices make: a blank cell, a slash, a figure that is off, one of the text, a year, a heading."""
    requests = spec.table("requests")
    carried = str(requests.number("carried_in", "natural") - 1)
    requests = requests.put("carried_in", "natural", carried)
    spec = spec.with_table(requests.put("stability", "natural", "").put("publication", "research", "/"))
    received = requests.number("received", "total")
    overview = spec.section("overview")
    said, wrong = f"申请{received}件", f"申请{received + 2}件"
    spec = spec.with_section(replace(overview, paragraphs=tuple(p.replace(said, wrong) for p in overview.paragraphs)))
    problems = spec.section("problems")
    spec = spec.with_section(replace(problems, heading=problems.heading.replace("改进", "改近")))
    year = f"{spec.year}年1月1日"
    return replace(spec, preface=tuple(p.replace(year, f"{spec.year - 1}年1月1日") for p in spec.preface))


def examples() -> dict[str, bytes]:
    """File name -> content, the same whenever it is built."""
    found = {}
    for layout in ("2019", "2021"):
        spec = _spec(layout)
        found[f"compliant-{layout}.docx"] = build(spec, _SHAPE)
        found[f"faulty-{layout}.docx"] = build(_faulty(spec), _SHAPE)
    return found


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in examples().items():
        (FOLDER / name).write_bytes(content)
