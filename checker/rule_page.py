"""A rule in words: its page under docs/rules/, what `gkcheck explain` prints, and the list of all rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.edit_words import in_words
from checker.errors import InputError
from checker.language.nodes import Rule, Template
from checker.language.proofs import Proof
from checker.layout.model import Layout
from checker.models import load_models
from checker.pack import Pack
from checker.proof_results import ProofResult
from checker.proving import Prover
from checker.resources import folder
from checker.selection import UnknownRule, choose
from checker.waivers import WAIVER_RULES

_ZH: Mapping[str, str] = {
    "error": "错误",
    "warning": "警告",
    "notice": "提示",
    "severity": "级别",
    "years": "报告年度",
    "basis": "依据",
    "from": "{first} 年度起",
    "between": "{first} 至 {last} 年度",
    "one": "仅 {first} 年度",
    "by_case": "按情形而定：{levels}",
    "case": "（{levels}）",
    "what": "检查什么",
    "for": "逐项检查",
    "when": "适用条件",
    "require": "要求",
    "hint": "怎么改",
    "mend": "其中不需判断的，`gkcheck fix` 可以直接改好（见 ../fix.md）。",
    "quiet": "何时不报",
    "quiet_always": "所需内容空白或缺失时不判断，列为“未能判断”；报告年度不在上述范围的不适用。",
    "fails": "会报的例子",
    "passes": "不报的例子",
    "edit": "在 {layout} 年格式的范例报告上改动",
    "says": "gkcheck 报告",
    "waive": "确有理由保留时",
    "waive_how": "在 gkcheck-waivers.toml 写一条豁免，注明理由（docs/waivers.md）：这一处不再报告，但仍列出。"
    "一次检查不用这条规则：`gkcheck --ignore {code} 报告.docx`。",
    "own": "检查豁免本身的两条，见 [豁免](../waivers.md)：",
    "own_page": "检查豁免本身，不在规则库中；说明见 docs/waivers.md。",
    "generated": "本页由 `gkcheck rules docs` 根据规则文件生成，请改规则文件，不要改本页。",
    "model": "范例报告应无问题",
    "proved": "自检 {run} 项：成立 {held}，不成立 {lost}。",
    "all": "规则",
    "heads": "代码 名称 级别 年度 检查什么",
    "colon": "：",
}
_EN: Mapping[str, str] = {
    "error": "error",
    "warning": "warning",
    "notice": "notice",
    "severity": "Severity",
    "years": "Report years",
    "basis": "Basis",
    "from": "{first} and later",
    "between": "{first} to {last}",
    "one": "{first} only",
    "by_case": "by the case: {levels}",
    "case": " ({levels})",
    "what": "What it checks",
    "for": "For each",
    "when": "Applies when",
    "require": "Requires",
    "hint": "What to do",
    "mend": "What takes no judgement `gkcheck fix` puts right (see ../fix.md).",
    "quiet": "When it says nothing",
    "quiet_always": "Where what it needs is blank or missing it is not assessed, and listed so; other report years: "
    "not applicable.",
    "fails": "Examples that are found",
    "passes": "Examples that are not",
    "edit": "Edits of the model report of the {layout} format",
    "says": "gkcheck says",
    "waive": "To keep what it finds, for a reason",
    "waive_how": "Write a waiver with a reason in gkcheck-waivers.toml (docs/waivers.md): it is listed instead of "
    "found. Leave the rule out of one check: `gkcheck --ignore {code} report.docx`.",
    "own": "Two checks of the waivers themselves, see [waivers](../waivers.md):",
    "own_page": "A check of the waivers themselves, no rule of the pack; see docs/waivers.md.",
    "generated": "Generated from the rule file by `gkcheck rules docs`; change the rule, not this page.",
    "model": "the model report should be silent",
    "proved": "{run} proofs: {held} hold, {lost} do not.",
    "all": "Rules",
    "heads": "code name severity years what-it-checks",
    "colon": ": ",
}
_WORDS = {"zh": _ZH, "en": _EN}


def overview(pack: Pack, lang: str) -> str:
    """All rules as a table: code, name, severity, years, title."""
    from checker.outputs.columns import in_columns

    words = _WORDS[lang]
    rows = [
        (rule.code, rule.name, _severities(rule, lang), _years(rule, lang), _text(rule.titles, lang))
        for rule in sorted(pack.rules, key=lambda rule: rule.code)
    ]
    return in_columns(rows, words["heads"].split()) + "\n"


def explain(code: str, pack: Pack, lang: str) -> str:
    """The page of the one rule that `code` (or a name) means.

    Raises UnknownRule if there is none, InputError if it is the beginning of several codes.
    """
    for own in WAIVER_RULES:
        if code.upper() == own.code or code.lower() == own.name:
            return f"{own.code} {own.name} ({_WORDS[lang][own.severity.value]})\n{_WORDS[lang]['own_page']}\n"
    exact = [rule for rule in pack.rules if code.upper() == rule.code or code.lower() == rule.name]
    found = exact or list(choose(pack.rules, [code], []))
    if not found:
        raise UnknownRule(code, None)
    if len(found) > 1:
        codes = "、".join(rule.code for rule in found)
        raise InputError(f"请指定一条规则：{codes}", f"name one rule: {codes}")
    return page(found[0], pack, Prover(pack, load_models(folder("rules") / "models")), lang)


def pages(pack: Pack, lang: str = "zh") -> dict[str, str]:
    """Every rule's page by file name (GK310.md), and README.md, which lists them."""
    prover = Prover(pack, load_models(folder("rules") / "models"))
    rules = sorted(pack.rules, key=lambda rule: rule.code)
    heads = _WORDS[lang]["heads"].split()
    index = [f"# {_WORDS[lang]['all']}", "", "| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    index += [
        f"| [{r.code}]({r.code}.md) | {r.name} | {_severities(r, lang)} | {_years(r, lang)} | {_text(r.titles, lang)} |"
        for r in rules
    ]
    own = "、".join(f"{rule.code} {rule.name}" for rule in WAIVER_RULES)
    index += ["", f"{_WORDS[lang]['own']}{own}", "", f"<!-- {_WORDS[lang]['generated']} -->", ""]
    return {"README.md": "\n".join(index)} | {f"{rule.code}.md": page(rule, pack, prover, lang) for rule in rules}


