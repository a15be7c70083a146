"""The JSON contracts: what `check --format json` and `parse` print is valid by the schemas; reports read back equal."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from checker.commands.group import group
from checker.json_text import dump, load
from checker.pack import Pack, load_pack
from checker.reading import read_report
from checker.report_json import from_json, to_json
from checker.settings import Settings
from checker.sources import Source
from tests.builders import SHAPES, build, random_spec

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "docs" / "examples"


def schema(name: str) -> Draft202012Validator:
    content = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(content)
    return Draft202012Validator(content)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


def run(*words: str | Path) -> tuple[int, Any]:
    done = CliRunner().invoke(group, [str(word) for word in words])
    return done.exit_code, json.loads(done.stdout)


def test_findings_are_valid_and_count_themselves(tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 no archive")
    paths = (
        EXAMPLES / "faulty-2021.docx",
        EXAMPLES / "compliant-2019.docx",
        tmp_path / "坏.docx",
        tmp_path / "无.docx",
    )
    status, found = run("check", "--format", "json", *paths)
    schema("findings").validate(found)
    assert status == 2
    assert [Path(error["file"]).name for error in found["errors"]] == ["无.docx", "坏.docx"]
    faulty, compliant = found["reports"]
    for report in found["reports"]:
        severities = [finding["severity"] for finding in report["findings"]]
        assert report["counts"] == {level: severities.count(level) for level in ("error", "warning", "notice")} | {
            "waived": len(report["waived"])
        }
        assert report["checked"] == report["rules"]["passed"] + report["rules"]["failed"]
        assert report["rules"]["failed"] == len({finding["code"] for finding in report["findings"]})
    assert compliant["findings"] == []
    assert faulty["rules"]["failed"] > 0


def test_findings_stand_in_document_order_and_name_both_numbers() -> None:
    _, found = run("--format", "json", EXAMPLES / "faulty-2021.docx")
    findings = found["reports"][0]["findings"]
    by_code = {finding["code"]: finding for finding in findings}
    received = by_code["GK401"]
    assert (received["expected"], received["actual"]) == (40, 42)
    assert received["place"]["section"] == "overview"
    assert "42" in received["place"]["quote"]
    balance = by_code["GK310"]
    assert (balance["place"]["table"], balance["place"]["column"]) == ("requests", "natural")
    assert {place["row"] for place in balance["related"]} >= {"received", "carried_in", "carried_out"}
    sections = [finding["place"]["section"] for finding in findings if finding["place"]["section"]]
    order = ["title", "preface", "overview", "disclosure", "requests", "disputes", "problems", "other"]
    assert sections == sorted(sections, key=order.index)


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 1),
        (["--fail-on", "never"], 0),
        (["--select", "GK104"], 0),
        (["--select", "GK104", "--fail-on", "warning"], 1),
        (["--ignore", "GK"], 0),
    ],
)
def test_exit_status_is_that_of_the_threshold(options: list[str], status: int) -> None:
    assert run(EXAMPLES / "faulty-2021.docx", "--format", "json", *options)[0] == status


@pytest.mark.parametrize("layout", ["2019", "2021"])
@pytest.mark.parametrize("shape", ["plain", "cover", "title_break", "disclosure_blocks", "sdt_cell"])
def test_a_report_reads_back_equal(layout: str, shape: str, tmp_path: Path, pack: Pack) -> None:
    file = tmp_path / "报告.docx"
    file.write_bytes(build(random_spec(len(shape), layout), SHAPES[shape]))
    report = read_report(Source(str(file), file), pack, Settings())
    text = dump(to_json(report))
    schema("report").validate(json.loads(text))
    again: Any = load(text)
    assert from_json(again) == report
    status, parsed = run("parse", file)
    assert status == 0
    assert json.loads(text) == parsed


def test_numbers_keep_their_digits() -> None:
    done = CliRunner().invoke(group, ["parse", str(EXAMPLES / "compliant-2019.docx")])
    parsed: Any = load(done.stdout)
    amount = parsed["tables"]["disclosure"]["rows"]["procurement"]["amount"]
    assert amount == {"raw": "1843.75万元", "value": Decimal("1843.75"), "state": "number"}
    assert parsed["period"] == {"start": "2020-01-01", "end": "2020-12-31"}


def test_a_previous_report_of_another_year_is_told(tmp_path: Path) -> None:
    other = EXAMPLES / "compliant-2019.docx"
    status, found = run(EXAMPLES / "compliant-2021.docx", "--previous", other, "--format", "json")
    assert status == 2
    assert [Path(error["file"]).name for error in found["errors"]] == ["compliant-2019.docx"]
    assert "2020年度" in found["errors"][0]["message"]
    assert found["reports"][0]["findings"] == []


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 broken"])
def test_a_previous_report_that_cannot_be_read_hides_nothing(tmp_path: Path, content: bytes | None) -> None:
    before = tmp_path / "before.docx"
    if content is not None:
        before.write_bytes(content)
    status, found = run(EXAMPLES / "faulty-2021.docx", "--previous", before, "--format", "json")
    assert status == 2
    assert [error["file"] for error in found["errors"]] == [str(before)]
    assert found["errors"][0]["message"].count(str(before)) == 0
    assert found["reports"][0]["findings"] != []
