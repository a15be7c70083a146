"""What a call, or the settings of a folder, ask for."""

from __future__ import annotations

from collections.abc import Mapping

from checker.dataclass import dataclass, field
from checker.days import date
from checker.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from checker.config import Config
    from checker.waivers import Waiver


@dataclass(frozen=True, slots=True)
class Settings:
    """What is asked for.

    rules: folders of an office's own rules. lang: "zh" or "en". year, kind, level: overrule what is read.
    select, ignore: see selection.choose. previous: last year's report of the same body.
    The rest comes from a file. previous_pattern: where last year's report lies (previous.py). severities: selector ->
    severity. former: today's name of a body -> its former names. fail_on: the threshold, "" if it is the call's.
    today: the day by which waivers end, None: none ends. config: the file, for what is wrong in it.
    """

    rules: tuple[Path, ...] = ()
    lang: str = "zh"
    year: int | None = None
    kind: str | None = None
    level: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    previous: Path | None = None
    previous_pattern: str | None = None
    severities: Mapping[str, str] = field(default_factory=dict)
    former: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fail_on: str = ""
    waivers: tuple[Waiver, ...] = ()
    today: date | None = None
    config: Config | None = None
