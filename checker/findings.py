"""What gkcheck says of a report: findings, what was checked, what could not be judged, and the exit status."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum

from checker.dataclass import dataclass, field
from checker.days import date
from checker.document import Place
from checker.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.report import Report


class Severity(Enum):
    """How much a finding weighs, the heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for notice."""
        return _RANKS[self.value]


_RANKS = {"error": 0, "warning": 1, "notice": 2}

Side = Decimal | int | str | date | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: what and where (message), what to do (hint), by which clause (basis), its place and related ones."""

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    basis: str
    place: Place
    related: tuple[Place, ...] = ()
    expected: Side = None
    actual: Side = None


@dataclass(frozen=True, slots=True)
class NotAssessed:
    """A rule that could not be judged, why, and where what it needs is blank or missing."""

    code: str
    reason: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that may stand, why, and the last day on which it may."""

    finding: Finding
    reason: str
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """The outcome for one report. passed, failed, not_applicable count rules; so do the distinct codes of
    not_assessed.
    """

    file: str
    year: int | None
    organisation: str | None
    layout: str
    passed: int
    failed: int
    not_applicable: int
    findings: tuple[Finding, ...]
    not_assessed: tuple[NotAssessed, ...] = ()
    unjudged: int = 0  # rules whose outcome is "not assessed" (a failed rule may stand in not_assessed too)
    where: Mapping[Place, str] = field(default_factory=dict)  # places of the findings in words, labels as printed
    judged: tuple[str, ...] = ()  # codes of the rules that passed or failed
    waived: tuple[Waived, ...] = ()  # findings that a waiver takes out of `findings`
    fail_on: str = ""  # the threshold that the report's own settings give: a severity or "never"; "": the call's
    report: Report | None = None  # what was assessed, for outputs that show it

    def count(self, severity: Severity) -> int:
        """Number of findings of that severity."""
        return sum(1 for f in self.findings if f.severity is severity)

    @property
    def compliant(self) -> bool:
        """Whether rules were judged and nothing above a notice was found: what nothing looked at passes nothing."""
        looked = self.passed + self.failed + len(self.waived) > 0
        return looked and not self.count(Severity.ERROR) and not self.count(Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read, and one sentence on what to do."""

    file: str
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one call."""

    reports: tuple[Assessment, ...]
    errors: tuple[Unreadable, ...] = ()

    def exit_status(self, threshold: Severity | None = Severity.ERROR) -> int:
        """2 if a file could not be read, else 1 if a finding is at or above threshold (None: never), else 0.

        A report whose own settings give a threshold goes by that.
        """
        if self.errors:
            return 2
        return int(any(_reaches(report, _own(report.fail_on, threshold)) for report in self.reports))


def _own(fail_on: str, threshold: Severity | None) -> Severity | None:
    return threshold if not fail_on else None if fail_on == "never" else Severity(fail_on)


def _reaches(report: Assessment, threshold: Severity | None) -> bool:
    return threshold is not None and any(f.severity.rank <= threshold.rank for f in report.findings)
