"""What `gkcheck fix` has mended, or would mend: as a list, or as a diff."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from checker.masking import mask
from checker.outputs.safe_text import visible

if TYPE_CHECKING:
    from checker.fix.mend import Left, Mended, Result

_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "done": "已修正 {count} 处：",
        "none": "没有可以直接修正的问题。",
        "left": "未修正 {count} 处，请在 Word 中修改：",
        "left_code": "{code} {what}（{why}）",
        "sum": "问题：修正前 {before} 个，修正后 {after} 个。",
        "written": "写入：{file}",
        "same": "写入：{file}（与原文件相同）",
        "blank": "空白",
        "after": "{name}（修正后）",
        "comma": "，",
        "automatic": "编号由 Word 自动生成",
        "unfound": "在文件里找不到这几个字",
        "field": "由域自动生成",
        "tracked": "有修订，请先接受或拒绝",
        "box": "在文本框里，有两份内容",
        "control": "内容控件已锁定或绑定数据",
        "drawn": "这段文字不全是普通文字",
        "again": "改后仍会提示",
        "new": "改后会出现新的问题：{codes}",
    },
    "en": {
        "done": "{count} mended:",
        "none": "nothing to be mended without judgement.",
        "left": "{count} not mended; change them in Word:",
        "left_code": "{code} {what} ({why})",
        "sum": "findings: {before} before, {after} after.",
        "written": "written: {file}",
        "same": "written: {file} (the same as the original)",
        "blank": "blank",
        "after": "{name} (mended)",
        "comma": ", ",
        "automatic": "the number is made by Word",
        "unfound": "these words are not found in the file",
        "field": "made by a field",
        "tracked": "tracked changes: accept or reject them first",
        "box": "in a text box, which holds it twice",
        "control": "the content control is locked or bound to data",
        "drawn": "not all of it is plain text",
        "again": "the rule would still find it",
        "new": "it would bring new findings: {codes}",
    },
}


def as_list(result: Result, output: str, lang: str) -> str:
    """All mends, those that were not made and why, and the number of findings before and after."""
    words = _WORDS[lang]
    lines = [words["done"].format(count=len(result.done))] if result.done else [words["none"]]
    lines += [f"  {item.code} {_what(item, words)}" for item in result.done]
    lines += _left(result, words)
    counts = (len(assessment.findings) for assessment in (result.before, result.after))
    lines.append(words["sum"].format(before=next(counts), after=next(counts)))
    lines.append(words["written" if result.done else "same"].format(file=output))
    return "\n".join(lines) + "\n"


def as_diff(result: Result, name: str, lang: str) -> str:
    """What would change, a hunk for each mend; what cannot be mended behind "#". Nothing for nothing."""
    words = _WORDS[lang]
    lines: list[str] = []
    if result.done:
        lines += [f"--- {name}", f"+++ {words['after'].format(name=name)}"]
    for item in result.done:
        where = words["comma"].join(_shown(item.where).split("\n"))
        lines += [f"@@ {item.code} {where} @@", f"-{_line(item.old)}", f"+{_line(item.new)}"]
    lines += [f"# {line.strip()}" for line in _left(result, words)]
    return "\n".join(lines) + "\n" if lines else ""


def _left(result: Result, words: Mapping[str, str]) -> list[str]:
    if not result.left:
        return []
    lines = [words["left"].format(count=len(result.left))]
    return lines + [f"  {_why(item, words)}" for item in result.left]


def _why(left: Left, words: Mapping[str, str]) -> str:
    why = words[left.why].format(codes=" ".join(left.codes))
    return words["left_code"].format(code=left.mended.code, what=_what(left.mended, words), why=why)


def _what(item: Mended, words: Mapping[str, str]) -> str:
    where = words["comma"].join(_shown(item.where).split("\n"))
    return f"[{where}] {_line(item.old) or words['blank']} → {_line(item.new)}"


def _shown(text: str) -> str:
    return mask(visible(text))


def _line(text: str) -> str:
    return " ".join(_shown(text).split())
