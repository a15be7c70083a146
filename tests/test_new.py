"""gkcheck new: an empty report of each year's format, whose tables are right at once."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from docx import Document as open_docx
from lxml import etree

from checker.commands.group import group
from checker.errors import RuleFileError
from checker.findings import Assessment
from checker.language.table_view import MISSING
from checker.layout.load import load_layouts
from checker.layout.model import Layout
from checker.pipeline import check_files
from checker.resources import folder
from checker.starting.template import parse_template

LAYOUTS = load_layouts([folder("rules") / "layouts"])
NAMES = ("云岭县人民政府", "云岭县财政局", "云岭县城关镇人民政府", "云岭县城东街道办事处", "云岭县疾病预防控制中心")
OPEN = {"GK204", "GK503", "GK809"}  # the contact, the problem and all else that only the office can fill in


def new(*words: object) -> Result:
    return CliRunner().invoke(group, ["new", *map(str, words)])


def checked(path: Path) -> Assessment:
    (assessment,) = check_files([str(path)]).reports
    return assessment


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.key)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wrong_but_what_is_to_be_filled_in(tmp_path: Path, layout: Layout, name: str) -> None:
    path = tmp_path / "a.docx"
    year = layout.last_year or 2026
    assert new("--year", year, "--name", name, "-o", path).exit_code == 0
    found = checked(path)
    assert {f.code for f in found.findings} == OPEN
    assert not found.not_assessed
    report = found.report
    assert report is not None
    assert (report.year, report.organisation.name, report.layout) == (year, name, layout.key)
    assert [h.key for h in report.outline] == [s.key for s in layout.sections]
    assert report.period.start is not None
    for form in layout.tables:
        table = report.tables[form.key]
        assert table.layout == layout.key
        held = {
            (row, column): figure.raw
            for row, figures in table.rows.items()
            for column, figure in figures.items()
            if figure != MISSING
        }
        assert held == {(row, column): "0" for row in form.rows for column in form.columns_of(row)}


def test_every_place_to_be_filled_in_is_found_if_it_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    assert new("--year", 2026, "--name", NAMES[0], "-o", path).exit_code == 0
    report = checked(path).report
    assert report is not None
    for _, para in report.passages():
        for place in para.text.split("【")[1:]:
            told = "【" + place.partition("】")[0] + "】"
            mended = para.text.replace(told, "")
            assert mended != para.text
    (finding,) = [f for f in checked(path).findings if f.code == "GK809"]
    left = sum(para.text.count("【") for _, para in report.passages())
    assert len({*finding.related, finding.place}) == left
    assert left > 10


def test_the_body_decides_what_is_asked(tmp_path: Path) -> None:
    texts = {}
    for kind in ("government", "institution"):
        path = tmp_path / f"{kind}.docx"
        assert new("--year", 2026, "--name", "某某", "--kind", kind, "-o", path).exit_code == 0
        texts[kind] = "".join(p.text for p in open_docx(str(path)).paragraphs)
    assert "社会评议" in texts["government"]
    assert "社会评议" not in texts["institution"]


def test_the_file_is_the_same_each_time_and_read_by_others(tmp_path: Path) -> None:
    one, two = tmp_path / "1.docx", tmp_path / "2.docx"
    for path in (one, two):
        assert new("--year", 2026, "--name", NAMES[1], "-o", path).exit_code == 0
    assert one.read_bytes() == two.read_bytes()
    with ZipFile(BytesIO(one.read_bytes())) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            etree.fromstring(archive.read(name))
    read = open_docx(str(one))
    assert [len(table.columns) for table in read.tables] == [4, 10, 15]
    assert read.paragraphs[0].style.name == "Title"


def test_marks_of_markup_in_a_name_are_text(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    assert new("--year", 2026, "--name", "甲<&>\x07{year}局", "-o", path).exit_code == 0
    assert open_docx(str(path)).paragraphs[0].text.startswith("甲<&>{year}局\n2026年")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--year", "2018", "--name", "某某局"], "2019"),
        (["--year", "2026", "--name", " \x07"], "--name"),
    ],
)
def test_what_cannot_be_written_is_told(tmp_path: Path, words: list[str], said: str) -> None:
    path = tmp_path / "a.docx"
    ended = new(*words, "-o", path)
    assert ended.exit_code == 2
    assert said in ended.stderr
    assert not path.exists()


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"mine")
    assert new("--year", 2026, "--name", "某某局", "-o", path).exit_code == 2
    assert path.read_bytes() == b"mine"


def test_an_office_may_have_a_template_of_its_own(tmp_path: Path) -> None:
    place = tmp_path / "own" / "templates"
    place.mkdir(parents=True)
    own = (folder("rules") / "templates" / "2021.template").read_text(encoding="utf-8")
    (place / "2021.template").write_text(own.replace("（一）主动公开。", "（一）我们的主动公开。"), encoding="utf-8")
    (place.parent / "layouts").mkdir()
    path = tmp_path / "a.docx"
    assert new("--year", 2026, "--name", "某某局", "--rules", place.parent, "-o", path).exit_code == 0
    assert any("我们的" in p.text for p in open_docx(str(path)).paragraphs)


@pytest.mark.parametrize(
    ("old", "new_text", "line"),
    [
        ("section overview", "section overvue", 12),
        ("    text.town", "    words.town", 19),
        ("template 2021", "template 2019", 1),
    ],
)
def test_a_fault_in_a_template_is_told_with_its_line(old: str, new_text: str, line: int) -> None:
    source = (folder("rules") / "templates" / "2021.template").read_text(encoding="utf-8")
    with pytest.raises(RuleFileError) as fault:
        parse_template(source.replace(old, new_text), "2021.template", LAYOUTS[-1])
    assert fault.value.line == line


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    assert new("--year", 2026, "--name", NAMES[0], "-o", path).exit_code == 0
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    words = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
