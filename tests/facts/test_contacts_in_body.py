"""What the body of a report gives as its contact: at its end, and in the first section where there is no preface."""

from __future__ import annotations

import pytest

from checker.facts.contacts import find_contact
from checker.report import PREFACE, Contact, Para


def contact(*paragraphs: str, section: str) -> Contact:
    return find_contact([(section, Para(n, text)) for n, text in enumerate(paragraphs, 1)]).contact


def test_contact_at_the_end_of_the_body() -> None:
    passages = [
        (PREFACE, Para(1, "本报告由云岭县财政局编制。")),
        ("overview", Para(2, "设立咨询电话0557-3022999，接受群众咨询。")),
        ("other", Para(3, "本年度无其他需要报告的事项。")),
        ("other", Para(4, "如对本报告有疑问，请联系云岭县财政局，地址：云岭县人民路12号，电话：0557-3022345。")),
    ]
    assert find_contact(passages).contact == Contact("云岭县人民路12号", None, ("0557-3022345",), None)


def test_labelled_lines_at_the_end() -> None:
    passages = [
        ("other", Para(n, text))
        for n, text in enumerate(("无。", "联系电话：0557-3022345", "地址：云岭县人民路12号"), 1)
    ]
    assert find_contact(passages).contact == Contact("云岭县人民路12号", None, ("0557-3022345",), None)


@pytest.mark.parametrize(
    "text",
    [
        "公众如需进一步了解，可拨打咨询电话0557-3022345，或来信至云岭县人民路12号（邮政编码：234000）。",
        "本报告由云岭县财政局负责解释，办公地址：云岭县人民路12号，邮政编码：234000，办公电话：0557-3022345。",
        "本报告由云岭县财政局编写（地址：云岭县人民路12号，邮编：234000，电话：0557-3022345）。",
    ],
)
def test_a_closing_sentence_in_other_words(text: str) -> None:
    assert contact("无其他需要报告的事项。", text, section="other").phones == ("0557-3022345",)
    assert contact("无其他需要报告的事项。", text, section="other").postcode == "234000"


def test_a_place_for_the_public_is_no_contact_but_its_telephone_can_be_called() -> None:
    text = "在政务大厅设立查阅点（地址：云岭县人民路5号，电话：0557-3022999）。"
    passages = [("overview", Para(1, "全年公开信息12条。")), ("other", Para(2, text))]
    assert find_contact(passages).contact == Contact(phones=("0557-3022999",))


@pytest.mark.parametrize(
    "text",
    [
        "本单位存在问题：咨询电话0557-3022999接听不及时，地址公开不够。",
        "在网站公布办公地址、联系电话0557-3022999，方便群众咨询。",
        "设立咨询电话0557-3022999，接受群众咨询。",
        "公布联系电话等信息12条，接听群众来电350个。",
        "密切联系群众，开通12345热线，答复咨询3022999次。",
        "设置窗口，地址：云岭县人民路5号，电话：0557-3022999，全年接待群众120人。",
    ],
)
def test_what_the_first_section_tells_of_its_work_is_no_contact(text: str) -> None:
    filler = [("other", Para(n, "无其他需要报告的事项。")) for n in range(2, 12)]
    assert find_contact([("overview", Para(1, text)), *filler]).contact == Contact()


@pytest.mark.parametrize(
    "text",
    [
        "如有疑问，请联系云岭县财政局办公室（电话：0557-3022999）。",
        "联系地址：云岭县人民路5号，联系电话：0557-3022999。",
        "下面分六个方面报告（数据取自1月1日至12月31日；联系电话：0557-3022999）：",
        "云岭县财政局编制并公布本报告，联系电话：0557-3022999。",
        "云岭县财政局编制本报告。如对本报告有疑问，请与云岭县政务服务中心联系（电话：0557-3022999）。",
    ],
)
def test_the_first_section_of_a_report_without_preface_gives_the_contact(text: str) -> None:
    filler = [("other", Para(n, "无其他需要报告的事项。")) for n in range(4, 14)]
    passages = [("overview", Para(2, "全年公开信息12条。")), ("overview", Para(3, text)), *filler]
    items = find_contact(passages)
    assert items.contact.phones == ("0557-3022999",)
    assert items.phones[0].paragraph == 3


def test_service_numbers_of_the_body_are_no_contact() -> None:
    passages = [
        ("overview", Para(1, "我局开通服务热线0557-3022999，公布监督电话0557-3022998，邮编、地址等信息一并公开。")),
        ("other", Para(2, "主办单位：云岭县财政局  政务服务热线：12345")),
    ]
    assert find_contact(passages).contact == Contact()
