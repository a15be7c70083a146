"""Waivers: findings that may stand, by rule, file and place, with a reason and a last day; and what is said of them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from checker.dataclass import dataclass, replace
from checker.document import Place
from checker.findings import Assessment, Finding, Severity, Waived
from checker.fingerprint import fingerprints
from checker.patterns import is_plain, matches
from checker.selection import meets


@dataclass(frozen=True, slots=True)
class WaiverRule:
    """A check of the waivers themselves: named as a rule is, and no rule of the pack."""

    code: str
    name: str
    severity: Severity


EXPIRED = WaiverRule("GK901", "waiver-expired", Severity.WARNING)
UNUSED = WaiverRule("GK902", "waiver-unused", Severity.NOTICE)
WAIVER_RULES = (EXPIRED, UNUSED)

_SAID: Mapping[str, Mapping[str, tuple[str, str, str]]] = {
    "GK901": {
        "zh": (
            "{where} 对 {code} 的豁免已于{day}到期（理由：{reason}），问题重新列出",
            "改正问题；确需保留的，重新核实理由后更改到期日",
            "豁免文件的到期日",
        ),
        "en": (
            "the waiver of {code} at {where} ended on {day} (reason: {reason}); the finding is listed again",
            "mend what is found; if it must stay, look at the reason anew and set a later day",
            "the waiver's own last day",
        ),
    },
    "GK902": {
        "zh": (
            "{where} 对 {code} 的豁免没有用到（理由：{reason}）：已经没有这个问题",
            "问题已改正的，删去这条豁免；仍有问题的，核对文件名和位置",
            "豁免只为现有的问题保留",
        ),
        "en": (
            "the waiver of {code} at {where} meets no finding (reason: {reason})",
            "delete the waiver if the fault is mended; else look at its file pattern and place",
            "waivers are kept for what is there",
        ),
    },
}


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding, or several, that may stand.

    code: of the rule, its beginning, or its name. file: pattern of the reports (patterns.py), from `folder`. place:
    keys that the finding's place must have, `quote` words that its quotation must hold. fingerprint: of the one
    finding meant, or None. reason: why. expires: the last day on which it holds, or None. where: file and line.
    """

    code: str
    file: str
    reason: str
    folder: Path
    where: str
    place: Mapping[str, str]
    fingerprint: str | None = None
    expires: date | None = None

    def means_file(self, inside: str) -> bool:
        """Whether the report is one of those meant. inside: its path from the waiver's folder, with /."""
        return self.file == f"/{inside}" or matches(self.file, inside)

    def means_report(self, path: Path) -> bool:
        """Whether the report at a path is one of those meant."""
        return self.means_file(inside_of(str(path), self.folder))

    def means(self, finding: Finding, fingerprint: str) -> bool:
        """Whether the finding, of a report that is meant, is meant too."""
        if not meets(finding, self.code) or self.fingerprint not in (None, fingerprint):
            return False
        quote = self.place.get("quote")
        if quote is not None and _bare(quote) not in _bare(finding.place.quote or ""):
            return False
        return all(getattr(finding.place, key) == wanted for key, wanted in self.place.items() if key != "quote")

    def expired(self, today: date | None) -> bool:
        """Whether its last day is over; never if no day is given."""
        return self.expires is not None and today is not None and self.expires < today


@dataclass(frozen=True, slots=True)
class Waivable:
    """An assessment that waivers may touch. path: its file, None for standard input; lang: of what is said.

    codes: of WAIVER_RULES, those that run, None for all.
    """

    assessment: Assessment
    path: Path | None
    waivers: tuple[Waiver, ...]
    lang: str = "zh"
    codes: Collection[str] | None = None


def waiver_of(entry: Mapping[str, Any], folder: Path, where: str) -> Waiver:
    """A waiver from a table [[waiver]] that the schema allows. where: the file and line that people are told."""
    expires = entry.get("expires")
    return Waiver(
        code=entry["code"],
        file=entry["file"],
        reason=entry["reason"],
        folder=folder,
        where=where,
        place=entry.get("place", {}),
        fingerprint=entry.get("fingerprint"),
        expires=date.fromisoformat(expires) if isinstance(expires, str) else expires,
    )


