"""Documents are cut at their title and headings, however these are printed, and nothing else is taken for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from checker.document import Cell, Document, FileFacts, Grid, Paragraph
from checker.errors import InputError
from checker.facts.names import load_names
from checker.layout.conformity import heading_match
from checker.layout.lay import lay
from checker.layout.load import load_layouts
from checker.report import Report
from checker.resources import folder
from tests.layout.printing import Shape, figures_of, print_table, simple_grid

LAYOUTS = load_layouts([folder("rules")])
NAMES = load_names(folder("rules") / "organisations.names")
KEYS = ("overview", "disclosure", "requests", "disputes", "problems", "other")
HEADINGS = {
    "overview": "一、总体情况",
    "disclosure": "二、主动公开政府信息情况",
    "requests": "三、收到和处理政府信息公开申请情况",
    "disputes": "四、政府信息公开行政复议、行政诉讼情况",
    "problems": "五、存在的主要问题及改进情况",
    "other": "六、其他需要报告的事项",
}
TITLE = "清河县水利局2022年政府信息公开工作年度报告"
PREFACE = "本报告按照《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自2022年1月1日起至2022年12月31日止。"
TEXTS = {
    "overview": ["2022年，我局认真做好政府信息公开工作。", "（一）主动公开", "全年发布信息120条。"],
    "problems": ["一是更新不够及时。", "二是队伍力量薄弱。今后将加强培训。"],
    "other": ["本年度没有收取信息处理费。"],
}

Item = str | Paragraph | Grid


def document(items: Sequence[Item]) -> Document:
    """A document of paragraphs and grids, the paragraphs numbered."""
    blocks: list[Paragraph | Grid] = []
    n = 0
    for item in items:
        if isinstance(item, Grid):
            blocks.append(replace(item, after=n))
            continue
        n += 1
        blocks.append(Paragraph(n, item) if isinstance(item, str) else replace(item, n=n))
    return Document(tuple(blocks), FileFacts("docx"))


def tables(key: str, year: int = 2022) -> list[Grid]:
    """The grids of a section's table."""
    layout = next(item for item in LAYOUTS if item.covers(year))
    table = layout.table(key)
    return print_table(table, figures_of(table)) if table is not None else []


def body(headings: dict[str, Item] | None = None, texts: dict[str, list[str]] | None = None) -> list[Item]:
    """Headings, texts and tables of a report."""
    headings = dict(HEADINGS) if headings is None else headings
    items: list[Item] = []
    for key, heading in headings.items():
        items += [heading, *(TEXTS if texts is None else texts).get(key, []), *tables(key)]
    return items


def report(items: Sequence[Item], **options: int | str) -> Report:
    """A document laid."""
    return lay(document(items), LAYOUTS, NAMES, file="a.docx", **options)  # type: ignore[arg-type]


def keys(laid: Report) -> list[str | None]:
    """The keys of the outline."""
    return [heading.key for heading in laid.outline]


def test_a_plain_report() -> None:
    laid = report([TITLE, PREFACE, *body()])
    assert laid.title.text == TITLE
    assert laid.title.paragraph == 1
    assert [para.text for para in laid.preface] == [PREFACE]
    assert keys(laid) == list(KEYS)
    assert [heading.number for heading in laid.outline] == list("一二三四五六")
    assert [para.text for para in laid.sections["overview"].paragraphs] == TEXTS["overview"]
    assert {key: table.section for key, table in laid.tables.items()} == {k: k for k in KEYS[1:4]}
    assert (laid.year, laid.layout, laid.organisation.name) == (2022, "2021", "清河县水利局")


