"""One `rule` block of a .rules file, as a Rule. Lines are read in their order and see the names above them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar

from checker.dataclass import dataclass, field
from checker.errors import RuleFileError, Said, example, one_of
from checker.language.edit_lines import parse_proof, years_of_formats
from checker.language.fault import ExpressionError
from checker.language.nodes import Level, Node, Rule, Step, Target, Template, Uses
from checker.language.proofs import Mend, Proof
from checker.language.resolve import resolve, resolve_list, resolve_truth
from checker.language.scope import Scope
from checker.language.target_lines import parse_mend, parse_targets
from checker.language.templates import parse_template
from checker.layout.model import Layout
from checker.lines import Line, joined_expression, joined_text_spans, locate, strip_comment

_CODE = re.compile(r"[A-Z]{2,8}[0-9]{2,6}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_YEARS = re.compile(r"([0-9]{4})(?:(\.\.)([0-9]{4})?)?")
_INDENT = 4  # blanks that a line which goes on stands deeper, at least, if its first word is that of a key
_LEVELS: tuple[Level, ...] = ("error", "warning", "notice")
_TEXTS = ("title", "basis", "message", "hint", "quiet", "levels")  # each may be said in English too
_LOGIC = ("severity", "years", "when", "for", "let", "where", "require", "at", "expected", "actual", "mend")
_KEYS = (*_TEXTS, *(f"{key}.en" for key in _TEXTS), *_LOGIC, "fails", "passes")
_ONCE = tuple(k for k in _KEYS if k not in ("severity", "for", "let", "where", "mend", "fails", "passes"))
_REQUIRED = ("title", "severity", "basis", "years", "require", "message", "hint", "fails")
T = TypeVar("T")


@dataclass(slots=True)
class _Draft:
    """What the lines of a block have said so far."""

    scope: Scope
    steps: list[Step] = field(default_factory=list)
    texts: dict[str, dict[str, Template]] = field(default_factory=lambda: {key: {} for key in _TEXTS})
    severities: list[tuple[Level, Node | None]] = field(default_factory=list)
    nodes: dict[str, Node] = field(default_factory=dict)
    at: list[Target] = field(default_factory=list)
    mends: list[Mend] = field(default_factory=list)
    proofs: dict[str, list[Proof]] = field(default_factory=lambda: {"fails": [], "passes": []})
    written: dict[str, str] = field(default_factory=dict)


def parse_rule(line: Line, layouts: Sequence[Layout], statements: Collection[str] | None) -> Rule:
    """The rule of a block. Raises RuleFileError."""
    _check_indents(line)
    _names(line)
    first, last = _years(line)
    shared = [layout for layout in layouts if _meets(layout, first, last)]
    if not shared:
        raise _line_of(line, "years").error(
            Said("没有哪种格式与这条规则有共同的年度", "no format shares a year with this rule"),
            years_of_formats(layouts),
        )
    _check_keys(line)
    draft = _Draft(Scope(shared, layouts, statements))
    deferred = []
    for below in line.below:
        if below.key in ("severity", "fails", "passes", "at", "mend") or below.key.split(".")[0] in _TEXTS[1:]:
            deferred.append(below)  # they see every name, wherever they stand
        elif below.key not in ("years", "title", "title.en", "expected", "actual"):
            _logic(below, draft)
    draft.scope.sides = True
    for below in line.below:
        if below in deferred:
            _rest(below, draft, layouts)
        elif below.key in ("title", "title.en", "expected", "actual"):
            _late(below, draft)
    return _finish(line, draft)


def _check_indents(line: Line) -> None:
    """Keys stand under one another: one that does not would be read as more of the line above it, or end the block."""
    wanted = line.below[0].indent if line.below else 0
    asked = Said(f"{wanted} 个空格的缩进，与这条规则的其他键对齐", f"{wanted} blanks, as before the rule's other keys")
    for below in line.below:
        if below.indent != wanted:
            raise below.error_at_key(Said("缩进与其他键不一致", "not indented as the other keys"), asked)
        for more in below.below:
            if more.key in _KEYS and more.indent < wanted + _INDENT:
                raise more.error_at_key(Said("缩进与其他键不一致", "not indented as the other keys"), asked)


def _finish(line: Line, draft: _Draft) -> Rule:
    code, name = _names(line)
    first, last = _years(line)
    severities = tuple(draft.severities)
    for at, (_, condition) in enumerate(severities):
        if (condition is None) != (at == len(severities) - 1):
            raise _line_of(line, "severity").error(
                Said(
                    "最后一个 severity 不带条件，其余都要带",
                    "the last severity stands without a condition, all others with one",
                )
            )
    scope = draft.scope
    tables = {table: list(names) for table, names in scope.tables.items()}
    return Rule(
        code=code,
        name=name,
        file=line.file,
        line=line.number,
        first_year=first,
        last_year=last,
        titles={lang: t.plain for lang, t in draft.texts["title"].items()},
        severities=severities,
        basis=draft.texts["basis"],
        messages=draft.texts["message"],
        hints=draft.texts["hint"],
        quiet={lang: t.plain for lang, t in draft.texts["quiet"].items()},
        levels={lang: t.plain for lang, t in draft.texts["levels"].items()},
        when=draft.nodes.get("when"),
        steps=tuple(draft.steps),
        require=draft.nodes["require"],
        at=tuple(draft.at),
        slots=scope.slots,
        uses=Uses(tables, scope.wide, scope.previous),
        expected=draft.nodes.get("expected"),
        actual=draft.nodes.get("actual"),
        fails=tuple(draft.proofs["fails"]),
        passes=tuple(draft.proofs["passes"]),
        mends=tuple(draft.mends),
        written=draft.written,
    )


def _names(line: Line) -> tuple[str, str]:
    words = strip_comment(line.value).split()
    if len(words) != 2 or not _CODE.fullmatch(words[0]):
        raise line.error(
            Said("规则要有代码和名称", "a rule needs a code and a name"), example("rule GK310 requests-balance")
        )
    if not _NAME.fullmatch(words[1]):
        expected = Said("名称由小写英文单词和连字符组成", "expected lower-case words joined by hyphens")
        raise line.error(
            Said(f"名称的写法不对：{words[1]}", f"a name that is not kebab-case: {words[1]}"),
            expected,
            at=line.value.index(words[1]),
        )
    return words[0], words[1]


def _line_of(rule: Line, key: str) -> Line:
    return next((below for below in rule.below if below.key == key), rule)


def _check_keys(rule: Line) -> None:
    seen: set[str] = set()
    for below in rule.below:
        if below.key not in _KEYS:
            raise below.unknown(_KEYS)
        if below.key in seen and below.key in _ONCE:
            raise below.error_at_key(Said(f"又一个 {below.key}", f"a second {below.key}"))
        seen.add(below.key)
        if not below.value and not below.below:
            raise below.error(Said(f"{below.key} 后面没有内容", f"nothing stands after {below.key}"))
    for key in _REQUIRED:
        if key not in seen:
            why = Said("：规则要自证", ": a rule proves itself") if key == "fails" else Said("", "")
            problem = Said(f"这条规则没有 {key}{why.zh}", f"this rule has no {key}{why.en}")
            every = Said(f"每条规则都要有 {'、'.join(_REQUIRED)}", f"every rule states {', '.join(_REQUIRED)}")
            raise rule.error(problem, every)


def _years(rule: Line) -> tuple[int, int | None]:
    line = next((below for below in rule.below if below.key == "years"), None)
    if line is None:
        raise rule.error(Said("这条规则没有 years", "this rule has no years"), example("years 2019.."))
    match = _YEARS.fullmatch(strip_comment(line.value))
    if match is None:
        raise line.error(
            Said(f"读不懂的年度：{line.value}", f"years that cannot be read: {line.value}"),
            example("2019..2020, 2021.., 2023"),
        )
    first = int(match[1])
    last = first if match[2] is None else int(match[3]) if match[3] else None
    if last is not None and last < first:
        raise line.error(Said("末年早于首年", "the last year lies before the first"))
    return first, last


def _meets(layout: Layout, first: int, last: int | None) -> bool:
    return (last is None or layout.first_year <= last) and (layout.last_year is None or first <= layout.last_year)


def _guarded(line: Line, parse: Callable[[str], T], *, text: bool = False) -> T:
    """What `parse` makes of the line's value; its fault told with file, line and column."""
    value, spans = joined_text_spans(line) if text else joined_expression(line)
    try:
        return parse(value)
    except ExpressionError as error:
        where, column = locate(spans, min(error.offset, len(value)))
        raise RuleFileError(where.file, where.number, column, where.text, error.problem, error.expected) from None


