"""One page without anything from elsewhere: the report as it reads, findings at their places, all text escaped."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from lxml import html

from checker.findings import Outcome
from checker.outputs.html import render_html
from checker.pack import Pack
from tests.outputs.outcomes import HOSTILE, hostile


class Balanced(HTMLParser):
    """Fails on a tag that is closed out of turn."""

    VOID = frozenset({"meta", "input", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(outcome: Outcome, pack: Pack, lang: str = "zh") -> html.HtmlElement:
    text = render_html(outcome, pack.layouts, lang)
    parser = Balanced()
    parser.feed(text)
    assert parser.open == []
    return html.document_fromstring(text)


def test_every_paragraph_and_every_figure_of_the_report_is_there(outcome: Outcome, pack: Pack) -> None:
    papers = page(outcome, pack).xpath("//div[@class='paper']")
    for paper, assessment in zip(papers, outcome.reports, strict=True):
        report = assessment.report
        assert report is not None
        for pin in paper.xpath(".//a[contains(@class, 'pin')]"):
            pin.drop_tree()
        shown = "".join(paper.text_content().split())
        for _, para in report.passages():
            assert "".join(para.text.split()) in shown
        cells = ["".join(cell.text_content().split()) for cell in paper.xpath(".//td")]
        figures = [f.raw for t in report.tables.values() for row in t.rows.values() for f in row.values()]
        assert sorted(cells) == sorted("".join(raw.split()) for raw in figures)


def test_every_finding_has_a_card_and_a_pin_that_lead_to_each_other(outcome: Outcome, pack: Pack) -> None:
    root = page(outcome, pack)
    names = {element.get("id") for element in root.xpath("//*[@id]")}
    assert len(root.xpath("//*[@id]")) == len(names)
    assert all(link.get("href")[1:] in names for link in root.xpath("//a"))
    wanted = [f"r{r}f{f}" for r, rep in enumerate(outcome.reports, 1) for f in range(1, len(rep.findings) + 1)]
    assert [card.get("id") for card in root.xpath("//section[contains(@class, 'card')]")] == wanted
    cell = root.xpath("//td[contains(@class, 'error')]")
    assert [c.xpath("./a/text()") for c in cell]
    assert root.xpath("//mark[@class='error']")[0].text_content()


def test_tables_are_merged_as_in_the_format(outcome: Outcome, pack: Pack) -> None:
    table = page(outcome, pack).xpath("//article[1]//table")[1]
    first = table.xpath(".//tr")[0].xpath("./th")
    assert (first[0].get("rowspan"), first[0].get("colspan")) == ("3", "3")
    width = [sum(int(cell.get("colspan", 1)) for cell in table.xpath(".//tr")[0].xpath("./*"))]
    assert width == [10]


def test_the_policy_allows_the_pages_own_style_and_script_alone(outcome: Outcome, pack: Pack) -> None:
    text = render_html(outcome, pack.layouts, "zh")
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.S)
        assert content is not None
        digest = b64encode(sha256(content.group(1).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in text
    assert "default-src 'none'" in text
    assert not re.search(r"""\b(src|srcset|action)=|@import|url\(|https?://""", text)


def test_hostile_text_stays_text(pack: Pack) -> None:
    root = page(hostile(), pack)
    assert len(root.xpath("//script")) == 1
    assert not root.xpath("//img") and not root.xpath("//*[@onerror]") and not root.xpath("//b[text()='x']")
    assert HOSTILE[0] in root.text_content()
    assert not any(char in root.text_content() for char in "\x00\x07\x1b\x9b\u202e")


def test_personal_numbers_are_masked(outcome: Outcome, pack: Pack) -> None:
    from dataclasses import replace

    from checker.report import Para

    report = outcome.reports[0].report
    assert report is not None
    shown = replace(report, preface=(Para(report.preface[0].n, "身份证号11010119900307803X，手机13712345678。"),))
    text = render_html(Outcome((replace(outcome.reports[0], report=shown),)), pack.layouts, "zh")
    assert "11010119900307803X" not in text and "13712345678" not in text