@pytest.mark.parametrize(
    ("style", "number"),
    [
        (lambda n, words: f"{n}、{words}", "一"),
        (lambda n, words: f"{n}、 {words}", "一"),
        (lambda n, words: f"　　{n}、{words}　", "一"),
        (lambda n, words: f"{n}.{words}", "一"),
        (lambda n, words: f"{n}．{words}", "一"),
        (lambda n, words: f"{n}　{words}", "一"),
        (lambda n, words: f"{n}{words}", "一"),
        (lambda n, words: f"{n} 、 {words}", "一"),
        (lambda n, words: f"{n}，{words}", "一"),
        (lambda n, words: f"第{n}章 {words}", "一"),
        (lambda n, words: f"第{n}部分　{words}", "一"),
        (lambda n, words: f"（{n}）{words}", "一"),
        (lambda n, words: Paragraph(0, words, number=f"{n}、"), "一"),
        (lambda n, words: Paragraph(0, words, number=f"{n}、", level=0), "一"),
        (lambda n, words: f"{'一二三四五六'.index(n) + 1}、{words}", "1"),
        (lambda n, words: f"{'一二三四五六'.index(n) + 1}. {words}", "1"),
        (lambda n, words: f"【{n}、{words}】", "一"),
        (lambda n, words: f"“{n}、{words}”", "一"),
        (lambda n, words: f"★{n}、{words}", "一"),
        (lambda n, words: f"{'ⅠⅡⅢⅣⅤⅥ'['一二三四五六'.index(n)]}、{words}", "一"),
        (lambda n, words: f"{'壹贰叁肆伍陆'['一二三四五六'.index(n)]}、{words}", "一"),
        (lambda n, words: words, None),
        (lambda n, words: f"{n}、{words}：", "一"),
        (lambda n, words: f"{n}、{words}。", "一"),
    ],
)
def test_headings_in_every_style_of_number(style, number: str | None) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    headings = {key: style(text[0], text[2:]) for key, text in HEADINGS.items()}
    laid = report([TITLE, PREFACE, *body(headings)])
    assert keys(laid) == list(KEYS)
    assert laid.outline[0].number == number
    layout = LAYOUTS[-1]
    assert {heading_match(heading, layout) for heading in laid.outline} == {"exact"}
    assert [para.text for para in laid.sections["problems"].paragraphs] == TEXTS["problems"]


@pytest.mark.parametrize(
    ("key", "heading", "match"),
    [
        ("overview", "一、概述", "also"),
        ("overview", "一、基本情况", "also"),
        ("disclosure", "二、主动公开政府信息的情况", "exact"),
        ("disclosure", "二、政府信息主动公开情况", "also"),
        ("requests", "三、行政机关收到和处理政府信息公开申请情况", "also"),
        ("disputes", "四、政府信息公开行政复议和行政诉讼情况", "exact"),
        ("disputes", "四、政府信息公开行政复议与行政诉讼情况", "exact"),
        ("disputes", "四、政府信息公开行政复议行政诉讼情况", "exact"),
        ("disputes", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "also"),
        ("problems", "五、存在问题及改进情况", "also"),
        ("problems", "五、存在的主要问题和改进措施", "also"),
        ("problems", "五、政府信息公开工作存在的主要问题及改进情况", "also"),
        ("other", "六、其它需要报告的事项", "exact"),
        ("other", "六、其他需要报告事项", "exact"),
        ("disclosure", "二、主动公开政俯信息情况", "near"),
        ("problems", "五、不足之处与努力方向", "none"),
        ("requests", "三、依申请公开政府信息情况", "faulty"),
        ("overview", "一、总体情况（2022年度）", "exact"),
        ("overview", "一、2022年总体情况", "also"),
        ("other", "六、其他需要报告的事项", "exact"),
    ],
)
def test_headings_in_other_words(key: str, heading: str, match: str) -> None:
    laid = report([TITLE, PREFACE, *body({**HEADINGS, key: heading})])
    assert keys(laid) == list(KEYS)
    found = next(item for item in laid.outline if item.key == key)
    assert found.heading == heading[2:]
    assert heading_match(found, LAYOUTS[-1]) == match


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("一、总体情况。2022年，我局认真做好公开工作，成效明显。", "2022年，我局认真做好公开工作，成效明显。"),
        ("一、总体情况：全年工作有序。", "全年工作有序。"),
        ("一、总体情况\n2022年，我局认真做好公开工作。", "2022年，我局认真做好公开工作。"),
        ("一、总体情况 2022年，我局认真做好公开工作。", "2022年，我局认真做好公开工作。"),
        ("一、总体情况2022年，我局认真做好公开工作。", "2022年，我局认真做好公开工作。"),
    ],
)
def test_a_heading_run_into_its_first_sentence(start: str, words: str) -> None:
    laid = report([TITLE, PREFACE, *body({**HEADINGS, "overview": start})])
    assert keys(laid) == list(KEYS)
    assert laid.outline[0].heading == "总体情况"
    assert laid.sections["overview"].paragraphs[0].text == words


