"""The pattern by which last year's report is found."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from checker.dataclass import replace
from checker.pack import load_pack
from checker.previous import previous_files, unknown_hole, why_not_compared
from checker.reading import read_report
from checker.report import Organisation, Report
from checker.settings import Settings
from checker.sources import Source
from tests.config.conftest import EXAMPLES, Run


@pytest.fixture(scope="module")
def report() -> Report:
    path = EXAMPLES / "compliant-2021.docx"
    return read_report(Source(str(path), path), load_pack(), Settings())  # of 2023, of 云岭县人民政府


def _found(folder: Path, pattern: str, report: Report, name: str, **former: tuple[str, ...]) -> list[str]:
    path = folder / "2023" / name
    return [one.name for one in previous_files(pattern, path, report, former)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("2022/a.docx", "2022/云岭县2022年报.docx", "2022/云岭县人民政府.docx", "2023/a.docx", "2023/b.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "name", "wanted"),
    [
        ("../{year-1}/{name}.docx", "a.docx", ["a.docx"]),
        ("../{year-1}/{name}.docx", "b.docx", []),
        ("../{year-1}/{name}.docx", "云岭县2023年报.docx", ["云岭县2022年报.docx"]),
        ("../{year-1}/{body}.docx", "a.docx", ["云岭县人民政府.docx"]),
        ("../{year-1}/云岭县*.docx", "a.docx", ["云岭县2022年报.docx", "云岭县人民政府.docx"]),
        ("../{year}/{name}.docx", "a.docx", []),  # never the report itself
        ("../**/{name}.docx", "a.docx", ["a.docx"]),
        ("../{year-2}/{name}.docx", "a.docx", []),
    ],
)
def test_what_a_pattern_means(folder: Path, report: Report, pattern: str, name: str, wanted: list[str]) -> None:
    (folder / "2023" / name).write_bytes(b"")
    assert _found(folder, pattern, report, name) == wanted


def test_a_renamed_body_is_looked_for_under_its_former_names(folder: Path, report: Report) -> None:
    renamed = replace(report, organisation=Organisation("云岭市人民政府"))
    assert _found(folder, "../{year-1}/{body}.docx", renamed, "a.docx") == []
    former = {"云岭市人民政府": ("云岭地区", "云岭县人民政府")}
    assert _found(folder, "../{year-1}/{body}.docx", renamed, "a.docx", **former) == ["云岭县人民政府.docx"]


def test_a_body_s_name_leads_to_no_other_folder(folder: Path, report: Report) -> None:
    hostile = replace(report, organisation=Organisation("../2022/a"))
    assert _found(folder, "{body}.docx", hostile, "b.docx") == []
    anything = replace(report, organisation=Organisation("*"))
    assert _found(folder, "../{year-1}/{body}.docx", anything, "a.docx") == []


def test_without_a_year_or_a_name_there_is_none(folder: Path, report: Report) -> None:
    assert _found(folder, "../{year-1}/*.docx", replace(report, year=None), "a.docx") == []
    assert _found(folder, "../{year-1}/{body}.docx", replace(report, organisation=Organisation()), "a.docx") == []


@pytest.mark.parametrize(
    ("pattern", "slip"),
    [("{year-1}/{name}*", None), ("{yaer}/a", "{yaer}"), ("{year-0}", "{year-0}"), ("a}", "}"), ("{a", "{")],
)
def test_holes_that_mean_nothing_are_seen(pattern: str, slip: str | None) -> None:
    assert unknown_hole(pattern) == slip


def _last_year(report: Report, body: str | None, year: int = 2022) -> Report:
    return replace(report, year=year, organisation=Organisation(body))


@pytest.mark.parametrize(
    ("body", "year", "said"),
    [
        ("云岭县人民政府", 2022, None),
        ("云岭县", 2022, None),
        (None, 2022, None),
        ("云岭县人民政府", 2021, "是2021年度的报告"),
        ("云岭县财政局", 2022, None),  # may answer for the government beside it
        ("青山县人民政府", 2022, "是青山县人民政府的报告，不是云岭县人民政府"),
        ("云岭区人民政府", 2022, None),  # its former name
    ],
)
def test_a_report_of_another_year_or_body_is_not_compared(
    report: Report, body: str | None, year: int, said: str | None
) -> None:
    former = {"云岭县人民政府": ("云岭区人民政府",)}
    why = why_not_compared(_last_year(report, body, year), report, former, load_pack().names)
    assert (why is None) if said is None else (why is not None and said in why.zh)


def test_the_other_body_is_told_and_the_rest_is_checked(tmp_path: Path, run: Run) -> None:
    for name, old, new in (("a.docx", "", ""), ("b.docx", "云岭县", "青山县")):
        document = docx.Document(str(EXAMPLES / "compliant-2021.docx"))
        for paragraph in document.paragraphs:
            if name == "b.docx" and ("2023" in paragraph.text or old in paragraph.text):
                paragraph.text = paragraph.text.replace("2023", "2022").replace(old, new)
        document.save(str(tmp_path / name))
    done = run(str(tmp_path / "a.docx"), "--previous", str(tmp_path / "b.docx"), "--format", "json")
    outcome = json.loads(done.stdout)
    assert done.exit_code == 2
    assert outcome["reports"][0]["findings"] == []
    assert "是青山县人民政府的报告，不是云岭县人民政府" in outcome["errors"][0]["message"]
