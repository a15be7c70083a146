"""Under which key a result is kept: a digest of all that it rests on, so that nothing old is ever taken for new."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.batch.cache import content_of, joined
from checker.batch.records import Plan
from checker.resources import folder
from checker.settings import Settings
from checker.version import VERSION

_FORM = "3"
_PACK = (".rules", ".statements", ".layout", ".names")


class Keys:
    """Makes keys for the files of a run: version, code, rule pack, limits and settings are digested once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        limits = [f"{name}={value}" for name, value in sorted(plan.limits.items())]
        call = (_FORM, VERSION, str(plan.figures), *limits, *_code())
        self._base = joined([*(part.encode() for part in call), *_pack(folder("rules"))])
        self._made: dict[int, bytes] = {}

    def survey(self, settings: Settings, name: str, content: bytes) -> bytes:
        """For what is read of a file alone."""
        return joined([b"survey", self._settings(settings), os.fsencode(_short(name)), content])

    def result(
        self, settings: Settings, name: str, content: bytes, previous: bytes, others: Sequence[bytes] | None
    ) -> bytes:
        """For a result. previous, others: contents of reports that it is judged beside, None if it is the only one."""
        known = os.path.abspath(name) if settings.waivers else _short(name)  # a waiver means files by their folders
        beside = [b"alone"] if others is None else sorted(others)
        return joined([b"result", self._settings(settings), os.fsencode(known), content, previous, *beside])

    def _settings(self, settings: Settings) -> bytes:
        """Known again by being the same object, which SettingsByFile keeps."""
        if id(settings) not in self._made:
            said = [
                settings.lang, settings.year, settings.kind, settings.level, settings.select, settings.ignore,
                sorted(settings.severities.items()), settings.fail_on, settings.waivers,
                settings.today if settings.waivers else None,
            ]  # fmt: skip
            parts = [self._base, repr(said).encode("utf-8", "surrogatepass")]
            parts += [part for own in settings.rules for part in _pack(own)]
            if settings.previous is not None:
                parts.append(content_of(str(settings.previous)))
            self._made[id(settings)] = joined(parts)
        return self._made[id(settings)]


def _short(name: str) -> str:
    return os.path.basename(name)


def _pack(top: Path) -> Iterator[bytes]:
    """Names and contents of the files of a rule pack."""
    for place in (top, top / "layouts"):
        if place.is_dir():
            for name in sorted(os.listdir(place)):
                if name.endswith(_PACK) and (place / name).is_file():
                    yield os.fsencode(name)
                    yield content_of(str(place / name))


def _code() -> Iterator[str]:
    """Sizes and times of all modules: a change of the code makes old results useless."""
    top = os.path.dirname(os.path.dirname(__file__))
    for place, inner, names in os.walk(top):
        inner[:] = sorted(name for name in inner if name not in ("__pycache__", "_data"))
        for name in sorted(names):
            if name.endswith(".py"):
                stat = os.stat(os.path.join(place, name))
                yield f"{os.path.relpath(place, top)}/{name} {stat.st_size} {stat.st_mtime_ns}"
