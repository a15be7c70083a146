"""Reads .statements files: words, topics, and statements with their patterns and proving sentences.

A pattern is parsed by hand:

    pattern = group {gap group} ;  gap = "…" (30 characters of the same clause) | "……" (80) | "‥" (small words only)
              | "~" (small words and a number)
    a pattern that begins with "‥" must begin its clause, but for small words;
    one that ends with "‥" stands before its number
    group   = alt {"|" alt} ;  alt = piece {piece}
    piece   = LITERAL | "<" NAME ">" | "(" group ")" (optional) | "[" group "]" (one of)

Trailers of a line: `about TOPIC, …` or `about only TOPIC`, `after TOPIC`, `behind STATEMENT, …`,
`unless STATEMENT, …`, `lacking WORDS, …`, `of STATEMENT, …`, `or STATEMENT, …`, `in SECTION, …`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from checker.dataclass import dataclass, field
from checker.errors import RuleFileError, Said, example, nearest
from checker.lines import Line, joined_text, parse_lines, read_source, strip_comment
from checker.statements.folding import bare
from checker.statements.pack import NUMBERED, TIGHT, YEAR_SLOTS, Example, Pattern, Statement, StatementPack

_GAPS = {"……": 80, "…": 30, "‥": TIGHT, "~": NUMBERED}
_GAP = re.compile("……|…|‥|~")
_RUN = re.compile(r"@\w+|[^\[\]()<>|@]+")
_PLAIN = re.compile(r"[\u4e00-\u9fff]+")  # a word that folding leaves as it is
_CLOSING = {"(": ")", "[": "]"}
_TRAILER = re.compile(r"\s(about|after|behind|unless|lacking|of|or|in)\s")
_MOST = 3000  # literals of one group: more is a slip in the pattern
_PATTERN_KEYS = ("says", "says!", "none", "all", "one", "flag", "not", "never")
_FLAGS = ("adds", "apart", "fuses", "beside", "some")
_VALUE_KEYS = ("family", "unit", *_FLAGS, "reads", "silent")


@dataclass(slots=True)
class _Building:
    """What is gathered over the files of a call."""

    words: dict[str, tuple[str, ...]] = field(default_factory=lambda: {name: (name,) for name in YEAR_SLOTS})
    slots: dict[tuple[str, ...], int] = field(default_factory=dict)
    expanded: dict[str, tuple[str, ...]] = field(default_factory=dict)
    patterns: list[Pattern] = field(default_factory=list)
    statements: dict[str, Statement] = field(default_factory=dict)
    topics: dict[str, tuple[str, int]] = field(default_factory=dict)
    defaults: dict[str, tuple[str, ...]] = field(default_factory=dict)
    mentions: list[tuple[str, str, Line]] = field(default_factory=list)

    def slot(self, literals: tuple[str, ...]) -> int:
        """The number of the group with these literals."""
        return self.slots.setdefault(literals, len(self.slots))


def load_statements(files: Sequence[Path]) -> StatementPack:
    """Read .statements files as one pack: words and topics first, then statements, so files may come in any order.

    Raises RuleFileError for what cannot be understood, with file, line, column and the line itself.
    """
    lines = [line for file in files for line in parse_lines(read_source(file), str(file))]
    return build_pack(lines)


def build_pack(lines: Sequence[Line]) -> StatementPack:
    """A pack from the top-level lines of one or more files. Raises RuleFileError as `load_statements`."""
    building = _Building()
    for line in lines:
        if line.key == "words":
            _add_words(line, building)
    for line in lines:
        if line.key == "topic":
            _add_topic(line, building)
        elif line.key == "default":
            section, *topics = re.split(r"[\s,]+", strip_comment(line.value))
            building.defaults[section] = tuple(dict.fromkeys(building.defaults.get(section, ()) + tuple(topics)))
    for line in lines:
        if line.key == "statement":
            _add_statement(line, building)
        elif line.key not in ("words", "topic", "default"):
            raise line.unknown(("words", "topic", "default", "statement"))
    for kind, name, line in building.mentions:
        known = building.topics if kind == "topic" else building.statements
        if name not in known:
            column = line.text.rfind(name) + 1 or line.column
            raise RuleFileError(
                line.file,
                line.number,
                column,
                line.text,
                Said(f"没有这{'个话题' if kind == 'topic' else '种陈述'}：{name}", f"unknown {kind} {name}"),
                nearest(name, known),
            )
    slots: list[tuple[str, ...]] = [()] * len(building.slots)
    for literals, number in building.slots.items():
        slots[number] = literals
    return StatementPack(
        building.statements, tuple(building.patterns), tuple(slots), building.words, building.topics, building.defaults
    )


def _add_words(line: Line, building: _Building) -> None:
    name, _, _ = line.value.partition(" ")
    pattern = joined_text(line)[len(name) :].strip()
    literals = _expand(pattern, line, building)
    building.words[name] = tuple(dict.fromkeys(building.words.get(name, ()) + literals))


def _add_topic(line: Line, building: _Building) -> None:
    """`topic NAME [in GROUP] PATTERN`: topics of one group may be in force together."""
    match = re.match(r"(\w+)(?:\s+in\s+(\w+))?\s+(\S.*)$", joined_text(line))
    if match is None:
        raise line.error(
            Said("topic 要有名称和词语", "a topic needs a name and words"),
            example("topic NAME WORDS, topic NAME in GROUP WORDS"),
        )
    name, group, pattern = match.groups()
    building.topics[name] = (group or name, building.slot(_expand(pattern, line, building)))


def _add_statement(line: Line, building: _Building) -> None:
    name, _, label = line.value.partition(" ")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise line.error(Said("陈述要有名称", "a statement needs a name"), example("statement received 收到申请"))
    if name in building.statements:
        raise line.error(Said(f"陈述 {name} 写了两次", f"statement {name} stands twice"))
    family, units, flags = name, frozenset[str](), set[str]()
    examples: list[Example] = []
    for below in line.below:
        if below.key in _PATTERN_KEYS:
            _add_pattern(name, below, building)
        elif below.key == "family":
            family = strip_comment(below.value)
        elif below.key == "unit":
            words = strip_comment(below.value).split()
            units = frozenset("" if word == "-" else word for word in words)
        elif below.key in _FLAGS:
            flags.add(below.key)
        elif below.key in ("reads", "silent"):
            examples.append(_example(below))
        else:
            raise below.unknown((*_PATTERN_KEYS, *_VALUE_KEYS))
    if not any(p.statement == name and p.kind not in ("not", "never") for p in building.patterns):
        raise line.error(
            Said(f"陈述 {name} 没有句式", f"statement {name} says nothing"),
            Said("请写一行 says、none、all 或 flag", "give it a line says, none, all or flag"),
        )
    building.statements[name] = Statement(
        name,
        label.strip(),
        family,
        units,
        adds="adds" in flags,
        apart="apart" in flags,
        fuses="fuses" in flags,
        beside="beside" in flags,
        some="some" in flags,
        examples=tuple(examples),
    )


def _example(line: Line) -> Example:
    text = joined_text(line)
    section, match = "overview", re.match(r"@(\w+)\s+", text)
    if match is not None:
        section, text = match.group(1), text[match.end() :]
    values: tuple[str, ...] = ()
    if line.key == "reads":
        text, equals, stated = text.rpartition(" = ")
        values = tuple(value.strip() for value in stated.split(","))
        if not equals or not all(re.fullmatch(r"-?\d+(\.\d+)?", value) for value in values):
            raise line.error(
                Said("reads 要有句子和它所述的数", "reads needs a sentence and what it states"),
                example("reads SENTENCE = NUMBER, …"),
            )
    return Example(text, values, section, line.file, line.number)


def _add_pattern(statement: str, line: Line, building: _Building) -> None:
    text = joined_text(line)
    pieces = _TRAILER.split(strip_comment(text))
    trailers: dict[str, tuple[str, ...]] = {}
    for key, value in zip(pieces[1::2], pieces[2::2], strict=True):
        trailers[key] = tuple(name.strip() for name in value.split(","))
    kind = line.key.rstrip("!")
    if kind in ("all", "one") and "of" not in trailers:
        raise line.error(
            Said(f"{kind} 要有 of 和取其件数的陈述", f"{kind} needs `of` and the statement whose count it takes"),
            example(f"{kind} PATTERN of STATEMENT"),
        )
    for name in trailers.get("about", ()) + trailers.get("after", ()):
        building.mentions.append(("topic", name.rpartition(" ")[2], line))
    for key in ("of", "or", "behind", "unless"):
        building.mentions += [("statement", name, line) for name in trailers.get(key, ())]
    for name in trailers.get("lacking", ()):
        _expand(f"<{name}>", line, building)  # an unknown list is an error
    anchored, leading = pieces[0].startswith("‥"), pieces[0].endswith("‥")
    body = pieces[0].removeprefix("‥").removesuffix("‥").strip()
    groups = _GAP.split(body)
    gaps = tuple(_GAPS[gap] for gap in _GAP.findall(body))
    slots = tuple(building.slot(_expand(group.strip(), line, building)) for group in groups)
    building.patterns.append(
        Pattern(
            statement,
            kind,
            slots,
            gaps,
            line.key.endswith("!"),
            anchored,
            trailers.get("about", ()),
            trailers.get("of", ()),
            trailers.get("or", ()),
            trailers.get("in", ()),
            trailers.get("after", ()),
            trailers.get("behind", ()),
            trailers.get("unless", ()),
            trailers.get("lacking", ()),
            leading,
        )
    )


def _expand(pattern: str, line: Line, building: _Building) -> tuple[str, ...]:
    """All literals of a group."""
    found = building.expanded.get(pattern)
    if found is None:
        literals, end = _group(pattern, 0, line, building)
        if end < len(pattern):
            raise _at(
                line,
                pattern,
                end,
                Said(f"{pattern[end]} 前面没有与它配对的括号", f"{pattern[end]} without its opening mark"),
            )
        if "" in literals:
            raise line.error(
                Said("这个句式可以什么都不写", "the pattern can be empty"),
                Said("至少要有一个词不写在 ( ) 里", "leave at least one word that is not optional"),
            )
        found = building.expanded[pattern] = tuple(literals)
    return found


def _at(line: Line, pattern: str, offset: int, problem: Said, expected: Said | None = None) -> RuleFileError:
    start = line.text.find(pattern)
    column = (start if start >= 0 else line.column - 1) + 1 + (offset if start >= 0 else 0)
    return RuleFileError(line.file, line.number, column, line.text, problem, expected)


def _group(pattern: str, start: int, line: Line, building: _Building) -> tuple[dict[str, None], int]:
    """The literals of alternatives up to the closing mark or the end, and where that is."""
    found: dict[str, None] = {}
    alt, i = [""], start
    for_run = _RUN.match
    while i < len(pattern):
        char = pattern[i]
        if char in ")]":
            break
        if char == "|":
            found.update(dict.fromkeys(alt))
            alt, i = [""], i + 1
            continue
        run = for_run(pattern, i)
        if run is not None:
            word, i = run.group(), run.end()
            if word[0] != "@" and not _PLAIN.fullmatch(word):
                word = bare(word)
            alt = [a + word for a in alt]
            continue
        if char == "<":
            end = pattern.find(">", i)
            name = pattern[i + 1 : end]
            if end < 0 or name not in building.words:
                raise _at(
                    line,
                    pattern,
                    i,
                    Said(f"没有这组词：<{name}>", f"unknown words <{name}>"),
                    nearest(name, building.words),
                )
            piece: Sequence[str] = building.words[name]
        else:
            inner, end = _group(pattern, i + 1, line, building)
            if end >= len(pattern) or pattern[end] != _CLOSING.get(char):
                raise _at(line, pattern, i, Said(f"{char} 没有配对的括号", f"{char} is not closed"))
            piece = ["", *inner] if char == "(" else list(inner)
        i = end + 1
        if len(alt) * len(piece) > _MOST:
            raise _at(
                line,
                pattern,
                start,
                Said(f"这个句式展开后超过 {_MOST} 种", f"the pattern has more than {_MOST} variants"),
            )
        alt = [a + b for a in alt for b in piece]
    found.update(dict.fromkeys(alt))
    return found, i
