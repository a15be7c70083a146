"""Every label of a table of the format, folded, so that a printed label is looked up and not compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.dataclass import dataclass, field
from checker.hints import TYPE_CHECKING
from checker.layout.folding import fold_label
from checker.layout.matching import Match, nearest, wordings
from checker.layout.model import Head, Layout, TableLayout
from checker.layout.shapes import Shapes

if TYPE_CHECKING:
    from checker.layout.fit import Hits
    from checker.layout.tables import Recipe

Known = tuple[str, Match]  # key of a head, and how good the wording is


@dataclass(slots=True)
class Vocabulary:
    """The labels of one table of one layout.

    rows, columns: own labels of heads -> the keys that may be meant, the best first. groups: merged labels over rows or
    columns -> key of the group, None for one that is no group. captions: labels of blocks -> number of the block.
    over_columns: those of `groups` that stand over columns. corners: what stands above the row labels.
    """

    layout: str
    table: TableLayout
    rows: dict[str, list[Known]] = field(default_factory=dict)
    columns: dict[str, list[Known]] = field(default_factory=dict)
    groups: dict[str, Known | None] = field(default_factory=dict)
    captions: dict[str, int] = field(default_factory=dict)
    over_columns: set[str] = field(default_factory=set)
    corners: set[str] = field(default_factory=set)
    hits: dict[str, Hits] = field(default_factory=dict)  # what labels mean, as fit.py finds it
    _near: dict[str, str | None] = field(default_factory=dict)

    def knows(self, folded: str) -> bool:
        """Whether it is a label of this table, whatever it labels."""
        return (
            folded in self.rows
            or folded in self.columns
            or folded in self.groups
            or folded in self.captions
            or folded in self.corners
        )

    def slip_of(self, folded: str) -> str | None:
        """The label of which `folded` is a slip of the pen, None if there is no such label or no single one."""
        if folded not in self._near:
            labels: Iterable[str] = (*self.rows, *self.columns, *self.groups, *self.captions)
            # Longer ones are no labels; a page of different ones would make the comparison dear.
            self._near[folded] = nearest(folded, labels) if len(folded) <= 60 and len(self._near) < 400 else None
        return self._near[folded]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The labels of every table of every layout, and which labels other layouts have for a table.

    shapes, parts, laid: what was found of grids with these labels (see shapes.py, tables.py).
    """

    words: Mapping[tuple[str, str], Vocabulary]  # (layout, table)
    foreign: Mapping[tuple[str, str], frozenset[str]]
    shapes: Shapes
    parts: dict[tuple[int, str | None], list[tuple[str, int, int]]]
    laid: dict[object, Recipe]


def lexicon(layouts: Sequence[Layout]) -> Lexicon:
    """The labels of all layouts."""
    words = {(layout.key, table.key): vocabulary(layout.key, table) for layout in layouts for table in layout.tables}
    foreign = {}
    for (layout, table), own in words.items():
        others = [other for (name, key), other in words.items() if key == table and name != layout]
        labels = {label for other in others for label in (*other.rows, *other.columns)}
        foreign[layout, table] = frozenset(label for label in labels if not own.knows(label))
    shapes = Shapes()
    return Lexicon(words, foreign, shapes, shapes.notes(), shapes.notes())


def vocabulary(layout: str, table: TableLayout) -> Vocabulary:
    """The labels of a table."""
    words = Vocabulary(layout, table)
    for number, block in enumerate(table.blocks):
        for label in (block.label, *block.also):
            if label is not None:
                words.captions.setdefault(fold_label(label), number)
        if block.corner:
            words.corners.add(fold_label(block.corner))
        for head in block.rows:
            _enter(words.rows, head)
            _enter_steps(words, head)
        for head in block.columns:
            _enter(words.columns, head)
            words.over_columns |= _enter_steps(words, head)
    columns = set(table.columns)
    for head in table.group_heads.values():
        over_columns = not columns.isdisjoint(table.groups[head.key])
        for wording, quality in wordings(head):
            if over_columns:
                words.over_columns.add(wording)
            known = words.groups.get(wording)
            if known is None:
                words.groups[wording] = (head.key, quality)
    return words


def _enter(shelf: dict[str, list[Known]], head: Head) -> None:
    for wording, quality in wordings(head):
        known = shelf.setdefault(wording, [])
        if head.key not in [key for key, _ in known]:
            known.append((head.key, quality))


def _enter_steps(words: Vocabulary, head: Head) -> set[str]:
    steps = {fold_label(step) for path in (head.path, *head.also) for step in path[:-1]}
    for step in steps:
        words.groups.setdefault(step, None)
    return steps
