"""The summary of a run over many files, for the screen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from checker.findings import Severity
from checker.outputs.safe_text import visible

if TYPE_CHECKING:
    from checker.batch.tally import Tally

_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "files": "文件 {files} 个：检查 {reports} 份，读不了 {refused} 个（{seconds:.1f} 秒，{rate:.0f} 个/秒）",
        "reused": "其中沿用以前的结果 {cache} 份，上次已完成 {before} 份",
        "bodies": "机关 {bodies} 个；年度 {years}",
        "unknown": "不明",
        "found": "问题 {total} 处：错误 {error}，警告 {warning}，提示 {notice}",
        "code": "  {code}  {count}（{parts}）",
        "error": "错误", "warning": "警告", "notice": "提示",
        "worst": "问题最多的报告（错误/警告/提示）：",
        "unread": "读不了的文件：",
        "more": "  ……另有 {more} 个，见结果文件",
        "doubtful": "有 {count} 份报告的上年报告不止一份，没有比较",
        "stopped": "已中断：完成的结果已保存，加 --resume 接着做",
        "output": "结果：{output}",
    },
    "en": {
        "files": "{files} file(s): {reports} checked, {refused} unreadable ({seconds:.1f} s, {rate:.0f} a second)",
        "reused": "of these {cache} known from before, {before} finished in an earlier run",
        "bodies": "{bodies} bodies; years {years}",
        "unknown": "unknown",
        "found": "{total} finding(s): {error} error(s), {warning} warning(s), {notice} notice(s)",
        "code": "  {code}  {count} ({parts})",
        "error": "errors", "warning": "warnings", "notice": "notices",
        "worst": "The reports with most findings (errors/warnings/notices):",
        "unread": "Unreadable files:",
        "more": "  … and {more} more, see the results",
        "doubtful": "{count} report(s) have more than one report of the year before: not compared",
        "stopped": "stopped: what is finished is kept, --resume goes on",
        "output": "results: {output}",
    },
}  # fmt: skip
_SHOWN = 50


def render_summary(
    tally: Tally, lang: str, seconds: float, *, stopped: bool = False, output: Path | None = None
) -> str:
    """The lines of the summary. seconds: that the run took; stopped: it did not come to its end."""
    words = _WORDS[lang]
    files = tally.reports + tally.refused_count
    lines = [
        words["files"].format(
            files=files, reports=tally.reports, refused=tally.refused_count, seconds=seconds,
            rate=files / max(seconds, 0.001),
        )
    ]  # fmt: skip
    if tally.from_cache or tally.from_before:
        lines.append(words["reused"].format(cache=tally.from_cache, before=tally.from_before))
    if tally.reports:
        years = [
            f"{words['unknown'] if year is None else year}（{count}）"
            if lang == "zh"
            else f"{year or 'unknown'} ({count})"
            for year, count in sorted(tally.years.items(), key=lambda item: item[0] or 0)
        ]
        lines.append(
            words["bodies"].format(bodies=len(tally.bodies), years=(" " if lang == "zh" else ", ").join(years))
        )
        lines += _found(tally, words, lang)
    if tally.doubtful:
        lines.append(words["doubtful"].format(count=tally.doubtful))
    if tally.refused:
        lines.append(words["unread"])
        lines += [f"  {visible(name, lines=False)}: {message}" for name, message in tally.refused[:_SHOWN]]
        if tally.refused_count > _SHOWN:
            lines.append(words["more"].format(more=tally.refused_count - _SHOWN))
    if stopped:
        lines.append(words["stopped"])
    if output is not None:
        lines.append(words["output"].format(output=output))
    return "\n".join(lines) + "\n"


def _found(tally: Tally, words: Mapping[str, str], lang: str) -> list[str]:
    by_code: dict[str, dict[str, int]] = {}
    for key, count in tally.found.items():
        code, _, severity = key.partition(" ")
        by_code.setdefault(code, {})[severity] = count
    totals = {one.value: sum(counts.get(one.value, 0) for counts in by_code.values()) for one in Severity}
    lines = [words["found"].format(total=sum(totals.values()), **totals)]
    for code, counts in sorted(by_code.items()):
        comma = "，" if lang == "zh" else ", "
        parts = comma.join(f"{words[one.value]} {counts[one.value]}" for one in Severity if one.value in counts)
        lines.append(words["code"].format(code=code, count=sum(counts.values()), parts=parts))
    if tally.worst:
        lines.append(words["worst"])
        lines += [f"  {'/'.join(map(str, weights))}  {visible(name, lines=False)}" for name, weights in tally.worst]
    return lines
