"""Files of the rule pack as lines: blocks by indentation, keys and values, continuations, comments.

Shared by .rules, .statements and .layout files. Lines are split by hand; what stands in an expression is grammar.py's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.dataclass import dataclass, field
from checker.errors import RuleFileError, Said, nearest

if TYPE_CHECKING:
    from pathlib import Path

_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018\u2019\u201c\u201d\u2026\u2014\u00b7]")
_KEY = re.compile(r"\S+")


@dataclass(slots=True)
class Line:
    """A line with what hangs below it.

    key: its first word. value: the rest, without comment, continuations not yet joined. number: from 1. column: of the
    value, from 1 (of the key if there is no value). text: the whole line. indent: blanks before the key. below:
    deeper lines.
    """

    file: str
    number: int
    indent: int
    key: str
    value: str
    column: int
    text: str
    below: list[Line] = field(default_factory=list)

    def error(self, problem: Said, expected: Said | None = None, *, at: int = 0) -> RuleFileError:
        """A RuleFileError at this line; `at` counts characters from the start of the value."""
        return RuleFileError(self.file, self.number, self.column + at, self.text, problem, expected)

    def error_at_key(self, problem: Said, expected: Said | None = None) -> RuleFileError:
        """A RuleFileError at the first word of this line."""
        return RuleFileError(self.file, self.number, self.indent + 1, self.text, problem, expected)

    def unknown(self, known: Sequence[str]) -> RuleFileError:
        """The error for a key that is none of `known`."""
        return self.error_at_key(Said(f"没有这个键：{self.key}", f"unknown key {self.key}"), nearest(self.key, known))


def read_source(path: Path) -> str:
    """The text of a file of rules. Raises RuleFileError, with the line, for bytes that are not UTF-8; OSError."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise not_utf8(str(path), raw, error.start) from None


def not_utf8(file: str, raw: bytes, start: int) -> RuleFileError:
    """The error for the bytes of a file that are not UTF-8 from `start` on."""
    number = raw.count(b"\n", 0, start) + 1
    text = raw.split(b"\n")[number - 1].decode("utf-8", "replace")
    problem = Said("有不是 UTF-8 的字节", "bytes that are not UTF-8")
    return RuleFileError(file, number, 1, text, problem, Said("请把文件另存为 UTF-8", "save the file as UTF-8"))


def parse_lines(source: str, file: str) -> list[Line]:
    """Split a file into its top-level lines, each with the deeper ones below it.

    A comment is a line whose first mark is "#"; a comment after a value is cut by `strip_comment`, since only the
    caller knows whether the value is a text. Raises RuleFileError for a tab in the indentation.
    """
    top: list[Line] = []
    stack: list[Line] = []
    for number, text in enumerate(source.lstrip("\ufeff").splitlines(), 1):
        bare = text.strip()
        if not bare or bare.startswith("#"):
            continue
        indent = len(text) - len(text.lstrip())
        if "\t" in text[:indent]:
            raise RuleFileError(
                file,
                number,
                1,
                text,
                Said("缩进里有制表符", "tab in the indentation"),
                Said("请用四个空格缩进", "indent by four blanks"),
            )
        match = _KEY.search(text)
        assert match is not None  # the line is not blank
        value = text[match.end() :].strip()
        column = (text.index(value, match.end()) if value else match.start()) + 1
        line = Line(file, number, indent, match.group(), value, column, text.rstrip())
        while stack and stack[-1].indent >= indent:
            stack.pop()
        (stack[-1].below if stack else top).append(line)
        stack.append(line)
    return top


def strip_comment(value: str) -> str:
    """The value of a line that is not a text, without a comment " # …" outside quotation marks."""
    quoted = False
    for at, char in enumerate(value):
        if char == '"' and value[at - 1 : at] != "\\":
            quoted = not quoted
        elif char == "#" and not quoted and value[at - 1 : at] == " " and value[at + 1 : at + 2] in (" ", ""):
            return value[:at].rstrip()
    return value


def joined_text(line: Line) -> str:
    """The value of a text with its continuation lines: nothing between two wide characters, a blank otherwise."""
    parts = [line.value] + [below.text.strip() for below in _flat(line.below)]
    whole = ""
    for part in parts:
        if whole and part and not (_WIDE.match(whole[-1]) and _WIDE.match(part[0])):
            whole += " "
        whole += part
    return whole


def joined_text_spans(line: Line) -> tuple[str, list[tuple[int, Line, int]]]:
    """The text of `joined_text`, and a map as `joined_expression` gives it."""
    whole, spans = line.value, [(0, line, line.column)]
    for below in _flat(line.below):
        part = below.text.strip()
        if whole and part and not (_WIDE.match(whole[-1]) and _WIDE.match(part[0])):
            whole += " "
        spans.append((len(whole), below, below.indent + 1))
        whole += part
    return whole, spans


def joined_expression(line: Line) -> tuple[str, list[tuple[int, Line, int]]]:
    """The value of an expression with its continuation lines, joined by blanks, comments cut.

    Returns the text and a map to find a position in the file again: (offset in the text, the line, column there from
    1).
    """
    text, spans = strip_comment(line.value), [(0, line, line.column)]
    for below in _flat(line.below):
        piece = strip_comment(below.text.strip())
        text += " "
        spans.append((len(text), below, below.indent + 1))
        text += piece
    return text, spans


def locate(spans: Sequence[tuple[int, Line, int]], offset: int) -> tuple[Line, int]:
    """The line and column (from 1) of an offset in a joined expression."""
    start, line, column = max((s for s in spans if s[0] <= offset), key=lambda s: s[0])
    return line, column + offset - start


def _flat(lines: Sequence[Line]) -> list[Line]:
    flat: list[Line] = []
    for line in lines:
        flat.append(line)
        flat += _flat(line.below)
    return flat
