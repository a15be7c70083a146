"""The model reports of the rule pack: compliant reports that rules prove themselves on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from checker.dataclass import dataclass
from checker.errors import InputError
from checker.report import Report
from checker.report_json import from_json


@dataclass(frozen=True, slots=True)
class Model:
    """The compliant reports of one layout: of the year, of the year before, and of another body."""

    report: Report
    previous: Report
    another: Report


@dataclass(frozen=True, slots=True)
class Models:
    """Models by layout, and a made-up name for each kind of body."""

    by_layout: Mapping[str, Model]
    bodies: Mapping[str, str]


def load_models(folder: Path) -> Models:
    """The models in `folder`: for each layout a folder of report.json, previous.json and another.json; bodies.json.

    Raises InputError for a file that is missing or holds no report.
    """
    found = {
        place.name: Model(*(_report(place / f"{name}.json") for name in ("report", "previous", "another")))
        for place in sorted(folder.iterdir())
        if place.is_dir()
    }
    return Models(found, json.loads((folder / "bodies.json").read_text(encoding="utf-8")))


def _report(path: Path) -> Report:
    try:
        data = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        return from_json(data, f"{path.parent.name}/{path.name}")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"范例报告读不出：{path}", f"no readable model report: {path}") from error
