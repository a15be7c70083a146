# ruff: noqa: E501 (a fault a line)
"""GK5: what a report must say."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.builders.faults import Fault, Planted, Where, replaced
from tests.builders.spec import Spec

_START = "{y}年，{me}按照上级部署推进信息公开，工作有序开展。"
_DISCLOSURE = "主动公开方面，全年发布各类信息{n1}条，内容涉及机构职能、财政预决算和公共服务，方便群众查阅和监督。"
_ON_REQUEST = "依申请公开方面，明确专人负责接收、登记、办理和答复，受理渠道保持畅通，答复文书经法制人员审核。"
_MANAGEMENT = "政府信息管理方面，严格公文公开属性审查，健全信息发布审核、更新和清理机制，做到有据可查。"
_PLATFORM = "平台建设方面，维护好政府网站公开专栏和政务新媒体，在办事大厅设立公开专区，提供查询和打印服务。"
_GUARANTEE = "监督保障方面，成立领导小组，明确分管领导和责任科室，定期检查通报，组织业务培训。"
_ALL = {
    "disclosure": _DISCLOSURE, "requests": _ON_REQUEST, "management": _MANAGEMENT, "platform": _PLATFORM,
    "guarantee": _GUARANTEE,
}  # fmt: skip


def _without(*aspects: str) -> Fault:
    """Section one says nothing on some of the aspects."""

    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        if spec.body.kind in ("government", "township") or spec.facts["in_hand"]:
            return None
        text = [_START, *(t for key, t in _ALL.items() if key not in aspects)]
        if "requests" not in aspects:
            text.append("{y}年未收到政府信息公开申请。")
        section = replace(spec.section("overview"), paragraphs=tuple(t.format_map(spec.facts) for t in text))
        return Planted(spec.with_section(section), Where(section="overview"))

    return Fault("GK501", "without-" + "-".join(aspects), plant, ("2021",))


def _no_assessment(text: str, index: int) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        if spec.body.kind not in ("government", "township"):
            return None
        changed = replaced(spec, spec.facts["assess"], text.format_map(spec.facts))
        return None if changed is None else Planted(changed, Where(section="overview"))

    return Fault("GK502", f"no-assessment-{index}", plant)


def _problems(code: str, name: str, *paragraphs: str) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted:
        said = tuple(p.format_map(spec.facts) for p in paragraphs)
        return Planted(spec.with_section(replace(spec.section("problems"), paragraphs=said)), Where(section="problems"))

    return Fault(code, name, plant)


def _other(code: str, name: str, *paragraphs: str, layouts: tuple[str, ...] = ("2019", "2021")) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted:
        said = tuple(p.format_map(spec.facts) for p in paragraphs)
        return Planted(
            spec.with_section(replace(spec.section("other"), paragraphs=said, after=())), Where(section="other")
        )

    return Fault(code, name, plant, layouts)


def _overview(name: str, *paragraphs: str, times: int = 1) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted:
        said = tuple(p.format_map({**spec.facts, "i": i}) for i in range(times) for p in paragraphs)
        section = spec.section("overview")
        kept = section.paragraphs if times > 1 else ()
        return Planted(spec.with_section(replace(section, paragraphs=kept + said)), Where(section="overview"))

    return Fault("GK508", name, plant)


_LONG = (
    "第{i}批公开事项的推进情况如下。牵头科室会同相关单位对照清单逐项核实信息要素，补充缺失的文号、日期和联系方式，修正表述不规范的条目，"
    "并在专栏醒目位置提示更新时间；涉及多个单位的事项由牵头科室统一口径后发布，避免重复和矛盾。对群众提出的意见逐条登记，"
    "能够立即改正的当天改正，需要研究的明确时限，改正结果在专栏公示，接受群众评价。"
)

REQUIRED_FAULTS = (
    _without("management"), _without("platform"), _without("guarantee"), _without("requests"), _without("management", "platform"),
    _no_assessment("年内对各科室公开情况检查{meetings}次，发现的问题全部整改。", 1),
    _no_assessment("加强组织领导，落实专人负责，经费得到保障。", 2),
    _problems("GK503", "problems-none", "无。"),
    _problems("GK503", "problems-none-words", "{y}年{me}信息公开工作中暂无存在的问题。"),
    _problems("GK503", "problems-praise", "一年来，{me}信息公开工作扎实推进，各项任务圆满完成，受到群众好评。"),
    _problems("GK504", "improvements-none", "主要问题：一是公开内容不够全面；二是更新不够及时；三是人员力量薄弱。"),
    _problems("GK504", "improvements-only-self-criticism", "目前还存在一些不足，公开形式较为单一，群众参与度不高，部分栏目长期没有内容。"),
    _other("GK506", "fee-unsaid", "无其他需要报告的事项。", layouts=("2021",)),
    _other("GK506", "fee-unsaid-work", "办理人大代表建议{motions}件、政协提案{proposals}件，均已按时答复并公开。", layouts=("2021",)),
    _other("GK507", "section-six-empty"),
    _overview("overview-short", "{y}年{me}信息公开工作正常开展。"),
    _overview("overview-long", _LONG, times=42),
)  # fmt: skip
