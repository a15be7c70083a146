# ruff: noqa: E501 (a fault a line)
"""GK4: sentences that disagree with the tables, with themselves, or with last year's report."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence

from tests.builders.facts import chinese
from tests.builders.faults import Fault, Planted, Where, replaced, section_of, sentence
from tests.builders.spec import Spec
from tests.builders.wordings import W
from tests.builders.write import Wordings

CODES = {
    "received": "GK401", "carried_in": "GK402", "handled": "GK403", "carried_out": "GK404",
    "granted": "GK405", "partial": "GK405", "denied": "GK405", "not_provided": "GK405", "not_processed": "GK405",
    "other_handling": "GK405", "reviews": "GK406", "lawsuits": "GK407", "natural": "GK413", "legal": "GK413",
    "norm_issued": "GK410", "norm_repealed": "GK410", "norm_force": "GK410", "licences": "GK410", "penalties": "GK410",
    "coercion": "GK410", "not_held": "GK405", "received_cn": "GK401", "granted_cn": "GK405",
}  # fmt: skip
_NEAR = ("received", "in_hand", "handled", "carried_in", "carried_out", "natural", "legal", "g_p")


def _other_value(spec: Spec, fact: str, rng: random.Random) -> int:
    """A wrong figure of the size a slip has, and not right by another reading."""
    fact = fact.removesuffix("_cn")
    right = int(spec.facts[fact])
    taken = {spec.facts[f] for f in _NEAR} | {right, right + spec.facts["carried_in"], right - spec.facts["carried_in"]}
    wrong = [right + d for d in (1, 2, 3, -1, -2, 10, 7) if right + d >= 0 and right + d not in taken]
    return wrong[0] if wrong and rng.random() < 0.5 else (wrong or [right + 23])[-1]


def altered(slot: str, wording: W, index: int, fact: str) -> Fault:
    """The wording with one of its figures not the table's, in place of the report's own sentence on the matter."""

    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        if not wording.fits(spec.facts):
            return None
        old = spec.facts["said"][slot].say(spec.facts)
        value = _other_value(spec, fact, rng)
        new = wording.say({**spec.facts, fact: chinese(value) if fact.endswith("_cn") else value})
        changed = replaced(spec, old, new)
        return None if changed is None else Planted(changed, Where(section=section_of(changed, new), quote=new))

    return Fault(CODES[fact], f"{slot}{index}-{fact}", plant)


def none_claimed(slot: str, wording: W, index: int) -> Fault:
    """A claim that there was none, where the table has some."""
    need = "received" if slot == "REQ" else "cases"

    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        if not spec.facts[need]:
            return None
        old = spec.facts["said"][slot].say(spec.facts)
        new = wording.say(spec.facts)
        changed = replaced(spec, old, new)
        return None if changed is None else Planted(changed, Where(section=section_of(changed, new), quote=new))

    counted = "|GK401|GK403" if slot == "REQ" else "|GK406|GK407"
    return Fault("GK409" + counted if re.search(r"0件|零件", wording.text) else "GK409", f"{slot}-none{index}", plant)


def mistotalled(wording: W, index: int) -> Fault | None:
    """An enumeration whose total is not the sum of its parts."""
    found = re.search(r"\{(total\d?)\}", wording.text)
    if not found:
        return None
    key = found[1]

    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        if not wording.fits(spec.facts):
            return None
        old = spec.facts["said"]["DISC"].say(spec.facts)
        by = (
            -spec.facts["n3"] - 2
            if "等" in wording.text or wording.states == "open"
            else rng.choice((-9, -1, 1, 10, 28))
        )
        # a list that leaves parts out (含…等, 其中) is at fault only if what it names exceeds the total
        new = wording.say({**spec.facts, key: spec.facts[key] + by})
        changed = replaced(spec, old, new)
        return None if changed is None else Planted(changed, Where(section=section_of(changed, new), quote=new))

    return Fault("GK411", f"parts{index}", plant)


def wrong_share(slot: str, wording: W, index: int, fact: str) -> Fault:
    """A percentage that is not the count's."""

    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        if not wording.fits(spec.facts):
            return None
        old = spec.facts["said"][slot].say(spec.facts)
        text = str(spec.facts[fact])
        changed_digits = f"{float(text) + (7.4 if float(text) < 90 else -7.4):.2f}"
        new = wording.say({**spec.facts, fact: changed_digits})
        changed = replaced(spec, old, new)
        return None if changed is None else Planted(changed, Where(section=section_of(changed, new), quote=new))

    code = (
        "GK412|GK413" if fact in ("p_natural", "p_legal") else "GK412"
    )  # a share without its count is held to the table
    return Fault(code, f"{slot}{index}-{fact}", plant)


def _with_states(slot: str, bank: Sequence[W]) -> Iterable[Fault]:
    for i, wording in enumerate(bank):
        for fact in wording.states.split():
            if fact in CODES:
                yield altered(slot, wording, i, fact)
        for fact in re.findall(r"\{(p\w*)\}", wording.text):
            if fact.startswith("p_") or re.fullmatch(r"p\d_\d", fact):
                yield wrong_share(slot, wording, i, fact)