def proof_text(proof: ProofResult, lang: str) -> str:
    """What `gkcheck rules test` prints: each proof that does not hold, with its line, and the counts."""
    words = _WORDS[lang]
    lines = [
        f"{lost.file}:{lost.line}: {lost.code} {lost.kind} {lost.layout}: {lost.source or words['model']}: "
        f"{lost.message.of(lang)}"
        for lost in proof.unproved
    ]
    lines.append(words["proved"].format(run=proof.run, held=proof.run - proof.lost, lost=proof.lost))
    return "\n".join(lines) + "\n"


def page(rule: Rule, pack: Pack, prover: Prover, lang: str) -> str:
    """One rule as Markdown: what it checks, by which clause, when it is quiet, and its examples as they come out."""
    words = _WORDS[lang]
    layout = _layout_of(rule, pack.layouts)
    lines = [
        f"# {rule.code} {rule.name}",
        "",
        _text(rule.titles, lang),
        "",
        f"- {words['severity']}{words['colon']}{_severities(rule, lang)}{_by_case(rule, lang)}",
        f"- {words['years']}{words['colon']}{_years(rule, lang)}",
        f"- {words['basis']}{words['colon']}{_template(rule.basis, lang, layout)}",
        "",
        f"## {words['what']}",
        "",
        *_logic(rule, words),
        f"## {words['hint']}",
        "",
        _template(rule.hints, lang, layout),
        "",
        *([words["mend"], ""] if rule.mends else []),
        f"## {words['quiet']}",
        "",
        *([_text(rule.quiet, lang), ""] if rule.quiet else []),
        words["quiet_always"],
        "",
    ]
    lines += _examples(rule, pack, prover, lang)
    lines += [
        f"## {words['waive']}",
        "",
        words["waive_how"].format(code=rule.code),
        "",
        f"<!-- {words['generated']} -->",
    ]
    return "\n".join(lines) + "\n"


def _logic(rule: Rule, words: Mapping[str, str]) -> list[str]:
    lines = ["```"]
    for key in ("when", "for", "require"):
        if key in rule.written:
            lines.append(f"{words[key]}{words['colon']}{' '.join(rule.written[key].split())}")
    return [*lines, "```", ""]


def _examples(rule: Rule, pack: Pack, prover: Prover, lang: str) -> list[str]:
    words = _WORDS[lang]
    lines: list[str] = []
    for title, proofs in (("fails", rule.fails), ("passes", rule.passes)):
        if not proofs:
            continue
        lines += [f"## {words[title]}", ""]
        for proof in proofs:
            key = _proof_layout(rule, proof, pack)
            changed = in_words(proof.edits, key, pack.layouts, prover.bodies, lang)
            lines.append(f"- {words['edit'].format(layout=key)}{words['colon']}{changed}")
            said = [f for f in prover.found(rule, proof, key, lang) if f.code == rule.code] if title == "fails" else []
            lines += [
                f"  - {words['says']}{words['colon']}{words[f.severity.value]} {' '.join(f.message.split())}"
                for f in said[:2]
            ]
        lines.append("")
    return lines


def _proof_layout(rule: Rule, proof: Proof, pack: Pack) -> str:
    """The newest layout that the proof runs on."""
    return next(iter(prover_layouts(rule, proof, pack)), pack.layouts[-1].key)


def prover_layouts(rule: Rule, proof: Proof, pack: Pack) -> list[str]:
    """Keys of the layouts that a proof runs on, the newest first."""
    return [
        layout.key
        for layout in reversed(pack.layouts)
        if proof.layout in (None, layout.key) and rule.meets(layout.first_year, layout.last_year)
    ]


def _severities(rule: Rule, lang: str) -> str:
    words = _WORDS[lang]
    levels = list(dict.fromkeys(words[level] for level, _ in rule.severities))
    return levels[0] if len(levels) == 1 else words["by_case"].format(levels=" / ".join(levels))


def _by_case(rule: Rule, lang: str) -> str:
    """Which of several severities holds when, as the rule says it."""
    return _WORDS[lang]["case"].format(levels=_text(rule.levels, lang)) if rule.levels else ""


def _years(rule: Rule, lang: str) -> str:
    key = "from" if rule.last_year is None else "one" if rule.last_year == rule.first_year else "between"
    return _WORDS[lang][key].format(first=rule.first_year, last=rule.last_year)


def _text(texts: Mapping[str, str], lang: str) -> str:
    return texts.get(lang) or texts["zh"]


def _template(texts: Mapping[str, Template], lang: str, layout: Layout | None) -> str:
    template = texts.get(lang) or texts["zh"]
    basis = layout.basis if layout else "…"
    return "".join(p if isinstance(p, str) else basis if _names_basis(p) else "…" for p in template.pieces)


def _names_basis(node: object) -> bool:
    """Whether a hole shows the layout's own basis."""
    return "basis" in str(node) and "layout" in str(node)


def _layout_of(rule: Rule, layouts: Sequence[Layout]) -> Layout | None:
    shared = [layout for layout in layouts if rule.meets(layout.first_year, layout.last_year)]
    return shared[-1] if shared else None
