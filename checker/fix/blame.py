"""Which mends are to blame where a mended file is no better: what is found anew, and what is found still."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from checker.dataclass import dataclass, replace
from checker.document import Place
from checker.findings import Assessment, Finding
from checker.fix.changes import Change


@dataclass(frozen=True, slots=True)
class Blame:
    """codes: of the rules that find something new, () if the mends merely did not help."""

    changes: Sequence[Change]
    codes: tuple[str, ...]


def blame_of(before: Assessment, after: Assessment, again: Sequence[Change], changes: Sequence[Change]) -> Blame | None:
    """The changes to be taken back, None if all is well. again: those whose finding is still there.

    To blame are the changes at the places of new findings; all of them, where none stands there. A finding is new
    where its rule found nothing, or less; quotations may have changed.
    """
    more = places_of(after.findings) - places_of(before.findings)
    codes = tuple(sorted({code for code, _ in more}))
    if not codes and not again:
        return None
    meant = {place for _, place in more}
    near = [change for change in changes if change in again or any(_at(change, place) for place in meant)]
    return Blame(near or list(changes), codes)


def places_of(findings: Iterable[Finding]) -> Counter[tuple[str, Place]]:
    """How often each rule finds something at each place, without the words quoted."""
    return Counter(
        (finding.code, replace(place, quote=None))
        for finding in findings
        for place in (finding.place, *finding.related)
    )


def _at(change: Change, place: Place) -> bool:
    own = change.offer.place
    if own.table is None:
        return place.table is None and own.paragraph == place.paragraph
    rows, columns = (own.row, place.row), (own.column, place.column)
    return own.table == place.table and all(a == b or None in (a, b) for a, b in (rows, columns))
