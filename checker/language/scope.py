"""What an expression of a rule can see at load: the formats of its years, and the names that lines above have made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from checker.dataclass import dataclass, field
from checker.errors import Said
from checker.language.fault import ExpressionError
from checker.language.names import ANY, FIXED, OTHER_REPORTS, WHOLE, Type
from checker.language.nodes import Node
from checker.language.signatures import FUNCTIONS
from checker.layout.model import Layout

Typed = tuple[Node, Type]
CALLED: Mapping[str, str] = {
    "number": "数",
    "text": "文字",
    "date": "日期",
    "truth": "条件",
    "list": "列表",
    "any": "任意的值",
    "section": "部分",
    "table": "表",
    "row": "行",
    "column": "列",
    "cell": "单元格",
    "after": "行或列",
}  # kinds of value as a Chinese error names them; what is not here is called by its name in rules


@dataclass(slots=True)
class Variable:
    """A name that a rule makes."""

    slot: int
    type: Type
    kind: str  # "for" or "let"


@dataclass(slots=True)
class Scope:
    """What an expression of a rule can see.

    layouts: the formats of the rule's years. known: all formats. statements: names that states( ) takes, None if they
    are not loaded. variables: the names above. sides: whether {left} and {right} mean something here.
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
        if hidden is not None:
            raise ExpressionError(
                Said(f"名称 {name} 已经用作{hidden.zh}", f"the name {name} hides {hidden.en}"),
                at,
                Said("请换一个名字", "choose another name"),
            )
        variable = Variable(self.slots, of, kind)
        self.slots += 1
        self.variables[name] = variable
        return variable

    def _hides(self, name: str) -> Said | None:
        if name in self.variables:
            return Said("上面的名称", "a name above")
        if name in WHOLE or name in OTHER_REPORTS:
            return Said("报告的一部分", "a name of the model")
        if name in FUNCTIONS:
            return Said("函数", "a function")
        if any(layout.section(name) for layout in self.known):
            return Said("部分", "a section")
        for layout in self.known:
            for table in layout.tables:
                if name == table.key or name in table.rows or name in table.columns or name in table.groups:
                    return Said(f"表 {table.key} 的代号", f"a key of table {table.key}")
        return None

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

    def visible(self) -> Iterable[str]:
        """Every name that may stand here."""
        parts = [s.key for layout in self.layouts for s in layout.sections]
        parts += [t.key for layout in self.layouts for t in layout.tables]
        return [*self.variables, *WHOLE, *OTHER_REPORTS, *parts]

    def is_part(self, node: Node) -> bool:
        """Whether a node is the bare name of a section or table."""
        return node[0] == "name" and not (node[1] in self.variables or node[1] in WHOLE or node[1] in OTHER_REPORTS)


def fixed_values(kind: Type, scope: Scope) -> Sequence[str] | None:
    """The bare names that may stand beside a value of that type, None if none may."""
    if kind.kind in ("row", "column", "head"):
        axes = (kind.kind,) if kind.kind != "head" else ("row", "column")
        return [key for axis in axes for key in scope.keys(kind.table, axis)]
    if kind.fixed == "section":
        return [*dict.fromkeys(s.key for layout in scope.known for s in layout.sections), "title", "preface"]
    return FIXED[kind.fixed] if kind.fixed else None


def start_of(node: Node) -> int:
    """Where a node begins, as well as it is known."""
    if node[0] in ("name", "section", "table", "re"):
        return int(node[-1])
    for part in node[1:]:
        if isinstance(part, list) and part:
            inner = part if isinstance(part[0], str) else part[0]
            if isinstance(inner, list) and inner and isinstance(inner[0], str):
                return start_of(inner)
    last = node[-1]
    return last if isinstance(last, int) and not isinstance(last, bool) else 0


def called(kind: Type) -> Said:
    """A type as an error names it."""
    if kind.kind == "list":
        item = called(kind.item or ANY)
        return Said(f"{item.zh}的列表", f"list of {item.en}")
    return Said(CALLED.get(kind.kind, f" {kind.kind} "), kind.kind)


def wanted(name: str, found: Type, node: Node) -> ExpressionError:
    """The error where a value of one kind is wanted and one of another stands."""
    is_kind = called(found)
    return ExpressionError(
        Said(
            f"这里要写{CALLED[name]}，而这是{is_kind.zh}",
            f"a {'condition' if name == 'truth' else name} is wanted here, this is a {is_kind.en}",
        ),
        start_of(node),
    )
