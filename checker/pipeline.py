"""Files through the five stations: read, lay, assess. The only place that knows them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from checker import engine
from checker.dataclass import dataclass, replace
from checker.errors import InputError, own_fault
from checker.findings import Assessment, Outcome, Unreadable
from checker.hints import TYPE_CHECKING
from checker.language.nodes import Rule
from checker.language.view import ReportView
from checker.pack import Pack
from checker.placing import place_words
from checker.reading import no_source, read_one, read_report
from checker.report import Report
from checker.rule_set import RuleSet, rule_set
from checker.settings import Settings
from checker.sources import STANDARD_INPUT, Source, collect

if TYPE_CHECKING:
    from pathlib import Path

_COMPARED_WITH_ALL = 20  # reports of a call


def check_files(
    paths: Iterable[str],
    settings: Settings | None = None,
    pack: Pack | None = None,
    settings_for: Callable[[Source], Settings] | None = None,
) -> Outcome:
    """Check files and folders; a file that cannot be read stands in `errors` and hides nothing else.

    settings: for all files; settings_for: a file's own, where they differ (then pack is not used).
    So does a `previous` that cannot be read: the reports are checked without it.
    Raises RuleFileError and InputError for the rule pack, UnknownRule for a selector.
    """
    settings = settings or Settings()
    sources, missing = collect(paths)
    sets = _RuleSets(settings, pack)
    asked = [settings if settings_for is None else settings_for(source) for source in sources]
    jobs = [_Job(source, own, sets.of(own)) for source, own in zip(sources, asked, strict=True)]
    reports, errors = _read_all(jobs)
    errors = [no_source(item, settings.lang) for item in missing] + errors
    earlier = _named_before(jobs, errors)
    judged: list[tuple[_Job, Assessment]] = []
    seen = [_view(job, report) for job, report in reports]
    beside = _beside(seen)
    for at, (job, report) in enumerate(reports):
        previous = earlier.get(job.asked.previous) if job.asked.previous is not None else None
        if previous is None and job.asked.previous_pattern is not None:
            previous, lost = _earlier_by_pattern(job, report)
            errors += lost
        if previous is not None:
            from checker.previous import why_not_compared  # late: most calls have none

            why = why_not_compared(previous, report, job.asked.former, job.rules.pack.names)
            if why is not None:
                errors.append(Unreadable(previous.file, why.of(job.asked.lang)))
                previous = None
        rules = job.rules
        others = beside(at)
        try:
            found = assess_report(report, rules.rules, rules.pack, job.asked.lang, previous=previous, others=others)
        except Exception as error:  # a fault of our own: it costs this report alone, and is no finding
            errors.append(Unreadable(job.source.name, own_fault(error).of(job.asked.lang)))
            continue
        judged.append((job, replace(rules.weighed(found), fail_on=job.asked.fail_on)))
    return Outcome(_after_waivers(judged), tuple(errors))


def _view(job: _Job, report: Report) -> ReportView:
    pack = job.rules.pack
    return engine.view(report, pack.layouts, pack.statements, pack.names)


def roll_up(parent: str, paths: Iterable[str], settings: Settings, pack: Pack | None = None) -> Outcome:
    """Hold a consolidated report against the sum of its parts, by the rules that name `parts`.

    settings: the parent's; kind and level are not those of the parts. The outcome holds the parent's assessment alone.
    A part that cannot be read, or is of another year, stands in `errors`, and the parent is then not assessed: a sum
    without it would accuse the parent. Raises InputError for the parent or where there is no part, else as check_files.
    """
    made = rule_set(settings, pack)
    rules = [rule for rule in made.rules if rule.uses.wide]
    if not rules:
        raise InputError("选用的规则没有一条是汇总核对的规则", "none of the chosen rules compares a sum of parts")
    whole = read_one(parent, settings, made.pack)
    sources, missing = collect(paths)
    of_parts = replace(settings, kind=None, level=None)
    read, errors = _read_all([_Job(s, of_parts, made) for s in sources if s.name != parent])
    errors = [no_source(item, settings.lang) for item in missing] + errors
    errors += [_other_year(part, whole, settings.lang) for _, part in read if part.year not in (whole.year, None)]
    if not errors and not read:
        raise InputError("除汇总报告本身外，没有可以相加的报告", "there is no part beside the consolidated report")
    if errors:
        return Outcome((), tuple(errors))
    parts = tuple(report for _, report in read)
    found = made.weighed(assess_report(whole, rules, made.pack, settings.lang, parts=parts))
    source = Source(parent, None if parent == STANDARD_INPUT else parent)
    judged = [(_Job(source, settings, made), replace(found, fail_on=settings.fail_on))]
    return Outcome(_after_waivers(judged))


def assessed(
    report: Report,
    rules: Sequence[Rule],
    pack: Pack,
    lang: str,
    *,
    previous: Report | None = None,
    others: Sequence[Report | ReportView] | None = None,
    parts: Sequence[Report] = (),
) -> Assessment:
    """Run rules of a pack over one report. others: of the call; None where the report stands alone."""
    return engine.assess(
        report,
        rules,
        pack.layouts,
        pack.statements,
        lang=lang,
        previous=previous,
        others=others,
        parts=parts,
        names=pack.names,
        known=pack.rules,
    )


def assess_report(
    report: Report,
    rules: Sequence[Rule],
    pack: Pack,
    lang: str,
    *,
    previous: Report | None = None,
    others: tuple[Report | ReportView, ...] = (),
    parts: tuple[Report, ...] = (),
) -> Assessment:
    """Run the rules over one report; the places of its findings are also given in words."""
    outcome = assessed(report, rules, pack, lang, previous=previous, others=others or None, parts=parts)
    where = {f.place: place_words(f.place, report, pack.layouts, lang) for f in outcome.findings}
    return replace(outcome, where=where, report=report)


@dataclass(frozen=True, slots=True)
class _Job:
    """A file to check, with the settings and rules that hold for it."""

    source: Source
    asked: Settings
    rules: RuleSet


class _RuleSets:
    """The rules for each settings of a call, made once; those of the call itself in any case, to show a slip."""

    def __init__(self, settings: Settings, pack: Pack | None) -> None:
        self._packs = {} if pack is None else {settings.rules: pack}
        self._made: dict[int, tuple[Settings, RuleSet]] = {}
        self.of(settings)

    def of(self, settings: Settings) -> RuleSet:
        """The rules for some settings, which are known again by being the same object."""
        if id(settings) not in self._made:
            made = rule_set(settings, self._packs.get(settings.rules))
            self._packs[settings.rules] = made.pack
            self._made[id(settings)] = (settings, made)
        return self._made[id(settings)][1]


def _read_all(jobs: Sequence[_Job]) -> tuple[list[tuple[_Job, Report]], list[Unreadable]]:
    reports: list[tuple[_Job, Report]] = []
    errors: list[Unreadable] = []
    for job in jobs:
        try:
            reports.append((job, read_report(job.source, job.rules.pack, job.asked)))
        except InputError as error:
            errors.append(Unreadable(job.source.name, error.message(job.asked.lang)))
        except Exception as error:  # likewise
            errors.append(Unreadable(job.source.name, own_fault(error).of(job.asked.lang)))
    return reports, errors


def _named_before(jobs: Sequence[_Job], errors: list[Unreadable]) -> dict[Path, Report | None]:
    """Last year's reports as the call names them, by path; None for one that cannot be read, told in `errors`."""
    found: dict[Path, Report | None] = {}
    for job in jobs:
        path = job.asked.previous
        if path is None or path in found:
            continue
        try:
            found[path] = read_report(Source(str(path), path), job.rules.pack, replace(job.asked, year=None))
        except InputError as error:
            found[path] = None
            errors.append(Unreadable(str(path), error.message(job.asked.lang)))
    return found


