"""Name resolution of the parts of a report: sections, tables and cells, and the fields of records."""

from __future__ import annotations

from checker.errors import Said, nearest
from checker.language.fault import ExpressionError
from checker.language.names import ANY, RECORDS, WHOLE, Type, listing
from checker.language.nodes import Node
from checker.language.resolve import resolve
from checker.language.scope import CALLED, Scope, Typed, called, start_of, wanted


def resolve_part(name: str, at: int, scope: Scope, whole: Node | None, wanted: str) -> Typed:
    """A section or a table by its key: of the report, or of another (`whole`). wanted: "section", "table" or either."""
    section = wanted != "table" and any(layout.section(name) for layout in scope.known)
    table = wanted != "section" and any(layout.table(name) for layout in scope.known)
    if section and table:
        raise ExpressionError(
            Said(f"{name} 既是部分又是表", f"{name} is a section and a table"),
            at,
            Said(f"请写 section {name} 或 table {name}", f"write: section {name}, or: table {name}"),
        )
    kind = "table" if table else "section"
    if not section and not table:
        raise ExpressionError(Said(f"没有这个名称：{name}", f"unknown name {name}"), at, nearest(name, scope.visible()))
    for layout in scope.layouts:
        if (layout.table(name) if table else layout.section(name)) is None:
            raise ExpressionError(
                Said(f"格式 {layout.key} 没有{CALLED[kind]} {name}", f"format {layout.key} has no {kind} {name}"),
                at,
                Said("请缩小这条规则的 years", "limit the rule's years"),
            )
    if table and whole is None:
        scope.use(name, "")
    return [kind, name] + ([whole] if whole is not None else []), Type(kind, table=name if table else None)


def resolve_tagged(node: Node, scope: Scope) -> Typed:
    """`section overview`, `table requests`."""
    return resolve_part(node[1], node[2], scope, None, node[0])


def resolve_dot(node: Node, scope: Scope) -> Typed:
    """A field of a record, or a part of another report."""
    base, name, at = node[1], node[2], node[3]
    if scope.is_part(base):
        found, kind = resolve_part(base[1], base[2], scope, None, _owner(base[1], name, at, scope))
    elif base[0] == "dot":
        found, kind = _dotted_part(base, name, at, scope)
    else:
        found, kind = resolve(base, scope)
    return _field(found, kind, name, at, scope)


def _owner(part: str, name: str, at: int, scope: Scope) -> str:
    """Which of a section and a table with one key owns a field: "" if both do. Raises ExpressionError if none does."""
    groups = [g for layout in scope.known for t in layout.tables if t.key == part for g in t.groups]
    in_table, in_section = name in RECORDS["table"] or name in groups, name in RECORDS["section"]
    twofold = any(layout.table(part) for layout in scope.known) and any(layout.section(part) for layout in scope.known)
    if twofold and not in_table and not in_section:
        known = [*RECORDS["table"], *groups, *RECORDS["section"]]
        raise ExpressionError(
            Said(f"{part} 作为部分或表都没有 {name} 这一项", f"{part} has no field {name}, as a section or a table"),
            at,
            nearest(name, known),
        )
    return "table" if in_table and not in_section else "section" if in_section and not in_table else ""


def _dotted_part(base: Node, name: str, at: int, scope: Scope) -> Typed:
    """`previous.requests.rows`: a section or table of another report before a field."""
    outer, kind = resolve(base[1], scope)
    if kind.kind == "whole" and base[2] not in WHOLE:
        return resolve_part(base[2], base[3], scope, outer, _owner(base[2], name, at, scope))
    return _field(outer, kind, base[2], base[3], scope)


