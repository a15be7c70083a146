"""The names of bodies as data (rules/organisations.names): kinds by ending, places by level, words round a name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from checker.dataclass import dataclass
from checker.errors import RuleFileError, Said, one_of
from checker.hints import TYPE_CHECKING
from checker.resources import folder

if TYPE_CHECKING:
    from pathlib import Path

    from checker.lines import Line

KINDS = ("government", "township", "subdistrict", "department", "institution", "zone", "unknown")
LEVELS = ("national", "province", "prefecture", "county", "township")
_LISTS = ("report", "towns", "words", "inner", "oversight", "self", "branches", "alike", "seats")


@dataclass(frozen=True, slots=True)
class OrganisationNames:
    """What rules/organisations.names holds; the file itself says what each key means.

    endings: ending -> kind ("unknown" for an ending that tells nothing). places: name -> level. begins: beginning ->
    level. place_endings: ending of a place that is not listed -> level. inner, seats: longest first. longest_…: the
    length of the longest ending, and of the longest place.
    """

    endings: Mapping[str, str]
    places: Mapping[str, str]
    begins: Mapping[str, str]
    report: tuple[str, ...]
    place_endings: Mapping[str, str]
    town_endings: tuple[str, ...]
    words: tuple[str, ...]
    inner: tuple[str, ...]
    oversight: tuple[str, ...]
    self_words: tuple[str, ...]
    branches: tuple[str, ...]
    alike: tuple[str, ...]
    seats: tuple[str, ...]
    longest_ending: int
    longest_place: int

    def ending(self, name: str) -> str | None:
        """The longest known ending of `name`, or None."""
        for length in range(min(len(name), self.longest_ending), 0, -1):
            if name[-length:] in self.endings:
                return name[-length:]
        return None

    def kind(self, name: str) -> str | None:
        """The kind that the longest ending of `name` tells; None if it has none or one that tells nothing."""
        ending = self.ending(name)
        kind = self.endings[ending] if ending is not None else "unknown"
        return None if kind == "unknown" else kind

    def place(self, text: str) -> str | None:
        """The longest listed place with which `text` begins, or None."""
        for length in range(min(len(text), self.longest_place), 1, -1):
            if text[:length] in self.places:
                return text[:length]
        return None


def load_names(path: Path) -> OrganisationNames:
    """Read a file of names.

    Raises RuleFileError for an unknown key, kind or level, an ending or place given to two, a missing list, and
    bytes that are not UTF-8; OSError if the file cannot be read.
    """
    from checker.lines import parse_lines, read_source  # late: a warm start parses no file

    endings: dict[str, str] = {}
    places: dict[str, str] = {}
    begins: dict[str, str] = {}
    place_endings: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for line in parse_lines(read_source(path), str(path)):
        if line.key == "kind":
            _fill(endings, line, KINDS, [word for below in line.below for word in _ends(below)])
        elif line.key == "level":
            _fill(places, line, LEVELS, [word for below in line.below for word in _words(below, whole=True)])
        elif line.key in ("begins", "places"):
            level, *words = _words(line) or [""]
            _fill(begins if line.key == "begins" else place_endings, line, LEVELS, words, name=level)
        elif line.key in _LISTS:
            lists[line.key] = (*lists.get(line.key, ()), *_words(line))
        else:
            raise line.unknown(("kind", "level", "begins", "places", *_LISTS))
    missing = [key for key in _LISTS if not lists.get(key)]
    if missing or not endings or not places:
        raise RuleFileError(
            str(path),
            1,
            1,
            "",
            Said(
                f"缺少：{'、'.join(missing or ['kind', 'level'])}",
                f"nothing is said of: {', '.join(missing or ['kind', 'level'])}",
            ),
        )
    return OrganisationNames(
        endings=endings,
        places=places,
        begins=begins,
        report=lists["report"],
        place_endings=place_endings,
        town_endings=lists["towns"],
        words=lists["words"],
        inner=tuple(sorted(lists["inner"], key=len, reverse=True)),
        oversight=lists["oversight"],
        self_words=lists["self"],
        branches=lists["branches"],
        alike=lists["alike"],
        seats=tuple(sorted(lists["seats"], key=len, reverse=True)),
        longest_ending=max(map(len, endings)),
        longest_place=max(map(len, places)),
    )


@cache
def packaged_names() -> OrganisationNames:
    """The names of the package's own rule pack, read once a process."""
    return load_names(folder("rules") / "organisations.names")


def _ends(line: Line) -> list[str]:
    if line.key != "ends":
        raise line.unknown(("ends",))
    return _words(line)


def _words(line: Line, *, whole: bool = False) -> list[str]:
    """The words of a line and of those below it; with `whole` the key is a word too."""
    from checker.lines import strip_comment

    words = strip_comment(line.text.strip() if whole else line.value).split()
    for below in line.below:
        words += _words(below, whole=True)
    return words


def _fill(into: dict[str, str], line: Line, known: tuple[str, ...], words: list[str], name: str | None = None) -> None:
    from checker.lines import strip_comment

    key = strip_comment(line.value) if name is None else name
    if key not in known:
        raise line.error(Said(f"没有这种 {line.key}：{key}", f"unknown {line.key} {key}"), one_of(known))
    for word in words:
        if into.setdefault(word, key) != key:
            raise line.error(
                Said(f"{word} 既归 {into[word]}，又归 {key}", f"{word} is given to {into[word]} and to {key}")
            )
