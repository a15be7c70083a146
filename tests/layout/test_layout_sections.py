"""Documents are cut at their title and headings, however these are printed, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from checker.document import Paragraph
from checker.errors import InputError
from tests.layout.printing import simple_grid
from tests.layout.whole import (
    HEADINGS,
    KEYS,
    PREFACE,
    TEXTS,
    TITLE,
    Item,
    body,
    keys,
    report,
    tables,
)


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


@pytest.mark.parametrize("year", [2020, 2022])
def test_without_a_year_a_table_alike_in_both_formats_is_of_the_others_format(year: int) -> None:
    items: list[Item] = ["云岭县财政局政府信息公开工作年度报告"]
    for key, heading in HEADINGS.items():
        items += [heading, *tables(key, year)]
    laid = report(items)
    assert laid.year is None
    assert {table.layout for table in laid.tables.values()} == {laid.layout}


def test_a_section_before_the_first_of_the_format() -> None:
    moved = dict(
        zip(
            KEYS,
            (number + text[1:] for number, text in zip("二三四五六七", HEADINGS.values(), strict=True)),
            strict=True,
        )
    )
    laid = report([TITLE, PREFACE, "一、组织领导情况", "成立了领导小组。", *body(dict(moved))])
    assert keys(laid) == [None, *KEYS]
    assert laid.outline[0].heading == "组织领导情况"
    assert [para.text for para in laid.preface] == [PREFACE, "成立了领导小组。"]


def test_a_list_in_the_preface_is_no_section() -> None:
    laid = report([TITLE, PREFACE, "一、组织领导情况", "成立了领导小组。", *body()])
    assert keys(laid) == list(KEYS)
    assert [para.text for para in laid.preface] == [PREFACE, "一、组织领导情况", "成立了领导小组。"]
