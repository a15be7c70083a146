"""Gives the numbers of a clause to its labels: words in their own clause first, the nearest before, else after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from checker.statements.labels import Label, Reading, Told
from checker.statements.narrowed import narrowed
from checker.statements.nearness import alone, is_base, nearer, of_some
from checker.statements.quantities import Quantity
from checker.statements.words import Words

_NEAR = 8  # characters between two labels that a word joins


def _nearest(label: Label) -> tuple[int, int, int, bool]:
    """The nearer, the longer, the fuller and the surer label is meant."""
    return label.end, label.end - label.start, len(label.pattern.slots), label.pattern.strong


class Assigner:
    """The distribution of numbers, for one pack."""

    def __init__(self, statements: Mapping[str, Told], words: Words) -> None:
        self._statements = statements
        self._words = words

    def _statement(self, label: Label) -> Told:
        return self._statements[label.pattern.statement]

    def assign(self, reading: Reading, before: Reading | None, coming: Sequence[Quantity], text: str) -> None:
        """Fill `reading.given`.

        before: the clause before it in the same frame, whose waiting labels may take a number. coming: the numbers that
        go on after it without words of their own (2件、3件), which 分别为 gives to the labels in order.
        """
        labels = reading.says
        if not labels and (before is None or not before.says):
            return
        percents = any("%" in self._statement(label).units for label in labels)
        counts = [q for q in reading.clause.quantities if (q.unit != "%" or percents) and q not in reading.uncounted]
        if not counts:
            if before is not None:
                self.answer(reading, before, text)
            return
        if (
            labels
            and reading.has("respectively")
            and len({x.pattern.statement for x in labels}) == 1 < len([*counts, *coming])
        ):
            reading.used.update(map(id, labels))  # the numbers of several years or places (分别买入1件、2件)
            return
        if labels and reading.has("respectively") and self._respectively(reading, labels, [*counts, *coming], text):
            return
        families = dict.fromkeys(self._statement(label).family for label in labels)
        for family in families:
            own = [label for label in labels if self._statement(label).family == family]
            for quantity in counts:
                chosen = self._choose(reading, own, quantity, text)
                if chosen is not None:
                    self._give(reading, quantity, chosen, own, text)
        if before is not None and before.says:
            self._inherit(reading, before, counts, text)

    def answer(self, reading: Reading, before: Reading, text: str) -> None:
        """Fill `reading.nothing`, where a clause says no more than that there is none of what is named before it."""
        if self._words.nothing(text[reading.clause.start : reading.clause.end]):
            reading.nothing = [*reading.nothing, *self.waiting(before, text)]

    def _choose(self, reading: Reading, own: Sequence[Label], quantity: Quantity, text: str) -> Label | None:
        fitting = [
            label
            for label in own
            if quantity.unit in self._statement(label).units
            and reading.free(label)
            and (not label.pattern.anchored or alone(reading, quantity, text, self._words))
            and not narrowed(reading, label, quantity, text, self._statements, self._words)
        ]
        between = reading.clause.between
        inside = [
            label
            for label in fitting
            if label.start < quantity.start and quantity.end <= label.last_start and not label.pattern.leading
        ]
        if inside:
            return max(inside, key=lambda label: (label.start, label.end, label.pattern.strong))
        ahead = [
            x
            for x in fitting
            if x.end <= quantity.start
            and self._words.small(between(text, x.end, quantity.start))
            and not self._words.joins_on(between(text, x.end, quantity.start))  # that of what comes next (和3个梨)
            and not of_some(reading, x, self._statement(x), quantity, text, self._words)
        ]
        if ahead:
            chosen = max(ahead, key=_nearest)
            return None if self._widened(reading, chosen, quantity) else chosen
        behind = [
            x
            for x in fitting
            if quantity.end <= x.start
            and not x.pattern.leading
            and self._words.small(between(text, quantity.end, x.start))
            and not is_base(reading, x, quantity, text, self._words)
        ]
        behind = [
            x
            for x in behind
            if not nearer(reading, x, quantity, text, self._words)
            and not any(name == "aside" and quantity.end <= at < x.start for at, _, name in reading.marks)
        ]
        if behind and self._goes_on(reading, behind, quantity):
            return None  # the number of several things (其余9个分别为苹果、梨和李子)
        if behind:
            return min(behind, key=lambda label: (label.start, label.start - label.end, not label.pattern.strong))
        return None

    def _goes_on(self, reading: Reading, behind: Sequence[Label], quantity: Quantity) -> bool:
        """Whether more things of the family are named behind a label, the number being before them all."""
        last = {x.pattern.statement for x in behind if x.end >= reading.clause.end - 1}
        more = reading.following.get(self._statement(behind[0]).family, frozenset()) - last
        return bool(last and more) and quantity == reading.clause.quantities[-1]

    def _widened(self, reading: Reading, label: Label, quantity: Quantity) -> bool:
        """Whether a bracket between label and number brings in another of its kind: 米（含面）31件."""
        statement = self._statement(label)
        return statement.adds and any(
            self._statements[name].family == statement.family and name != statement.name
            for start, names in reading.inner
            if label.end <= start <= quantity.start
            for name in names
        )

    def _give(self, reading: Reading, quantity: Quantity, chosen: Label, own: Sequence[Label], text: str) -> None:
        chained = self._chained(reading, chosen, own, text)
        alone, takers = quantity.value == 0 or self._words.each(text, quantity.start), [chosen]
        if self._statement(chosen).fuses:
            takers = [chosen, *self._fused(reading, chosen, own, text)]
        elif alone:
            takers = [chosen, *chained]
            if quantity.value and {x.pattern.statement for x in chained}.issuperset(chosen.pattern.readings or {""}):
                takers = chained  # 苹果和梨各3个 are 3 of each, not 3 of both
        if not alone and self._shared(reading, quantity, chosen, own, chained if len(takers) == 1 else (), text):
            return  # a number for several things together is not the number of one
        for label in takers:
            same = [x for x in own if x.pattern.statement == label.pattern.statement and x.end == label.end]
            reading.used.update(id(x) for x in (label, *same))
        reading.given.setdefault(quantity, []).extend(takers)

    def _shared(
        self,
        reading: Reading,
        quantity: Quantity,
        chosen: Label,
        own: Sequence[Label],
        chained: Sequence[Label],
        text: str,
    ) -> bool:
        """Whether a joining word (和, 、) stands between the chosen label and others that the number may be of, too:
        those chained to it, one of another family right before it, or, behind the number, one of its own after it."""
        between = reading.clause.between
        head = between(text, reading.clause.start, chosen.start)
        if not chosen.pattern.anchored and len(head) > 3 and self._words.joins_on(head):
            known = [q.end for q in reading.clause.quantities]
            known += [x.end for x in own if x.pattern.statement == chosen.pattern.statement]
            if not any(0 < chosen.start - end <= 2 for end in known) and not self._statement(chosen).fuses:
                return True  # together with something that has no line (橙子和梨共3个)
        gaps = [between(text, x.end, chosen.start) for x in chained if x.end < chosen.start]
        if chosen.first_end < chosen.last_start and not chosen.pattern.readings:
            gaps.append(between(text, chosen.first_end, chosen.last_start))
        family = self._statement(chosen).family
        for label in reading.says:
            if label.end < chosen.start <= label.end + _NEAR and self._statement(label).family != family:
                gaps.append(between(text, label.end, chosen.start))
        if quantity.end <= chosen.start:
            for label in own:
                if chosen.end < label.start <= chosen.end + _NEAR and reading.free(label):
                    gaps.append(between(text, chosen.end, label.start))
        together = self._words["together"]
        return any(gap.startswith(together) for gap in gaps if self._words.joint(gap))

    def _fused(self, reading: Reading, chosen: Label, own: Sequence[Label], text: str) -> list[Label]:
        """Labels of other statements whose verb is joined to the chosen one's (买入并卖出)."""
        fused: dict[str, Label] = {}
        for label in own:
            name = label.pattern.statement
            if name == chosen.pattern.statement or name in fused or not self._statement(label).fuses:
                continue
            if not reading.free(label):
                continue
            first, second = sorted((label, chosen), key=lambda x: x.start)
            if first.end > second.start >= first.last_start:
                continue  # the second is the noun of the first
            if first.end > first.first_end and first.last_start != second.last_start and second.end != first.end:
                continue  # two whole phrases, each for itself
            verb_end = first.first_end if first.end > second.start else first.end
            joint = reading.clause.between(text, verb_end, second.start)
            if self._words.of_noun(text[first.start : second.start]):
                continue  # what was sold of the apples bought (买入苹果卖出3个)
            near = first.start < second.start and len(joint) <= 12 and verb_end <= second.start
            if near and self._words.joint(joint):
                fused[name] = label
        return list(fused.values())

    def _chained(self, reading: Reading, chosen: Label, labels: Sequence[Label], text: str) -> list[Label]:
        """Labels joined before or within the chosen one: a zero after several of them is the zero of each."""
        parts = [x for x in labels if x.pattern.statement in chosen.pattern.readings and x.start >= chosen.start]
        chain = list({x.pattern.statement: x for x in parts if x.end <= chosen.end}.values())
        names = {chosen.pattern.statement, *(x.pattern.statement for x in chain)}
        edge = chosen.start
        for label in sorted(labels, key=lambda x: x.end, reverse=True):
            if label.end <= edge and label.pattern.statement not in names and reading.free(label):
                joint = reading.clause.between(text, label.end, edge)
                if len(joint) > 8 or not self._words.joint(joint):
                    break
                chain.append(label)
                names.add(label.pattern.statement)
                edge = label.start
        return chain

    def _respectively(self, reading: Reading, labels: Sequence[Label], counts: Sequence[Quantity], text: str) -> bool:
        """A、B和C分别为1件、2件和3件: by order."""
        at = min(start for start, _, name in reading.marks if name == "respectively")
        ahead: dict[str, Label] = {}
        for label in labels:
            if label.end <= at:
                ahead.setdefault(label.pattern.statement, label)
        for label in [x for x in ahead.values() if x.pattern.readings]:
            if ahead.keys() >= set(label.pattern.readings):
                del ahead[label.pattern.statement]  # its parts are named: A和B分别为 is no count of both
        after = [q for q in counts if q.start >= at]
        if len(ahead) < 2 or len(ahead) > len(after):
            return False
        if not self._listed(reading, sorted(ahead.values(), key=lambda x: x.end), text):
            return True  # some of the things listed are none of ours: whose number is which, is not sure
        for label, quantity in zip(sorted(ahead.values(), key=lambda x: x.end), after, strict=False):
            if quantity.unit in self._statement(label).units:
                reading.given.setdefault(quantity, []).append(label)
                reading.used.add(id(label))
        return True

    def _listed(self, reading: Reading, ahead: Sequence[Label], text: str) -> bool:
        """Whether the labels, in order, make up the whole list before 分别为."""
        edge = ahead[0].last_start
        if self._words.joins_on(text[reading.clause.start : edge]):
            return False
        for label, following in pairwise(ahead):
            edge = following.start if following.start >= label.end else following.last_start
            if label.end <= edge and not self._words.joint(reading.clause.between(text, label.end, edge)):
                return False
        return True

    def _inherit(self, reading: Reading, before: Reading, counts: Sequence[Quantity], text: str) -> None:
        """A clause of small words and a number (共12件; 0元): that of the label with which the clause before ends."""
        quantity = counts[0]
        clause = reading.clause
        if reading.given.get(quantity) or not self._words.small(text[clause.start : quantity.start]):
            return
        if not self._words.small(clause.between(text, quantity.end, clause.end)):
            return
        waiting = list(self.waiting(before, text))
        taken: set[str] = set()
        for label in waiting:
            family = self._statement(label).family
            if quantity.unit in self._statement(label).units and (family not in taken or quantity.value == 0):
                taken.add(family)
                reading.given.setdefault(quantity, []).append(label)
                before.used.add(id(label))

    def waiting(self, reading: Reading, text: str) -> Iterator[Label]:
        """Labels at the end of a clause that have no number yet, the last first."""
        if reading.given:
            return
        clause, edge = reading.clause, reading.clause.end
        seen: set[str] = set()
        family = ""
        for label in sorted(filter(reading.free, reading.says), key=lambda x: (x.end, x.end - x.start), reverse=True):
            joint = clause.between(text, label.end, edge) if label.end <= edge else ""
            if label.pattern.statement in seen:
                continue
            if not self._words.joint(joint) or family not in ("", self._statement(label).family):
                break
            family = self._statement(label).family
            seen.add(label.pattern.statement)
            edge = min(edge, label.start) if label.end <= edge else edge
            yield label
