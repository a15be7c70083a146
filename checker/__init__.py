"""gkcheck: a rules-based compliance checker for yearly reports on government information disclosure."""

from __future__ import annotations

from checker.hints import TYPE_CHECKING
from checker.version import VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from checker.findings import Outcome

__version__ = VERSION


def check(
    *paths: str | Path,
    lang: str = "zh",
    year: int | None = None,
    kind: str | None = None,
    level: str | None = None,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    rules: tuple[Path, ...] = (),
    previous: Path | None = None,
) -> Outcome:
    """Check reports and return the outcome: findings by report, and the files that could not be read.

    paths: files or folders. lang: language of messages, "zh" or "en". year, kind, level: overrule what is read.
    select, ignore: codes, beginnings of codes, or names. rules: folders with rules of one's own. previous: last year's
    report.
    Raises checker.errors.RuleFileError for a fault in a rule file, checker.errors.InputError for a rules folder or a
    previous report that cannot be read, checker.selection.UnknownRule for a selector that no rule answers to.
    """
    from checker.pipeline import check_files  # late: `import checker` stays cheap
    from checker.settings import Settings

    settings = Settings(tuple(rules), lang, year, kind, level, tuple(select), tuple(ignore), previous)
    return check_files([str(path) for path in paths], settings)
