"""`x for x in list where …` for its values alone: lists, and any and all, which end with the item that decides."""

from __future__ import annotations

from collections.abc import Container

from checker.hints import cast
from checker.language.aggregates import Items, not_listed
from checker.language.env import Closure, Env
from checker.language.evaluate import Compiler
from checker.language.logic import truth
from checker.language.nodes import Node
from checker.language.table_view import HeadKey
from checker.language.values import Unknown, Value


def is_looped(node: Node, lets: Container[int]) -> bool:
    """Whether it is a name of `for`, which needs no more than a look into its slot. lets: the slots of `let`."""
    return node[0] == "var" and node[1] not in lets


def generated(node: Node, compiler: Compiler, lets: Container[int], *, raw: bool) -> Items:
    """The items of `x for x in list where …`, or of several lists, the last of them innermost."""
    _, value, runs, condition = node
    if len(runs) > 1:
        inner = generated(["gen", value, runs[1:], condition], compiler, lets, raw=raw)
        return _nested(runs[0][0], compiler.closure(runs[0][1]), inner)
    cell = _cell_of_line(runs[0], condition, lets)
    return _listed(node, compiler, raw) if cell is None else _along(cell, node, compiler, raw)


def _listed(node: Node, compiler: Compiler, raw: bool) -> Items:
    _, value, runs, condition = node
    slot, source = runs[0][0], compiler.closure(runs[0][1])
    beforehand = _beforehand(condition, slot)
    first = None if beforehand is None else compiler.value(beforehand)
    where = None if condition is None else compiler.value(condition)
    make = compiler.closure if raw else compiler.value
    itself = raw and value[:2] == ["var", slot]
    read: Closure | None = None  # made when the first item gets so far: most conditions let none through

    def collected(env: Env) -> list[Value] | Unknown:
        nonlocal read
        values = source(env)
        if values.__class__ is not tuple:
            return not_listed(values)
        if first is not None and first(env) is False:
            return []
        if itself and where is None:
            return list(values)
        found: list[Value] = []
        slots = env.slots
        for item in values:
            slots[slot] = item
            if where is not None:
                known = where(env)
                if known is False:
                    continue
                if known is not True:
                    return cast("Unknown", truth(known))
            if itself:
                found.append(item)
                continue
            if read is None:
                read = make(value)
            found.append(read(env))
        return found

    return collected


def _beforehand(condition: Node | None, slot: int) -> Node | None:
    """What a condition asks first without regard to the item: where that is false there is none that meets it."""
    if condition is None or condition[0] != "and" or _mentions(condition[1][0], slot):
        return None
    first: Node = condition[1][0]
    return first


def _mentions(node: Value, slot: int) -> bool:
    if not isinstance(node, list):
        return False
    return node[:2] == ["var", slot] or any(_mentions(part, slot) for part in node)


def _cell_of_line(run: Node, condition: Node | None, lets: Container[int]) -> Node | None:
    """The cell that the condition asks in each column of a row (`column in row.columns where t[row, column] …`)."""
    slot, source = run
    if condition is None or source[0] != "field" or source[2] != "columns" or not is_looped(source[1], lets):
        return None
    cell = _find_cell(condition, source[1][1], slot)
    if cell is None:
        return None
    own = cell[1][0] == "table" and len(cell[1]) == 2
    return cell if own or is_looped(cell[1], lets) else None


def _along(cell: Node, node: Node, compiler: Compiler, raw: bool) -> Items:
    """The items of a list over the columns of a row, whose cells are at hand: each is looked up once."""
    _, value, runs, condition = node
    held: list[Value] = [None]
    slot, row = runs[0][0], cell[2][1]
    table, where = compiler.closure(cell[1]), compiler.value(_with_held(condition, cell, held))
    make = compiler.closure if raw else compiler.value
    otherwise: Items | None = None
    read: Closure | None = None

    def collected(env: Env) -> list[Value] | Unknown:
        nonlocal otherwise, read
        slots = env.slots
        head, found_in = slots[row], table(env)
        if head.__class__ is not HeadKey or head.owner is not found_in:
            if otherwise is None:
                otherwise = _listed(node, compiler, raw)
            return otherwise(env)
        found: list[Value] = []
        for column, held[0] in found_in.line(head):
            slots[slot] = column
            known = where(env)
            if known is False:
                continue
            if known is not True:
                return cast("Unknown", truth(known))
            if read is None:
                read = make(value)
            found.append(read(env))
        return found

    return collected


def decided_by(decisive: bool, node: Node, compiler: Compiler) -> Closure:
    """any and all over one list: the first item that decides is the last that is asked."""
    _, asked, runs, condition = node
    slot, source = runs[0][0], compiler.closure(runs[0][1])
    where = None if condition is None else compiler.value(condition)
    value, other = compiler.value(asked), not decisive

    def decided(env: Env) -> Value:
        values = source(env)
        if values.__class__ is not tuple:
            return not_listed(values)
        slots = env.slots
        unknown, known = None, other
        for item in values:
            slots[slot] = item
            if where is not None:
                wanted = where(env)
                if wanted is False:
                    continue
                if wanted is not True:
                    return truth(wanted)
            if known is decisive:
                continue
            said = value(env)
            if said is decisive:
                if where is None:
                    return decisive
                known = decisive  # what is left is asked whether its condition can be told
            elif said is not other:
                said = truth(said)
                if unknown is None and isinstance(said, Unknown):
                    unknown = said
        return known if known is decisive or unknown is None else unknown

    return decided


def _find_cell(node: Value, row: int, column: int) -> Node | None:
    """The first cell in an expression whose row and column are the names of these slots."""
    if not isinstance(node, list) or not node:
        return None
    if node[0] == "cell" and node[2][:2] == ["var", row] and node[3][:2] == ["var", column]:
        return node
    return next((found for part in node if (found := _find_cell(part, row, column)) is not None), None)


def _with_held(node: Value, cell: Node, held: list[Value]) -> Value:
    """The expression with what is held at the moment in place of the cell."""
    if node == cell:
        return ["held", held]
    return [_with_held(part, cell, held) for part in node] if isinstance(node, list) else node


def _nested(slot: int, source: Closure, inner: Items) -> Items:
    def collected(env: Env) -> list[Value] | Unknown:
        values = source(env)
        if values.__class__ is not tuple:
            return not_listed(values)
        found: list[Value] = []
        for item in values:
            env.slots[slot] = item
            more = inner(env)
            if isinstance(more, Unknown):
                return more
            found += more
        return found

    return collected


def unvalued(listed: Node) -> Node:
    """A list of which only the number of items counts."""
    return ["gen", ["bool", True], listed[2], listed[3]]
