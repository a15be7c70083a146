"""Comments stand where the findings are, in every shape of file, and nothing else changes."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import docx
import pytest
from lxml import etree

from checker.document import Place
from checker.errors import InputError
from checker.pack import Pack
from checker.report import Report
from tests.annotating.copies import W, annotated, finding, parts, read_all, shown_ranges
from tests.builders import SHAPES, build, random_spec

CHANGED = {"word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
WIDER = ("sdt_inline", "sdt_nested", "links_field")  # a comment goes around content controls and fields as a whole


def every_place(report: Report) -> list[tuple[Place, str | None]]:
    """Each cell, each paragraph, and parts of each paragraph, with the text that the comment must cover."""
    places: list[tuple[Place, str | None]] = []
    for key, table in report.tables.items():
        for row, figures in table.rows.items():
            places += [(Place(None, key, row, column), "".join(f.raw.split())) for column, f in figures.items()]
    for section, para in report.passages():
        places.append((Place(section, paragraph=para.n), None))
        for quote in (para.text[3:9], para.text[:4], para.text[-5:], para.text[10:40]):
            if quote.strip():
                places.append((Place(section, paragraph=para.n, quote=quote), "".join(quote.split())))
    return places


@pytest.mark.parametrize("name", SHAPES)
def test_every_cell_and_every_wording_can_be_commented_on(name: str, pack: Pack) -> None:
    data = build(random_spec(5, "2021"), SHAPES[name])
    before = read_all(data, pack)
    places = every_place(before.report)
    copy = annotated(data, [place for place, _ in places], pack)
    old, new = parts(data), parts(copy)
    assert {part for part in new if new[part] != old.get(part)} <= CHANGED
    assert list(new)[: len(old)] == list(old)
    shown = shown_ranges(new["word/document.xml"])
    for number, (_, wanted) in enumerate(places):
        if wanted is not None:
            got = shown[str(number)].replace("\u200b", "").replace("\ufeff", "")
            assert wanted in got if name in WIDER else got == wanted
    after = read_all(copy, pack)
    assert after.document.blocks == before.document.blocks
    assert after.report.tables == before.report.tables
    assert len(after.document.facts.comments or ()) == len(places)
    if name != "strict":
        assert len(list(docx.Document(BytesIO(copy)).comments)) == len(places)


def test_the_originals_bytes_all_stand_in_the_copy_in_their_order(pack: Pack) -> None:
    data = build(random_spec(3, "2021"), SHAPES["runs_split"])
    old = parts(data)["word/document.xml"]
    places = [place for place, _ in every_place(read_all(data, pack).report)]
    rest = iter(parts(annotated(data, places, pack))["word/document.xml"])
    empty_ends = old.replace(b"/>", b">")  # <w:p/> is written <w:p></w:p> where a comment stands in it
    assert all(byte in rest for byte in empty_ends)


def test_without_findings_the_copy_is_the_file(pack: Pack) -> None:
    data = build(random_spec(3, "2021"))
    assert annotated(data, [], pack) == data


def test_the_same_call_gives_the_same_bytes(pack: Pack) -> None:
    data, when = build(random_spec(3, "2021")), datetime(2026, 1, 15, 9, 30, tzinfo=UTC)
    copies = [annotated(data, [Place()], pack, when=when) for _ in range(2)]
    assert copies[0] == copies[1]
    assert b'w:date="2026-01-15T09:30:00Z"' in parts(copies[0])["word/comments.xml"]


def test_a_comment_says_what_is_wrong_what_to_do_and_by_which_clause(pack: Pack) -> None:
    copy = docx.Document(BytesIO(annotated(build(random_spec(3, "2021")), [Place("overview")], pack)))
    (comment,) = copy.comments
    assert (comment.author, comment.initials) == ("gkcheck", "gk")
    assert [p.text for p in comment.paragraphs] == ["错误 GK310", "数据不平", "改法：核对该列", "依据：惯例"]


def test_strict_files_get_comments_in_strict_words(pack: Pack) -> None:
    new = parts(annotated(build(random_spec(3, "2021"), SHAPES["strict"]), [Place("overview")], pack))
    assert b"schemas.openxmlformats.org" not in new["word/comments.xml"]
    assert b' w:start="0"' in new["word/comments.xml"] and b' w:left="0"' not in new["word/comments.xml"]
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in new["word/_rels/document.xml.rels"]


def test_findings_of_the_whole_report_share_one_comment_at_the_title(pack: Pack) -> None:
    data = build(random_spec(3, "2021"))
    title = read_all(data, pack).report.title.text or ""
    copy = annotated(data, [Place(), Place(), Place("overview")], pack)
    ranges = shown_ranges(parts(copy)["word/document.xml"])
    assert ranges == {"0": "".join(title.split()), "1": ranges["1"]}
    assert len(docx.Document(BytesIO(copy)).comments.get(0).paragraphs) == 8  # type: ignore[union-attr]


def test_a_place_that_the_file_lacks_goes_to_the_nearest(pack: Pack) -> None:
    data = build(random_spec(3, "2021"))
    report = read_all(data, pack).report
    heading = next(h for h in report.outline if h.key == "requests")
    wanted = {
        Place("nowhere"): report.title.text or "",
        Place("requests"): f"{heading.number}、{heading.heading}",
        Place("requests", "no_such_table", "a", "b"): f"{heading.number}、{heading.heading}",
        Place("preface"): report.preface[0].text,
        Place("overview", paragraph=9_999): None,
        Place("overview", paragraph=report.sections["overview"].paragraphs[0].n, quote="不在文中的话"): (
            report.sections["overview"].paragraphs[0].text
        ),
    }
    shown = shown_ranges(parts(annotated(data, list(wanted), pack))["word/document.xml"])
    for number, text in enumerate(wanted.values()):
        assert text is None or shown[str(number)] == "".join(text.split())


def test_a_row_or_column_alone_is_commented_at_its_label(pack: Pack) -> None:
    data = build(random_spec(3, "2021"), SHAPES["labels_repeated"])
    labels = read_all(data, pack).report.tables["requests"].labels
    keys = [("received", None), ("granted", None), (None, "natural"), (None, "total")]
    copy = annotated(data, [Place("requests", "requests", row, column) for row, column in keys], pack)
    shown = shown_ranges(parts(copy)["word/document.xml"])
    assert [shown[str(number)] for number in range(len(keys))] == [labels[row or column or ""] for row, column in keys]


def test_masked_numbers_are_found_again(pack: Pack) -> None:
    data = _with_paragraph(
        build(random_spec(3, "2021")), b"<w:r><w:t>\xe7\x94\xb5\xe8\xaf\x9d13712345678\xe3\x80\x82</w:t></w:r>"
    )
    report = read_all(data, pack).report
    place = next(
        Place(section, paragraph=para.n, quote="137****5678")
        for section, para in report.passages()
        if "137" in para.text
    )
    assert shown_ranges(parts(annotated(data, [place], pack))["word/document.xml"]) == {"0": "13712345678"}


@pytest.mark.parametrize(
    ("runs", "quote"),
    [
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>甲&amp;乙&#20013;丙</w:t></w:r>", "乙中"),
        ("<w:r><w:t>甲乙</w:t><w:tab/><w:t>丙丁</w:t></w:r>", "丙丁"),
        ("<w:r><w:t>甲乙</w:t><w:tab/><w:t>丙丁</w:t></w:r>", "乙\t丙"),
        ('<w:r><w:t xml:space="preserve"> 甲 乙 </w:t></w:r>', "甲"),
        ("<w:r><w:t>甲 乙 丙</w:t></w:r>", "乙"),
        ("<w:r><w:t><![CDATA[甲<乙丙]]></w:t></w:r>", "乙丙"),
        ("<w:ins w:id='7' w:author='a'><w:r><w:t>甲乙丙</w:t></w:r></w:ins>", "乙"),
        ("<w:del w:id='7' w:author='a'><w:r><w:delText>甲</w:delText></w:r></w:del><w:r><w:t>甲乙</w:t></w:r>", "乙"),
        ("<w:r><w:rPr><w:rPrChange w:id='8' w:author='a'><w:rPr/></w:rPrChange></w:rPr><w:t>甲乙丙</w:t></w:r>", "乙"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r><w:r><w:t>甲乙丙</w:t></w:r>", "甲乙"),
        ("<w:hyperlink w:anchor='x'><w:r><w:t>甲乙丙</w:t></w:r></w:hyperlink>", "乙丙"),
        (
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>甲乙丙</w:t></w:r>"
            "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t>丁</w:t></w:r>",
            "乙",
        ),
        ("<!-- <w:r> --><w:r><?x <w:r>?><w:t>甲乙丙</w:t></w:r>", "乙丙"),
    ],
)
def test_a_quotation_within_a_run_parts_it_without_changing_what_is_read(runs: str, quote: str, pack: Pack) -> None:
    data = _with_paragraph(build(random_spec(3, "2021")), runs.encode())
    before = read_all(data, pack)
    number = max(p.n for p in before.document.paragraphs)
    copy = annotated(data, [Place("other", paragraph=number, quote=quote)], pack)
    assert quote.replace("\t", "") in shown_ranges(parts(copy)["word/document.xml"])["0"]
    assert read_all(copy, pack).document.blocks == before.document.blocks
    assert b"<w:annotationRef" not in parts(copy)["word/document.xml"]


def test_comments_that_are_there_stay_and_numbers_go_on(pack: Pack) -> None:
    once = annotated(build(random_spec(3, "2021")), [Place("overview")], pack)
    twice = annotated(once, [Place("overview"), Place("requests")], pack)
    old, new = parts(once), parts(twice)
    assert {part for part in new if new[part] != old[part]} == {"word/document.xml", "word/comments.xml"}
    end = b"</w:comments>"
    assert new["word/comments.xml"].startswith(old["word/comments.xml"].removesuffix(end))
    ids = [c.get(W + "id") for c in etree.fromstring(new["word/comments.xml"])]
    assert ids == ["0", "1", "2"]


@pytest.mark.parametrize("root", ["<w:comments xmlns:w='{ns}'/>", "<comments xmlns='{ns}'></comments>"])
def test_an_empty_list_of_comments_and_one_without_prefix_take_them(root: str, pack: Pack) -> None:
    once = annotated(build(random_spec(3, "2021")), [Place("overview")], pack)
    emptied = {
        **parts(build(random_spec(3, "2021"))),
        **{k: v for k, v in parts(once).items() if k != "word/document.xml"},
    }
    emptied["word/comments.xml"] = (HEAD + root.format(ns=W[1:-1])).encode()
    copy = annotated(_zipped(emptied), [Place("overview"), Place("requests")], pack)
    assert len(list(docx.Document(BytesIO(copy)).comments)) == 2


def test_a_file_without_relationships_or_title_gets_both_right(pack: Pack) -> None:
    body = "<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p><w:p><w:r><w:t>收到申请1件。</w:t></w:r></w:p>"
    members = parts(build(random_spec(3, "2021")))
    kept = {name: members[name] for name in members if not name.startswith("word/")}
    kept["word/document.xml"] = f'<w:document xmlns:w="{W[1:-1]}"><w:body>{body}</w:body></w:document>'.encode()
    copy = annotated(_zipped(kept), [Place(), Place("overview")], pack)
    assert "word/_rels/document.xml.rels" in parts(copy)
    assert shown_ranges(parts(copy)["word/document.xml"]) == {"0": "一、总体情况", "1": "一、总体情况"}
    assert len(list(docx.Document(BytesIO(copy)).comments)) == 2


@pytest.mark.parametrize("prefix", ["", "ns0:"])
def test_other_prefixes_are_taken_up(prefix: str, pack: Pack) -> None:
    data = build(random_spec(3, "2021"))
    members = parts(data)
    text = members["word/document.xml"].decode()
    if prefix:
        text = text.replace("<w:", f"<{prefix}").replace("</w:", f"</{prefix}").replace(" w:", f" {prefix}")
        text = text.replace("xmlns:w=", "xmlns:ns0=")
    else:
        text = text.replace("<w:", "<").replace("</w:", "</").replace("<document ", f'<document xmlns="{W[1:-1]}" ')
    members["word/document.xml"] = text.encode()
    copy = annotated(_zipped(members), [Place("overview"), Place("requests", "requests", "received", "total")], pack)
    assert len(shown_ranges(parts(copy)["word/document.xml"])) == 2


def test_utf16_is_read_and_commented_on(pack: Pack) -> None:
    members = parts(build(random_spec(3, "2021")))
    text = members["word/document.xml"].decode().split("?>", 1)[1]
    members["word/document.xml"] = ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")
    copy = annotated(_zipped(members), [Place("overview")], pack)
    assert len(list(docx.Document(BytesIO(copy)).comments)) == 1


def test_stored_members_and_bytes_before_the_archive_do_no_harm(pack: Pack) -> None:
    data = _zipped(parts(build(random_spec(3, "2021"))), ZIP_STORED)
    assert parts(annotated(b"PK\x03\x04junk" * 3 + data, [Place()], pack))


def test_what_the_message_holds_cannot_break_out_of_the_comment(pack: Pack) -> None:
    data = build(random_spec(3, "2021"))
    report = read_all(data, pack).report
    hostile = "</w:t></w:r><w:del/>]]>&amp;\x00\x1b[31m\ud800 =cmd()"
    from checker.annotating.annotate import annotate
    from checker.findings import Assessment

    found = (finding(Place("overview"), hostile),)
    copy = annotate(data, Assessment("a", 2023, None, "2021", 0, 1, 0, found, report=report), pack.layouts, pack.names)
    comment = docx.Document(BytesIO(copy)).comments.get(0)
    assert comment is not None
    assert comment.paragraphs[1].text == "</w:t></w:r><w:del/>]]>&amp;[31m =cmd()"


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"PK\x03\x04", b"%PDF-1.7"])
def test_other_files_are_refused(data: bytes, pack: Pack) -> None:
    from checker.annotating.annotate import annotate
    from checker.findings import Assessment

    report = read_all(build(random_spec(3, "2021")), pack).report
    assessment = Assessment("a", 2023, None, "2021", 0, 1, 0, (finding(Place()),), report=report)
    with pytest.raises(InputError):
        annotate(data, assessment, pack.layouts, pack.names)


def test_a_file_whose_mended_markup_is_not_the_stored_one_is_refused(pack: Pack) -> None:
    members = parts(build(random_spec(3, "2021")))
    members["word/document.xml"] += b"<w:p/>"
    with pytest.raises(InputError):
        annotated(_zipped(members), [Place()], pack)


def _with_paragraph(data: bytes, runs: bytes) -> bytes:
    """The file with one more paragraph at its end."""
    members = parts(data)
    text, mark = members["word/document.xml"], b"<w:sectPr>"
    at = text.rindex(mark)
    members["word/document.xml"] = text[:at] + b"<w:p>" + runs + b"</w:p>" + text[at:]
    return _zipped(members)


def _zipped(members: dict[str, bytes], method: int = 8) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()
