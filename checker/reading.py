"""One file to one report: the first two of the five stations."""

from __future__ import annotations

import sys

from checker import readers
from checker.dataclass import replace
from checker.errors import InputError
from checker.findings import Unreadable
from checker.hints import TYPE_CHECKING
from checker.layout.lay import lay
from checker.pack import Pack, load_pack
from checker.report import Report
from checker.settings import Settings
from checker.sources import NoSource, Source, collect

if TYPE_CHECKING:
    from pathlib import Path

_REASONS = {
    "missing": ("文件不存在；请检查路径和文件名", "no such file; check the path and the name"),
    "empty-folder": ("文件夹里没有 .docx 报告", "the folder holds no .docx report"),
    "unreadable": ("打不开；请检查路径和权限", "cannot be opened; check the path and the permissions"),
}


def read_report(source: Source, pack: Pack, settings: Settings) -> Report:
    """One file read and laid. Raises InputError if it cannot be read as a report."""
    try:
        given = _standard_input() if source.place is None else source.place
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
        from checker.reasons import reason_of

        reason = reason_of(error)
        raise InputError(
            f"打不开（{reason.zh}）；请检查权限、文件是否被占用", f"cannot be opened ({reason.en})"
        ) from error
    except (RecursionError, MemoryError) as error:
        raise InputError(
            "内容过大或嵌套过深，无法读取；请用 Word 打开后另存为新的 .docx",
            "too large or nested too deeply; open it in Word and save it as a new .docx",
        ) from error


def _standard_input() -> bytes:
    if sys.stdin is None:  # closed by the caller
        raise InputError(
            "没有标准输入可读；请把文件送入标准输入，或写明文件名", "standard input is closed; name a file"
        )
    return sys.stdin.buffer.read(readers.limits.FILE_BYTES + 1)  # a pipe may never end


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


def no_source(item: NoSource, lang: str) -> Unreadable:
    """What is said of a path that names nothing to check."""
    return Unreadable(item.name, _REASONS[item.reason][lang == "en"])
