"""Files through the five stations: read, lay, assess. The only place that knows them all."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from checker import engine, readers
from checker.dataclass import dataclass, replace
from checker.errors import InputError
from checker.findings import Assessment, Outcome, Unreadable
from checker.language.nodes import Rule
from checker.layout.lay import lay
from checker.pack import Pack, load_pack
from checker.placing import place_words
from checker.report import Report
from checker.selection import choose
from checker.sources import NoSource, Source, collect


@dataclass(frozen=True, slots=True)
class Settings:
    """What a call asks for.

    rules: folders of an office's own rules. lang: "zh" or "en". year, kind, level: overrule what is read.
    select, ignore: see selection.choose. previous: last year's report of the same body.
    """

    rules: tuple[Path, ...] = ()
    lang: str = "zh"
    year: int | None = None
    kind: str | None = None
    level: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    previous: Path | None = None


def check_files(paths: Iterable[str], settings: Settings | None = None, pack: Pack | None = None) -> Outcome:
    """Check files and folders; a file that cannot be read stands in `errors` and hides nothing else.

    Raises RuleFileError and InputError for the rule pack, UnknownRule for a selector, InputError for `previous`.
    """
    settings = settings or Settings()
    pack = pack or load_pack(settings.rules)
    rules = choose(pack.rules, settings.select, settings.ignore)
    previous = None if settings.previous is None else read_previous(settings.previous, pack, settings)
    sources, missing = collect(paths)
    reports, errors = _read_all(sources, pack, settings)
    errors = [_no_source(item, settings.lang) for item in missing] + errors
    assessments = []
    for report in reports:
        others = tuple(other for other in reports if other is not report)
        assessments.append(assess_report(report, rules, pack, settings.lang, previous=previous, others=others))
    return Outcome(tuple(assessments), tuple(errors))


def roll_up(parent: str, paths: Iterable[str], settings: Settings, pack: Pack | None = None) -> Outcome:
    """Hold a consolidated report against the sum of its parts, by the rules that name `parts`.

    The outcome holds the parent's assessment alone. A part that cannot be read stands in `errors`, and the parent is then
    not assessed: a sum without it would accuse the parent. Raises InputError for the parent, else as check_files.
    """
    pack = pack or load_pack(settings.rules)
    rules = [rule for rule in choose(pack.rules, settings.select, settings.ignore) if rule.uses.wide]
    whole = read_one(parent, settings, pack)
    sources, missing = collect(paths)
    parts, errors = _read_all([s for s in sources if s.name != parent], pack, settings)
    errors = [_no_source(item, settings.lang) for item in missing] + errors
    if errors or not parts:
        return Outcome((), tuple(errors))
    return Outcome((assess_report(whole, rules, pack, settings.lang, parts=tuple(parts)),))


def assess_report(
    report: Report,
    rules: Sequence[Rule],
    pack: Pack,
    lang: str,
    *,
    previous: Report | None = None,
    others: tuple[Report, ...] = (),
    parts: tuple[Report, ...] = (),
) -> Assessment:
    """Run the rules over one report; the places of its findings are also given in words."""
    outcome = engine.assess(
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
    where = {f.place: place_words(f.place, report, pack.layouts, lang) for f in outcome.findings}
    return replace(outcome, where=where, report=report)


def read_report(source: Source, pack: Pack, settings: Settings) -> Report:
    """One file read and laid. Raises InputError if it cannot be read as a report."""
    try:
        given = _standard_input() if source.path is None else source.path
        found = readers.read(given, source.name)
        if isinstance(found, Report):  # the JSON of a report that was laid before
            from checker.layout.given import take_on

            return take_on(found, pack.layouts, year=settings.year, kind=settings.kind, level=settings.level)
        return lay(
            found,
            pack.layouts,
            pack.names,
            file=source.name,
            year=settings.year,
            kind=settings.kind,
            level=settings.level,
        )
    except InputError:
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(f"打不开（{reason}）；请检查权限、文件是否被占用", f"cannot be opened ({reason})") from error
    except (RecursionError, MemoryError) as error:
        raise InputError(
            "内容过大或嵌套过深，无法读取；请用 Word 打开后另存为新的 .docx",
            "too large or nested too deeply; open it in Word and save it as a new .docx",
        ) from error


def _standard_input() -> bytes:
    if sys.stdin is None:  # closed by the caller
        raise InputError("没有标准输入可读；请把文件送入标准输入，或写明文件名", "standard input is closed; name a file")
    return sys.stdin.buffer.read()


def read_one(path: str, settings: Settings, pack: Pack | None = None) -> Report:
    """The one file that `path` names, laid on its layout. Raises InputError that names it."""
    sources, missing = collect([path])
    if missing:
        raise InputError(*(f"{path}：{reason}" for reason in _REASONS[missing[0].reason]))
    if len(sources) != 1 or sources[0].name != path:
        raise InputError(f"{path}：是文件夹；请指定一个文件", f"{path}: is a folder; name one file")
    try:
        return read_report(sources[0], pack or load_pack(), settings)
    except InputError as error:
        raise InputError(f"{path}：{error.message('zh')}", f"{path}: {error.message('en')}") from error


def read_previous(path: Path, pack: Pack, settings: Settings) -> Report:
    """Last year's report, from a Word file or the JSON of `gkcheck parse`. Raises InputError that names the file."""
    try:
        return read_report(Source(str(path), path), pack, replace(settings, year=None))
    except InputError as error:
        raise InputError(f"{path}：{error.message('zh')}", f"{path}: {error.message('en')}") from error


def _read_all(sources: Sequence[Source], pack: Pack, settings: Settings) -> tuple[list[Report], list[Unreadable]]:
    reports: list[Report] = []
    errors: list[Unreadable] = []
    for source in sources:
        try:
            reports.append(read_report(source, pack, settings))
        except InputError as error:
            errors.append(Unreadable(source.name, error.message(settings.lang)))
    return reports, errors


_REASONS = {
    "missing": ("文件不存在；请检查路径和文件名", "no such file; check the path and the name"),
    "empty-folder": ("文件夹里没有 .docx 报告", "the folder holds no .docx report"),
    "unreadable": ("打不开；请检查路径和权限", "cannot be opened; check the path and the permissions"),
}


def _no_source(item: NoSource, lang: str) -> Unreadable:
    return Unreadable(item.name, _REASONS[item.reason][lang == "en"])
