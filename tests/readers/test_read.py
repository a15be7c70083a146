"""Input that is no report, or no longer one: a clear line, never a traceback; what can still be read is read."""

from __future__ import annotations

import struct
import tempfile
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import InputError
from checker.readers import limits, read
from tests.readers.docx_xml import NAMESPACES, TYPES, document, docx, p, package, relationships, row, table

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
GOOD = docx(p("一、总体情况") + table(row("甲", "1")))


def main(xml: str | bytes) -> bytes:
    """A package with this main part."""
    return package({"_rels/.rels": relationships(("officeDocument", "word/document.xml")), "word/document.xml": xml})


def refused(data: bytes | Path) -> str:
    with pytest.raises(InputError) as caught:
        read(data, "a.docx")
    assert caught.value.message_zh
    assert "\n" not in caught.value.message_zh + caught.value.message_en
    return caught.value.message_en


def fifty_thousand(opening: str, closing: str, core: str = "") -> str:
    return f"<w:document {NAMESPACES}><w:body>{opening * 50_000}{core}{closing * 50_000}</w:body></w:document>"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\x01\x02\x03\x04words", "neither a Word document nor"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "picture"),
        (b"<html><body>", "the page holds no text"),
        (b" \n", "holds no text"),
        (b'<?xml version="1.0"?><a/>', "XML"),
        (b"Rar!\x1a\x07\x00", "archive"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE + "WordDocument".encode("utf-16-le"), "old .doc"),
        (OLE, "old Office"),
        (b"PK\x03\x04", "truncated or damaged"),
        (b"PK\x05\x06" + bytes(18), "no valid .docx"),
        (GOOD[: len(GOOD) // 2], "truncated or damaged"),
        (GOOD[:-30], "truncated or damaged"),
        (package({"a.txt": "x"}), "word/document.xml"),
        (package({"[Content_Types].xml": TYPES}), "word/document.xml"),
        (package({"xl/workbook.xml": "<a/>"}), "Excel"),
        (
            package({"_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")), "xl/workbook.xml": "<a/>"}),
            "Excel",
        ),
        (package({"ppt/presentation.xml": "<a/>"}), "PowerPoint"),
        (package({"报告.docx": GOOD}), "archive"),
        (main(""), "damaged"),
        (main("<w:document"), "damaged"),
        (main(document(p("正文"))[:-40]), "damaged"),
        (main(document("<w:p><w:r></w:p></w:r>")), "damaged"),
        (main("<other/>"), "no Word document body"),
        (main(b"\x00\x01\x02" * 50), "damaged"),
        (main('<!DOCTYPE a [<!ENTITY b "c">]>' + document(p("&b;")).partition("?>")[2]), "declares entities"),
        (main('<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>'), "declares entities"),
        (main('<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16")), "declares entities"),
        (main(fifty_thousand("<w:p>", "</w:p>")), "nested too deeply"),
        (main(fifty_thousand("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")), "nested too deeply"),
        (main(fifty_thousand("<w:p><w:smartTag>", "</w:smartTag></w:p>")), "nested too deeply"),
        (main(fifty_thousand("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")), "nested too deeply"),
    ],
)
def test_refused_with_a_clear_line(data: bytes, words: str) -> None:
    assert words in refused(data)


def test_files_that_are_not_there() -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert "no such file" in refused(Path(folder) / "none.docx")
        assert "folder" in refused(Path(folder))
        assert "can't be read" in refused(Path(folder) / ("长" * 300 + ".docx"))


def test_a_path_and_bytes_give_the_same() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "报告.wrong"
        path.write_bytes(GOOD)
        assert read(path, path.name) == read(GOOD, "a.docx")


def test_a_declared_bomb() -> None:
    assert "too large" in refused(main(b" " * (limits.PART_BYTES + 1)))


def test_a_bomb_that_does_not_declare_itself() -> None:
    data = bytearray(main(b" " * (limits.PART_BYTES + 1)))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 24, 100)
    assert "too large" in refused(bytes(data))


def test_markup_beyond_reason() -> None:
    assert "far more markup" in refused(main(document("<w:p/>" * (limits.MARKUP + 1))))


def test_parts_beyond_reason() -> None:
    data = bytearray(GOOD)
    at = data.rfind(b"PK\x05\x06")
    struct.pack_into("<HH", data, at + 8, 60_000, 60_000)
    assert "too many" in refused(bytes(data))


def test_a_part_that_was_altered() -> None:
    data = bytearray(main(document(p("正文"))))
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        info = archive.getinfo("word/document.xml")
    struct.pack_into("<L", data, data.rfind(b"PK\x01\x02") + 16, zlib.crc32(b"other"))
    assert zlib.crc32(b"other") != info.CRC
    assert "checksum" in refused(bytes(data))


def test_an_encrypted_member() -> None:
    data = bytearray(main(document(p("正文"))))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in refused(bytes(data))


def test_a_compression_that_word_does_not_use() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", document(p("正文")))
    assert "compressed in a way" in refused(file.getvalue())


@pytest.mark.parametrize("cut", range(0, len(GOOD), 97))
def test_a_file_cut_anywhere_is_refused(cut: int) -> None:
    refused(GOOD[:cut])


@pytest.mark.parametrize("at", range(0, len(GOOD), 53))
def test_a_file_altered_anywhere_is_read_or_refused(at: int) -> None:
    data = bytearray(GOOD)
    data[at] ^= 0xFF
    try:
        found = read(bytes(data), "a.docx")
    except InputError:
        return
    assert [x.text for x in found.paragraphs] == ["一、总体情况"]


