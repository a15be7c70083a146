"""Where last year's report of a body lies, by a pattern such as "../{year-1}/{name}.docx"."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import Said
from checker.report import Report

if TYPE_CHECKING:
    from checker.facts.names import OrganisationNames

_HOLE = re.compile(r"\{([^{}]{0,40})\}")
_YEAR = re.compile(r"year(?:-([1-9]))?")
_WORDS = ("name", "body")
HOLES = ("{year}", "{year-1}", "{name}", "{body}")


def unknown_hole(pattern: str) -> str | None:
    """The first {…} of a pattern that means nothing, or a brace that stands alone."""
    for match in _HOLE.finditer(pattern):
        if match[1] not in _WORDS and not _YEAR.fullmatch(match[1]):
            return match[0]
    rest = _HOLE.sub("", pattern)
    return next((mark for mark in "{}" if mark in rest), None)


def previous_files(pattern: str, path: Path, report: Report, former: Mapping[str, Sequence[str]]) -> list[Path]:
    """The files that a pattern means for a report, in order of name; never the report's own file.

    {year}: the report year; {year-1}: the year before. {name}: the file's name without ending, in which the year before
    stands where the report year stood. {body}: the body's name, then each of its former names until a file is found;
    former: today's name -> former names. `*` and `?` as in a shell, `**` for any folders. A relative pattern starts
    from the report's folder. Without a report year, or a body's name where it is asked for, there is none.
    """
    return files_for(pattern, path, report.year, report.organisation.name, former)


def files_for(
    pattern: str, path: Path, year: int | None, body: str | None, former: Mapping[str, Sequence[str]]
) -> list[Path]:
    """As previous_files, for a report of which only the year and the body are known."""
    if year is None:
        return []
    names = [body, *former.get(body, ())] if body is not None else []
    for name in names if "{body}" in pattern else [""]:
        wanted = os.path.join(glob.escape(str(path.parent)), _filled(pattern, path, year, name))
        try:
            found = sorted(Path(one) for one in glob.glob(wanted, recursive=True) if os.path.isfile(one))
        except (ValueError, re.error):  # a name with a zero byte
            found = []
        others = [one for one in found if not os.path.samefile(one, path)]
        if others:
            return others
    return []


def _filled(pattern: str, path: Path, year: int, body: str) -> str:
    stem = re.sub(rf"(?<!\d){year}(?!\d)", str(year - 1), path.stem)

    def value(match: re.Match[str]) -> str:
        if match[1] == "name":
            return glob.escape(stem)
        if match[1] == "body":  # a name out of a report's text must not lead to another folder
            return glob.escape(re.sub(r"[\\/:\0]", "", body))
        back = _YEAR.fullmatch(match[1])
        return str(year - int(back[1] or 0)) if back else match[0]

    return _HOLE.sub(value, pattern)


def why_not_compared(
    previous: Report, report: Report, former: Mapping[str, Sequence[str]], names: OrganisationNames
) -> Said | None:
    """Why a report cannot be last year's of another, as far as year and body of both are known; None if it can.

    former: today's name of a body -> its former names. A comparison that was asked for and is not made must not pass
    in silence, and a body is not to be held against the figures of another.
    """
    if previous.year is not None and report.year is not None and previous.year != report.year - 1:
        zh = f"是{previous.year}年度的报告，不是{report.year}年度报告（{report.file}）的上一年"
        en = f"is the report of {previous.year}, not of the year before {report.year} ({report.file})"
        return Said(f"{zh}，没有对照；请核对 --previous", f"{en}: not compared")
    body, before = report.organisation.name, previous.organisation.name
    if body is None or before is None:
        return None
    from checker.facts.bodies import same_body  # late: most calls have no report of last year

    if any(same_body(name, before, names) is not False for name in (body, *former.get(body, ()))):
        return None
    zh = f"是{before}的报告，不是{body}（{report.file}）的，没有对照"
    en = f"is the report of {before}, not of {body} ({report.file}): not compared"
    return Said(
        f"{zh}；请核对 --previous，机关改了名的写进配置的 names",
        f"{en}; a renamed body belongs in names in the settings",
    )
