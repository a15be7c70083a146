"""Levels of counts: the parts of one list are of one kind, and what is of the kind of their total stands beside it.

卖出苹果9个，其中红的5个；卖出梨8个: pears are no part of the apples. 9个：苹果4个，卖出3个、留下1个；梨5个: what became
of the apples is no part beside them. What a count is of is told by the families of the statements that it was given to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.dataclass import dataclass
from checker.hints import TypeAlias
from checker.statements.labels import Reading, Told
from checker.statements.openings import Listed
from checker.statements.partitions import fits_one
from checker.statements.quantities import Quantity
from checker.statements.rows import Row

_Told: TypeAlias = frozenset[tuple[str, str]]  # statements by name, each with its family
_NONE: _Told = frozenset()


@dataclass(frozen=True, slots=True)
class Levels:
    """told: what each number was given to."""

    told: Mapping[Quantity, _Told]

    def beside_total(self, listed: Listed, reading: Reading, row: Row) -> bool:
        """Whether the count of a clause stands beside the total of a list, and ends it."""
        first, total = listed.parts[0][0], listed.totals[-1]
        near = [q for q in reading.counts if q.start >= listed.begin and q not in listed.totals]
        if not near or near[0].unit != total.unit:
            return False
        quantity, heads = near[0], [*_heads(listed, row), total]
        above = _NONE.union(*[self.told[q] for q in heads if q in self.told])
        told, of_first = self.told.get(quantity, _NONE), self.told.get(first, _NONE) - above
        if _of_another_kind(told, of_first, self.told.get(total, _NONE), row):
            return True
        if not _families(told).isdisjoint(_families(of_first)):
            return False
        if not _families(told).isdisjoint(_families(above)):
            return told.isdisjoint(above)
        if reading.clause.cut != "；" or len(listed.parts) > 1 or first.value > total.value:
            return False
        # No word tells: a number that is too large for a part, behind what the total itself was told in.
        most = max(q.value for q in listed.totals)
        return quantity.value > most or (len(heads) > 1 and first.value + quantity.value > most)

    def upper(self, listed: Listed, totals: Sequence[Quantity]) -> Listed:
        """The list without what became of its parts, where those that are of one kind make up a total."""
        kinds = _families(self.told.get(listed.parts[0][0], _NONE))
        kept = [part for part in listed.parts if not self._below(part[0], kinds)]
        if not kinds or not 1 < len(kept) < len(listed.parts):
            return listed
        if fits_one([part[0].value for part in listed.parts], totals):
            return listed
        if fits_one([part[0].value for part in kept], totals):
            listed.parts = kept
        return listed

    def _below(self, quantity: Quantity, kinds: frozenset[str]) -> bool:
        own = _families(self.told.get(quantity, _NONE))
        return bool(own) and own.isdisjoint(kinds)


def levels_of(readings: Sequence[Reading], statements: Mapping[str, Told]) -> Levels:
    """The levels of all counts of a line."""
    told: dict[Quantity, _Told] = {}
    for reading in readings:
        for quantity, labels in reading.given.items():
            names = [label.pattern.statement for label in labels]
            told[quantity] = frozenset([(name, statements[name].family) for name in names])
    return Levels(told)


def _heads(listed: Listed, row: Row) -> list[Quantity]:
    """The counts before a list from the last semicolon on, those that its total was told with."""
    heads: list[Quantity] = []
    for reading in row.readings:
        if reading.clause.start >= listed.begin:
            break
        if reading.clause.cut == "；":
            heads.clear()
        heads += [q for q in reading.counts if q.end <= listed.begin and q is not listed.totals[-1]]
    return heads


def _of_another_kind(told: _Told, of_first: _Told, of_total: _Told, row: Row) -> bool:
    """Whether a count is none of the kinds that the total of a list has, as the first part of the list is."""
    kinds = {kind for name, _ in of_total for kind in row.words[f"kinds_of_{name}"]}
    names, firsts = ({name for name, _ in each} for each in (told, of_first))
    return bool(kinds & firsts) and bool(names) and not kinds & names


def _families(told: _Told) -> frozenset[str]:
    return frozenset([family for _, family in told])