def test_a_heading_broken_over_two_paragraphs() -> None:
    items = body()
    at = items.index(HEADINGS["disputes"])
    items[at : at + 1] = ["四、政府信息公开行政复议、", "行政诉讼情况"]
    laid = report([TITLE, PREFACE, *items])
    assert keys(laid) == list(KEYS)
    assert laid.outline[3].heading == "政府信息公开行政复议、行政诉讼情况"
    assert laid.sections["disputes"].paragraphs == ()
    assert laid.tables["disputes"].section == "disputes"


@pytest.mark.parametrize("end", ["：无", "：无。", " 无", "无", "\n无", "。暂无", "：没有"])
def test_a_heading_that_says_there_is_nothing(end: str) -> None:
    texts = {**TEXTS, "other": []}
    laid = report([TITLE, PREFACE, *body({**HEADINGS, "other": HEADINGS["other"] + end}, texts)])
    assert keys(laid) == list(KEYS)
    assert laid.outline[-1].heading == "其他需要报告的事项"
    assert [para.text.strip("。") for para in laid.sections["other"].paragraphs] == [end.strip("：。 \n")]


def test_a_heading_broken_over_two_lines() -> None:
    laid = report([TITLE, PREFACE, *body({**HEADINGS, "requests": "三、收到和处理政府信息公开\n申请情况"})])
    assert keys(laid) == list(KEYS)


@pytest.mark.parametrize("where", ["before the title", "after the title", "after the preface"])
@pytest.mark.parametrize("page", ["", "\t3", "……………1", "............ 12", "  5"])
@pytest.mark.parametrize("title", ["目录", "目　录", None])
def test_a_typed_table_of_contents_is_left_out(where: str, page: str, title: str | None) -> None:
    entries: list[Item] = [title] if title else []
    for heading in HEADINGS.values():
        entries += [heading + page, *(["（一）主动公开" + page] if heading[0] == "一" else [])]
    opening: dict[str, list[Item]] = {
        "before the title": [*entries, TITLE, PREFACE],
        "after the title": [TITLE, *entries, PREFACE],
        "after the preface": [TITLE, PREFACE, *entries],
    }
    laid = report([*opening[where], *body()])
    assert keys(laid) == list(KEYS)
    assert [para.text for para in laid.preface] == [PREFACE]
    assert laid.title.text == TITLE
    assert [para.text for para in laid.sections["overview"].paragraphs] == TEXTS["overview"]
    assert all(not para.text.startswith("目") for key in KEYS for para in laid.sections[key].paragraphs)


def test_contents_are_left_out_where_the_first_heading_is_missing() -> None:
    items = [item for item in body() if item != HEADINGS["overview"]]
    laid = report([TITLE, "目录", *HEADINGS.values(), PREFACE, *items])
    assert keys(laid) == list(KEYS[1:])


def test_contents_in_one_paragraph() -> None:
    for page in ("", "……3"):
        laid = report([TITLE, "\n".join(["目录", *(text + page for text in HEADINGS.values())]), PREFACE, *body()])
        assert keys(laid) == list(KEYS)
        assert [para.text for para in laid.preface] == [PREFACE]


def test_a_marked_table_of_contents_is_left_out() -> None:
    entries = [Paragraph(0, f"{heading}\t1", contents=True) for heading in HEADINGS.values()]
    laid = report([TITLE, *entries, PREFACE, *body()])
    assert keys(laid) == list(KEYS)
    assert [para.text for para in laid.preface] == [PREFACE]


def test_headings_without_text_between_are_no_contents() -> None:
    laid = report([TITLE, *HEADINGS.values()])
    assert keys(laid) == list(KEYS)


