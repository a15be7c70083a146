"""Verdicts added up, printed, and compared with the recorded level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checker.findings import Finding
from tests.accuracy.judge import Verdict


@dataclass(slots=True)
class Row:
    """One rule's count. placed: found, and at the right place."""

    planted: int = 0
    found: int = 0
    placed: int = 0
    provoked: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Tally:
    """All verdicts of a run."""

    rows: dict[str, Row] = field(default_factory=dict)
    compliant: int = 0
    accused: int = 0
    broken: int = 0
    accusations: Counter[str] = field(default_factory=Counter)
    notices: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def add(self, verdict: Verdict) -> None:
        """Count a verdict, and keep a line for what went wrong."""
        self.broken += bool(verdict.broken)
        if verdict.case.fault is None:
            self._compliant(verdict)
        else:
            self._planted(verdict)

    def _compliant(self, verdict: Verdict) -> None:
        self.compliant += 1
        self.accused += bool(verdict.accusations or verdict.broken)
        self.accusations.update(_once(verdict.accusations))
        self.notices.update(_once(verdict.notices))
        if verdict.broken:
            self.lines.append(f"BROKEN   {verdict.case.name}: {verdict.broken}")
        self.lines += [f"ACCUSED  {verdict.case.name}: {_shown(f)}" for f in verdict.accusations]
        self.lines += [f"NOTICE   {verdict.case.name}: {_shown(f)}" for f in verdict.notices]

    def _planted(self, verdict: Verdict) -> None:
        fault = verdict.case.fault
        if fault is None:
            return
        row = self.rows.setdefault(fault.codes[0], Row())
        row.planted += 1
        row.found += bool(verdict.own)
        row.placed += verdict.placed
        row.provoked.update(_once(verdict.accusations))
        where = verdict.case.planted.where
        if verdict.broken:
            self.lines.append(f"BROKEN   {verdict.case.name}: {verdict.broken}")
        elif not verdict.own:
            said = where.quote or f"{where.section}/{where.table}[{where.row}, {where.column}]"
            others = ", ".join(_once(verdict.accusations)) or "nothing"
            self.lines.append(f"MISSED   {verdict.case.name}: {said} — found: {others}")
        elif not verdict.placed:
            self.lines.append(f"MISPLACED {verdict.case.name}: wanted {where}; {_shown(verdict.own[0])}")

    def level(self) -> dict[str, object]:
        """What is recorded of a run."""
        rules = {code: [r.planted, r.found, r.placed] for code, r in sorted(self.rows.items())}
        return {"compliant": self.compliant, "accused": self.accused, "rules": rules}

    def table(self) -> str:
        """The run by rule, as text."""
        lines = ["rule    planted  found  placed  missed  also provoked"]
        total = Row()
        for code, row in sorted(self.rows.items()):
            lines.append(_line(code, row))
            total.planted, total.found, total.placed = (
                total.planted + row.planted,
                total.found + row.found,
                total.placed + row.placed,
            )
        lines.append(_line("all", total))
        lines.append("")
        lines.append(f"compliant reports: {self.compliant}, accused: {self.accused}  {_counts(self.accusations)}")
        lines.append(f"notices on them: {_counts(self.notices) or 'none'}")
        return "\n".join(lines)


def below(now: dict[str, object], recorded: dict[str, object]) -> list[str]:
    """Where a run falls short of the recorded level, one line each."""
    lines = []
    if _share(now["accused"], now["compliant"]) > _share(recorded["accused"], recorded["compliant"]):
        lines.append(f"accused {now['accused']} of {now['compliant']}, recorded {recorded['accused']}")
    rules, before = now["rules"], recorded["rules"]
    if not isinstance(rules, dict) or not isinstance(before, dict):
        raise TypeError("a level holds rules by code")
    for code, (planted, found, placed) in before.items():
        if code not in rules:
            lines.append(f"{code}: no longer planted")
            continue
        planted_now, found_now, placed_now = rules[code]
        if _share(found_now, planted_now) < _share(found, planted):
            lines.append(f"{code}: found {found_now} of {planted_now}, recorded {found} of {planted}")
        if _share(placed_now, planted_now) < _share(placed, planted):
            lines.append(f"{code}: placed {placed_now} of {planted_now}, recorded {placed} of {planted}")
    return lines


def _share(part: object, whole: object) -> float:
    return float(str(part)) / max(float(str(whole)), 1)


def _line(code: str, row: Row) -> str:
    missed = row.planted - row.found
    return f"{code:6}{row.planted:9}{row.found:7}{row.placed:8}{missed:8}  {_counts(row.provoked)}"


def _once(findings: Iterable[Finding]) -> list[str]:
    return sorted({f.code for f in findings})


def _counts(counter: Counter[str]) -> str:
    return " ".join(f"{code}x{n}" for code, n in counter.most_common(8))


def _shown(finding: Finding) -> str:
    place = finding.place
    where = "/".join(str(p) for p in (place.section, place.table, place.row, place.column) if p)
    return f"{finding.code} [{where}] {finding.message} 〔{place.quote or ''}〕"


def select(codes: Sequence[str], code: str) -> bool:
    """Whether a fault of this code is asked for: all without codes, else by prefix."""
    return not codes or any(part.startswith(c) for c in codes for part in code.split("|"))
