"""Reads .rules files: keys and values by hand, expressions by grammar.py, names by resolve.py."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Protocol

from checker.errors import Said
from checker.language.nodes import Rule
from checker.layout.model import Layout
from checker.lines import Line, parse_lines, read_source


class StatementNames(Protocol):
    """Whatever knows the names that text.states( ) takes."""

    @property
    def names(self) -> Collection[str]:
        """The names of all statements."""
        ...


def load_rules(
    files: Sequence[Path], layouts: Sequence[Layout], statements: StatementNames | None = None
) -> tuple[Rule, ...]:
    """The rules of all files, by code, names resolved against every layout that shares a year with a rule.

    statements: None leaves the names in text.states( ) unchecked. Raises RuleFileError.
    """
    sources = [(str(path), read_source(path)) for path in files]
    return parse_rules(sources, layouts, None if statements is None else frozenset(statements.names))


def parse_rules(
    sources: Sequence[tuple[str, str]], layouts: Sequence[Layout], statements: Collection[str] | None
) -> tuple[Rule, ...]:
    """The rules of (file, text) sources. Raises RuleFileError."""
    from checker.language.rule_lines import parse_rule

    rules: dict[str, Rule] = {}
    names: dict[str, Rule] = {}
    for file, text in sources:
        for line in parse_lines(text, file):
            if line.key != "rule":
                raise line.unknown(("rule",))
            rule = parse_rule(line, layouts, statements)
            _refuse_twin(line, rules.get(rule.code), Said("代码", "code"), rule.code)
            _refuse_twin(line, names.get(rule.name), Said("名称", "name"), rule.name)
            rules[rule.code] = names[rule.name] = rule
    return tuple(rules[code] for code in sorted(rules))


def _refuse_twin(line: Line, twin: Rule | None, what: Said, word: str) -> None:
    if twin is not None:
        problem = Said(f"又一条规则用了{what.zh} {word}", f"a second rule with the {what.en} {word}")
        expected = Said(
            f"它是 {twin.file} 第 {twin.line} 行的 {twin.code} {twin.name}；代码和名称不重复使用",
            f"it is {twin.code} {twin.name} in {twin.file}, line {twin.line}; codes and names are never reused",
        )
        raise line.error(problem, expected, at=line.value.index(word))
