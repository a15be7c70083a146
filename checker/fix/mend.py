"""A report mended: rounds of mends, each read and checked again, until nothing more follows.

A mend is kept only if what it mends is gone and no finding is new; the others are taken back and told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from checker.dataclass import dataclass, replace
from checker.document import Document, Place
from checker.findings import Assessment, Finding
from checker.fix.blame import Blame, blame_of, places_of
from checker.fix.changes import Change, Unplaced, find_change, overlap
from checker.fix.letters import Refused
from checker.fix.word import WordCopy
from checker.language.nodes import Rule
from checker.layout.lay import lay
from checker.layout.positions import find_positions
from checker.mends import Offer, find_offers
from checker.pipeline import assess_report
from checker.placing import place_words
from checker.report import Report
from checker.rule_set import rule_set
from checker.settings import Settings

_ROUNDS = 20  # each fills what the one before made certain; a table needs three
_LOOKS, _SINGLY = 6, 12  # how often what is wrong is taken out, and how many mends are then tried alone


@dataclass(frozen=True, slots=True)
class Mended:
    """One mend as told: the rule, the place in words, what stood there and what stands there now."""

    code: str
    where: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Left:
    """A mend that was not made. why: "automatic", "unfound", "field", "tracked", "box", "control", "drawn"; "again" (it
    did not help) or "new" (it would have brought the findings in `codes`)."""

    mended: Mended
    why: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """data: the mended file, the original's bytes if nothing was mended. before, after: what is found in the two."""

    data: bytes
    done: tuple[Mended, ...]
    left: tuple[Left, ...]
    before: Assessment
    after: Assessment


@dataclass(frozen=True, slots=True)
class _State:
    """A file as read and checked."""

    data: bytes
    copy: WordCopy
    report: Report
    assessment: Assessment
    offers: tuple[Offer, ...]


class Mender:
    """Mends files by the rules that settings ask for."""

    def __init__(self, settings: Settings) -> None:
        """Raises RuleFileError and InputError for the rule pack, UnknownRule for a selector."""
        made = rule_set(settings)
        self._pack, self._settings = made.pack, settings
        self._rules: Sequence[Rule] = made.rules
        self._waivers, self._waiver_codes = made.waivers, made.waiver_codes

    def mend(self, data: bytes, name: str) -> Result:
        """The file `data`, called `name`, with all mended that its rules prove. Raises InputError."""
        state = before = self._state(data, name)
        done: list[Mended] = []
        left: dict[tuple[str, Place, str, str], Left] = {}
        for _ in range(_ROUNDS):
            changes = self._changes(state, left)
            if not changes:
                break
            kept: list[Change] = []
            after = self._kept(state, changes, kept, left)
            if not kept:
                continue
            done += [self._told(change.offer, state.report) for change in kept]
            state = after
        return Result(state.data, tuple(done), tuple(left.values()), before.assessment, state.assessment)

    def _state(self, data: bytes, name: str) -> _State:
        copy = WordCopy(data)
        report = self._laid(copy.document, name)
        pack = self._pack
        assessment = assess_report(report, self._rules, pack, self._settings.lang)
        waived = self._waived(assessment)
        kept = [finding for finding in assessment.findings if finding not in waived]
        rules = [rule for rule in self._rules if rule.code in {finding.code for finding in kept}]
        offers = find_offers(report, rules, pack.layouts, pack.statements, names=pack.names, known=pack.rules)
        spared = set(places_of(waived))
        wanted = tuple(o for o in offers if (o.code, replace(o.place, quote=None)) not in spared)
        return _State(data, copy, report, replace(assessment, findings=tuple(kept)), wanted)

    def _waived(self, assessment: Assessment) -> Sequence[Finding]:
        """Findings that may stand: they are not mended either."""
        if not self._waivers:
            return ()
        from checker.waivers import Waivable, waive  # late: only where something is waived

        given = Waivable(assessment, Path(assessment.file), self._waivers, self._settings.lang, self._waiver_codes)
        return [one.finding for one in waive([given], self._settings.today)[0].waived]

    def _laid(self, document: Document, name: str) -> Report:
        settings = self._settings
        return lay(
            document,
            self._pack.layouts,
            self._pack.names,
            file=name,
            year=settings.year,
            kind=settings.kind,
            level=settings.level,
        )

    def _changes(self, state: _State, left: dict[tuple[str, Place, str, str], Left]) -> list[Change]:
        """What is to be changed in this round; what cannot be is entered in `left`."""
        positions = find_positions(state.copy.document, state.report, self._pack.layouts, self._pack.names)
        found: list[Change] = []
        for offer in state.offers:
            if _key(offer) in left:
                continue
            try:
                change = find_change(offer, state.copy.document, state.report, positions)
                state.copy.check(change)
            except (Unplaced, Refused) as refusal:
                left[_key(offer)] = Left(self._told(offer, state.report), refusal.kind)
                continue
            if not overlap(change, found):
                found.append(change)
        return found

    def _kept(
        self,
        state: _State,
        changes: Sequence[Change],
        kept: list[Change],
        left: dict[tuple[str, Place, str, str], Left],
    ) -> _State:
        """The state with those of the changes that may stay, which are added to `kept`.

        All are made at once; those at which something is then wrong are taken out until nothing is, and tried again one
        by one: each look costs the reading and checking of the whole file.
        """
        trial, doubtful, after = list(changes), list[tuple[Change, Blame]](), state
        for last in (*[False] * (_LOOKS - 1), True):
            after = self._state(state.copy.with_changes(trial), state.report.file) if trial else state
            blame = blame_of(state.assessment, after.assessment, _again(state, after, trial), trial)
            if blame is None:
                break
            taken = trial if last else blame.changes
            doubtful += [(change, blame) for change in taken]
            trial = [change for change in trial if change not in taken]
        else:
            after = state
        kept += trial
        for number, (change, blame) in enumerate(doubtful):
            if number < _SINGLY:
                one = self._state(state.copy.with_changes([*kept, change]), state.report.file)
                found = blame_of(state.assessment, one.assessment, _again(state, one, [*kept, change]), [change])
                if found is None:
                    kept.append(change)
                    after = one
                    continue
                blame = found  # noqa: PLW2901 - what it alone brings
            elif kept:
                continue  # its turn comes in the next round
            why = "new" if blame.codes else "again"
            left[_key(change.offer)] = Left(self._told(change.offer, state.report), why, blame.codes)
        return after

    def _told(self, offer: Offer, report: Report) -> Mended:
        where = place_words(offer.place, report, self._pack.layouts, self._settings.lang)
        return Mended(offer.code, where, offer.old, offer.new)


def _key(offer: Offer) -> tuple[str, Place, str, str]:
    return offer.code, replace(offer.place, quote=None), offer.old, offer.new


def _again(state: _State, after: _State, changes: Sequence[Change]) -> list[Change]:
    """The changes that were made and are wanted still."""
    wanted = Counter(map(_key, state.offers))
    wanted.subtract(_key(change.offer) for change in changes)
    now = Counter(map(_key, after.offers))
    return [change for change in changes if now[_key(change.offer)] > wanted[_key(change.offer)]]
