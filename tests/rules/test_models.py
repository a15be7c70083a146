"""The model reports: valid, consistent, and the same when printed and laid again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from checker.layout.lay import lay
from checker.models import Models, load_models
from checker.pack import Pack
from checker.printed import document, printed
from checker.report import Report
from checker.resources import folder

FILES = sorted((folder("rules") / "models").glob("*/*.json"))
CASES = pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")


def model(models: Models, path: Path) -> Report:
    by_layout = models.by_layout[path.parent.name]
    return {"report": by_layout.report, "previous": by_layout.previous, "another": by_layout.another}[path.stem]


def test_each_layout_has_its_models(pack: Pack, models: Models) -> None:
    assert set(models.by_layout) == {layout.key for layout in pack.layouts}
    assert len(FILES) == 3 * len(pack.layouts)


@CASES
def test_a_model_is_valid_by_the_schema(path: Path) -> None:
    schema = json.loads((folder("schemas") / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(path.read_text(encoding="utf-8")))


@CASES
def test_a_printed_model_is_read_back_as_it_was(path: Path, pack: Pack, models: Models) -> None:
    report = model(models, path)
    again = lay(document(printed(report, pack.layouts)), pack.layouts, pack.names, file=report.file)
    assert again == report


@CASES
def test_a_model_is_of_its_layout_and_says_something(path: Path, pack: Pack, models: Models) -> None:
    report = model(models, path)
    layout = next(layout for layout in pack.layouts if layout.key == path.parent.name)
    assert report.year is not None
    assert layout.covers(report.year)
    assert (report.period.start, report.period.end) == (date(report.year, 1, 1), date(report.year, 12, 31))
    assert sum(len(p.text) for _, p in report.passages()) > 1000
    values = [f.value for table in report.tables.values() for cells in table.rows.values() for f in cells.values()]
    assert None not in values
    assert sum(1 for v in values if v) > 20


def test_last_years_model_leads_over_to_this_years(models: Models) -> None:
    for m in models.by_layout.values():
        assert (m.report.year or 0) - (m.previous.year or 0) == 1
        assert m.report.organisation == m.previous.organisation != m.another.organisation
        carried_out = m.previous.tables["requests"].rows["carried_out"]
        carried_in = m.report.tables["requests"].rows["carried_in"]
        assert {c: f.value for c, f in carried_in.items()} == {c: f.value for c, f in carried_out.items()}


def test_a_report_with_a_row_and_a_column_gone_is_printed_without_them(pack: Pack, models: Models) -> None:
    report = models.by_layout["2021"].report
    table = report.tables["requests"]
    rows = {
        row: {
            c: replace(f, raw="", value=None, state="missing") if "research" in (row, c) or row == "internal" else f
            for c, f in cells.items()
        }
        for row, cells in table.rows.items()
    }
    labels = {key: label for key, label in table.labels.items() if key not in ("research", "internal")}
    cut = replace(report, tables={**report.tables, "requests": replace(table, rows=rows, labels=labels)})
    again = lay(document(printed(cut, pack.layouts)), pack.layouts, pack.names, file=report.file)
    assert again == cut


def test_a_folder_without_models_is_refused(tmp_path: Path) -> None:
    from checker.errors import InputError

    (tmp_path / "2021").mkdir()
    with pytest.raises(InputError, match=r"report\.json"):
        load_models(tmp_path)