ZIP64 = BytesIO()
with zipfile.ZipFile(ZIP64, "w") as _archive, _archive.open("word/document.xml", "w", force_zip64=True) as _member:
    _member.write(document(p("一、总体情况")).encode())


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([GOOD, ZIP64.getvalue(), OLE]), st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=9))))
def test_a_file_altered_at_will_is_read_or_refused(data: bytes, changes: list[tuple[int, bytes]]) -> None:
    altered = bytearray(data)
    for at, new in changes:
        altered[at % len(altered) : at % len(altered) + len(new)] = new
    try:
        read(bytes(altered), "a.docx")
    except InputError as error:
        assert "\n" not in error.message_en


def only(data: bytes) -> list[str]:
    return [x.text for x in read(data, "a.docx").paragraphs]


STRICT = (
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
)


def strict(xml: str) -> str:
    for transitional, its in STRICT:
        xml = xml.replace(transitional, its)
    return xml


def test_a_strict_document_is_read_like_a_transitional_one() -> None:
    root = strict(relationships(("officeDocument", "word/document.xml")))
    body = document(p("正文") + table(row("甲", "1")))
    found = read(package({"_rels/.rels": root, "word/document.xml": strict(body)}), "a.docx")
    assert found == read(main(body), "a.docx")
    assert len(found.blocks) == 2


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": document(p("正文"))},
        {"Word\\Document.xml": document(p("正文"))},
        {"_rels/.rels": relationships(("officeDocument", "/WORD/main.xml")), "word/main.xml": document(p("正文"))},
        {"_rels/.rels": relationships(("officeDocument", "a%20b/x.xml")), "a b/x.xml": document(p("正文"))},
        {"_rels/.rels": relationships(("officeDocument", "./w/../word/d.xml")), "word/d.xml": document(p("正文"))},
        {"[Content_Types].xml": TYPES.replace("/word/document.xml", "/x/y.xml"), "x/y.xml": document(p("正文"))},
        {"_rels/.rels": "<broken", "word/document.xml": document(p("正文"))},
    ],
)
def test_the_main_part_is_found(parts: dict[str, str]) -> None:
    assert only(package(parts)) == ["正文"]


def test_other_prefixes_and_encodings_are_the_same_document() -> None:
    xml = document(p("正文", '<w:outlineLvl w:val="0"/>'))
    renamed = (
        xml.replace("<w:", "<ns0:").replace("</w:", "</ns0:").replace(" w:", " ns0:").replace("xmlns:w=", "xmlns:ns0=")
    )
    assert only(main(renamed)) == ["正文"]
    assert only(main(xml.encode("utf-16"))) == ["正文"]
    assert only(main(xml.partition("?>")[2].encode("utf-16-le"))) == ["正文"]
    assert only(main(b"\xef\xbb\xbf" + xml.encode())) == ["正文"]
    assert only(main(xml.replace('encoding="UTF-8"', 'encoding="GB18030"').encode("gb18030"))) == ["正文"]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (document(p("正\x0b文")), "正文"),
        (document(p("正文")).replace("正文", "正&#x1;文"), "正文"),
        (document(p("正文")).replace("正文", "正&#xD800;&#xFFFF;&#1114112;文"), "正文"),
        (document(p("正文")) + "<!-- 尾 --><more/>", "正文"),
        (document(p("正文", inner="<unknown:x/>")), "正文"),
        (document(p("正文")).replace("正文", "正&nbsp;文 & 表"), "正\xa0文 & 表"),
    ],
)
def test_small_faults_are_mended_with_a_caution(xml: str, text: str) -> None:
    found = read(main(xml), "a.docx")
    assert [x.text for x in found.paragraphs] == [text]
    assert len(found.cautions) == 1


def test_bytes_that_are_no_utf8_are_shown_as_such() -> None:
    xml = document(p("正文")).encode().replace("正文".encode(), "正".encode() + b"\xed\xa0\x80" + "文".encode())
    found = read(main(xml), "a.docx")
    assert [x.text.replace("\ufffd", "") for x in found.paragraphs] == ["正文"]
    assert len(found.cautions) == 1


def test_bytes_before_the_archive_do_not_matter() -> None:
    assert only(b"PK00" + bytes(40) + GOOD) == ["一、总体情况"]


def test_a_comment_behind_the_archive_does_not_matter() -> None:
    file = BytesIO(GOOD)
    with zipfile.ZipFile(file, "a") as archive:
        archive.comment = "注".encode() * 500
    assert only(file.getvalue()) == ["一、总体情况"]


def test_an_archive_written_for_large_files() -> None:
    assert only(ZIP64.getvalue()) == ["一、总体情况"]


def large(data: bytes) -> bytes:
    """The archive with the directory's end as archives of many members have it."""
    at = data.rfind(b"PK\x05\x06")
    count, length, offset = struct.unpack_from("<HLL", data, at + 10)
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, length, offset)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return data[:at] + record + locator + end


def test_the_directory_of_a_large_archive() -> None:
    assert only(large(GOOD)) == ["一、总体情况"]
    assert "zip64" in refused(large(GOOD).replace(b"PK\x06\x06", b"PK\x06\x08"))


def test_a_document_without_words_is_a_document() -> None:
    found = read(main(document("")), "a.docx")
    assert found.blocks == ()
    assert len(found.cautions) == 1
