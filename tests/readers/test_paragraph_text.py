"""The words of a paragraph."""

from __future__ import annotations

import pytest

from checker.document import Document
from checker.readers import read
from tests.readers.docx_xml import cell, docx, field, p, row, run, styled, table

TAB = "<w:r><w:tab/></w:r>"


def body(xml: str, **parts: str) -> Document:
    return read(docx(xml, **parts), "a.docx")  # type: ignore[arg-type]


def texts(xml: str, **parts: str) -> list[str]:
    return [paragraph.text for paragraph in body(xml, **parts).paragraphs]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (run("收到") + run("申请") + run("12") + run("件"), "收到申请12件"),
        (run("上") + "<w:r><w:br/></w:r>" + run("下"), "上\n下"),
        (run("左") + TAB + run("右"), "左\t右"),
        ("<w:r><w:t>0561</w:t><w:noBreakHyphen/><w:t>319</w:t></w:r>", "0561-319"),
        (f'<w:ins w:id="1" w:author="a">{run("新增")}</w:ins>' + run("内容"), "新增内容"),
        (run("留") + '<w:del w:id="1" w:author="a"><w:r><w:delText>删</w:delText></w:r></w:del>' + run("下"), "留下"),
        (f'<w:moveFrom w:id="1">{run("旧处")}</w:moveFrom><w:moveTo w:id="2">{run("新处")}</w:moveTo>', "新处"),
        (f'<w:hyperlink r:id="rId9">{run("网址")}</w:hyperlink>', "网址"),
        (f'<w:smartTag w:element="date"><w:customXml>{run("1月1日")}</w:customXml></w:smartTag>', "1月1日"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件里')}</w:sdtContent></w:sdt>", "控件里"),
        (f'<w:fldSimple w:instr="DATE">{run("2024年1月9日")}</w:fldSimple>', "2024年1月9日"),
        (run("第") + field("PAGE", run("3")) + run("页"), "第3页"),
        (run("甲") + field("XE &quot;索引&quot;", "", separate=False) + run("乙"), "甲乙"),
        (field("IF " + "1", field("PAGE", run("内")) + run("外")), "内外"),
        (field(r"eq \o\ac(○,3)", "", separate=False) + run("落实"), "③落实"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase>"
            + run("拼")
            + "</w:rubyBase></w:ruby></w:r>",
            "拼",
        ),
        ('<w:r><w:sym w:font="Symbol" w:char="F033"/></w:r>' + run("件"), "3件"),
        ("<m:oMath><m:r><m:t>12+3</m:t></m:r></m:oMath>" + run("件"), "12+3件"),
        (run("文") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("字"), "文字"),
        (
            '<w:bookmarkStart w:id="0" w:name="_GoBack"/>' + run("正") + '<w:proofErr w:type="spellEnd"/>' + run("文"),
            "正文",
        ),
        ('<w:r><w:br w:type="page"/></w:r>' + run("新页"), "新页"),
        ("<w:r><w:lastRenderedPageBreak/><w:t>同页</w:t></w:r>", "同页"),
        ("<w:r><w:t>  两端空格 </w:t></w:r>" + run(" 保留"), "两端空格 保留"),
        ("<w:r><w:t>一\u200b、总\ufeff体</w:t></w:r>", "一、总体"),
        ("<w:r><w:t>甲<!-- 注 -->乙</w:t></w:r>", "甲乙"),
    ],
)
def test_a_reader_of_the_page_sees(inner: str, text: str) -> None:
    assert texts(p(inner=inner)) == [text]
    assert [c.text for c in body(table(row(cell(inner=p(inner=inner)), "乙"))).grids[0].cells()] == [text, "乙"]


def test_a_field_without_an_end_does_not_swallow_the_rest() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    assert texts(p("前", inner=begin) + p("后")) == ["前", "后"]


def test_a_field_may_run_over_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
    separate, end = (f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("separate", "end"))
    assert texts(p(inner=begin + separate + run("一")) + p("二", inner=end) + p("三")) == ["一", "二", "三"]