@pytest.mark.parametrize(
    ("opening", "title", "paragraph"),
    [
        (["清河县水利局", "2022年政府信息公开工作年度报告"], TITLE, 1),
        (["清河县水利局\n2022年政府信息公开工作年度报告"], TITLE, 1),
        (["清河县水利局2022年", "政府信息公开工作年度报告"], TITLE, 1),
        (["清河县水利局", "2022年", "政府信息公开工作年度报告"], TITLE, 1),
        (["清河县水利局2022年政府信息公开", "工作年度报告"], TITLE, 1),
        (["2022年政府信息公开工作年度报告", "清河县水利局"], TITLE, 1),
        (["2022年清河县水利局政府信息公开工作年度报告"], "2022年清河县水利局政府信息公开工作年度报告", 1),
        (["附件1", TITLE], TITLE, 2),
        ([TITLE, "（2023年1月12日）"], TITLE, 1),
        (["清河县水利局", "2022年政府信息公开工作年度报告", "2023年1月", TITLE], TITLE, 4),
        ([TITLE, "清河县水利局", "2023年1月", TITLE], TITLE, 4),
        (["清河县水利局关于2022年政府信息公开工作年度报告"], "清河县水利局关于2022年政府信息公开工作年度报告", 1),
        (["清河县水利局2022年政府信息公开年报"], "清河县水利局2022年政府信息公开年报", 1),
        (["清河县水利局2022年政府信息公幵工作年度报告"], "清河县水利局2022年政府信息公幵工作年度报告", 1),
        (["政府信息公开工作年度报告", "（2022年度）"], "（2022年度）政府信息公开工作年度报告", 1),
        ([Paragraph(0, TITLE, level=0)], TITLE, 1),
        (["附件2：" + TITLE], TITLE, 1),
        (["清河县水利局政府信息公开工作2022年度报告"], "清河县水利局政府信息公开工作2022年度报告", 1),
        (
            ["清河县水利局政府信息公开工作年度报告", "（2022年度）"],
            "清河县水利局政府信息公开工作年度报告（2022年度）",
            1,
        ),
        (["清河县水利局\n政府信息公开工作年度报告\n2022年"], "清河县水利局政府信息公开工作年度报告2022年", 1),
        (["2022年政府信息公开工作年度报告", "（清河县水利局）"], "2022年政府信息公开工作年度报告（清河县水利局）", 1),
        ([TITLE + "。"], TITLE, 1),
        (["发布日期：2023-01-20", "索引号：0012023", TITLE], TITLE, 3),
        (
            ["清河县水利局", "二〇二二年度政府信息公开工作年度报告"],
            "清河县水利局二〇二二年度政府信息公开工作年度报告",
            1,
        ),
    ],
)
def test_titles(opening: list[Item], title: str, paragraph: int) -> None:
    laid = report([*opening, PREFACE, *body()])
    assert (laid.title.text, laid.title.paragraph) == (title, paragraph)
    assert laid.year == 2022
    assert laid.preface[-1].text == PREFACE
    assert keys(laid) == list(KEYS)


def test_a_title_of_something_else_is_still_the_title() -> None:
    laid = report(["清河县水利局2022年工作总结", PREFACE, *body()])
    assert laid.title.text == "清河县水利局2022年工作总结"
    assert [para.text for para in laid.preface] == [PREFACE]


def test_no_title() -> None:
    laid = report([PREFACE, *body()])
    assert laid.title.text is None
    assert laid.title.paragraph is None
    assert [para.text for para in laid.preface] == [PREFACE]


def test_a_sentence_that_names_the_report_is_no_title() -> None:
    sentence = "现将2022年政府信息公开工作年度报告公布如下。"
    laid = report([TITLE, sentence, PREFACE, *body()])
    assert laid.title.text == TITLE
    assert [para.text for para in laid.preface] == [sentence, PREFACE]


@pytest.mark.parametrize(
    "lines",
    [
        ["一、组织领导到位", "二、制度逐步健全", "三、平台不断完善"],
        ["一、加强组织领导。成立领导小组。", "二、加强队伍建设。开展培训。"],
        [
            "（一）主动公开政府信息情况",
            "（二）收到和处理政府信息公开申请情况",
            "（三）政府信息公开行政复议、行政诉讼情况",
        ],
        ["1.主动公开政府信息情况", "2.收到和处理政府信息公开申请情况", "3.存在的主要问题"],
        ["一、主动公开情况", "二、依申请公开情况", "三、存在的问题"],
        ["一、本年新收政府信息公开申请数量 0 0 0", "二、上年结转政府信息公开申请数量", "四、结转下年度继续办理 0 0"],
        ["一是加强领导；", "二是完善制度。"],
        ["总体情况良好", "主动公开"],
    ],
)
@pytest.mark.parametrize("key", ["overview", "problems", "other"])
def test_lists_within_a_section_are_no_headings(lines: list[str], key: str) -> None:
    laid = report([TITLE, PREFACE, *body(texts={**TEXTS, key: [*TEXTS[key], *lines, "以上。"]})])
    assert keys(laid) == list(KEYS)
    assert [para.text for para in laid.sections[key].paragraphs] == [*TEXTS[key], *lines, "以上。"]


