# ruff: noqa: E501 (a fault a line)
"""GK1: the title, the sections and the tables' parts."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from tests.builders.faults import ANYWHERE, Fault, Planted, Where
from tests.builders.figures import requests_table
from tests.builders.spec import SectionSpec, Spec, TableSpec
from tests.builders.write import random_spec

Change = Callable[[Spec], Spec]


def _fault(
    code: str, name: str, change: Change, where: Where = ANYWHERE, layouts: tuple[str, ...] = ("2019", "2021")
) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted:
        return Planted(change(spec), where)

    return Fault(code, name, plant, layouts)


def _title(name: str, *pieces: str) -> Fault:
    def change(spec: Spec) -> Spec:
        return replace(spec, title=tuple(p.format(body=spec.body.name, y=spec.year) for p in pieces if p))

    return _fault("GK101", name, change, Where(section="title"))


def _drop_section(key: str) -> Fault:
    def change(spec: Spec) -> Spec:
        return replace(spec, sections=tuple(s for s in spec.sections if s.key != key)).without_table(key)

    return _fault("GK102", f"no-section-{key}", change)


def _reword(name: str, key: str, heading: str) -> Fault:
    return _fault(
        "GK104", name, lambda spec: spec.with_section(replace(spec.section(key), heading=heading)), Where(section=key)
    )


def _order(name: str, change: Callable[[list[SectionSpec]], list[SectionSpec]]) -> Fault:
    return _fault("GK103", name, lambda spec: replace(spec, sections=tuple(change(list(spec.sections)))))


def _swap(a: int, b: int, *, renumber: bool) -> Callable[[list[SectionSpec]], list[SectionSpec]]:
    def change(sections: list[SectionSpec]) -> list[SectionSpec]:
        numbers = [s.number for s in sections]
        sections[a], sections[b] = sections[b], sections[a]
        return [replace(s, number=n) for s, n in zip(sections, numbers, strict=True)] if renumber else sections

    return change


def _numbered(index: int, number: str) -> Callable[[list[SectionSpec]], list[SectionSpec]]:
    return lambda sections: [replace(s, number=number) if i == index else s for i, s in enumerate(sections)]


def _further(name: str, number: str, heading: str, text: str) -> Fault:
    section = SectionSpec("further", number, heading, (text,))
    return _fault("GK105", name, lambda spec: replace(spec, sections=(*spec.sections, section)))


def _empty(key: str) -> Fault:
    def change(spec: Spec) -> Spec:
        spec = spec.with_section(replace(spec.section(key), paragraphs=(), after=()))
        return spec.without_table(key)

    code = "GK106|GK110" if key in ("disclosure", "requests", "disputes") else "GK106"
    return _fault(code, f"empty-{key}", change, Where(section=key))


def _parts(name: str, text: str) -> Fault:
    def change(spec: Spec) -> Spec:
        basis = f"根据《中华人民共和国政府信息公开条例》，现公布{spec.body.name}{spec.year}年政府信息公开工作年度报告。"
        period = f"数据统计期限为{spec.year}年1月1日至{spec.year}年12月31日。联系电话：{spec.body.area}-{spec.facts['local']}。"
        return replace(spec, preface=(basis + text + period,))

    return _fault("GK107", name, change, Where(section="preface"))


def _table(
    code: str, name: str, key: str, change: Callable[[TableSpec], TableSpec], where: Where, *layouts: str
) -> Fault:
    return _fault(code, name, lambda spec: spec.with_table(change(spec.table(key))), where, layouts or ("2019", "2021"))


def _drop(key: str, part: str, *layouts: str) -> Fault:
    where = Where(section=key, table=key)
    return _table("GK112", f"no-{key}-{part}", key, lambda t: replace(t, drop=frozenset({part})), where, *layouts)


def _label(key: str, part: str, text: str, *layouts: str) -> Fault:
    where = Where(section=key, table=key)
    name = f"label-{key}-{part}"
    return _table("GK113", name, key, lambda t: replace(t, labels={part: text}), where, *layouts)


def _other_format(key: str) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted:
        other = "2019" if spec.layout == "2021" else "2021"
        table = random_spec(rng.randint(0, 999), other, body=spec.body).table(key)
        if key == "requests":
            table = requests_table(rng, other, "none")
        return Planted(spec.with_table(table), Where(section=key, table=key))

    return Fault("GK111", f"other-format-{key}", plant)


STRUCTURE_FAULTS = (
    _title("title-no-year", "{body}", "政府信息公开工作年度报告"),
    _title("title-no-body", "{y}年", "政府信息公开工作年度报告"),
    _title("title-no-work", "{body}", "{y}年", "政府信息公开年度报告"),
    _title("title-other-document", "{body}", "关于报送有关材料的说明"),
    _title("title-none", ""),
    *(_drop_section(k) for k in ("overview", "disclosure", "requests", "disputes", "problems", "other")),
    _order("order-swapped", _swap(2, 3, renumber=False)),
    _order("order-swapped-renumbered", _swap(4, 5, renumber=True)),
    _order("section-number-twice", _numbered(3, "三、")),
    _order("section-number-skipped", _numbered(5, "七、")),
    _order("section-twice", lambda sections: [*sections[:5], sections[4], sections[5]]),
    _reword("heading-typo", "disclosure", "主动公开政府信息情兄"),
    _reword("heading-own-words", "problems", "工作中遇到的困难以及今后努力的方向"),
    _reword("heading-short", "requests", "依申请公开"),
    _reword("heading-lost-word", "disputes", "政府信息公开行政复议情况"),
    _further("extra-seven", "七、", "附件", "附件：主动公开目录。"),
    _further("extra-plan", "七、", "下一年度工作打算", "明年将继续加强政府信息公开的组织领导。"),
    _further("extra-meeting", "七、", "政务公开领导小组会议情况", "领导小组全年召开会议两次。"),
    *(_empty(k) for k in ("overview", "disclosure", "requests", "disputes", "problems")),
    _parts("parts-seven-of-six", "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、"
           "存在的主要问题及改进情况、其他需要报告的事项等七部分组成。"),
    _parts("parts-five-listed", "全文共分六个部分：总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项。"),
    _parts("parts-eight", "本报告由概述、主动公开、依申请公开等八个部分组成。"),
    *(_fault("GK110", f"no-table-{k}", lambda spec, k=k: spec.say(k, "相关情况已在本机关网站公布。").without_table(k), Where(section=k))  # type: ignore[misc]
      for k in ("disclosure", "requests", "disputes")),
    *(_fault("GK110", f"table-twice-{k}", lambda spec, k=k: spec.with_table_again(k, spec.table(k)), Where(section=k, table=k))  # type: ignore[misc]
      for k in ("disclosure", "requests", "disputes")),
    _fault("GK110", "table-twice-unlike", lambda spec: spec.with_table_again("requests", spec.table("requests").put("received", "natural", "431")),
           Where(section="requests", table="requests")),
    _other_format("disclosure"),
    _other_format("requests"),
    _drop("requests", "carried_in"), _drop("requests", "repeated"), _drop("requests", "handled"), _drop("requests", "total"),
    _drop("requests", "research"), _drop("disputes", "pending"), _drop("disputes", "later_lawsuit"),
    _drop("disclosure", "coercion"), _drop("disclosure", "charges"), _drop("disclosure", "normative"),
    _drop("disclosure", "repealed", "2021"), _drop("disclosure", "services", "2019"), _drop("disclosure", "change", "2019"),
    _drop("requests", "overdue_fee", "2021"),
    _label("disclosure", "penalties", "行政处法"), _label("disclosure", "licences", "行政许可数量情况"),
    _label("requests", "carried_out", "四、结转下年度继续办里"), _label("requests", "welfare", "社会公益组只"),
    _label("requests", "business", "企业"),
    _label("requests", "row:received", "一、本年新受政府信息公开申请数量"), _label("disputes", "corrected", "结果纠证"),
    _label("disputes", "later_lawsuit", "复议后起拆"), _label("disclosure", "in_force", "现行有郊件数", "2021"),
    _table("GK114", "extra-row-disclosure", "disclosure",
           lambda t: replace(t, extra_rows=(("coercion", "行政检查", "12"),)), Where(section="disclosure", table="disclosure")),
    _table("GK114", "extra-row-requests", "requests",
           lambda t: replace(t, extra_rows=(("carried_out", "五、延期答复", "0"),)), Where(section="requests", table="requests")),
    _table("GK114", "extra-row-inside", "requests",
           lambda t: replace(t, extra_rows=(("partial", "口头答复", "0"),)), Where(section="requests", table="requests")),
    _table("GK114", "extra-column", "requests", lambda t: replace(t, extra_column="备注数"), Where(section="requests", table="requests")),
)  # fmt: skip
