"""LibreOffice opens annotated copies: every comment is there with its words, and the text is the original's."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import which

import pytest
from lxml import etree

from checker.document import Place
from checker.pack import load_pack
from tests.annotating.copies import annotated, read_all
from tests.builders import SHAPES, build, random_spec

SHOWN = (
    "plain",
    "strict",
    "sdt_nested",
    "sdt_cell",
    "title_textbox",
    "runs_split",
    "maker_wps",
    "margins",
    "title_vml",
    "links_field",
    "empties",
)
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def converted(files: list[Path], folder: Path) -> list[etree._Element]:
    """The files as flat OpenDocument, all by one call of LibreOffice."""
    soffice = which("soffice") or which("libreoffice")
    assert soffice, "these tests need LibreOffice: apt-get install libreoffice-writer"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    call = [soffice, profile, "--headless", "--convert-to", "fodt", "--outdir", str(folder), *map(str, files)]
    subprocess.run(call, check=True, timeout=240, capture_output=True)
    return [etree.parse(str(folder / f"{file.stem}.fodt"), etree.XMLParser(huge_tree=True)).getroot() for file in files]


def words(root: etree._Element) -> str:
    """The text of the body without comments and blanks."""
    body = root.find(f"{OFFICE}body")
    assert body is not None
    for annotation in list(body.iter(f"{OFFICE}annotation")):
        tail, parent = annotation.tail or "", annotation.getparent()
        assert parent is not None
        before = annotation.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
        parent.remove(annotation)
    return "".join("".join(str(text) for text in body.itertext()).split())


def test_comments_open_in_libreoffice_and_change_no_word(tmp_path: Path) -> None:
    pack = load_pack()
    counts, files = [], []
    for name in SHOWN:
        data = build(random_spec(5, "2021"), SHAPES[name])
        report = read_all(data, pack).report
        cells = [
            Place("requests", "requests", row, column)
            for row, figures in list(report.tables["requests"].rows.items())[::3]
            for column in figures
        ]
        quotes = [
            Place(section, paragraph=para.n, quote=para.text[2:9])
            for section, para in report.passages()
            if len(para.text) > 12
        ]
        places = [Place(), *cells, *quotes]
        counts.append(len(places))
        for kind, content in (("old", data), ("new", annotated(data, places, pack))):
            files.append(tmp_path / f"{name}-{kind}.docx")
            files[-1].write_bytes(content)
    roots = converted(files, tmp_path)
    for name, old, new, count in zip(SHOWN, roots[::2], roots[1::2], counts, strict=True):
        comments = list(new.iter(f"{OFFICE}annotation"))
        assert len(comments) == count, name
        said = ["".join("".join(str(t) for t in comment.itertext()).split()) for comment in comments]
        assert [text for text in said if "错误GK310数据不平改法：核对该列依据：惯例" not in text] == [], name
        assert words(new) == words(old), name


@pytest.mark.parametrize("name", ["faulty-2019.docx", "faulty-2021.docx"])
def test_the_examples_as_gkcheck_annotates_them(name: str, tmp_path: Path) -> None:
    from checker.annotating.annotate import annotate
    from checker.pipeline import check_files

    pack, path = load_pack(), Path(__file__).parents[2] / "docs" / "examples" / name
    (report,) = check_files([str(path)], pack=pack).reports
    copy = tmp_path / "copy.docx"
    copy.write_bytes(annotate(path.read_bytes(), report, pack.layouts, pack.names))
    (root,) = converted([copy], tmp_path)
    text = "".join(str(t) for a in root.iter(f"{OFFICE}annotation") for t in a.itertext())
    assert all(finding.code in text for finding in report.findings)