def test_a_table_poured_into_text_holds_no_headings() -> None:
    flat = [
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "三、本年度办理结果",
        "（一）予以公开",
    ]
    flat += ["四、结转下年度继续办理 0 0 0"]
    laid = report([TITLE, PREFACE, *body(texts={**TEXTS, "requests": flat})])
    assert keys(laid) == list(KEYS)


@pytest.mark.parametrize("heading", ["七、附件", "七、工作亮点", Paragraph(0, "其他说明材料", number="七、")])
def test_a_section_too_many(heading: Item) -> None:
    laid = report([TITLE, PREFACE, *body(), heading, "另附材料若干。"])
    assert keys(laid) == [*KEYS, None]
    assert laid.outline[-1].number == "七"
    assert laid.sections["other"].paragraphs[-1].text == "另附材料若干。"


def test_a_section_put_between_and_the_rest_renumbered() -> None:
    headings = dict(HEADINGS)
    headings["problems"] = "六、存在的主要问题及改进情况"
    headings["other"] = "七、其他需要报告的事项"
    items = body(headings)
    at = items.index("六、存在的主要问题及改进情况")
    laid = report([TITLE, PREFACE, *items[:at], "五、工作创新", "开展了创新。", *items[at:]])
    assert keys(laid) == [*KEYS[:4], None, *KEYS[4:]]


def test_a_section_missing() -> None:
    for key in KEYS:
        headings = {k: h for k, h in HEADINGS.items() if k != key}
        laid = report([TITLE, PREFACE, *body(headings)])
        assert keys(laid) == [k for k in KEYS if k != key]


def test_sections_in_another_order() -> None:
    headings = {key: HEADINGS[key] for key in ("overview", "requests", "disclosure", "disputes", "other", "problems")}
    assert keys(report([TITLE, PREFACE, *body(headings)])) == list(headings)


def test_a_section_that_stands_twice() -> None:
    items = [TITLE, PREFACE, *body(), HEADINGS["problems"], "三是宣传不足。"]
    laid = report(items)
    assert keys(laid) == [*KEYS, "problems"]
    assert [para.text for para in laid.sections["problems"].paragraphs] == [*TEXTS["problems"], "三是宣传不足。"]


def test_one_heading_without_its_number() -> None:
    for key, text in HEADINGS.items():
        laid = report([TITLE, PREFACE, *body({**HEADINGS, key: text[2:]})])
        assert keys(laid) == list(KEYS)
        assert next(heading for heading in laid.outline if heading.key == key).number is None


def test_a_heading_within_its_table() -> None:
    layout = LAYOUTS[-1]
    table = layout.table("requests")
    assert table is not None
    grid = print_table(table, figures_of(table), Shape(caption=HEADINGS["requests"]))[0]
    headings = {key: text for key, text in HEADINGS.items() if key != "requests"}
    items = body(headings)
    at = items.index(HEADINGS["disputes"])
    laid = report([TITLE, PREFACE, *items[:at], grid, *items[at:]])
    assert keys(laid) == list(KEYS)
    assert laid.tables["requests"].section == "requests"


def test_a_preface_that_lists_the_headings() -> None:
    listing = "一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、行政复议情况；五、问题。"
    laid = report([TITLE, PREFACE, listing, *body()])
    assert keys(laid) == list(KEYS)
    assert [para.text for para in laid.preface] == [PREFACE, listing]


def test_the_year_is_voted_and_overruled() -> None:
    assert report([TITLE, PREFACE, *body()]).year == 2022
    assert report([TITLE.replace("2022", "2021"), PREFACE, *body()]).year == 2021
    overruled = report([TITLE, PREFACE, *body()], year=2020, kind="zone", level="national")
    assert (overruled.year, overruled.layout) == (2020, "2019")
    assert (overruled.organisation.kind, overruled.organisation.level) == ("zone", "national")
    assert {table.layout for key, table in overruled.tables.items() if key != "disputes"} == {"2021"}


