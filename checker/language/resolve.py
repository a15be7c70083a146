"""Name resolution at load: what each name of an expression means, in every format that shares a year with the rule.

Takes nodes as grammar.py parses them, gives nodes as evaluate.py runs them, without names to look up and without offsets:
    ["num" …] ["str" …] ["bool" …] ["re", pattern, needs] ["var", slot, "for" or "let"] ["model", name]
    ["section", key] ["table", key], with a third item for those of another report ["field", node, name] ["group", node, name]
    ["states", node, name] ["cell", table, row, column] ["find", node, regex] ["call", name, arguments, kinds, truths]
    ["gen", node, [[slot, list] …], where] and the operators.
Raises ExpressionError; load.py adds file and line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from checker.language.fault import ExpressionError, nearest
from checker.language.names import (
    ANY,
    FIXED,
    NUMBER,
    OTHER_REPORTS,
    RECORDS,
    TEXT,
    TRUTH,
    WHOLE,
    Type,
    listing,
)
from checker.language.needs import needs_of
from checker.language.nodes import Node
from checker.language.signatures import FUNCTIONS
from checker.layout.model import Layout

Typed = tuple[Node, Type]
_ORDERED = ("<", "<=", ">", ">=")


@dataclass(slots=True)
class Variable:
    """A name that a rule makes."""

    slot: int
    type: Type
    kind: str  # "for" or "let"


@dataclass(slots=True)
class Scope:
    """What an expression of a rule can see.

    layouts: the formats of the rule's years. known: all formats. statements: names that states( ) takes, None if they are
    not loaded. variables: the names above. sides: whether {left} and {right} mean something here.
    """

    layouts: Sequence[Layout]
    known: Sequence[Layout]
    statements: Collection[str] | None
    variables: dict[str, Variable] = field(default_factory=dict)
    sides: bool = False
    tables: dict[str, list[str]] = field(default_factory=dict)
    wide: bool = False
    previous: bool = False
    slots: int = 0

    def new(self, name: str, kind: str, of: Type, at: int) -> Variable:
        """A new name. Raises ExpressionError if it hides another."""
        hidden = self._hides(name)
        if hidden:
            raise ExpressionError(f"the name {name} hides {hidden}", at, "choose another name")
        variable = Variable(self.slots, of, kind)
        self.slots += 1
        self.variables[name] = variable
        return variable

    def _hides(self, name: str) -> str:
        if name in self.variables:
            return "a name above"
        if name in WHOLE or name in OTHER_REPORTS:
            return "a name of the model"
        if name in FUNCTIONS:
            return "a function"
        if any(layout.section(name) for layout in self.known):
            return "a section"
        for layout in self.known:
            for table in layout.tables:
                if name == table.key or name in table.rows or name in table.columns or name in table.groups:
                    return f"a key of table {table.key}"
        return ""

    def keys(self, table: str | None, axis: str, layouts: Sequence[Layout] | None = None) -> list[str]:
        """The keys of rows or columns of a table (None: of any) in the formats."""
        found: dict[str, None] = {}
        for layout in layouts or self.known:
            for shape in layout.tables:
                if table in (None, shape.key):
                    found.update(dict.fromkeys(shape.rows if axis == "row" else shape.columns))
        return list(found)

    def use(self, table: str, name: str) -> None:
        """Note that the rule names this of a table of its own report."""
        names = self.tables.setdefault(table, [])
        if name and name not in names:
            names.append(name)


def resolve(node: Node, scope: Scope) -> Typed:
    """The node with its names resolved, and the type of its value. Raises ExpressionError."""
    return _RESOLVERS.get(node[0], _operator)(node, scope)


def resolve_truth(node: Node, scope: Scope) -> Node:
    """The same for a condition. Raises ExpressionError if it is none."""
    found, kind = resolve(node, scope)
    if kind.kind not in ("truth", "any"):
        raise ExpressionError(f"a condition is wanted here, this is a {_called(kind)}", _at(node))
    return found


def resolve_list(node: Node, scope: Scope) -> tuple[Node, Type]:
    """The same for a list: its node and the type of its items."""
    found, kind = resolve(node, scope)
    if kind.kind == "any":
        return found, ANY
    if kind.kind != "list":
        raise ExpressionError(f"a list is wanted here, this is a {_called(kind)}", _at(node))
    return found, kind.item or ANY


def _at(node: Node) -> int:
    """Where a node begins, as well as it is known."""
    if node[0] in ("name", "section", "table", "re"):
        return int(node[-1])
    for part in node[1:]:
        if isinstance(part, list) and part:
            inner = part if isinstance(part[0], str) else part[0]
            if isinstance(inner, list) and inner and isinstance(inner[0], str):
                return _at(inner)
    last = node[-1]
    return last if isinstance(last, int) and not isinstance(last, bool) else 0


def _called(kind: Type) -> str:
    return f"list of {_called(kind.item or ANY)}" if kind.kind == "list" else kind.kind


def _name(node: Node, scope: Scope) -> Typed:
    name, at = node[1], node[2]
    variable = scope.variables.get(name)
    if variable is not None:
        return ["var", variable.slot, variable.kind], variable.type
    if scope.sides and name in ("left", "right"):
        return ["side", name], ANY
    if name in OTHER_REPORTS:
        scope.wide = scope.wide or name != "previous"
        scope.previous = scope.previous or name == "previous"
        return ["model", name], OTHER_REPORTS[name]
    if name in WHOLE:
        return ["model", name], WHOLE[name]
    return _part(name, at, scope, None, "")


def _part(name: str, at: int, scope: Scope, whole: Node | None, wanted: str) -> Typed:
    """A section or a table by its key: of the report, or of another (`whole`). wanted: "section", "table" or either."""
    section = wanted != "table" and any(layout.section(name) for layout in scope.known)
    table = wanted != "section" and any(layout.table(name) for layout in scope.known)
    if section and table:
        raise ExpressionError(f"{name} is a section and a table", at, f"write: section {name}, or: table {name}")
    kind = "table" if table else "section"
    if not section and not table:
        raise ExpressionError(f"unknown name {name}", at, nearest(name, _visible(scope)))
    for layout in scope.layouts:
        if (layout.table(name) if table else layout.section(name)) is None:
            raise ExpressionError(f"format {layout.key} has no {kind} {name}", at, "limit the rule's years")
    if table and whole is None:
        scope.use(name, "")
    return [kind, name] + ([whole] if whole is not None else []), Type(kind, table=name if table else None)


def _visible(scope: Scope) -> Iterable[str]:
    parts = [s.key for layout in scope.layouts for s in layout.sections]
    parts += [t.key for layout in scope.layouts for t in layout.tables]
    return [*scope.variables, *WHOLE, *OTHER_REPORTS, *parts]


def _tagged(node: Node, scope: Scope) -> Typed:
    return _part(node[1], node[2], scope, None, node[0])


def _dot(node: Node, scope: Scope) -> Typed:
    base, name, at = node[1], node[2], node[3]
    if base[0] == "name" and base[1] not in scope.variables and base[1] not in WHOLE and base[1] not in OTHER_REPORTS:
        found, kind = _part(base[1], base[2], scope, None, _owner(base[1], name, scope))
    elif base[0] == "dot":
        found, kind = _dotted_part(base, name, scope)
    else:
        found, kind = resolve(base, scope)
    return _field(found, kind, name, at, scope)


def _owner(part: str, name: str, scope: Scope) -> str:
    """Which of a section and a table with one key owns a field."""
    groups = [g for layout in scope.known for t in layout.tables if t.key == part for g in t.groups]
    in_table, in_section = name in RECORDS["table"] or name in groups, name in RECORDS["section"]
    return "table" if in_table and not in_section else "section" if in_section and not in_table else ""


def _dotted_part(base: Node, name: str, scope: Scope) -> Typed:
    """`previous.requests.rows`: a section or table of another report before a field."""
    outer, kind = resolve(base[1], scope)
    if kind.kind == "whole" and base[2] not in WHOLE:
        return _part(base[2], base[3], scope, outer, _owner(base[2], name, scope))
    return _field(outer, kind, base[2], base[3], scope)


def _field(found: Node, kind: Type, name: str, at: int, scope: Scope) -> Typed:
    if kind.kind == "any":
        return ["field", found, name], ANY
    if kind.kind == "whole":
        if name in WHOLE:
            return ["field", found, name], WHOLE[name]
        return _part(name, at, scope, found, "")
    if kind.kind == "match" and name in kind.fields:
        return ["group", found, name], ANY
    if kind.kind == "table" and name not in RECORDS["table"]:
        return _table_group(found, kind, name, at, scope)
    fields = RECORDS.get(kind.kind)
    if fields is None:
        raise ExpressionError(f"a {_called(kind)} has no fields", at)
    if name not in fields:
        raise ExpressionError(f"a {kind.kind} has no field {name}", at, nearest(name, [*fields, *kind.fields]))
    return ["field", found, name], _narrowed(fields[name], kind)


def _narrowed(field_type: Type, owner: Type) -> Type:
    """A row, column or cell of a known table is of that table."""
    if owner.table is None:
        return field_type
    if field_type.kind == "list" and field_type.item and field_type.item.kind in ("row", "column", "cell"):
        return listing(Type(field_type.item.kind, table=owner.table))
    return (
        Type(field_type.kind, table=owner.table)
        if field_type.kind in ("row", "column", "cell", "table")
        else field_type
    )


def _table_group(found: Node, kind: Type, name: str, at: int, scope: Scope) -> Typed:
    shapes = [(layout, layout.table(kind.table)) for layout in scope.layouts] if kind.table else []
    groups = {g for layout in scope.known for t in layout.tables if t.key == kind.table for g in t.groups}
    if name not in groups:
        raise ExpressionError(f"a table has no field {name}", at, nearest(name, [*RECORDS["table"], *groups]))
    axis = "row"
    for layout, shape in shapes:
        if shape is None or name not in shape.groups:
            raise ExpressionError(f"format {layout.key} has no group {name}", at, "limit the rule's years")
        axis = "row" if shape.groups[name][0] in shape.rows else "column"
    if kind.table and found[0] == "table" and len(found) == 2:
        scope.use(kind.table, name)
    return ["group", found, name], listing(Type(axis, table=kind.table))


def _cell(node: Node, scope: Scope) -> Typed:
    base, at = node[1], node[4]
    if base[0] == "name" and base[1] not in scope.variables and base[1] not in WHOLE and base[1] not in OTHER_REPORTS:
        table, kind = _part(base[1], base[2], scope, None, "table")
    elif base[0] == "dot":
        outer, outer_kind = resolve(base[1], scope)
        if outer_kind.kind == "whole":
            table, kind = _part(base[2], base[3], scope, outer, "table")
        else:
            table, kind = _field(outer, outer_kind, base[2], base[3], scope)
    else:
        table, kind = resolve(base, scope)
    if kind.kind not in ("table", "any"):
        raise ExpressionError(f"a {_called(kind)} has no cells", at, "expected a table before [row, column]")
    row = _head(node[2], "row", kind.table, scope)
    column = _head(node[3], "column", kind.table, scope)
    _check_cell(kind.table, row, column, node, scope)
    if kind.table and len(table) == 2:
        keys = [part[1] for part in (row, column) if part[0] == "str"]
        for key in keys:
            scope.use(kind.table, key)
        if len(keys) == 2:
            scope.use(kind.table, ",".join(keys))
    return ["cell", table, row, column], Type("cell", table=kind.table)


def _head(node: Node, axis: str, table: str | None, scope: Scope) -> Node:
    if node[0] == "name" and node[1] not in scope.variables:
        name, at = node[1], node[2]
        if name not in scope.keys(table, axis):
            seen = [*scope.keys(table, axis), *scope.variables]
            raise ExpressionError(f"unknown {axis} {name}", at, nearest(name, seen))
        for layout in scope.layouts:
            if name not in scope.keys(table, axis, [layout]):
                problem = f"format {layout.key} has no {axis} {name} in table {table}"
                raise ExpressionError(problem, at, "limit the rule's years")
        return ["str", name]
    found, kind = resolve(node, scope)
    if kind.kind not in (axis, "any", "text", "head"):
        raise ExpressionError(f"a {axis} is wanted here, this is a {_called(kind)}", _at(node))
    if kind.table and table and kind.table != table:
        raise ExpressionError(f"a {axis} of table {kind.table} stands here, not of {table}", _at(node))
    return found


def _check_cell(table: str | None, row: Node, column: Node, node: Node, scope: Scope) -> None:
    if table is None or row[0] != "str" or column[0] != "str":
        return
    for layout in scope.layouts:
        shape = layout.table(table)
        if shape is not None and column[1] not in shape.columns_of(row[1]):
            problem = f"format {layout.key} has no cell [{row[1]}, {column[1]}] in table {table}"
            raise ExpressionError(problem, _at(node[3]), nearest(column[1], shape.columns_of(row[1])))


def _regex(node: Node, scope: Scope) -> Typed:
    raise ExpressionError("a regular expression stands only after 'matches' and in find( )", node[2])


def checked_regex(node: Node) -> tuple[Node, tuple[str, ...]]:
    """The regular expression with what it needs, and its named groups. Raises ExpressionError if RE2 does not take it."""
    from checker.language.find import compiled

    try:
        groups = tuple(compiled(node[1]).groupindex)
    except Exception as error:
        raise ExpressionError(f"a regular expression that RE2 does not take: {error}", node[2]) from None
    for name in groups:
        if name in RECORDS["match"]:
            raise ExpressionError(f"the group {name} hides a field of a match", node[2], "choose another name")
    return ["re", node[1], needs_of(node[1])], groups


def _matches(node: Node, scope: Scope) -> Typed:
    return ["matches", resolve(node[1], scope)[0], checked_regex(node[2])[0]], TRUTH


def _call(node: Node, scope: Scope) -> Typed:
    from checker.language.resolve_calls import resolve_call

    return resolve_call(node, scope)


def _list(node: Node, scope: Scope) -> Typed:
    items = [resolve(item, scope) for item in node[1]]
    return ["list", [item for item, _ in items]], listing(items[0][1] if items else ANY)


def _junction(node: Node, scope: Scope) -> Typed:
    return [node[0], [resolve_truth(part, scope) for part in node[1]]], TRUTH


def _not(node: Node, scope: Scope) -> Typed:
    return ["not", resolve_truth(node[1], scope)], TRUTH


def _is(node: Node, scope: Scope) -> Typed:
    return ["is", resolve(node[1], scope)[0], node[2]], TRUTH


def _neg(node: Node, scope: Scope) -> Typed:
    return ["neg", _numeric(node[1], scope)[0]], NUMBER


def _operator(node: Node, scope: Scope) -> Typed:
    operator, left, right, at = node
    if operator in ("+", "-", "*", "/"):
        (a, first), (b, second) = _numeric(left, scope), _numeric(right, scope)
        if first.kind == "date":
            return [operator, a, b], NUMBER if second.kind == "date" else first
        return [operator, a, b], NUMBER
    first, second = _beside(left, right, scope), _beside(right, left, scope)
    if operator != "in":
        _comparable(first[1], second[1], operator, at)
    elif second[1].kind in ("number", "date", "truth", "cell"):
        raise ExpressionError(f"'in' wants a list or a text, this is a {_called(second[1])}", at)
    return [operator, first[0], second[0]], TRUTH


def _numeric(node: Node, scope: Scope) -> Typed:
    found, kind = resolve(node, scope)
    if kind.kind not in ("number", "cell", "any", "date"):
        raise ExpressionError(f"a number is wanted here, this is a {_called(kind)}", _at(node))
    return found, kind


def _beside(node: Node, other: Node, scope: Scope) -> Typed:
    """A side of a comparison: beside a field with fixed values bare names are looked up among those first."""
    names = [node] if node[0] == "name" else node[1] if node[0] == "list" else []
    if not any(n[0] == "name" for n in names) or (other[0] in ("name", "list") and not _is_variable(other, scope)):
        return resolve(node, scope)
    allowed = fixed_values(resolve(other, scope)[1], scope)
    if allowed is None:
        return resolve(node, scope)
    items = [_fixed(n, allowed, scope) for n in names]
    return (items[0], TEXT) if node[0] == "name" else (["list", items], listing(TEXT))


def _is_variable(node: Node, scope: Scope) -> bool:
    return node[0] == "name" and node[1] in scope.variables


def _fixed(node: Node, allowed: Sequence[str], scope: Scope) -> Node:
    if node[0] != "name" or node[1] in scope.variables:
        return resolve(node, scope)[0]
    if node[1] not in allowed:
        raise ExpressionError(f"unknown value {node[1]}", node[2], nearest(node[1], [*allowed, *scope.variables]))
    return ["str", node[1]]


def fixed_values(kind: Type, scope: Scope) -> Sequence[str] | None:
    """The bare names that may stand beside a value of that type, None if none may."""
    if kind.kind in ("row", "column", "head"):
        axes = (kind.kind,) if kind.kind != "head" else ("row", "column")
        return [key for axis in axes for key in scope.keys(kind.table, axis)]
    if kind.fixed == "section":
        return [*dict.fromkeys(s.key for layout in scope.known for s in layout.sections), "title", "preface"]
    return FIXED[kind.fixed] if kind.fixed else None


def _comparable(a: Type, b: Type, operator: str, at: int) -> None:
    groups: Mapping[str, str] = {"cell": "number", "row": "text", "column": "text", "head": "text"}
    first, second = groups.get(a.kind, a.kind), groups.get(b.kind, b.kind)
    if "any" in (first, second):
        return
    if first != second or first in RECORDS:
        raise ExpressionError(f"a {_called(a)} cannot be compared with a {_called(b)}", at)
    if operator in _ORDERED and first in ("truth", "list"):
        raise ExpressionError(f"a {first} is not more or less than another", at)


def _plain(node: Node, scope: Scope) -> Typed:
    return node, {"num": NUMBER, "str": TEXT, "bool": TRUTH}[node[0]]


def _gen(node: Node, scope: Scope) -> Typed:
    raise ExpressionError("'for' stands only in sum, min, max, count, any, all and list", node[2][0][3])


_RESOLVERS: dict[str, Any] = {
    "num": _plain,
    "str": _plain,
    "bool": _plain,
    "re": _regex,
    "name": _name,
    "section": _tagged,
    "table": _tagged,
    "dot": _dot,
    "cell": _cell,
    "call": _call,
    "list": _list,
    "gen": _gen,
    "and": _junction,
    "or": _junction,
    "not": _not,
    "is": _is,
    "matches": _matches,
    "neg": _neg,
}
