"""Whole reports for the tests of the layout: headings, texts and tables of an office, laid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.document import Document, FileFacts, Grid, Paragraph
from checker.facts.names import load_names
from checker.layout.lay import lay
from checker.layout.load import load_layouts
from checker.report import Report
from checker.resources import folder
from tests.layout.printing import figures_of, print_table

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
    # an option's name tells its type, which a dict of them cannot
    return lay(document(items), LAYOUTS, NAMES, file="a.docx", **options)  # type: ignore[arg-type]


def keys(laid: Report) -> list[str | None]:
    """The keys of the outline."""
    return [heading.key for heading in laid.outline]