def stated_faults(wordings: Wordings) -> tuple[Fault, ...]:
    """Every wording of the banks with every figure that it states made wrong, one at a time."""
    found = list(_with_states("REQ", wordings.requests))
    found += _with_states("DISP", wordings.disputes)
    found += _with_states("DOC", wordings.documents)
    found += _with_states("DISC", wordings.disclosure)
    found += [none_claimed("REQ", w, i) for i, w in enumerate(wordings.no_requests) if w.states == "none"]
    found += [none_claimed("DISP", w, i) for i, w in enumerate(wordings.no_disputes) if w.states == "none"]
    found += [fault for i, w in enumerate(wordings.disclosure) if (fault := mistotalled(w, i))]
    return tuple(found)


_CASES = "cases > 0"
CLAIM_FAULTS = (
    sentence("GK408", "upheld-but-corrected", "涉及{me}的政府信息公开行政复议{reviews}件，复议结果均为维持。", when="r_corrected > 0"),
    sentence("GK408", "upheld-but-pending", "因信息公开被申请行政复议{reviews}件，全部维持。", "disputes", "r_pending > 0"),
    sentence("GK408", "upheld-all-cases", "政府信息公开行政复议{reviews}件、行政诉讼{lawsuits}件，均予维持。", "disputes",
             "reviews > 0 and lawsuits > 0 and r_corrected + l_corrected > 0"),
    sentence("GK408", "none-lost", "{y}年政府信息公开行政诉讼{lawsuits}件，无败诉案件。", "disputes", "l_corrected > 0"),
    sentence("GK408", "none-corrected", "信息公开行政复议案件{reviews}件，没有被纠错的案件。", "disputes", "r_corrected > 0"),
    sentence("GK408", "all-handled", "{y}年收到的政府信息公开申请已全部办结。", when="carried_out > 0 and received > 0"),
    sentence("GK408|GK404|GK409", "none-carried", "年内政府信息公开申请全部办理完毕，无结转下年度申请。", when="carried_out > 0"),
    sentence("GK408", "all-handled-count", "共受理政府信息公开申请{received}件，均已办结。", when="carried_out > 0 and received > 0"),
    sentence("GK415", "number-left-out", "通过门户网站主动公开政府信息条，其中财政信息{n1}条。"),
    sentence("GK415", "number-left-out-requests", "{y}年共收到政府信息公开申请件，均已答复。"),
    sentence("GK415", "number-left-out-items", "全年发布信息共计条。"),
    sentence("GK415", "number-left-out-papers", "制发行政规范性文件件，废止{norm_repealed}件。"),
    sentence("GK410", "penalties-decided", "全年作出行政处罚决定{penalties_wrong}件。"),
    sentence("GK410", "licences-decided", "{me}全年办理行政许可{licences_wrong}件，办结率100%。"),
    sentence("GK410", "documents-issued", "本年度制发行政规范性文件{norm_wrong}件。", when="layout == '2021'"),
    sentence("GK413", "all-natural", "收到的{received}件政府信息公开申请，申请人均为自然人。", when="legal > 0"),
    sentence("GK405", "items", "答复中，属于四类过程性信息不予公开{process_wrong}件，属于行政查询事项{inquiry}件。", when="denied > 0"),
    sentence("GK405", "all-granted", "{y}年办结政府信息公开申请{handled}件，均予以公开。", when="granted < handled"),
    sentence("GK411", "channels", "收到政府信息公开申请{received}件，其中网络申请{by_net}件，信函申请{by_mail_wrong}件，其他方式{by_window}件。", when="received > 0"),
    sentence("GK411", "applicants", "新收政府信息公开申请{received}件，分别为自然人{natural}件、法人或其他组织{legal_wrong}件。", when="received > 0"),
    sentence("GK411", "results", "共办结{handled}件，其中予以公开{granted}件，部分公开{partial}件，不予公开{denied}件，无法提供{not_provided}件，"
             "不予处理{not_processed}件，其他处理{other_wrong}件。", when="handled > 0"),
    sentence("GK411", "disputes", "发生政府信息公开行政争议{cases_wrong}件，具体为行政复议{reviews}件、行政诉讼{lawsuits}件。", "disputes", _CASES),
    sentence("GK411", "more-than-all", "全年公开会议信息{n1}条，其中党组会信息{n1_more}条。"),
    sentence("GK412", "share-of-total", "累计发布信息{total3}条，其中民生信息{n1}条，占{p3_1_wrong}%。"),
    sentence("GK416", "fewer-than-told", "本年收到政府信息公开申请{received}件，比上年的{prev}件少{less_wrong}件。", when="received > 0"),
    sentence("GK416", "views", "网站全年浏览{web}次，比上年的{web_before}次增加{web_more_wrong}次。"),
    sentence("GK417", "rate-of-handling", "经统计，政府信息公开申请办结率为{rate_wrong}%。", when="handled * 2 > in_hand and received > carried_in"),
    sentence("GK417", "rate-of-answering", "今年对政府信息公开申请的答复率达到{rate_wrong}%。", "requests", "handled * 2 > in_hand and received > carried_in"),
    sentence("GK412", "share-of-requests", "收到政府信息公开申请{received}件，其中自然人申请{natural}件，占{p_natural_wrong}%。", when="natural > 0"),
)  # fmt: skip
