from pathlib import Path

import click
import pytest

from checker.commands.targets import Target, ending_of, names_in_folder, pair


@pytest.mark.parametrize(
    ("forms", "outputs", "wanted"),
    [
        ([], [], [Target("table")]),
        (["json"], [], [Target("json")]),
        ([], ["a.sarif", "b.XML", "c.html", "d"], ["sarif", "junit", "html", "table"]),
        (["json", "html"], ["a", "b"], [Target("json", "a"), Target("html", "b")]),
        (["table", "sarif"], ["a.sarif"], [Target("table"), Target("sarif", "a.sarif")]),
        (["json", "table"], ["a.json", "-"], [Target("json", "a.json"), Target("table")]),
    ],
)
def test_formats_and_files_pair_in_their_order(forms: list[str], outputs: list[str], wanted: list[object]) -> None:
    got = pair(forms, outputs)
    assert [t.form for t in got] == wanted if isinstance(wanted[0], str) else got == wanted


@pytest.mark.parametrize(
    ("forms", "outputs"),
    [(["json", "html"], []), (["json"], ["a", "b"]), (["json", "html"], ["a", "./a"]), (["json", "html"], ["-", "-"])],
)
def test_what_does_not_pair_is_a_usage_error(forms: list[str], outputs: list[str]) -> None:
    with pytest.raises(click.UsageError):
        pair(forms, outputs)


def test_a_folder_is_one_that_is_there_or_ends_with_a_slash(tmp_path: Path) -> None:
    assert [Target("json", path).is_folder for path in (str(tmp_path), "new/", "new")] == [True, True, False]


def test_reports_of_one_name_are_numbered() -> None:
    files = ["a/报告.docx", "b/报告.docx", "-", "报告.DOCX"]
    assert names_in_folder(files, ".html") == ["报告.html", "报告-2.html", "report.html", "报告-3.html"]
    assert names_in_folder(files[:2]) == ["报告.docx", "报告-2.docx"]
    assert ending_of("junit") == ".xml" and ending_of("json") == ".json"