def _logic(line: Line, draft: _Draft) -> None:
    from checker.language import grammar

    scope, key = draft.scope, line.key
    value = joined_expression(line)[0]
    draft.written[key] = f"{draft.written[key]}\n{value}" if key in draft.written else value
    if key == "for":
        draft.steps.append(_guarded(line, lambda text: _for(grammar.binding(text), scope)))
    elif key == "let":
        draft.steps.append(_guarded(line, lambda text: _let(grammar.assignment(text), scope)))
    elif key == "where":
        condition = _guarded(line, lambda text: resolve_truth(grammar.expression(text), scope))
        draft.steps.append(Step("where", -1, None, condition))
    elif key == "when":
        alone = Scope(scope.layouts, scope.known, scope.statements)  # `when` sees no name of the rule
        draft.nodes["when"] = _guarded(line, lambda text: resolve_truth(grammar.expression(text), alone))
        scope.wide, scope.previous = scope.wide or alone.wide, scope.previous or alone.previous
        for table, names in alone.tables.items():
            for name in ["", *names]:
                scope.use(table, name)
        scope.slots = max(scope.slots, alone.slots)
    else:
        draft.nodes[key] = _guarded(line, lambda text: resolve_truth(grammar.expression(text), scope))


def _for(parsed: list[Any], scope: Scope) -> Step:
    _, name, source, condition, at = parsed
    values, item = resolve_list(source, scope)
    slot = scope.new(name, "for", item, at).slot
    return Step("for", slot, values, None if condition is None else resolve_truth(condition, scope))


