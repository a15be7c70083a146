"""What passes between the run and those who work for it. All of it can be pickled."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from checker.dataclass import dataclass
from checker.settings import Settings


@dataclass(frozen=True, slots=True)
class Plan:
    """What a worker must know once. given, keys, config, off: as SettingsByFile takes them. limits: of
    the readers. figures: whether the figures are wanted for a store.
    """

    given: Settings
    keys: frozenset[str]
    config: Path | None
    off: bool
    limits: Mapping[str, int]
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """A report that a task needs. packed: as laid before, None: to be read from the file."""

    name: str
    packed: bytes | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A file to survey, or, with `judge`, to judge beside the reports that it is related to.

    others: those with a near text, None where it is the only report. again: it was judged before beside no others;
    the answer is Same if these change nothing.
    """

    number: int
    file: Given
    judge: bool = False
    previous: Given | None = None
    others: tuple[Given, ...] | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What relates a report to others. level: of its body as the name tells. sketch: of its text, b"" if too short.

    packed: the report as laid, b"" where it was surveyed in another run.
    """

    body: str | None
    level: str | None
    year: int | None
    sketch: bytes
    packed: bytes = b""


@dataclass(frozen=True, slots=True)
class Brief:
    """What the summary needs of a result. found: "GK310 error" -> number of findings."""

    body: str | None
    year: int | None
    found: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Judged:
    """A result. tail: its line from the year on, the same under every name. rows: the figures, as JSON."""

    tail: str
    brief: Brief
    rows: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file without a result, and why in one sentence. lasting: it would be so again."""

    message: str
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Same:
    """The result that was found before holds."""


Answer = Surveyed | Judged | Refused | Same


@dataclass(frozen=True, slots=True)
class Done:
    """A task and what came of it."""

    task: Task
    answer: Answer
