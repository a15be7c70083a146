from pathlib import Path

from checker.sources import NoSource, collect


def test_a_folder_stands_for_its_word_files_sorted(tmp_path: Path) -> None:
    for name in ("乙.docx", "甲.DOCX", "~$乙.docx", ".隐.docx", "说明.txt", "旧.doc"):
        (tmp_path / name).touch()
    (tmp_path / "里.docx").mkdir()
    found, missing = collect([str(tmp_path)])
    assert [source.name for source in found] == [f"{tmp_path}/乙.docx", f"{tmp_path}/甲.DOCX"]
    assert missing == []


def test_what_names_nothing_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    found, missing = collect([str(tmp_path / "空"), str(tmp_path / "无.docx"), "a\0b"])
    assert found == []
    reasons = [item.reason for item in missing]
    assert reasons[:2] == ["empty-folder", "missing"]
    assert missing[2] == NoSource("a\0b", missing[2].reason)


def test_a_file_named_twice_is_checked_once_and_standard_input_is_a_source(tmp_path: Path) -> None:
    file = tmp_path / "甲.docx"
    file.touch()
    found, _ = collect([str(file), "-", str(file), str(tmp_path)])
    assert [source.name for source in found] == [str(file), "-"]
