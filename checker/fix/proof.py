"""Whether the `mend` lines of a rule mend what its `fails` lines break: on model reports, without a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from checker.dataclass import dataclass, replace
from checker.document import Document, Place
from checker.errors import Said
from checker.findings import Finding
from checker.fix.changes import Change, Unplaced, changed, find_change, overlap
from checker.language.nodes import Rule
from checker.layout.positions import find_positions
from checker.mends import Offer, find_offers
from checker.pack import Pack
from checker.report import Report


@dataclass(frozen=True, slots=True)
class MendProof:
    """What the mends of a rule do to one report.

    mended: number of mends made. wanted: what is still wanted at a place that was mended, or found where nothing was
    before; None if all is well. whole: whether the rule says nothing more of the report.
    """

    mended: int
    wanted: Said | None
    whole: bool


def prove_mends(
    rule: Rule,
    report: Report,
    document: Document,
    pack: Pack,
    read: Callable[[Document], tuple[Report, Sequence[Finding]]],
) -> MendProof:
    """Make the mends that the rule offers for a report, and ask the rule again.

    document: what `report` was laid from. read: lays a document and gives what the rule finds in it.
    """
    offers = _offers(rule, report, pack)
    positions = find_positions(document, report, pack.layouts, pack.names)
    changes: list[Change] = []
    for offer in offers:
        try:
            change = find_change(offer, document, report, positions)
        except Unplaced:
            lost = Said(
                f"要改的地方不在报告里：{offer.old}", f"the place to be mended is not in the report: {offer.old}"
            )
            return MendProof(0, lost, whole=False)
        if not overlap(change, changes):
            changes.append(change)
    if not changes:
        return MendProof(0, None, whole=False)
    _, before = read(document)
    after, found = read(changed(document, changes))
    made = {_key(change.offer) for change in changes}
    again = [offer for offer in _offers(rule, after, pack) if _key(offer) in made]
    new = _places(found) - _places(before)
    wanted = None
    if again:
        old, put = again[0].old, again[0].new
        wanted = Said(f"{old} 仍要改为 {put}", f"{old} is still to be {put}")
    elif new:
        wanted = Said(f"改后又报告：{found[0].message}", f"it then finds: {found[0].message}")
    return MendProof(len(changes), wanted, not found)


def _offers(rule: Rule, report: Report, pack: Pack) -> tuple[Offer, ...]:
    return find_offers(report, (rule,), pack.layouts, pack.statements, names=pack.names, known=pack.rules)


def _key(offer: Offer) -> tuple[Place, str, str]:
    return replace(offer.place, quote=None), offer.old, offer.new


def _places(findings: Sequence[Finding]) -> Counter[Place]:
    return Counter(replace(place, quote=None) for f in findings for place in (f.place, *f.related))
