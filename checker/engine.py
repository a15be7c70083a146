"""The rules over one report: every rule ends as passed, failed, not applicable or not assessed."""

from __future__ import annotations

from collections.abc import Sequence

from checker.document import Place
from checker.findings import Assessment, Finding, NotAssessed
from checker.hints import TYPE_CHECKING
from checker.language.env import Env
from checker.language.find import begin as begin_patterns
from checker.language.nodes import Rule
from checker.language.run import Program, Result
from checker.language.table_view import TableView
from checker.language.values import Unknown, place_of
from checker.language.view import ReportView, Services
from checker.layout.model import Layout
from checker.masking import mask_place
from checker.report import Report

if TYPE_CHECKING:
    from checker.facts.organisations import OrganisationNames
    from checker.statements.pack import StatementPack

_MOST_PLACES = 60
_PROGRAM = "_program"  # where a rule keeps what runs it


def view(
    report: Report,
    layouts: Sequence[Layout],
    statements: StatementPack | None = None,
    names: OrganisationNames | None = None,
) -> ReportView:
    """A report as rules see it, for `others` of many reports: what was read of it once is known to all of them.

    Raises InputError if its format is not one of the layouts.
    """
    return ReportView(report, Services(layouts, statements, names))


def assess(
    report: Report,
    rules: Sequence[Rule],
    layouts: Sequence[Layout],
    statements: StatementPack | None = None,
    *,
    lang: str = "zh",
    previous: Report | None = None,
    others: Sequence[Report | ReportView] | None = None,
    parts: Sequence[Report] = (),
    names: OrganisationNames | None = None,
    known: Sequence[Rule] = (),
) -> Assessment:
    """Run the rules over a report.

    lang: of messages and hints. previous: last year's report of the same body; others: the other reports of the call,
    which may be none; parts: the reports that this one sums up; what is not given is unknown to the rules. names: what
    tells the bodies that a title and a preface name. Findings are sorted by document order, then code. Raises
    InputError if the report's format is not one of the layouts.
    """
    begin_patterns()
    services = Services(layouts, statements, names)
    env = Env(
        ReportView(report, services),
        previous=None if previous is None else ReportView(previous, services),
        others=None if others is None or not _wide(rules) else [_seen(other, services) for other in others],
        parts=[ReportView(part, services) for part in parts],
        lang=lang,
        solved=known or rules,
    )
    counts = {"passed": 0, "failed": 0, "not_applicable": 0, "not_assessed": 0}
    findings: list[Finding] = []
    unjudged: list[NotAssessed] = []
    judged: list[str] = []
    for rule in rules:
        result, note = _judge(rule, env, lang)
        counts[result.state] += 1
        if result.state in ("passed", "failed"):
            judged.append(rule.code)
        findings += result.findings
        if note is not None:
            unjudged.append(note)
    if len(findings) > 1:
        from checker.language.order import document_order  # late, as all that a report without faults has no use for

        order = document_order(report, env.view.laid)
        findings.sort(key=lambda finding: (order(finding.place), finding.code))
    return Assessment(
        file=report.file,
        year=report.year,
        organisation=report.organisation.name,
        layout=report.layout,
        passed=counts["passed"],
        failed=counts["failed"],
        not_applicable=counts["not_applicable"],
        findings=tuple(findings),
        not_assessed=tuple(unjudged),
        unjudged=counts["not_assessed"],
        judged=tuple(judged),
    )


def applies(rule: Rule, report: Report, layout: Layout) -> bool:
    """Whether a rule is for the report's year; where no format holds the year, or none is known, for its format's
    years.
    """
    if report.year is not None and layout.covers(report.year):
        return rule.covers(report.year)
    return rule.meets(layout.first_year, layout.last_year)


def _judge(rule: Rule, env: Env, lang: str) -> tuple[Result, NotAssessed | None]:
    view = env.view
    if not applies(rule, view.source, view.laid):
        return Result("not_applicable"), None
    foreign = _foreign_table(rule, view)
    if foreign is not None:
        return Result("not_assessed"), NotAssessed(rule.code, _reason("format", lang), (foreign.place,))
    try:
        result = _program(rule).run(env)
    except (ArithmeticError, RecursionError):  # a figure of absurd size: one rule less, and said so
        return Result("not_assessed"), NotAssessed(rule.code, _reason("unsuited", lang))
    return result, _note(rule, result.unknowns, lang)


def _foreign_table(rule: Rule, view: ReportView) -> TableView | None:
    """A table of another format that lacks what the rule names."""
    for key, names in rule.uses.tables.items():
        table = view.table(key)
        if isinstance(table, TableView) and table.given and table.layout != view.laid.key:
            lacking = [name for name in names if name and not table.has(name)]
            if lacking:
                return table
    return None


def _note(rule: Rule, unknowns: Sequence[Unknown], lang: str) -> NotAssessed | None:
    """Why the rule, or some of its combinations, could not be judged, and where."""
    if not unknowns:
        return None
    from checker.language.messages import reason, reason_of

    places: dict[Place, None] = {}
    for unknown in unknowns:
        place = place_of(unknown.source)
        if place is not None and place != Place():
            places[mask_place(place)] = None
    alone = len(places) <= 1
    text = reason_of(unknowns[0], lang) if alone else reason(unknowns[0].reason, lang)
    return NotAssessed(rule.code, text, tuple(places)[:_MOST_PLACES])


def _reason(why: str, lang: str) -> str:
    from checker.language.messages import reason

    return reason(why, lang)


def _seen(other: Report | ReportView, services: Services) -> ReportView:
    return other if isinstance(other, ReportView) else ReportView(other, services)


def _wide(rules: Sequence[Rule]) -> bool:
    return any(rule.uses.wide for rule in rules)


def _program(rule: Rule) -> Program:
    """The rule as closures, kept with the rule itself: made when it first runs, gone when the rule is."""
    program: Program | None = vars(rule).get(_PROGRAM)
    if program is None:
        program = vars(rule)[_PROGRAM] = Program(rule)
    return program
