"""The findings as a table for the eye: by file, place, severity, code, what is wrong, what to do and the clause."""

from __future__ import annotations

from collections.abc import Callable

from checker.dataclass import dataclass
from checker.findings import Assessment, Finding, Outcome, Severity
from checker.outputs.columns import in_columns
from checker.outputs.words import WORDS
from checker.outputs.wrap import wrap

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTICE: "36"}
_NARROW, _PLACE_SHARE, _FIXED = 60, 4, 18  # least width; the place takes a fourth; severity, code and gaps


@dataclass(frozen=True, slots=True)
class Look:
    """How the screen looks. width: positions of a line; colour: ANSI colours; quiet: findings and errors alone."""

    lang: str = "zh"
    width: int = 100
    colour: bool = False
    quiet: bool = False


def render(outcome: Outcome, look: Look) -> str:
    """The whole outcome as text that ends with a line break ("" if there is nothing to say)."""
    words = WORDS[look.lang]
    parts = [part for report in outcome.reports if (part := _report(report, look))]
    parts += [words["unreadable"].format(file=_line(e.file), message=_line(e.message)) for e in outcome.errors]
    if not look.quiet:
        parts.append(_total(outcome, look.lang))
    text = "".join(part + "\n" for part in parts)
    if "::" in text or "##" in text:
        from checker.outputs.safe_text import in_log  # late: hardly any report has such signs

        text = in_log(text)
    return text


def _report(report: Assessment, look: Look) -> str:
    words = WORDS[look.lang]
    facts = {
        "file": _line(report.file),
        "body": _line(report.organisation or words["no_body"]),
        "year": words["no_year"] if report.year is None else words["year"].format(year=report.year),
        "layout": report.layout,
        "checked": report.passed + report.failed,
        "passed": report.passed,
        "failed": report.failed,
        "not_applicable": report.not_applicable,
        "unjudged": report.unjudged,
        "waived": len(report.waived),
    }
    if not report.findings:
        if look.quiet:
            return ""
        said = "clean_but_waived" if report.waived else "clean" if report.compliant else "unchecked"
        return "\n".join([words[said].format(**facts), *_unjudged(report, look), *_waived(report, look)])
    lines = [words["head"].format(**facts), "", _findings(report, look), ""]
    if not look.quiet:
        lines += [words["rules"].format(**facts), *_unjudged(report, look), *_waived(report, look), ""]
    return "\n".join(lines)


def _findings(report: Assessment, look: Look) -> str:
    words = WORDS[look.lang]
    room = max(look.width, _NARROW) - _FIXED
    place = room // _PLACE_SHARE
    rows = [
        (
            wrap(report.where.get(finding.place, ""), place),
            _painter(finding.severity, look)(words[finding.severity.value]),
            finding.code,
            _text(finding, room - place, look.lang),
        )
        for finding in report.findings
    ]
    heads = [words[key] for key in ("place", "severity", "code", "problem")]
    return in_columns(rows, heads)


def _text(finding: Finding, columns: int, lang: str) -> str:
    words = WORDS[lang]
    parts = [finding.message, words["hint"] + finding.hint, words["basis"] + finding.basis, ""]
    return "\n".join(wrap(part, columns) for part in parts)


def _painter(severity: Severity, look: Look) -> Callable[[str], str]:
    return lambda text: f"\x1b[{_COLOURS[severity]}m{text}\x1b[0m" if look.colour else text


def _unjudged(report: Assessment, look: Look) -> list[str]:
    words = WORDS[look.lang]
    reasons: dict[str, list[str]] = {}
    for item in report.not_assessed:
        codes = reasons.setdefault(item.reason, [])
        if item.code not in codes:
            codes.append(item.code)
    return [_aside(f"{words['unjudged']} {' '.join(codes)}: {why}", look) for why, codes in reasons.items()]


def _waived(report: Assessment, look: Look) -> list[str]:
    if not report.waived:
        return []
    from checker.outputs.waived import waived_lines  # late: few reports have waivers

    return [_aside(line, look) for line in waived_lines(report, look.lang)]


def _aside(text: str, look: Look) -> str:
    """What belongs to the line before it: every line of it is set in."""
    return "  " + wrap(text, look.width - 4).replace("\n", "\n    ")


def _line(text: str) -> str:
    """A name in one line: a terminal obeys what it does not show."""
    if text.isprintable():
        return text
    from checker.outputs.safe_text import visible

    return visible(text, lines=False)


def _total(outcome: Outcome, lang: str) -> str:
    words = WORDS[lang]
    counts = {s.value: sum(report.count(s) for report in outcome.reports) for s in Severity}
    passed = sum(report.compliant for report in outcome.reports)
    unread = words["unread"].format(count=len(outcome.errors)) if outcome.errors else ""
    unjudged = sum(report.unjudged for report in outcome.reports)
    waived = sum(len(report.waived) for report in outcome.reports)
    unread = (words["waived_count"].format(count=waived) if waived else "") + unread
    return words["total"].format(
        reports=len(outcome.reports), passed=passed, unjudged=unjudged, unread=unread, **counts
    )
