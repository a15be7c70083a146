"""Facts of the file."""

from __future__ import annotations

import pytest

from checker.document import FileFacts, Mark
from checker.readers import read
from tests.readers.docx_xml import (
    TYPES,
    cell,
    document,
    docx,
    listed,
    p,
    package,
    part,
    relationships,
    row,
    run,
    table,
)

BY = 'w:id="1" w:author="甲" w:date="2024-01-05T09:00:00Z"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"


def facts(xml: str, **parts: object) -> FileFacts:
    return read(docx(xml, **parts), "a.docx").facts  # type: ignore[arg-type]


def test_a_clean_file_has_empty_facts() -> None:
    assert facts(p("正文")) == FileFacts("docx", (), (), (), (), (), ())


@pytest.mark.parametrize(
    ("xml", "kinds"),
    [
        (p("甲", inner=f"<w:ins {BY}>{run('乙')}</w:ins>"), [("insertion", "乙", 1)]),
        (p("甲", inner=f"<w:del {BY}><w:r><w:delText>乙</w:delText></w:r></w:del>"), [("deletion", "乙", 1)]),
        (p("甲", inner=f"<w:ins {BY}>{run('乙')}</w:ins><w:ins {BY}>{run('丙')}</w:ins>"), [("insertion", "乙丙", 1)]),
        (p("甲", inner=f"<w:moveFrom {BY}>{run('乙')}</w:moveFrom>"), [("move", "乙", 1)]),
        (p("甲", inner=f"<w:moveTo {BY}>{run('乙')}</w:moveTo>"), [("move", "乙", 1)]),
        (p(inner=run("粗", f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>")), [("format", "粗", 1)]),
        (p("段", f"<w:pPrChange {BY}><w:pPr/></w:pPrChange>"), [("format", "段", 1)]),
        (p("段", f"<w:rPr><w:ins {BY}/></w:rPr>"), [("insertion", "", 1)]),
        (p("段", f"<w:rPr><w:del {BY}/></w:rPr>") + p("下"), [("deletion", "", 1)]),
        (p("前") + table(row("甲", "0", properties=f"<w:ins {BY}/>")) + p("后"), [("insertion", "甲0", 1)]),
        (p("前") + table(row("甲", "0", properties=f"<w:del {BY}/>"), row("乙", "1")), [("deletion", "甲0", 1)]),
        (
            table(row(cell("甲", properties=f"<w:tcPrChange {BY}><w:tcPr/></w:tcPrChange>"), "1")),
            [("format", "甲", None)],
        ),
        (table(row(cell("甲", properties=f"<w:cellIns {BY}/>"), "1")), [("insertion", "甲", None)]),
        (f"<w:p><w:pPr><w:sectPr><w:sectPrChange {BY}/></w:sectPr></w:pPr>{run('节')}</w:p>", [("format", "", 1)]),
        (p("甲", inner=f"<w:ins {BY}/>"), []),
    ],
)
def test_tracked_changes(xml: str, kinds: list[tuple[str, str, int | None]]) -> None:
    assert [(m.kind, m.quote, m.paragraph) for m in facts(xml).revisions or ()] == kinds


def test_what_does_not_show_before_a_table_belongs_to_the_paragraph_before() -> None:
    unseen = p(inner=run("藏", "<w:vanish/>"))
    found = facts(p("二、标题") + unseen + table(row("甲", "0")) + p("三、标题"))
    assert found.hidden == (Mark("hidden", "藏", 1),)


def test_a_change_in_a_text_box_counts_once() -> None:
    inserted = f"<w:ins {BY}>{run('乙')}</w:ins>"
    changed = f"<w:drawing><w:txbxContent>{p('甲', inner=inserted)}</w:txbxContent></w:drawing>"
    box = f'<mc:Choice Requires="wps">{changed}</mc:Choice><mc:Fallback>{changed}</mc:Fallback>'
    xml = p("正文", inner=f"<w:r><mc:AlternateContent>{box}</mc:AlternateContent></w:r>")
    assert [(m.kind, m.quote, m.paragraph) for m in facts(xml).revisions or ()] == [("insertion", "乙", 2)]


def test_changes_in_a_header_count() -> None:
    header = part("hdr", p("页", inner=f"<w:ins {BY}>{run('眉')}</w:ins>" + run("藏", "<w:vanish/>")))
    found = facts(p("正文"), more={"word/header1.xml": header}, related=(("header", "header1.xml"),))
    assert found.revisions == (Mark("insertion", "眉"),)
    assert found.hidden == (Mark("hidden", "藏"),)


def test_comments_are_quoted_at_their_paragraph() -> None:
    comments = f'<w:comment w:id="3" w:author="乙">{p("请核对")}</w:comment><w:comment w:id="4">{p("再看")}</w:comment>'
    xml = p("一") + p("二", inner='<w:commentRangeStart w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>')
    assert facts(xml, comments=comments).comments == (Mark("comment", "请核对", 2), Mark("comment", "再看"))
    in_cell = table(row(cell(inner=p("格", inner='<w:commentRangeStart w:id="3"/>')), "1")) + p("后")
    assert facts(in_cell, comments=comments).comments == (Mark("comment", "请核对", 1), Mark("comment", "再看"))


@pytest.mark.parametrize(
    ("name", "related", "kind"),
    [
        (
            "word/vbaProject.bin",
            ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"),
            "macro",
        ),
        ("word/activeX/activeX1.xml", ("control", "activeX/activeX1.xml"), "activex"),
        ("word/embeddings/oleObject1.bin", ("oleObject", "embeddings/oleObject1.bin"), "ole"),
        ("word/embeddings/a.xlsx", ("package", "embeddings/a.xlsx"), "file"),
        ("word/a.html", ("aFChunk", "a.html"), "file"),
    ],
)
def test_active_content(name: str, related: tuple[str, str], kind: str) -> None:
    found = facts(p("正文"), more={name: b"x"}, related=(related,))
    assert [(m.kind, m.quote) for m in found.active or ()] == [(kind, name.rpartition("/")[2].lower())]


def test_the_workbook_behind_a_chart_is_fine() -> None:
    more = {
        "word/charts/chart1.xml": "<c/>",
        "word/charts/_rels/chart1.xml.rels": relationships(("package", "../embeddings/book.xlsx")),
        "word/embeddings/book.xlsx": b"x",
    }
    assert facts(p("正文"), more=more, related=(("chart", "charts/chart1.xml"),)).active == ()


@pytest.mark.parametrize(
    ("kind", "target", "told"),
    [
        ("image", "http://example.org/a.png", "picture"),
        ("attachedTemplate", "file:///C:/t.dotx", "template"),
        ("oleObject", "file:///C:/a.xlsx", "ole"),
        ("subDocument", "b.docx", "document"),
        ("hyperlink", "http://example.org/", ""),
        ("hyperlink", "mailto:zwgk@example.org", ""),
        ("hyperlink", "附件.docx", ""),
        ("hyperlink", "file:///C:/a.xlsx", "file"),
        ("hyperlink", "D:\\报告\\a.xlsx", "file"),
        ("hyperlink", "\\\\server\\a.xlsx", "file"),
    ],
)
def test_links_to_the_outside(kind: str, target: str, told: str) -> None:
    found = facts(p("正文"), external=((kind, target),))
    assert [(m.kind, m.quote) for m in found.links or ()] == ([(told, target)] if told else [])


def test_links_of_other_parts_count() -> None:
    more = {
        "word/settings.xml": part("settings", ""),
        "word/_rels/settings.xml.rels": relationships(external=(("attachedTemplate", "file:///t.dotm"),)),
    }
    assert facts(p("正文"), more=more).links == (Mark("template", "file:///t.dotm"),)


def instruction(*pieces: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    ("pieces", "active", "links"),
    [
        ((" INCLUDEPICTURE ", '"http://example.org/a.png"'), [], [("picture", '"http://example.org/a.png"')]),
        (("includetext b.docx",), [], [("document", "b.docx")]),
        (("DDEAUTO excel a.xlsx",), [("dde", "DDEAUTO excel a.xlsx")], []),
        (("HYPERLINK http://example.org",), [], []),
        (("PAGE",), [], []),
    ],
)
def test_fields_that_fetch(pieces: tuple[str, ...], active: list[object], links: list[object]) -> None:
    found = facts(p("正文", inner=instruction(*pieces)))
    assert [(m.kind, m.quote) for m in found.active or ()] == active
    assert [(m.kind, m.quote) for m in found.links or ()] == links


def properties(core: str, app: str) -> bytes:
    root = relationships(
        ("officeDocument", "word/document.xml"),
        (f"{PACKAGE}/core-properties", "docProps/core.xml"),
        ("extended-properties", "docProps/app.xml"),
    )
    namespaces = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return package(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": root,
            "word/document.xml": document(p("正文")),
            "docProps/core.xml": f"<cp:coreProperties {namespaces}>{core}</cp:coreProperties>",
            "docProps/app.xml": f'<Properties xmlns="{extended}">{app}</Properties>',
        }
    )


def test_names_in_the_properties() -> None:
    core = "<dc:title>题</dc:title><dc:creator>张三</dc:creator><cp:lastModifiedBy>李四</cp:lastModifiedBy>"
    data = properties(core, "<Company>某某局</Company><Manager> </Manager><Pages>3</Pages>")
    assert read(data, "a.docx").facts.metadata == (
        Mark("author", "张三"),
        Mark("last_editor", "李四"),
        Mark("company", "某某局"),
    )


def test_broken_properties_are_a_caution() -> None:
    found = read(properties("<dc:creator>", ""), "a.docx")
    assert found.facts.metadata == ()
    assert len(found.cautions) == 1


def test_changes_of_numbering_count() -> None:
    changed = listed("文", 1).replace("</w:numPr>", f"<w:numberingChange {BY}/></w:numPr>")
    assert [m.kind for m in facts(changed).revisions or ()] == ["format"]
