"""The words of the screen in both languages."""

from __future__ import annotations

from collections.abc import Mapping

_ZH = {
    "error": "错误",
    "warning": "警告",
    "notice": "提示",
    "place": "位置",
    "severity": "级别",
    "code": "代码",
    "problem": "问题、改法、依据",
    "consolidated": "汇总报告",
    "parts": "各单位之和",
    "difference": "相差",
    "hint": "改法：",
    "basis": "依据：",
    "head": "{file}\n{body}，{year}年度，按{layout}年格式检查",
    "no_year": "年度不明",
    "no_body": "机关名称不明",
    "rules": "检查规则 {checked} 条：通过 {passed}，不通过 {failed}；不适用 {not_applicable}，未能判断 {unjudged}。",
    "clean": "合格 {file}：{body}，{year}年度，按{layout}年格式检查规则 {checked} 条，全部通过；不适用 {not_applicable}，"
    "未能判断 {unjudged}。",
    "unjudged": "未能判断之处",
    "unreadable": "读不了 {file}：{message}",
    "total": "共检查 {reports} 份报告，合格 {passed} 份；错误 {error}，警告 {warning}，提示 {notice}；未能判断的规则 {unjudged} 项{unread}。",
    "unread": "；另有 {count} 个文件读不了",
}
_EN = {
    "error": "error",
    "warning": "warning",
    "notice": "notice",
    "place": "place",
    "severity": "severity",
    "code": "code",
    "problem": "what is wrong, what to do, by which clause",
    "consolidated": "consolidated",
    "parts": "sum of the parts",
    "difference": "difference",
    "hint": "to do: ",
    "basis": "basis: ",
    "head": "{file}\n{body}, report year {year}, checked by the format of {layout}",
    "no_year": "unknown",
    "no_body": "body unknown",
    "rules": "{checked} rules checked: {passed} passed, {failed} failed; {not_applicable} not applicable, {unjudged} not assessed.",
    "clean": "passed {file}: {body}, report year {year}, format of {layout}, {checked} rules checked, all passed; "
    "{not_applicable} not applicable, {unjudged} not assessed.",
    "unjudged": "not assessed there:",
    "unreadable": "cannot read {file}: {message}",
    "total": "{reports} report(s) checked, {passed} passed; {error} error(s), {warning} warning(s), {notice} notice(s); "
    "{unjudged} rule outcome(s) not assessed{unread}.",
    "unread": "; {count} file(s) could not be read",
}
WORDS: Mapping[str, Mapping[str, str]] = {"zh": _ZH, "en": _EN}
