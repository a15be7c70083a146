"""Writes an outcome to the screen, to files and to folders, and findings into copies of the Word files."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands.common import guarded, stop, tell
from checker.commands.targets import SCREEN, Target, ending_of, is_folder, names_in_folder

if TYPE_CHECKING:
    from datetime import datetime

    from checker.findings import Assessment, Outcome
    from checker.pack import Pack

Render = Callable[["Outcome", Target], "str | bytes"]


def write_results(
    outcome: Outcome, targets: Sequence[Target], render: Render, lang: str, inputs: Sequence[Path]
) -> None:
    """The outcome in each format; into a folder one file for each report, what could not be read then on the screen."""
    from checker.findings import Outcome

    for target in targets:
        if not target.is_folder or target.path is None:
            _write(render(outcome, target), target.path, lang, inputs)
            continue
        folder = _folder(target.path, lang)
        for report, name in zip(outcome.reports, _names(outcome, ending_of(target.form)), strict=True):
            _write(render(Outcome((report,)), target), str(folder / name), lang, inputs)
        for error in outcome.errors:
            tell(f"{error.file}: {error.message}")


def write_copies(outcome: Outcome, target: str, pack: Pack, lang: str, inputs: Sequence[Path]) -> bool:
    """Copies of the Word files with their findings as comments; a folder takes several.

    A file that cannot carry comments is told on standard error and hinders no other; returns whether there was none.
    """
    from checker.errors import InputError

    reports = outcome.reports
    if not is_folder(target) and len(reports) > 1:
        stop(
            "several reports need a folder: --annotate DIR/"
            if lang == "en"
            else f"有 {len(reports)} 份报告，--annotate 请给文件夹（以 / 结尾）"
        )
    folder = _folder(target, lang) if is_folder(target) else None
    names = _names(outcome, None) if folder is not None else [target] * len(reports)
    well = True
    for report, name in zip(reports, names, strict=True):
        try:
            _write_copy(report, Path(name) if folder is None else folder / name, pack, lang, inputs)
        except InputError as error:
            tell(f"{report.file}: {error.message(lang)}")
            well = False
    return well


def _write_copy(report: Assessment, path: Path, pack: Pack, lang: str, inputs: Sequence[Path]) -> None:
    from checker.annotating.annotate import annotate
    from checker.errors import InputError
    from checker.writing import write_whole_bytes

    if report.file == SCREEN:
        raise InputError("标准输入不能写批注；请给文件名", "standard input cannot be annotated; name the file")
    try:
        data = Path(report.file).read_bytes()
    except OSError as error:
        from checker.reasons import reason_of

        reason = reason_of(error)
        raise InputError(f"打不开（{reason.zh}）", f"cannot be opened ({reason.en})") from error
    copy = annotate(data, report, pack.layouts, pack.names, lang=lang, when=_now())
    write_whole_bytes(path, copy, inputs)


def _now() -> datetime:
    """The time of the call; SOURCE_DATE_EPOCH (reproducible-builds.org) overrules the clock."""
    from datetime import UTC, datetime

    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(given), UTC) if given.isdecimal() and len(given) < 12 else datetime.now(UTC)


def _names(outcome: Outcome, ending: str | None) -> list[str]:
    return names_in_folder([report.file for report in outcome.reports], ending)


def _folder(path: str, lang: str) -> Path:
    """The folder, made if its own folder is there."""
    from checker.writing import make_folder

    return guarded(lang, lambda: make_folder(Path(path)))


def _write(content: str | bytes, path: str | None, lang: str, inputs: Sequence[Path]) -> None:
    if path is None:
        if isinstance(content, bytes) and sys.stdout.isatty():
            stop(
                "name a file for the workbook: -o FILE"
                if lang == "en"
                else "Excel 文件不能显示在屏幕上；请用 -o 指定文件"
            )
        click.echo(content, nl=False)
        return
    from checker.writing import write_whole_bytes

    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    guarded(lang, lambda: write_whole_bytes(Path(path), data, inputs))
