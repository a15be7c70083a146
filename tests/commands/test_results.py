"""Results by the command line: pairs of formats and files, folders, copies with comments, and what may go wrong."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from shutil import copy

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result

from checker.commands.group import group

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"


def gkcheck(*words: str) -> Result:
    return CliRunner().invoke(group, ["check", *words], prog_name="gkcheck")


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    copy(EXAMPLES / "faulty-2021.docx", tmp_path / "甲局.docx")
    copy(EXAMPLES / "compliant-2021.docx", tmp_path / "乙局.docx")
    return tmp_path


def test_one_call_writes_every_format(reports: Path) -> None:
    forms = {"json": "a.json", "sarif": "a.sarif", "junit": "a.xml", "github": "a.txt", "markdown": "a.md"}
    forms |= {"html": "a.html", "xlsx": "a.xlsx"}
    words = [word for form, file in forms.items() for word in ("--format", form, "-o", file)]
    done = gkcheck("甲局.docx", "乙局.docx", "--format", "table", *words)
    assert done.exit_code == 1
    assert "GK202" in done.output
    assert all((reports / file).stat().st_size for file in forms.values())
    assert len(json.loads((reports / "a.json").read_text())["reports"]) == 2
    assert openpyxl.load_workbook(reports / "a.xlsx").sheetnames


def test_a_folder_takes_a_file_for_each_report(reports: Path) -> None:
    done = gkcheck(".", "没有.docx", "--format", "html", "-o", "out/", "--format", "json", "-o", "out/")
    assert done.exit_code == 2
    assert sorted(p.name for p in (reports / "out").iterdir()) == ["乙局.html", "乙局.json", "甲局.html", "甲局.json"]
    assert "没有.docx" in done.stderr
    assert len(json.loads((reports / "out" / "甲局.json").read_text())["reports"]) == 1


def test_copies_with_comments_go_to_a_file_or_a_folder(reports: Path) -> None:
    before = {path.name: path.read_bytes() for path in reports.glob("*.docx")}
    assert gkcheck("甲局.docx", "--annotate", "批注.docx").exit_code == 1
    once = (reports / "批注.docx").read_bytes()
    assert gkcheck("甲局.docx", "乙局.docx", "--annotate", "copies/").exit_code == 1
    assert (reports / "copies" / "甲局.docx").read_bytes() == once
    assert (reports / "copies" / "乙局.docx").read_bytes() == before["乙局.docx"]
    found = json.loads(gkcheck("甲局.docx", "--format", "json").output)["reports"][0]["findings"]
    comments = list(docx.Document(BytesIO(once)).comments)
    assert [c.paragraphs[0].text.split()[1] for c in comments] == [f["code"] for f in found]
    assert {path.name: path.read_bytes() for path in reports.glob("?局.docx")} == before


def test_an_annotated_copy_is_found_to_hold_comments(reports: Path) -> None:
    gkcheck("甲局.docx", "--annotate", "批注.docx")
    assert "GK011" in gkcheck("批注.docx").output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("甲局.docx", "-o", "甲局.docx"), "不会覆盖"),
        (("甲局.docx", "--previous", "乙局.docx", "-o", "乙局.docx"), "不会覆盖"),
        ((".", "-o", "坏.docx"), "不会覆盖"),
        (("甲局.docx", "--annotate", "甲局.docx"), "不会覆盖"),
        (("甲局.docx", "--annotate", "./甲局.docx"), "不会覆盖"),
        ((".", "--annotate", "./"), "不会覆盖"),
        (("甲局.docx", "-o", "none/a.json"), "请检查文件夹是否存在"),
        (("甲局.docx", "-o", "none/none/"), "上级文件夹"),
        (("甲局.docx", "--annotate", "none/a.docx"), "请检查文件夹是否存在"),
        (("甲局.docx", "--format", "json", "-o", "/dev/full"), "磁盘已满"),
        (("甲局.docx", "--annotate", "/dev/full"), "磁盘已满"),
        (("甲局.docx", "乙局.docx", "--annotate", "a.docx"), "以 / 结尾"),
        (("甲局.docx", "--format", "json", "--format", "html"), "成对"),
        (("甲局.docx", "--format", "html", "-o", "甲局.docx/"), "文件夹"),
    ],
)
def test_what_cannot_be_written_is_told_and_the_status_is_2(words: tuple[str, ...], said: str, reports: Path) -> None:
    (reports / "坏.docx").write_bytes(b"PK\x03\x04")
    before = {path: path.read_bytes() for path in reports.glob("*.docx")}
    done = gkcheck(*words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in reports.iterdir() if path.is_file()} == before


def test_what_is_no_word_file_cannot_be_annotated_and_hinders_no_other(reports: Path) -> None:
    gkcheck("甲局.docx", "--format", "json", "-o", "x.json")
    from checker.commands.group import group as all_commands

    parsed = CliRunner().invoke(all_commands, ["parse", "甲局.docx", "-o", "丙局.json"])
    assert parsed.exit_code == 0
    done = gkcheck("丙局.json", "甲局.docx", "--annotate", "copies/")
    assert done.exit_code == 2
    assert "丙局.json" in done.stderr and "另存为 .docx" in done.stderr
    assert [path.name for path in (reports / "copies").iterdir()] == ["甲局.docx"]


def test_a_link_is_written_through_and_a_device_is_not_replaced(reports: Path) -> None:
    (reports / "real.json").write_text("old")
    (reports / "link.json").symlink_to("real.json")
    gkcheck("乙局.docx", "-o", "link.json")
    assert (reports / "link.json").is_symlink()
    assert json.loads((reports / "real.json").read_text())["schema"]
    gkcheck("乙局.docx", "-o", "/dev/null")
    assert not Path("/dev/null").is_file()


def test_names_as_long_as_the_system_takes_can_be_written(reports: Path) -> None:
    name = "长" * 80 + ".json"
    assert gkcheck("乙局.docx", "-o", name).exit_code == 0
    assert (reports / name).is_file()
