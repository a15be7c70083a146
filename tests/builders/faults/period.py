# ruff: noqa: E501 (a fault a line)
"""GK2: period, year, contact, dates and basis."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.builders.faults import Fault, Planted, Where, sentence
from tests.builders.spec import Spec

_BASIS = "根据《中华人民共和国政府信息公开条例》，现公布{body}{y}年政府信息公开工作年度报告。"
_PERIOD = "本报告所列数据的统计期限自{y}年1月1日起至{y}年12月31日止。"
_CONTACT = "如有疑问，请与{body}办公室联系（地址：{place}，邮编：{postcode}，电话：{area}-{local}）。"
_PREFACE = Where(section="preface")


def _preface(
    code: str,
    name: str,
    text: str,
    where: Where = _PREFACE,
    layouts: tuple[str, ...] = ("2019", "2021"),
    kind: str = "",
) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        if kind and spec.body.kind not in kind.split():
            return None
        return Planted(replace(spec, preface=tuple(text.format_map(spec.facts).split("\v"))), where)

    return Fault(code, name, plant, layouts)


def _period(name: str, text: str, code: str = "GK202") -> Fault:
    return _preface(code, name, _BASIS + text + _CONTACT)


def _contact(code: str, name: str, text: str) -> Fault:
    return _preface(code, name, _BASIS + _PERIOD + text)


def _opening(name: str, text: str) -> Fault:
    """The first sentence of section one speaks of another year."""

    def plant(spec: Spec, rng: random.Random) -> Planted:
        section = spec.section("overview")
        said = text.format_map(spec.facts)
        preface = (_BASIS + _PERIOD + _CONTACT).format_map(spec.facts)
        spec = spec.with_section(replace(section, paragraphs=(said, *section.paragraphs[1:])))
        return Planted(replace(spec, preface=(preface,)), Where(section="overview"))

    return Fault("GK203", name, plant)


def _title_year(spec: Spec, rng: random.Random) -> Planted:
    return Planted(replace(spec, title=(spec.body.name, f"{spec.year - 1}年", spec.title[2])))


def _published(name: str, text: str, kinds: str) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        if spec.body.kind not in kinds.split():
            return None
        said = text.format_map(spec.facts)
        return Planted(replace(spec.say("preface", said), signature=()), Where(section="preface"))

    return Fault("GK208", name, plant)


def _signed(name: str, date: str) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        if spec.body.kind not in ("department", "government"):
            return None
        return Planted(replace(spec, signature=(spec.body.name, date.format_map(spec.facts))))

    return Fault("GK208", name, plant)


def _no_basis(spec: Spec, rng: random.Random) -> Planted:
    preface = ("现公布{body}{y}年政府信息公开工作年度报告。" + _PERIOD + _CONTACT).format_map(spec.facts)
    sections = tuple(
        replace(s, paragraphs=tuple(p.replace("《中华人民共和国政府信息公开条例》", "有关规定").replace("《条例》", "有关规定").replace("条例", "规定") for p in s.paragraphs))
        for s in spec.sections
    )  # fmt: skip
    return Planted(replace(spec, preface=(preface,), sections=sections))


PERIOD_FAULTS = (
    _period("period-not-stated", "", "GK201"),
    _period("period-only-words", "本报告所列数据均为全年数据。", "GK201"),
    _period("period-last-year", "本报告所列数据的统计期限自{py}年1月1日起至{py}年12月31日止。"),
    _period("period-ends-early", "统计期限为{y}年1月1日至{y}年11月30日。"),
    _period("period-backwards", "数据统计时间：{y}年12月31日至{y}年1月1日。"),
    _period("period-starts-in-last-year", "所列数据统计期限从{py}年1月1日至{y}年12月31日。"),
    _period("period-dotted-wrong", "统计时段{y}.1.1—{y}.12.30。"),
    _opening("opening-last-year", "{py}年，{me}认真贯彻落实上级部署，扎实推进政府信息公开各项工作，取得了明显成效。"),
    _opening("opening-next-year", "{ny}年，在县委、县政府的正确领导下，{me}政府信息公开工作稳步推进。"),
    Fault("GK203|GK202", "title-last-year", _title_year),
    _preface("GK203", "preface-last-year",
             "根据《中华人民共和国政府信息公开条例》，现公布{body}{py}年政府信息公开工作年度报告。" + _PERIOD + _CONTACT, Where()),
    _contact("GK204", "no-contact", ""),
    _contact("GK204", "no-contact-only-mail", "欢迎社会各界对我们的工作提出意见建议。"),
    _contact("GK205", "phone-short", "地址：{place}，电话：{area}-33128。"),
    _contact("GK205", "phone-long", "联系电话：{area}-8331285566，地址：{place}。"),
    _contact("GK205", "phone-area", "（地址：{place}，联系电话：0999123-331285）"),
    _contact("GK206", "postcode-five", "地址：{place}，邮编：23500，电话：{area}-{local}。"),
    _contact("GK206", "postcode-seven", "联系地址：{place}；邮政编码：2350001；电话：{area}-{local}。"),
    _contact("GK207", "mail-without-at", "地址：{place}，电话：{area}-{local}，电子邮箱：zwgk.example.gov.cn。"),
    _contact("GK207", "mail-two-ats", "电话：{area}-{local}，邮箱：xxgk@@example.cn。"),
    _contact("GK207", "mail-no-domain", "电话：{area}-{local}，电子邮箱：xxgk@example。"),
    _published("published-late", "本报告于{ny}年4月26日在门户网站发布。", "department government"),
    _published("published-before-end", "本报告于{y}年12月20日公布。", "department government"),
    _published("published-late-department", "本年报已于{ny}年2月18日向社会公开。", "department"),
    _published("published-late-township", "发布日期：{ny}年6月9日。", "township subdistrict institution"),
    _signed("signed-late", "{ny}年7月3日"),
    Fault("GK209", "no-basis", _no_basis),
    _preface("GK210", "notice-of-2019", "根据《中华人民共和国政府信息公开条例》和国办公开办函〔2019〕60号文件要求，编制{body}{y}年政府信息公开工作年度报告。"
             + _PERIOD + _CONTACT, layouts=("2021",)),
    _preface("GK210", "notice-misquoted", "根据《中华人民共和国政府信息公开条例》和《政府信息公开工作年度报告格式》（国办公开函〔2021〕30号），编制{body}{y}年报告。"
             + _PERIOD + _CONTACT, layouts=("2021",)),
    _preface("GK210", "notice-number", "按照《政府信息公开条例》、国办公开办函〔2021〕33号要求，公布{body}{y}年政府信息公开工作年度报告。" + _PERIOD + _CONTACT, layouts=("2021",)),
    _preface("GK211", "other-body", "根据《中华人民共和国政府信息公开条例》，现公布澄江县农业农村局{y}年政府信息公开工作年度报告。" + _PERIOD
             + "如有疑问，请与澄江县农业农村局办公室联系（电话：{area}-{local}）。", kind="department institution township subdistrict zone"),
    _preface("GK211", "other-body-edited", "本报告由澄江县白渡镇人民政府根据《中华人民共和国政府信息公开条例》编制。" + _PERIOD + "电话：{area}-{local}。",
             kind="department institution subdistrict zone government"),
    _contact("GK212", "phone-em-dash", "地址：{place}，电话：{area}—{local}。"),
    _contact("GK212", "phone-two-dashes", "联系电话：{area}——{local}，地址：{place}。"),
    sentence("GK805", "old-decree", "按照《中华人民共和国政府信息公开条例》（国务院令第492号）规定，规范公开程序。"),
)  # fmt: skip
