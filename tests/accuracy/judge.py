"""Runs gkcheck on a case and says whether the fault was found, and where."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from checker.document import Place
from checker.findings import Finding, Severity
from checker.pack import Pack
from checker.pipeline import assess_report
from checker.reading import read_report
from checker.report import Report
from checker.settings import Settings
from checker.sources import Source
from tests.accuracy.cases import Case
from tests.builders import build
from tests.builders.faults import Where
from tests.builders.shapes import PLAIN, Shape
from tests.builders.spec import Spec


@dataclass(frozen=True, slots=True)
class Verdict:
    """What gkcheck said of a case. own: findings of the fault's rule; placed: one of them stands where the fault is."""

    case: Case
    own: tuple[Finding, ...]
    rest: tuple[Finding, ...]
    placed: bool
    broken: str = ""

    @property
    def accusations(self) -> tuple[Finding, ...]:
        """Errors and warnings that are not the fault's."""
        return tuple(f for f in self.rest if f.severity is not Severity.NOTICE)

    @property
    def notices(self) -> tuple[Finding, ...]:
        """Notices that are not the fault's."""
        return tuple(f for f in self.rest if f.severity is Severity.NOTICE)


def judge(case: Case, pack: Pack, folder: Path) -> Verdict:
    """Build the case's files in the folder, check them, and compare."""
    planted = case.planted
    try:
        report = _read(case.spec, case.shape, "report.docx", pack, folder)
        previous = _read(planted.previous, PLAIN, "previous.docx", pack, folder) if planted.previous else None
        others = tuple(_read(s, PLAIN, f"other{i}.docx", pack, folder) for i, s in enumerate(planted.others))
        parts = tuple(_read(s, PLAIN, f"part{i}.docx", pack, folder) for i, s in enumerate(planted.parts))
        outcome = assess_report(report, pack.rules, pack, "zh", previous=previous, others=others, parts=parts)
    except Exception as error:  # whatever breaks is counted as a miss, and shown
        return Verdict(case, (), (), False, f"{type(error).__name__}: {error}")
    codes = case.fault.codes if case.fault else ()
    own = tuple(f for f in outcome.findings if f.code in codes)
    rest = tuple(f for f in outcome.findings if f.code not in codes)
    return Verdict(case, own, rest, any(_stands(f, planted.where) for f in own))


def _read(spec: Spec, shape: Shape, name: str, pack: Pack, folder: Path) -> Report:
    path = folder / name
    path.write_bytes(build(spec, shape))
    return read_report(Source(name, path), pack, Settings())


def _stands(finding: Finding, where: Where) -> bool:
    return any(_matches(place, where) for place in (finding.place, *finding.related))


def _matches(place: Place, where: Where) -> bool:
    for name in ("section", "table", "row", "column"):
        asked = getattr(where, name)
        if asked is not None and getattr(place, name) != asked:
            return False
    if where.quote is None:
        return True
    said, found = _bare(where.quote), _bare(place.quote or "")
    masked = re.escape(found).replace(re.escape("*"), ".")  # personal data is masked in findings
    if not found:
        return False
    if said in found or re.search(masked, said):
        return True
    # a quotation may begin in the words before the planted ones, or end after them
    return SequenceMatcher(None, said, found, autojunk=False).find_longest_match().size >= 8


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
