"""The edits of `fails` and `passes` lines, parsed by hand and checked against the formats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

from checker.errors import Said, example, nearest
from checker.language.fault import ExpressionError
from checker.language.proofs import VERBS, Edit, Proof
from checker.language.scope import CALLED
from checker.layout.model import Layout

_FACTS = ("revisions", "comments", "hidden", "active", "links", "metadata")
_PLACES = ("title", "preface")
_OTHERS: tuple[Literal["previous", "another", "part"], ...] = ("previous", "another", "part")


def years_of_formats(layouts: Sequence[Layout]) -> Said:
    """The formats and their years, as an error names them."""
    years = [f"{x.key} ({x.first_year}..{x.last_year or ''})" for x in layouts]
    return Said(f"格式：{'、'.join(years)}", f"formats: {', '.join(years)}")


def parse_proof(text: str, own: Sequence[Layout], layouts: Sequence[Layout], line: int) -> Proof:
    """A `fails` or `passes` line. own: the formats of the rule's years, layouts: all.

    Raises ExpressionError with the offset in the text.
    """
    word = text.split(None, 1)[0]
    chosen = next((x for x in layouts if x.key == word), None)
    if chosen is None and word.isdigit():
        chosen = next((x for x in layouts if x.covers(int(word))), None)
        if chosen is None:
            raise ExpressionError(Said(f"没有格式 {word}", f"no format {word}"), 0, years_of_formats(layouts))
    if chosen is not None and chosen not in own:
        raise ExpressionError(
            Said(f"格式 {word} 与这条规则没有共同的年度", f"format {word} shares no year with this rule"),
            0,
            years_of_formats(own),
        )
    start = 0 if chosen is None else len(word)
    on = own if chosen is None else [chosen]
    try:
        edits = parse_edits(text[start:], on, [x.key for x in layouts], line)
    except ExpressionError as error:
        raise ExpressionError(error.problem, error.offset + start, error.expected) from None
    return Proof(None if chosen is None else chosen.key, edits, text[start:].strip(), line)


def parse_edits(text: str, layouts: Sequence[Layout], formats: Sequence[str], line: int) -> tuple[Edit, ...]:
    """The edits of one line, parted by semicolons. layouts: those that the line runs on; formats: keys of all formats.

    Raises ExpressionError with the offset in the text.
    """
    edits = []
    for start, piece in _split(text):
        edits.append(_edit(piece, start, layouts, formats, line))
    if not edits:
        raise ExpressionError(Said("这里没有写改动", "no edit stands here"), 0, example("set TABLE[row, column] = 9"))
    return tuple(edits)


def _split(text: str) -> list[tuple[int, str]]:
    """The pieces between semicolons outside quotation marks, each with its offset."""
    pieces, start, quoted = [], 0, False
    for at, char in enumerate(text + ";"):
        if char == '"' and (at == 0 or text[at - 1] != "\\"):
            quoted = not quoted
        elif char == ";" and (not quoted or at == len(text)):
            piece = text[start:at]
            if piece.strip():
                pieces.append((start + len(piece) - len(piece.lstrip()), piece.strip()))
            start = at + 1
    return pieces


def _edit(piece: str, start: int, layouts: Sequence[Layout], formats: Sequence[str], line: int) -> Edit:
    on: Any = ""
    body, offset = piece, start
    for name in _OTHERS:
        if piece.startswith(name + "."):
            on, body, offset = name, piece[len(name) + 1 :], start + len(name) + 1
    verb = body.split(None, 1)[0] if body.split() else ""
    if verb not in VERBS:
        raise ExpressionError(Said(f"没有这种改动：{verb}", f"unknown edit {verb}"), offset, nearest(verb, VERBS))
    for form, fields in _forms():
        match = form.fullmatch(body)
        if match and match["verb"] == verb:
            found = {k: v for k, v in match.groupdict().items() if v is not None}
            values: dict[str, Any] = {
                **fields,
                **{k: _plain(v) if k in ("text", "new", "value") else v for k, v in found.items()},
            }
            if "value" in values:
                values["text"] = values.pop("value")
            _check(values, match, offset, layouts, formats)
            edit = Edit(**values)
            return edit._replace(on=on or edit.on, source=piece, line=line)
    raise ExpressionError(
        Said(f"读不懂的改动：{body}", f"an edit that cannot be read: {body}"),
        offset,
        Said(f"写法：{'；'.join(_shapes(verb))}", f"forms: {'; '.join(_shapes(verb))}"),
    )


def _plain(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1].replace('\\"', '"')
    return value


def _check(
    values: dict[str, str], match: re.Match[str], offset: int, layouts: Sequence[Layout], formats: Sequence[str]
) -> None:
    """Every key must be one of every format that the edit runs on (rows and columns of a table that is laid as another
    format are those of the edit's own line: they are not asked for)."""

    def refuse(field: str, problem: Said, known: Sequence[str]) -> None:
        raise ExpressionError(problem, offset + match.start(field), nearest(values[field], known))

    table = values.get("table")
    for layout in layouts:
        sections = [s.key for s in layout.sections]
        for field in ("section", "after"):
            if field in values and table is None and values[field] not in (*sections, *_PLACES):
                refuse(
                    field,
                    Said(
                        f"格式 {layout.key} 没有部分 {values[field]}",
                        f"format {layout.key} has no section {values[field]}",
                    ),
                    [*sections, *_PLACES],
                )
        if table is None:
            continue
        shape = layout.table(table)
        if shape is None:
            refuse(
                "table",
                Said(f"格式 {layout.key} 没有表 {table}", f"format {layout.key} has no table {table}"),
                [t.key for t in layout.tables],
            )
            return
        for field, keys in (("row", shape.rows), ("column", shape.columns), ("after", (*shape.rows, *shape.columns))):
            if field in values and values[field] not in keys:
                refuse(
                    field,
                    Said(
                        f"格式 {layout.key} 的表 {table} 没有{CALLED.get(field, field)} {values[field]}",
                        f"format {layout.key} has no {field} {values[field]} in table {table}",
                    ),
                    keys,
                )
        if "row" in values and "column" in values and values["column"] not in shape.columns_of(values["row"]):
            refuse(
                "column",
                Said(
                    f"格式 {layout.key} 没有单元格 [{values['row']}, {values['column']}]",
                    f"format {layout.key} has no cell [{values['row']}, {values['column']}]",
                ),
                shape.columns,
            )
    if "layout" in values and values["layout"] not in formats:
        refuse("layout", Said(f"没有这种格式：{values['layout']}", f"unknown format {values['layout']}"), formats)
    if "name" in values and values["name"] not in _FACTS:
        refuse("name", Said(f"文件没有这一项：{values['name']}", f"unknown fact of the file {values['name']}"), _FACTS)


_SHAPES = (
    ("set TABLE[ROW, COLUMN] = VALUE", {"thing": "cell"}),
    ("blank TABLE[ROW, COLUMN]", {"thing": "cell"}),
    ("remove section SECTION", {"thing": "section"}),
    ("remove table TABLE", {"thing": "table"}),
    ("remove row TABLE[ROW]", {"thing": "row"}),
    ("remove column TABLE[COLUMN]", {"thing": "column"}),
    ("rename section SECTION to TEXT", {"thing": "section"}),
    ("rename row TABLE[ROW] to TEXT", {"thing": "row"}),
    ("rename column TABLE[COLUMN] to TEXT", {"thing": "column"}),
    ("add section TEXT after AFTER", {"thing": "section"}),
    ("add row TEXT after TABLE[AFTER]", {"thing": "row"}),
    ("add column TEXT after TABLE[AFTER]", {"thing": "column"}),
    ("add paragraph TEXT to SECTION", {"thing": "paragraph"}),
    ("move section SECTION after AFTER", {"thing": "section"}),
    ("copy section SECTION after AFTER", {"thing": "section"}),
    ("copy table TABLE", {"thing": "table"}),
    ("replace TEXT with NEW in SECTION", {"thing": "text"}),
    ("append TEXT to SECTION", {"thing": "text"}),
    ("clear SECTION", {"thing": "text"}),
    ("as KIND", {"thing": "body"}),
    ("as TEXT", {"thing": "body"}),
    ("lay table TABLE as LAYOUT", {"thing": "table"}),
    ("set document.NAME = VALUE", {"thing": "document"}),
    ("set document.NAME = KIND VALUE", {"thing": "document"}),
    ("with ON", {"thing": "report"}),
)


def _shapes(verb: str) -> list[str]:
    return [shape for shape, _ in _SHAPES if shape.split()[0] == verb]


@cache
def _forms() -> list[tuple[re.Pattern[str], dict[str, str]]]:
    quoted = r'"(?:[^"\\]|\\.)*"'
    parts = {
        "TEXT": rf"(?P<text>{quoted})",
        "NEW": rf"(?P<new>{quoted})",
        "VALUE": rf'(?P<value>{quoted}|[^\s"]+)',
        "ON": rf"(?P<on>{'|'.join(_OTHERS)})",
        "LAYOUT": r"(?P<layout>[A-Za-z0-9_.-]+)",
    }
    for name in ("TABLE", "ROW", "COLUMN", "SECTION", "AFTER", "KIND", "NAME"):
        parts[name] = rf"(?P<{name.lower()}>[a-z_][a-z0-9_]*)"
    forms = []
    for shape, fields in _SHAPES:
        verb, _, rest = shape.partition(" ")
        pattern = ""
        for token in re.findall(r"[A-Z]+|[a-z]+|[\[\],.=]|\s+", rest):
            if token.isspace():
                pattern += "" if pattern.endswith("*") else r"\s+"
            elif token in parts:
                pattern += parts[token]
            elif token.isalpha():
                pattern += token
            else:
                pattern = pattern.removesuffix(r"\s+") + rf"\s*{re.escape(token)}\s*"
        forms.append((re.compile(rf"(?P<verb>{verb})\s+{pattern}"), fields))
    return forms
