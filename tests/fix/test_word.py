"""What is written into a Word file: the characters meant, in their runs, and nothing else; or a clear refusal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from checker.annotating.container import copy_with
from tests.builders import SHAPES, build, random_spec
from tests.fix.files import MAIN, codes, mended, part, patched, whys

OPEN = '<w:r><w:t xml:space="preserve">'
CONTROL, END = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent><w:r>", "</w:r></w:sdtContent></w:sdt>"
PHONE = "0839-5550132"
DASHED = "0839—5550132"


def test_only_the_main_part_differs_and_only_where_it_was_mended() -> None:
    data = patched((PHONE, DASHED))
    result = mended(data)
    assert codes(result) == ["GK212"]
    assert part(result.data) == part(data).replace(DASHED, PHONE)
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(result.data)) as new:
        assert old.namelist() == new.namelist()
        assert all(old.read(name) == new.read(name) for name in old.namelist() if name != MAIN)


def test_a_file_without_faults_comes_back_as_it_is() -> None:
    data = patched()
    assert mended(data).data == data


def test_runs_keep_their_properties_where_words_are_split() -> None:
    split = '08</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>39—5</w:t></w:r><w:r><w:t xml:space="preserve">550132'
    result = mended(patched((PHONE, split)))
    assert split.replace("—", "-") in part(result.data)


def test_a_word_over_two_runs_goes_into_the_first() -> None:
    text = "全年通过县政府门户网站"
    split = f"截</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>止到</w:t></w:r>{OPEN}12月底，{text}"
    result = mended(patched((text, split)))
    assert codes(result) == ["GK804"]
    assert "截</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>至</w:t></w:r>" in part(result.data)


def test_entities_and_blanks_stay() -> None:
    text = "全年通过县政府门户网站"
    result = mended(patched((text, "&lt;A&amp;B&gt; 群众,企业 ，" + text)))
    assert ">&lt;A&amp;B&gt; 群众，企业 ，" + text in part(result.data)


def test_a_blank_cell_is_written_as_its_paragraph_mark_looks() -> None:
    cell = '<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3"><w:pPr><w:jc w:val="center"/></w:pPr>'
    data = patched()
    row = part(data).index("属于行政查询事项")
    old = cell + '<w:r><w:t xml:space="preserve">0</w:t></w:r></w:p>'
    at = part(data).index(old, row)
    look = '<w:rPr><w:ins w:id="7" w:author="a"/><w:sz w:val="18"/></w:rPr>'
    empty = f'<w:p><w:pPr><w:jc w:val="center"/>{look}</w:pPr></w:p>'
    text = part(data)
    result = mended(copy_with(data, {MAIN: (text[:at] + empty + text[at + len(old) :]).encode()}))
    assert "GK301" in codes(result)
    run = '<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>0</w:t></w:r></w:p>'
    assert part(result.data) == text[:at] + empty.replace("</w:p>", run) + text[at + len(old) :]


def test_an_empty_tag_gets_an_end() -> None:
    data = patched()
    text = part(data)
    row = text.index("属于行政查询事项")
    start = text.index("<w:p ", text.index("<w:tc>", row))
    end = text.index("</w:p>", start) + len("</w:p>")
    result = mended(copy_with(data, {MAIN: (text[:start] + "<w:p/>" + text[end:]).encode()}))
    assert "<w:p><w:r><w:t>1</w:t></w:r></w:p>" in part(result.data)


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ('<w:ins w:id="1" w:author="a"><w:r>', "</w:r></w:ins>", "tracked"),
        ('<w:fldSimple w:instr="DOCPROPERTY tel"><w:r>', "</w:r></w:fldSimple>", "field"),
        (CONTROL.format('<w:lock w:val="contentLocked"/>'), END, "control"),
        (CONTROL.format('<w:dataBinding w:xpath="a"/>'), END, "control"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF tel</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>',
            '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "field",
        ),
    ],
)
def test_what_cannot_be_changed_safely_is_refused(before: str, after: str, why: str) -> None:
    inside = f'</w:t></w:r>{before}<w:t>{DASHED}</w:t>{after}<w:r><w:t xml:space="preserve">'
    data = patched((PHONE, inside))
    result = mended(data)
    assert whys(result) == [("GK212", why)]
    assert result.data == data


def test_a_change_across_a_deletion_is_refused() -> None:
    gone = '<w:del w:id="1" w:author="a"><w:r><w:delText>x</w:delText></w:r></w:del>'
    text = "全年通过县政府门户网站"
    split = f"截</w:t></w:r><w:r><w:t>止</w:t></w:r>{gone}<w:r><w:t>到</w:t></w:r>{OPEN}12月底，{text}"
    data = patched((text, split))
    result = mended(data)
    assert ("GK804", "tracked") in whys(result)
    assert result.data == data


def test_numbers_that_word_makes_are_left() -> None:
    spec = random_spec(3, "2021")
    numbers = [replace(s, number="九、") if s.key == "problems" else s for s in spec.sections]
    typed = mended(build(replace(spec, sections=tuple(numbers)), SHAPES["plain"]))
    assert codes(typed) == ["GK103"]
    listed = build(spec, SHAPES["numbering_list"])
    text = part(listed, "word/numbering.xml")
    started = text.replace('<w:start w:val="1"/>', '<w:start w:val="4"/>', 1)
    assert started != text
    data = copy_with(listed, {"word/numbering.xml": started.encode()})
    result = mended(data)
    assert {why for code, why in whys(result) if code == "GK103"} == {"automatic"}
    assert result.data == data


@pytest.mark.parametrize(
    "shape", [name for name in SHAPES if name.startswith(("sdt", "runs", "maker", "strict", "blanks"))]
)
def test_shapes_of_files_do_not_matter(shape: str) -> None:
    spec = random_spec(5, "2021")
    spec = replace(spec, preface=tuple(text.replace("-", "—", 1) if "电话" in text else text for text in spec.preface))
    table = spec.table("requests")
    spec = spec.with_table(
        table.put("inquiry", "natural", "").put("received", "natural", f"0{table.cells['received', 'natural']}")
    )
    result = mended(build(spec, SHAPES[shape]))
    assert {"GK301", "GK304"} <= set(codes(result))
    assert not result.left
    assert not {f.code for f in result.after.findings} & {"GK212", "GK301", "GK304"}


def _other_prefix(text: str) -> str:
    return (
        text.replace("<w:", "<ns0:").replace("</w:", "</ns0:").replace(" w:", " ns0:").replace("xmlns:w=", "xmlns:ns0=")
    )


@pytest.mark.parametrize(
    "written",
    [
        lambda text: text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"),
        lambda text: text.replace('encoding="UTF-8"', 'encoding="GB18030"').encode("gb18030"),
        lambda text: _other_prefix(text).encode(),
        lambda text: text.replace("—5550132", "&#8212;5550132").encode(),
        lambda text: (
            text.replace(">本报告于2024年", "><![CDATA[本报告于2024年").replace("cn）。</", "cn）。]]></").encode()
        ),
    ],
    ids=["utf-16", "gb18030", "prefix", "reference", "cdata"],
)
def test_however_the_markup_is_written(written: Callable[[str], bytes]) -> None:
    text = part(patched((PHONE, DASHED), ("全年通过县政府门户网站", "有网站,公众号。全年通过县政府门户网站")))
    result = mended(copy_with(patched(), {MAIN: written(text)}))
    assert sorted(codes(result)) == ["GK212", "GK803"]
    assert not result.after.findings