def test_without_a_year_the_layout_that_most_tables_fit() -> None:
    items: list[Item] = []
    for key, heading in HEADINGS.items():
        items += [heading, *tables(key, 2019)]
    laid = report(["某局政府信息公开工作年度报告", *items])
    assert (laid.year, laid.layout) == (None, "2019")
    assert report(["某局政府信息公开工作年度报告", *HEADINGS.values()]).layout == "2021"


def test_a_report_of_an_older_format() -> None:
    old = [
        "清河县水利局2017年政府信息公开工作年度报告",
        "一、概述",
        "全年工作有序。",
        "二、主动公开情况",
        "共公开300条。",
    ]
    with pytest.raises(InputError, match="2019"):
        report(old)
    laid = report([*old, *tables("requests", 2019)])
    assert (laid.year, laid.layout) == (2017, "2019")


def test_what_is_no_report_is_still_laid() -> None:
    laid = report(["会议纪要", "会议研究了有关事项。"])
    assert (laid.outline, laid.tables, laid.title.text) == ((), {}, None)
    assert len(laid.preface) == 2


@pytest.mark.parametrize("items", [[], ["   "]])
def test_a_document_without_text(items: list[str]) -> None:
    with pytest.raises(InputError):
        report(items)


def test_period_and_contact_in_a_small_table() -> None:
    """Rows of a table in the preface, and of one behind the last section, are read as lines."""
    rows = [
        ["统计期限", "2022年1月1日至12月31日"],
        ["单位地址", "清河县滨河路\n17号"],
        ["电话", "0557-3022345"],
        ["邮编", "234000"],
    ]
    for items in (
        [TITLE, "本报告由清河县水利局编制。", simple_grid(rows), *body()],
        [TITLE, *body(), simple_grid(rows)],
    ):
        laid = report(items)
        assert (str(laid.period.start), str(laid.period.end)) == ("2022-01-01", "2022-12-31")
        assert laid.contact.address is not None and laid.contact.address.split() == ["清河县滨河路17号"]
        assert (laid.contact.phones, laid.contact.postcode) == (("0557-3022345",), "234000")
    wide = [["地址", "清河县滨河路17号", "电话", "0557-3022345"]]
    assert report([TITLE, simple_grid(wide), *body()]).contact.phones == ("0557-3022345",)
    table = [["单位", "平台", "条数"], ["政府网站", "公开2022年1月1日至12月31日信息", "23"]]
    assert report([TITLE, *body(), simple_grid(table)]).contact.phones == ()


def test_a_heading_in_a_table_row_with_blank_cells() -> None:
    heading = HEADINGS["requests"]
    for rest in ([""] * 8, []):
        items = [item for item in [TITLE, PREFACE, *body()] if item != heading]
        at = next(i for i, item in enumerate(items) if isinstance(item, Grid) and item.width > 7)
        grid = items[at]
        assert isinstance(grid, Grid)
        row = [heading, *rest]
        top = tuple(Cell(row[c], 0, c) if c < len(row) else None for c in range(grid.width))
        moved = {id(cell): replace(cell, row=cell.row + 1) for cell in grid.cells()}
        items[at] = Grid((top, *(tuple(None if c is None else moved[id(c)] for c in row) for row in grid.rows)))
        laid = report(items)
        assert keys(laid) == list(KEYS)
        assert laid.tables["requests"].section == "requests"


def test_headings_with_their_letters_spaced_out() -> None:
    items = [TITLE, PREFACE, *body()]
    spaced = {text: f"第{text[0]}部分{text[2:]}" for text in HEADINGS.values()}
    laid = report([" ".join(spaced[item]) if isinstance(item, str) and item in spaced else item for item in items])
    assert keys(laid) == list(KEYS)
    assert [heading.number for heading in laid.outline] == list("一二三四五六")


@pytest.mark.parametrize("year", [2020, 2022])
def test_without_a_year_a_table_alike_in_both_formats_is_of_the_others_format(year: int) -> None:
    items: list[Item] = ["云岭县财政局政府信息公开工作年度报告"]
    for key, heading in HEADINGS.items():
        items += [heading, *tables(key, year)]
    laid = report(items)
    assert laid.year is None
    assert {table.layout for table in laid.tables.values()} == {laid.layout}