def waive(given: Sequence[Waivable], today: date | None = None) -> list[Assessment]:
    """The assessments of one call, in order, with what is waived taken out of their findings and listed as such.

    A waiver that is over leaves its finding where it was, and GK901 beside it. One that meets nothing is GK902 at the
    first report that it means, if all reports that it means were judged here: see docs/waivers.md.
    """
    used: set[str] = set()
    seen = [_waived(one, today, used) for one in given]
    idle = _unused(given, used)
    return [
        replace(assessment, findings=(*assessment.findings, *_told(UNUSED, idle.get(at, ()), one)))
        for at, (assessment, one) in enumerate(zip(seen, given, strict=True))
    ]


def _waived(one: Waivable, today: date | None, used: set[str]) -> Assessment:
    assessment = one.assessment
    mine = _meant(one)
    if not mine or not assessment.findings:
        return assessment
    kept: list[Finding] = []
    waived: list[Waived] = []
    for finding, print_ in zip(assessment.findings, fingerprints(assessment.findings), strict=True):
        meant = [waiver for waiver in mine if waiver.means(finding, print_)]
        used.update(waiver.where for waiver in meant)
        holding = next((waiver for waiver in meant if not waiver.expired(today)), None)
        if holding is not None:
            waived.append(Waived(finding, holding.reason, holding.expires))
            continue
        kept += [finding, *_told(EXPIRED, meant[:1], one, finding.place)]
    return replace(assessment, findings=tuple(kept), waived=tuple(waived))


def _unused(given: Sequence[Waivable], used: set[str]) -> dict[int, list[Waiver]]:
    """Waivers that meet nothing, by the number of the report at which it is said.

    Quiet where it is not certain: unless each report that the pattern means on disk is in this call, and a rule that
    the waiver names was judged there in every place.
    """
    checked: set[str] = set()
    idle: dict[str, tuple[int, Waiver]] = {}
    uncertain: set[str] = set()
    for number, one in enumerate(given):
        if one.path is not None:
            checked.add(os.path.abspath(one.path))
        open_ = {item.code for item in one.assessment.not_assessed}
        for waiver in _meant(one):
            idle.setdefault(waiver.where, (number, waiver))
            judged = {code for code in one.assessment.judged if code.startswith(waiver.code.upper())}
            if not judged or judged & open_:
                uncertain.add(waiver.where)
    listings: dict[Path, list[str]] = {}
    found: dict[int, list[Waiver]] = {}
    for where, (number, waiver) in idle.items():
        if where not in used and where not in uncertain and _all_checked(waiver, checked, listings):
            found.setdefault(number, []).append(waiver)
    return found


def _all_checked(waiver: Waiver, checked: Collection[str], listings: dict[Path, list[str]]) -> bool:
    if is_plain(waiver.file):
        return True  # the one report that it means is here
    if waiver.folder not in listings:
        listings[waiver.folder] = list(_files_below(waiver.folder))
    inside = (path for path in listings[waiver.folder] if waiver.means_file(inside_of(path, waiver.folder)))
    return all(path in checked for path in inside)


def _files_below(top: Path) -> Iterator[str]:
    for folder, inner, names in os.walk(top):
        inner[:] = [name for name in inner if not name.startswith(".")]
        yield from (os.path.join(folder, name) for name in names if not name.startswith(("~$", ".")))


def _meant(one: Waivable) -> list[Waiver]:
    if one.path is None:
        return []
    inside = {folder: inside_of(str(one.path), folder) for folder in {waiver.folder for waiver in one.waivers}}
    return [waiver for waiver in one.waivers if waiver.means_file(inside[waiver.folder])]


def inside_of(path: str, folder: Path) -> str:
    """A path as it is from a folder, with /; as it is, if no way leads there."""
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # another drive
        return path.replace(os.sep, "/")


def _told(rule: WaiverRule, waivers: Sequence[Waiver], one: Waivable, place: Place | None = None) -> list[Finding]:
    if one.codes is not None and rule.code not in one.codes:
        return []
    message, hint, basis = _SAID[rule.code][one.lang]
    return [
        Finding(
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            message=message.format(where=w.where, code=w.code, day=w.expires or "", reason=w.reason),
            hint=hint,
            basis=basis,
            place=place or Place(),
        )
        for w in waivers
    ]


def _bare(text: str) -> str:
    return "".join(text.split())
