"""The rule pack as parsed before, kept in the user's cache folder: found again only for the same files and version.

The file is data, never code: a line with its key and a checksum, a line of JSON with what every report needs, one with
the labels of the formats as folded, one with what only findings, pages and proofs need of the rules, and then the
statements, in a form of their own (checker/statements/kept.py). One that is broken, foreign or cannot be read or
written is as good as none: the files are then parsed anew, and nothing is said.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from zlib import adler32

from checker.cache_place import cache_place
from checker.facts.names import OrganisationNames
from checker.hints import TYPE_CHECKING, Any, TypeAlias
from checker.language.encode import cold_json, hot_rules, rules_from
from checker.language.nodes import Rule
from checker.layout.folding import remember
from checker.layout.model import Block, Head, Layout, SectionLayout, TableLayout
from checker.plain_data import from_plain, to_plain
from checker.statements.kept import keep_statements, kept_statements
from checker.statements.pack import StatementPack
from checker.version import VERSION

if TYPE_CHECKING:
    from pathlib import Path

try:  # the same function without the 2 ms that hashlib takes to load OpenSSL
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - another Python than CPython
    from hashlib import blake2b

_FORM = "9"  # changes when the form of nodes or of this file changes
_MOST = 12  # files kept
_CLASSES = (Layout, SectionLayout, TableLayout, Block, Head, OrganisationNames)
_MADE_BY = (
    "dataclass", "lines", "plain_data",
    "language/grammar", "language/resolve", "language/resolve_parts", "language/resolve_calls", "language/scope",
    "language/names", "language/signatures", "language/needs", "language/rule_lines", "language/target_lines",
    "language/edit_lines",
    "language/templates", "language/nodes", "language/encode", "language/statements",
    "layout/load", "layout/load_tables", "layout/model", "layout/folding", "layout/matching",
    "facts/text", "facts/names", "statements/pack", "statements/index", "statements/kept", "statements/folding",
    "statements/quantities", "statements/words",
)  # fmt: skip


# layouts, names of bodies, statements, rules
Parts: TypeAlias = tuple[tuple[Layout, ...], OrganisationNames, StatementPack, tuple[Rule, ...]]


def key_of(files: Sequence[str], *more: str) -> str:
    """The name under which a pack is kept: a digest of all that it is made from. Raises OSError for an unread file."""
    digest = blake2b(digest_size=20)
    for part in (_FORM, VERSION, *more, *_own_code()):
        _add(digest, part.encode("utf-8", "surrogatepass"))
    for file in files:
        _add(digest, os.fsencode(file))
        with open(file, "rb") as opened:
            _add(digest, opened.read())
    return digest.hexdigest()


def load(key: str) -> Parts | None:
    """The pack kept under the key, or None."""
    try:
        path = _path(key)
        if path is None:
            return None
        with open(path, "rb") as opened:
            first, body = opened.readline(), opened.read()
        if first[:-1] != _first_line(key, body):
            return None
        hot = body.index(b"\n")
        labels = body.index(b"\n", hot + 1)
        cold = body.index(b"\n", labels + 1)
        data, rules = json.loads(body[:hot])
        layouts, names = from_plain(data, _CLASSES)
        if not isinstance(names, OrganisationNames):
            return None
        remember(_pairs(body[hot + 1 : labels]))
        rest = _Parts(memoryview(body)[labels + 1 : cold], len(rules))  # hardly ever asked for: it is not copied
        return layouts, names, kept_statements(body, cold + 1), rules_from(rules, rest)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return None


def save(key: str, parts: Parts) -> None:
    """Keep the pack, in one step; the oldest of many files are taken away."""
    from pathlib import Path

    from checker.layout.matching import folded_labels

    try:
        place = _path(key)
        if place is None:
            return
        path = Path(place)
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}")
        layouts, names, statements, rules = parts
        data = to_plain((layouts, names), _CLASSES)
        hot = json.dumps([data, hot_rules(rules)], ensure_ascii=False, separators=(",", ":"))
        labels = {text: folded for text, folded in folded_labels(layouts).items() if "\t" not in text}
        cold = "\t".join(map(cold_json, rules))
        lines = [line.encode("utf-8") for line in (hot, _line(labels), cold)]
        body = b"\n".join([*lines, keep_statements(statements)])
        partial.write_bytes(_first_line(key, body) + b"\n" + body)
        partial.replace(path)
        for old in sorted(path.parent.glob("pack-*.json"), key=lambda p: p.stat().st_mtime)[:-_MOST]:
            old.unlink()
    except (OSError, ValueError, RuntimeError, TypeError):
        return


class _Parts(Sequence[bytes]):
    """The parts of a line between tabs, so many, taken apart when one is asked for."""

    def __init__(self, line: memoryview, count: int) -> None:
        self._line, self._count = line, count

    @cached_property
    def _parts(self) -> list[bytes]:
        return bytes(self._line).split(b"\t")

    def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 - a number or a slice, as of every sequence
        return self._parts[at]

    def __len__(self) -> int:
        return self._count


def _line(texts: Mapping[str, str]) -> str:
    """A line of names and texts, which hold neither tabs nor line ends."""
    return "\t".join([part for pair in texts.items() for part in pair])


def _pairs(line: bytes) -> dict[str, str]:
    parts = line.decode("utf-8").split("\t")
    return dict(zip(parts[::2], parts[1::2], strict=False))  # an empty line is one empty part


def _add(digest: blake2b, part: bytes) -> None:
    digest.update(len(part).to_bytes(8, "big") + part)


def _first_line(key: str, body: bytes) -> bytes:
    """The key and a checksum, so that a file cut short or changed is not taken for a good one."""
    return f"{key} {adler32(body):08x}".encode()


def _path(key: str) -> str | None:
    """The file of a key; None if GKCHECK_CACHE is set but empty: then nothing is kept."""
    place = cache_place()
    return None if place is None else f"{place}/pack-{key}.json"


def cache_folder() -> Path | None:
    """Where what is found again is kept; None if GKCHECK_CACHE is set but empty: then nothing is kept."""
    from pathlib import Path

    place = cache_place()
    return None if place is None else Path(place)


def _own_code() -> Iterator[str]:
    """Sizes and times of the modules that make what is kept: a change of the code makes old files useless."""
    here = os.path.dirname(__file__)
    for name in _MADE_BY:
        try:
            stat = os.stat(f"{here}/{name}.py")
            yield f"{stat.st_size}.{stat.st_mtime_ns}"
        except OSError:  # a zipped or compiled installation: the version tells
            yield "-"
