"""What a worker does: survey a file, judge a report. The same in one process, in many and on many machines."""

from __future__ import annotations

import pickle
import zlib
from collections import Counter
from decimal import Decimal
from pathlib import Path

from checker import engine
from checker.batch.records import Answer, Brief, Given, Judged, Plan, Refused, Same, Surveyed, Task
from checker.configuring import SettingsByFile
from checker.dataclass import replace
from checker.errors import InputError, own_fault
from checker.facts.near import sketch
from checker.findings import Assessment
from checker.json_text import dump_line
from checker.masking import mask
from checker.outputs.json_output import report_json
from checker.pipeline import assessed
from checker.previous import why_not_compared
from checker.reading import read_previous, read_report
from checker.report import Figure, Report
from checker.rule_set import RuleSet, rule_set
from checker.settings import Settings
from checker.sources import Source
from checker.waivers import Waivable, waive

_LEAST_TEXT = 200  # characters: a shorter text is nobody's copy


class Desk:
    """Where a worker works: the rules for each settings are made once, last year's report of the call is read once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._settings = SettingsByFile(plan.given, plan.keys, config=plan.config, off=plan.off)
        self._sets: dict[int, RuleSet] = {}
        self._named: dict[Path, Report] = {}

    def rules(self, settings: Settings) -> RuleSet:
        """The rules for some settings. Raises what rule_set raises."""
        if id(settings) not in self._sets:
            self._sets[id(settings)] = rule_set(settings)
        return self._sets[id(settings)]

    def prepare(self, name: str) -> None:
        """Make what a file needs, so that faults in settings and rules show, and processes forked later have it."""
        self.rules(self._settings(Source(name, Path(name))))

    def do(self, task: Task) -> Answer:
        """Survey or judge; a file that cannot be read is refused, and so is one that a fault of gkcheck meets."""
        settings = self._settings(Source(task.file.name, Path(task.file.name)))
        try:
            return self._judge(task, settings) if task.judge else self._survey(task, settings)
        except InputError as error:
            return Refused(error.message(settings.lang))
        except Exception as error:
            return Refused(own_fault(error).of(settings.lang), lasting=False)

    def _survey(self, task: Task, settings: Settings) -> Surveyed:
        report = self._report(task.file, settings)
        pack = self.rules(settings).pack
        text = engine.view(report, pack.layouts, pack.statements, pack.names).text.text
        return Surveyed(
            report.organisation.name,
            report.organisation.level,
            report.year,
            sketch(text) if len(text) > _LEAST_TEXT else b"",
            zlib.compress(pickle.dumps(report, 5), 1),
        )

    def _judge(self, task: Task, settings: Settings) -> Judged | Same:
        made = self.rules(settings)
        report = self._report(task.file, settings)
        previous = self._previous(task, report, settings)
        others = None if task.others is None else [self._report(other, settings) for other in task.others]
        if task.again:
            wide = [rule for rule in made.rules if rule.uses.wide]
            before, now = (
                assessed(report, wide, made.pack, settings.lang, previous=previous, others=beside)
                for beside in ([], others)
            )
            if before == now:
                return Same()
        found = assessed(report, made.rules, made.pack, settings.lang, previous=previous, others=others)
        found = replace(made.weighed(found), fail_on=settings.fail_on, report=report)
        if made.waivers:
            given = Waivable(found, Path(task.file.name), made.waivers, settings.lang, made.waiver_codes)
            found = made.weighed(waive([given], settings.today)[0])
        return Judged(_tail(found), _brief(found), _rows(report) if self.plan.figures else "")

    def _previous(self, task: Task, report: Report, settings: Settings) -> Report | None:
        if settings.previous is not None:
            if settings.previous not in self._named:
                self._named[settings.previous] = read_previous(settings.previous, self.rules(settings).pack, settings)
            named = self._named[settings.previous]
            why = why_not_compared(named, report, settings.former, self.rules(settings).pack.names)
            return named if why is None else None
        return None if task.previous is None else self._report(task.previous, settings, of_year=False)

    def _report(self, given: Given, settings: Settings, *, of_year: bool = True) -> Report:
        if given.packed is None:
            asked = settings if of_year else replace(settings, year=None)
            return read_report(Source(given.name, Path(given.name)), self.rules(settings).pack, asked)
        report = pickle.loads(zlib.decompress(given.packed))  # written by this run itself
        assert isinstance(report, Report)
        return report


def _brief(found: Assessment) -> Brief:
    counts = Counter(f"{finding.code} {finding.severity.value}" for finding in found.findings)
    return Brief(found.organisation, found.year, dict(counts))


def _tail(found: Assessment) -> str:
    whole = report_json(found)
    del whole["file"]
    return dump_line(whole)[1:]


def _rows(report: Report) -> str:
    """The figures of all tables as [section, table, row, column, raw, value, state]; personal numbers are masked."""
    rows = [
        [table.section, key, row, column, *_masked(figure), figure.state]
        for key, table in report.tables.items()
        for row, cells in table.rows.items()
        for column, figure in cells.items()
    ]
    return dump_line({"level": report.organisation.level, "kind": report.organisation.kind, "figures": rows})


def _masked(figure: Figure) -> tuple[str, Decimal | None]:
    raw = mask(figure.raw)
    return raw, figure.value if raw == figure.raw else None
