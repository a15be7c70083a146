"""What is read as the contact of a report, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.contacts import FoundContact, find_contact
from checker.report import PREFACE, Contact, Para


def contact(*paragraphs: str, section: str = PREFACE) -> Contact:
    return found(*paragraphs, section=section).contact


def found(*paragraphs: str, section: str = PREFACE) -> FoundContact:
    return find_contact([(section, Para(n, text)) for n, text in enumerate(paragraphs, 1)])


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("地址：临江市望江区学府路85号", "临江市望江区学府路85号"),
        ("（地址：临江市望江区学府路85号，邮编：123000，电话：0557-3022345）", "临江市望江区学府路85号"),
        ("办公地址：云岭县人民路1号（政务中心3楼），邮政编码：234000", "云岭县人民路1号（政务中心3楼）"),
        ("联系地址：云岭县城关镇人民路 12 号；邮编：234000", "云岭县城关镇人民路 12 号"),
        ("通信地址:云岭县人民路12号3栋205室,联系电话:3022345", "云岭县人民路12号3栋205室"),
        ("通讯地址为云岭县人民路12号。", "云岭县人民路12号"),
        ("地  址：云岭县人民路1号", "云岭县人民路1号"),
        ("地点：云岭县市民广场北侧政务大厦五楼，电话：3022345", "云岭县市民广场北侧政务大厦五楼"),
        ("邮寄地址：云岭县人民路12号（邮编：234000）", "云岭县人民路12号"),
        ("地址：云岭县人民路12号 邮编：234000 电话：0557-3022345", "云岭县人民路12号"),
        ("地址：云岭县人民路12号，234000", "云岭县人民路12号"),
        ("请与县财政局办公室联系（云岭县人民东路128号；电话：0557-3022345；邮编：234000）。", "云岭县人民东路128号"),
        ("我局位于云岭县人民路12号，邮编234000，联系电话0557-3022345。", "云岭县人民路12号"),
        ("单位地址：云岭县开发区创业大道与科技路交叉口", "云岭县开发区创业大道与科技路交叉口"),
        ("详细地址：云岭县柳河镇柳河村8组", "云岭县柳河镇柳河村8组"),
        ("地址:云岭县人民路(原县委大院)6号楼", "云岭县人民路(原县委大院)6号楼"),
        ("联系地址云岭县人民路12号，邮编234000", "云岭县人民路12号"),
        ("欢迎来函咨询，函寄：云岭县人民路12号财政局（邮编234000）", "云岭县人民路12号财政局"),
        ("通信地址  云岭县滨河路17号    邮政编码  234000", "云岭县滨河路17号"),
        ("联系方式：云岭县滨河路17号，0557-3022345，234000", "云岭县滨河路17号"),
        ("请联系财政局（联系电话:0557-3022345，地址:云岭县滨河路十七号)。", "云岭县滨河路十七号"),
    ],
)
def test_address(text: str, address: str) -> None:
    assert contact(text).address == address


@pytest.mark.parametrize(
    "text",
    [
        "公开办公地址、联系电话等信息12条。",
        "网站地址：http://www.yunling.gov.cn",
        "电子邮箱地址：ylx@163.com",
        "本报告可在云岭县人民政府门户网站（网址：www.yunling.gov.cn）下载。",
        "根据国办公开办函〔2021〕30号要求编制。",
        "下载地址：云岭县人民政府网站信息公开专栏",
        "传真：0557-3022346",
    ],
)
def test_no_address(text: str) -> None:
    assert contact(text).address is None


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("电话：0561—3193896", ["0561—3193896"]),
        ("联系电话：0557-3022345", ["0557-3022345"]),
        ("咨询电话:（0557）3022345", ["（0557）3022345"]),
        ("电  话：0557 3022345", ["0557 3022345"]),
        ("联系电话：05573022345", ["05573022345"]),
        ("联系电话：3022345", ["3022345"]),
        ("电话、传真：0557-3022345", ["0557-3022345"]),
        ("电话（传真）：0557-3022345", ["0557-3022345"]),
        ("电话/传真：0557-3022345", ["0557-3022345"]),
        ("电话(兼传真)：0557-3022345", ["0557-3022345"]),
        ("电话及传真：0557-3022345", ["0557-3022345"]),
        ("联系方式：0557-3022345", ["0557-3022345"]),
        ("联系方式：13855712345", ["13855712345"]),
        ("电话：0557-3022345转8001。", ["0557-3022345转8001"]),
        ("电话：0557-3022345、3022346", ["0557-3022345", "3022346"]),
        ("电话：0557-3022345或0557-3022346", ["0557-3022345", "0557-3022346"]),
        ("电话：0557-3022345，0557-3022346。", ["0557-3022345", "0557-3022346"]),
        ("电话：0557-3022345/3022346", ["0557-3022345", "3022346"]),
        ("电话：0557-3022345 0557-3022346", ["0557-3022345", "0557-3022346"]),
        ("电话：0557-3022345，传真：0557-3022346", ["0557-3022345"]),
        ("传真：0557-3022346，电话：0557-3022345", ["0557-3022345"]),
        ("电话：010-6250 1234", ["010-6250 1234"]),
        ("手机：138 5571 2345", ["138 5571 2345"]),
        ("联系人：王某某，电话：0557-3022345", ["0557-3022345"]),
        ("联系人及电话：王某某 0557-3022345", ["0557-3022345"]),
        ("请致电0557-3022345咨询", ["0557-3022345"]),
        ("如有疑问，请与云岭县财政局办公室联系（0557-3022345）。", ["0557-3022345"]),
        ("联系电话为０５５７－３０２２３４５。", ["０５５７－３０２２３４５"]),
        ("Tel：+86-557-3022345", ["+86-557-3022345"]),
        ("服务热线：12345，联系电话：0557-3022345", ["0557-3022345"]),
        ("电话：0557-302234", ["0557-302234"]),
        ("电话：0557-3022345，2023年共公开信息120条。", ["0557-3022345"]),
        ("电话号码：0557-3022345", ["0557-3022345"]),
        ("联系电话：0557-3022345（工作日8:30-17:30）", ["0557-3022345"]),
        ("电话：0557--3022345", ["0557--3022345"]),
        ("电话：0557~3022345", ["0557~3022345"]),
        ("电话：O557-3022345", ["O557-3022345"]),
        ("咨询服务电话：0557-3022345", ["0557-3022345"]),
        ("咨询热线：0557-3022345", ["0557-3022345"]),
        ("政府信息公开咨询电话：0557-3022345", ["0557-3022345"]),
        ("TEL:0557-3022345 FAX:0557-3022346", ["0557-3022345"]),
        ("来电请拨0557-3022345，来函请寄云岭县人民路1号", ["0557-3022345"]),
        ("电话号码为：0557 - 3022345；", ["0557 - 3022345"]),
    ],
)
def test_phones(text: str, phones: list[str]) -> None:
    assert list(contact(text).phones) == phones


@pytest.mark.parametrize(
    "text",
    [
        "传真：0557-3022346。",
        "传  真：0557-3022346",
        "政务服务热线：12345",
        "请拨打12345热线反映。",
        "12345政务服务便民热线全年受理诉求310件，热线电话12345全天候畅通。",
        "公布联系电话等信息12条，接听群众来电350个。",
        "国办公开办函〔2021〕30号",
        "本报告统计期限为2023年1月1日至2023年12月31日。",
        "邮编：234000",
        "全年接听电话1234567次。",
        "咨询热线：12345",
        "（地址：云岭县人民路5号，邮编：电话：传真：）",
        "联系电话：无",
        "12345热线办理工单3022345件，欢迎咨询。",
    ],
)
def test_no_phone(text: str) -> None:
    assert contact(text).phones == ()


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("监督电话：0557-3022347", ["0557-3022347"]),
        ("举报电话：0557-3022347，投诉电话：0557-3022348", ["0557-3022347", "0557-3022348"]),
        ("市长公开电话：0557-3022347", ["0557-3022347"]),
        ("便民热线：3022347", ["3022347"]),
        ("值班电话（全天）：0557-3022347", ["0557-3022347"]),
        ("本报告由镇综合办解释（0557-3022347）。", ["0557-3022347"]),
        ("服务专线400-8812345", ["400-8812345"]),
    ],
)
def test_any_telephone_where_no_other_contact_is_given(text: str, phones: list[str]) -> None:
    assert list(contact(text).phones) == phones
    assert list(find_contact([("overview", Para(1, "概述")), ("other", Para(9, text))]).contact.phones) == phones


@pytest.mark.parametrize(
    "text", ["服务热线：0557-3022347，联系电话：0557-3022345", "监督电话：0557-3022347，地址：云岭县人民路1号"]
)
def test_a_hotline_is_no_contact_beside_another(text: str) -> None:
    assert "0557-3022347" not in contact(text).phones


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("邮编：235000", "235000"),
        ("邮政编码：235000；", "235000"),
        ("（邮编235000）", "235000"),
        ("邮  编：235000", "235000"),
        ("邮编：23500，电话：0557-3022345", "23500"),
        ("邮编：2350001", "2350001"),
        ("邮编：２３５０００", "２３５０００"),
        ("地址：云岭县人民路12号（235000）", "235000"),
        ("云岭县人民路12号，235000，电话0557-3022345", "235000"),
        ("文号：国办公开办函〔2021〕30号", None),
        ("联系电话：3022345", None),
        ("公开信息235000条，地址：云岭县人民路12号", None),
        ("邮编：235000 电话：0557-3022345", "235000"),
    ],
)
def test_postcode(text: str, postcode: str | None) -> None:
    assert contact(text).postcode == postcode


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("邮箱：ylx@126.com", "ylx@126.com"),
        ("电子邮箱：ylx_xxgk@yunling.gov.cn。", "ylx_xxgk@yunling.gov.cn"),
        ("E-mail：ylx@126.com，电话：0557-3022345", "ylx@126.com"),
        ("电子邮件地址：ylx@126.com）", "ylx@126.com"),
        ("邮箱：ylx#126.com", "ylx#126.com"),
        ("电子邮箱：ylx@126", "ylx@126"),
        ("请与办公室联系（0557-3022345，ylx@126.com）", "ylx@126.com"),
        ("电子信箱:ylx＠126.com", "ylx＠126.com"),
        ("县长信箱收到来信35封", None),
        ("邮箱：无", None),
    ],
)
def test_email(text: str, email: str | None) -> None:
    assert contact(text).email == email


def test_items_in_paragraphs_of_their_own() -> None:
    items = found(
        "如对本报告有疑问，请与我局办公室联系。",
        "地址：云岭县人民路12号",
        "邮编：234000",
        "联系电话：0557-3022345",
        "电子邮箱：ylx@126.com",
    )
    assert items.contact == Contact("云岭县人民路12号", "234000", ("0557-3022345",), "ylx@126.com")
    assert items.address is not None and items.address.paragraph == 2
    assert [phone.paragraph for phone in items.phones] == [4]


def test_values_follow_joined_labels() -> None:
    text = "地址、邮编、电话：云岭县人民路12号、234000、0557-3022345"
    assert contact(text) == Contact("云岭县人民路12号", "234000", ("0557-3022345",), None)


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
        "现将有关情况汇报如下（数据统计期限：1月1日至12月31日；联系电话：0557-3022999）：",
        "云岭县财政局编制本报告。如对本报告有疑问，请与云岭县政务服务中心联系（电话：0557-3022999）。",
        "在网站公布办公地址、联系电话0557-3022999，方便群众咨询。",
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


@given(st.text(alphabet="地址邮编电话传真：:，。（）()0123456789-—转 @.联系箱号路\n", max_size=200))
def test_what_is_read_stands_in_the_text(text: str) -> None:
    items = found(text)
    read = [items.contact.address, items.contact.postcode, items.contact.email, *items.contact.phones]
    assert all(value in text and value.strip() == value for value in read if value is not None)


@given(
    st.sampled_from(["电话：", "联系电话:", "咨询电话：", "电话、传真：", "联系方式："]),
    st.sampled_from(["0557", "010", "0571"]),
    st.sampled_from(["-", "—", "－", "–", " ", ""]),
    st.integers(2_000_000, 8_999_999),
    st.sampled_from(["", "。", "）。", "，邮编：234000", "；传真：0557-1234567"]),
)
def test_any_number_behind_a_label(label: str, area: str, dash: str, number: int, tail: str) -> None:
    assert contact(f"{label}{area}{dash}{number}{tail}").phones == (f"{area}{dash}{number}",)