def alternates(choice: str, fallback: str, requires: str = "wps") -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def drawn(inner: str) -> str:
    return (
        "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
        f"<w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def pictured(inner: str) -> str:
    return f"<w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"


def test_a_text_box_is_read_once_after_its_anchor() -> None:
    box = p("框一") + p("框二")
    assert texts(p("锚", inner=alternates(drawn(box), pictured(box))) + p("后")) == ["锚", "框一", "框二", "后"]


def test_the_fallback_is_read_where_word_does_not_know_the_choice() -> None:
    assert texts(p(inner=alternates(drawn(p("新")), pictured(p("旧")), "future"))) == ["旧"]


def test_alternate_content_holds_plain_text_once() -> None:
    assert texts(p(inner=alternates("<w:t>甲</w:t>", "<w:t>乙</w:t>", "wps"))) == ["甲"]


def test_a_text_box_in_a_cell_belongs_to_the_cell() -> None:
    grid = body(table(row(cell(inner=p("格", inner=f"<w:r>{pictured(p('框'))}</w:r>")), "1"))).grids[0]
    assert grid.rows[0][0] is not None
    assert grid.rows[0][0].text == "格\n框"


def test_word_art_is_text() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="某某县年度报告"/></v:shape></w:pict></w:r>'
    assert texts(p(inner=art) + p("正文")) == ["某某县年度报告", "正文"]


HIDDEN = run("看不见", "<w:vanish/>")
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heir"><w:name w:val="y"/><w:basedOn w:val="Secret"/></w:style>'
    '<w:style w:type="character" w:styleId="Veil"><w:name w:val="z"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


def veiled(text: str, properties: str = "") -> str:
    return run(text, f'<w:rStyle w:val="Veil"/>{properties}')


@pytest.mark.parametrize(
    ("xml", "seen", "hidden"),
    [
        (p("看", inner=HIDDEN + run("见")), ["看见"], ["看不见"]),
        (p("见", inner=run("", "") + run("在", '<w:vanish w:val="0"/>')), ["见在"], []),
        (styled("藏", "Secret"), [], ["藏"]),
        (styled("藏", "Heir"), [], ["藏"]),
        (p("明", inner=veiled("暗")), ["明"], ["暗"]),
        (p("明", inner=veiled("亦明", '<w:vanish w:val="false"/>')), ["明亦明"], []),
        (p(properties='<w:pStyle w:val="Secret"/>', inner=veiled("两次隐藏互相抵消")), ["两次隐藏互相抵消"], []),
        (p("标记", "<w:rPr><w:vanish/></w:rPr>"), ["标记"], []),
        (p("目录页码", inner=run("3", "<w:webHidden/>")), ["目录页码3"], []),
        (p("空", inner=run("  ", "<w:vanish/>")), ["空"], []),
        (p("甲", inner=HIDDEN + run("乙") + HIDDEN), ["甲乙"], ["看不见", "看不见"]),
        (p(inner=run("藏", "<w:vanish/>") + run("头", "<w:vanish/>") + run("露")), ["露"], ["藏头"]),
    ],
)
def test_hidden_text_is_apart(xml: str, seen: list[str], hidden: list[str]) -> None:
    found = body(xml, styles=STYLES)
    assert [x.text for x in found.paragraphs] == seen
    assert [m.quote for m in found.facts.hidden or ()] == hidden


def test_text_hidden_by_default_is_hidden() -> None:
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    found = body(styled("藏", "None") + p(inner=run("露", '<w:vanish w:val="0"/>')), styles=defaults)
    assert [x.text for x in found.paragraphs] == ["露"]


def test_hidden_text_in_a_cell_is_not_in_the_cell() -> None:
    found = body(p("前") + table(row(cell(inner=p("5", inner=HIDDEN)), "6")) + p("后"), styles=STYLES)
    assert [c.text for c in found.grids[0].cells()] == ["5", "6"]
    assert [(m.quote, m.paragraph) for m in found.facts.hidden or ()] == [("看不见", 1)]