def _earlier_by_pattern(job: _Job, report: Report) -> tuple[Report | None, list[Unreadable]]:
    """Last year's report as the settings describe its name; that there is none is no error, that there are two is."""
    from checker.previous import previous_files  # late: only where settings name a pattern

    path, asked = job.source.path, job.asked
    files = previous_files(asked.previous_pattern or "", path, report, asked.former) if path is not None else []
    if not files:
        return None, []
    if len(files) > 1:
        names = ", ".join(file.name for file in files[:3])
        zh = f"配置项 previous 找到不止一份上年报告（{names}）；请把写法改得更具体"
        en = f"previous in the settings means more than one report ({names}); make the pattern narrower"
        return None, [Unreadable(job.source.name, en if asked.lang == "en" else zh)]
    try:
        return read_report(Source(str(files[0]), files[0]), job.rules.pack, replace(asked, year=None)), []
    except InputError as error:
        return None, [Unreadable(str(files[0]), error.message(asked.lang))]


def _beside(seen: Sequence[ReportView]) -> Callable[[int], tuple[ReportView, ...]]:
    """Gives for each report the others of the call; of very many those whose text may be near, and at least one, so
    that comparing costs as much as reading and not its square.
    """
    if len(seen) <= _COMPARED_WITH_ALL:
        return lambda at: (*seen[:at], *seen[at + 1 :])
    from checker.facts.near import near, sketch  # late: only calls with very many reports need it

    bodies: dict[str, int] = {}
    names = [view.source.organisation.name for view in seen]
    groups = [-at if name is None else bodies.setdefault(name, len(bodies) + 1) for at, name in enumerate(names)]
    found = near(b"".join(sketch(view.text.text) for view in seen), groups)
    return lambda at: tuple(seen[other] for other in found.get(at, (0 if at else 1,)))


def _other_year(part: Report, whole: Report, lang: str) -> Unreadable:
    zh = f"报告年度是{part.year}年，汇总报告是{whole.year}年，不能相加；请换成同一年度的报告"
    en = f"its report year is {part.year}, the consolidated report's {whole.year}: give the report of the same year"
    return Unreadable(part.file, en if lang == "en" else zh)


def _after_waivers(judged: Sequence[tuple[_Job, Assessment]]) -> tuple[Assessment, ...]:
    if not any(job.rules.waivers for job, _ in judged):
        return tuple(assessment for _, assessment in judged)
    from checker.waivers import Waivable, waive  # late: only where something is waived

    given = [
        Waivable(assessment, job.source.path, job.rules.waivers, job.asked.lang, job.rules.waiver_codes)
        for job, assessment in judged
    ]
    waived = waive(given, judged[0][0].asked.today)
    return tuple(
        _placed(job.rules.weighed(assessment), job) for (job, _), assessment in zip(judged, waived, strict=True)
    )


def _placed(assessment: Assessment, job: _Job) -> Assessment:
    """With the places of what was said of waivers in words too."""
    report = assessment.report
    new = [f.place for f in assessment.findings if f.place not in assessment.where]
    if report is None or not new:
        return assessment
    words = {place: place_words(place, report, job.rules.pack.layouts, job.asked.lang) for place in new}
    return replace(assessment, where={**assessment.where, **words})