def _let(parsed: list[Any], scope: Scope) -> Step:
    _, name, source, at = parsed
    value, of = resolve(source, scope)
    return Step("let", scope.new(name, "let", of, at).slot, value)


def _late(line: Line, draft: _Draft) -> None:
    from checker.language import grammar

    if line.key in ("expected", "actual"):
        draft.nodes[line.key] = _guarded(line, lambda text: resolve(grammar.expression(text), draft.scope)[0])
    else:
        lang = "en" if line.key.endswith(".en") else "zh"
        draft.texts["title"][lang] = Template((joined_text_spans(line)[0],))


def _rest(line: Line, draft: _Draft, layouts: Sequence[Layout]) -> None:
    key = line.key.split(".")[0]
    if key in _TEXTS:
        lang = "en" if line.key.endswith(".en") else "zh"
        template = _guarded(line, lambda text: parse_template(text, draft.scope), text=True)
        draft.texts[key][lang] = template
    elif key == "severity":
        draft.severities.append(_guarded(line, lambda text: _severity(text, draft.scope)))
    elif key == "at":
        draft.at += _guarded(line, lambda text: parse_targets(text, draft.scope))
    elif key == "mend":
        draft.mends.append(_guarded(line, lambda text: parse_mend(text, draft.scope)))
    else:
        draft.proofs[key].append(
            _guarded(line, lambda text: parse_proof(text, draft.scope.layouts, layouts, line.number))
        )


def _severity(text: str, scope: Scope) -> tuple[Level, Node | None]:
    from checker.language import grammar

    word = text.split(None, 1)[0]
    level = next((level for level in _LEVELS if level == word), None)
    if level is None:
        raise ExpressionError(Said(f"没有这一级：{word}", f"unknown severity {word}"), 0, one_of(_LEVELS))
    rest = text[len(word) :]
    if not rest.strip():
        return level, None
    match = re.match(r"\s+when\s", rest + " ")
    if match is None:
        raise ExpressionError(
            Said(f"这里不该有 {rest.split()[0]}", f"unexpected {rest.split()[0]}"),
            len(word) + 1,
            Said("应为 when 和一个条件", "expected 'when' and a condition"),
        )
    start = len(word) + match.end()
    try:
        return level, resolve_truth(grammar.expression(text[start:]), scope)
    except ExpressionError as error:
        raise ExpressionError(error.problem, error.offset + start, error.expected) from None