def _field(found: Node, kind: Type, name: str, at: int, scope: Scope) -> Typed:
    if kind.kind == "any":
        return ["field", found, name], ANY
    if kind.kind == "whole":
        if name in WHOLE:
            return ["field", found, name], WHOLE[name]
        return resolve_part(name, at, scope, found, "")
    if kind.kind == "match" and name in kind.fields:
        return ["group", found, name], ANY
    if kind.kind == "table" and name not in RECORDS["table"]:
        return _table_group(found, kind, name, at, scope)
    fields = RECORDS.get(kind.kind)
    if fields is None:
        raise ExpressionError(Said(f"{called(kind).zh}没有可取的项", f"a {called(kind).en} has no fields"), at)
    if name not in fields:
        raise ExpressionError(
            Said(f"{called(kind).zh}没有 {name} 这一项", f"no field {name} in {kind.kind}"),
            at,
            nearest(name, [*fields, *kind.fields]),
        )
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
        raise ExpressionError(
            Said(f"表格没有 {name} 这一项", f"a table has no field {name}"),
            at,
            nearest(name, [*RECORDS["table"], *groups]),
        )
    axis = "row"
    for layout, shape in shapes:
        if shape is None or name not in shape.groups:
            raise ExpressionError(
                Said(f"格式 {layout.key} 没有组 {name}", f"format {layout.key} has no group {name}"),
                at,
                Said("请缩小这条规则的 years", "limit the rule's years"),
            )
        axis = "row" if shape.groups[name][0] in shape.rows else "column"
    if kind.table and found[0] == "table" and len(found) == 2:
        scope.use(kind.table, name)
    return ["group", found, name], listing(Type(axis, table=kind.table))


def resolve_cell(node: Node, scope: Scope) -> Typed:
    """table[row, column]."""
    base, at = node[1], node[4]
    if scope.is_part(base):
        table, kind = resolve_part(base[1], base[2], scope, None, "table")
    elif base[0] == "dot":
        outer, outer_kind = resolve(base[1], scope)
        if outer_kind.kind == "whole":
            table, kind = resolve_part(base[2], base[3], scope, outer, "table")
        else:
            table, kind = _field(outer, outer_kind, base[2], base[3], scope)
    else:
        table, kind = resolve(base, scope)
    if kind.kind not in ("table", "any"):
        raise ExpressionError(
            Said(f"{called(kind).zh}没有单元格", f"a {called(kind).en} has no cells"),
            at,
            Said("[行, 列] 前面应是表", "expected a table before [row, column]"),
        )
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
            raise ExpressionError(
                Said(f"没有这个{CALLED[axis]}：{name}", f"unknown {axis} {name}"), at, nearest(name, seen)
            )
        for layout in scope.layouts:
            if name not in scope.keys(table, axis, [layout]):
                problem = Said(
                    f"格式 {layout.key} 的表 {table} 没有{CALLED[axis]} {name}",
                    f"format {layout.key} has no {axis} {name} in table {table}",
                )
                raise ExpressionError(problem, at, Said("请缩小这条规则的 years", "limit the rule's years"))
        return ["str", name]
    found, kind = resolve(node, scope)
    if kind.kind not in (axis, "any", "text", "head"):
        raise wanted(axis, kind, node)
    if kind.table and table and kind.table != table:
        raise ExpressionError(
            Said(
                f"这里是表 {kind.table} 的{CALLED[axis]}，不是 {table} 的",
                f"a {axis} of table {kind.table} stands here, not of {table}",
            ),
            start_of(node),
        )
    return found


def _check_cell(table: str | None, row: Node, column: Node, node: Node, scope: Scope) -> None:
    if table is None or row[0] != "str" or column[0] != "str":
        return
    for layout in scope.layouts:
        shape = layout.table(table)
        if shape is not None and column[1] not in shape.columns_of(row[1]):
            cell = f"[{row[1]}, {column[1]}]"
            problem = Said(
                f"格式 {layout.key} 的表 {table} 没有单元格 {cell}",
                f"format {layout.key} has no cell {cell} in table {table}",
            )
            raise ExpressionError(problem, start_of(node[3]), nearest(column[1], shape.columns_of(row[1])))
