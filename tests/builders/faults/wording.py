"""GK7 and GK8: personal data and wording."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.builders.faults import Fault, Planted, Where, sentence
from tests.builders.spec import Spec


def identity_number(seventeen: str) -> str:
    """A number with its check digit (GB 11643); nobody's, made of a first day of a month and a round sequence."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return seventeen + "10X98765432"[sum(int(d) * w for d, w in zip(seventeen, weights, strict=True)) % 11]


def card_number(start: str) -> str:
    """A number with its Luhn digit."""
    total = 0
    for i, digit in enumerate(reversed(start)):
        value = int(digit) * (2 if i % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return start + str(-total % 10)


_ID1, _ID2 = identity_number("11010119490101000"), identity_number("34060219580301002")
_CARD = card_number("622202000000000000")


def _body_word(code: str, name: str, text: str, *kinds: str) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        if spec.body.kind not in kinds:
            return None
        return Planted(spec.say("overview", text.format_map(spec.facts)), Where(section="overview"))

    return Fault(code, name, plant)


def _numbered(name: str, *paragraphs: str, section: str = "problems") -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted:
        part = spec.section(section)
        return Planted(spec.with_section(replace(part, paragraphs=paragraphs)), Where(section=section))

    return Fault("GK802", name, plant)


def _twice(spec: Spec, rng: random.Random) -> Planted | None:
    long = [p for p in spec.section("overview").paragraphs if len(p) > 60 and "\n" not in p]
    return Planted(spec.say("problems", long[0])) if long else None


WORDING_FAULTS = (
    sentence("GK701", "id-number", f"申请人李某某（身份证号{_ID1}）所提申请已按期答复。"),
    sentence("GK701", "id-number-list", f"救助对象名单已公示：王某，{_ID2}，低保户。", "problems"),
    sentence("GK701", "id-number-spaced", f"公民身份号码：{_ID1[:6]} {_ID1[6:14]} {_ID1[14:]}。", "other"),
    sentence("GK702", "mobile", "申请人张某（电话13800138000）对答复表示满意。"),
    sentence("GK702", "mobile-in-section-six", "投诉请联系王主任，手机：139 1234 5678。", "other"),
    sentence("GK702", "mobile-dashed", "来访群众留下联系方式186-0000-1234，工作人员已回访。", "problems"),
    sentence("GK703", "card", f"补贴资金已汇入账户{_CARD}。"),
    sentence(
        "GK703",
        "card-spaced",
        f"收款账号：{_CARD[:4]} {_CARD[4:8]} {_CARD[8:12]} {_CARD[12:16]} {_CARD[16:]}。",
        "other",
    ),
    _body_word("GK801", "bureau-in-institution", "我局高度重视信息公开工作，专门召开会议研究部署。", "institution"),
    _body_word("GK801", "town-in-bureau", "我镇把信息公开列入年度目标管理。", "department"),
    _body_word("GK801", "bureau-in-town", "下一步，我局将继续完善公开目录。", "township", "subdistrict"),
    _body_word("GK801", "subdistrict-in-zone", "我街道在社区设置公开栏。", "zone", "department"),
    _numbered(
        "number-skipped",
        "（一）公开内容不够丰富，需要充实。",
        "（二）更新不够及时，需要改进。",
        "（四）人员业务不够熟练，需要培训，今后将逐一改进。",
    ),
    _numbered(
        "number-twice",
        "（一）存在的问题：公开形式单一。",
        "（二）问题的原因：重视不够。",
        "（三）改进措施：加强学习。",
        "（三）下一步打算：丰富公开形式。",
    ),
    _numbered(
        "digits-skipped", "1.公开不够主动的问题，已通过通报加以改进。", "3.解读偏少的问题，已通过增加图解加以改进。"
    ),
    _numbered(
        "words-skipped", "存在问题：一是公开内容不够；二是人员不足；四是平台更新慢。改进情况：补充了人员，完善了平台。"
    ),
    sentence(
        "GK803", "half-width-comma", "{me}坚持以公开为常态,不公开为例外,扎实推进各项工作。", quote="以公开为常态,"
    ),
    sentence("GK803", "half-width-colon", "公开渠道主要有:门户网站、公开栏。"),
    sentence("GK803", "doubled-stop", "{me}认真落实公开要求。。群众满意度不断提高。"),
    sentence("GK803", "doubled-comma", "进一步拓宽渠道，，方便群众查阅。", "problems"),
    sentence("GK803", "mixed-marks", "信息更新及时，。内容准确。"),
    sentence("GK804", "jiezhi", "截止{y}年12月31日，{me}公众号推送消息{n1}篇。"),
    sentence("GK804", "jiezhi-end-of-year", "截止到{y}年年底，专栏访问量稳步上升。"),
    sentence("GK805", "old-decree-short", "严格执行国务院令第492号规定。"),
    sentence(
        "GK805",
        "old-decree-number",
        "依据《中华人民共和国政府信息公开条例》（国务院令第 492 号）开展保密审查。",
        "other",
    ),
    sentence("GK806", "book-title-open", "认真贯彻《中华人民共和国政府信息公开条例，落实各项要求。"),
    sentence("GK806", "bracket-open", "公开内容包括财政信息（预算、决算、采购信息等。"),
    sentence("GK806", "quote-open", "坚持“以公开为常态、不公开为例外的原则。", "problems"),
    sentence("GK806", "bracket-close", "全年召开会议两次）研究公开工作。"),
    Fault("GK807", "paragraph-twice", _twice),
    sentence("GK807", "word-twice", "进一步提高了群众的的满意度。"),
    sentence("GK807", "word-twice-long", "加强对对政务新媒体的管理。", "problems"),
    sentence("GK808", "phrase-report", "按时编制并发布政府信息工作年度报告。"),
    sentence("GK808", "phrase-socialism", "以习近平新时代中国特社会主义思想为指导，做好公开工作。"),
    sentence("GK808", "phrase-decree", "深入学习《中华人民共和国政府信息公开条列》。"),
    sentence("GK809", "xx", "XX局高度重视信息公开工作。"),
    sentence("GK809", "crosses", "全年发布信息××条，解读×篇。"),
    sentence("GK809", "year", "20XX年，信息公开工作取得新进展。", "problems"),
    sentence("GK809", "underscores", "本年度共召开会议____次。"),
    sentence("GK809", "empty-brackets", "联系人：【】，科室：【请填写】。", "other"),
)
