"""Rules parsed before, kept in the user's cache folder: found again only for the same files, formats and version.

The file is data, never code: a line with its key and a checksum, a line of JSON with what every report needs of the
rules, and a line of JSON for each rule with the rest. One that is broken, foreign or cannot be read or written is as
good as none: rules are then parsed anew, and nothing is said.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from zlib import crc32

from checker.language.encode import cold_json, hot_json, rules_from
from checker.language.nodes import Rule
from checker.layout.model import Layout
from checker.version import VERSION

try:  # the same function without the 2 ms that hashlib takes to load OpenSSL
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - another Python than CPython
    from hashlib import blake2b

_FORM = "2"  # changes when the form of nodes or of this file changes
_MOST = 12  # files kept
VARIABLE = "GKCHECK_CACHE"


def key_of(sources: Sequence[tuple[str, str]], layouts: Sequence[Layout], statements: Collection[str] | None) -> str:
    """The name under which rules are kept: a digest of all that they are made from."""
    digest = blake2b(digest_size=20)
    parts = [_FORM, VERSION, *_own_code()]
    parts += [part for source in sources for part in source]
    parts += [part for layout in layouts for part in _names(layout)]
    parts += sorted(statements) if statements is not None else ["-"]
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return digest.hexdigest()


def load(key: str) -> tuple[Rule, ...] | None:
    """The rules kept under the key, or None."""
    try:
        path = _path(key)
        if path is None:
            return None
        first, _, body = path.read_bytes().partition(b"\n")
        if first != _first_line(key, body):
            return None
        hot, *cold = body.decode("utf-8").split("\n")
        return rules_from(json.loads(hot), cold)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return None


def save(key: str, rules: Sequence[Rule]) -> None:
    """Keep the rules, in one step; the oldest of many files are taken away."""
    try:
        path = _path(key)
        if path is None:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}")
        body = "\n".join([hot_json(rules), *map(cold_json, rules)]).encode("utf-8")
        partial.write_bytes(_first_line(key, body) + b"\n" + body)
        partial.replace(path)
        for old in sorted(path.parent.glob("rules-*.json"), key=lambda p: p.stat().st_mtime)[:-_MOST]:
            old.unlink()
    except (OSError, ValueError, RuntimeError):
        return


def _first_line(key: str, body: bytes) -> bytes:
    """The key and a checksum, so that a file cut short or changed is not taken for a good one."""
    return f"{key} {crc32(body):08x}".encode()


def _names(layout: Layout) -> Iterator[str]:
    """What resolving names takes from a format: its years, and the keys of its sections and tables."""
    yield f"{layout.key} {layout.first_year} {layout.last_year}"
    yield " ".join(section.key for section in layout.sections)
    for table in layout.tables:
        yield table.key
        for block in table.blocks:
            yield " ".join(head.key for head in block.rows)
            yield " ".join(head.key for head in block.columns)
        for name, keys in table.groups.items():
            yield f"{name} {' '.join(keys)}"


def _path(key: str) -> Path | None:
    """The file of a key; None if GKCHECK_CACHE is set but empty: then nothing is kept."""
    chosen = os.environ.get(VARIABLE)
    if chosen is not None and not chosen.strip():
        return None
    return Path(chosen or _user_folder()) / f"rules-{key}.json"


def _user_folder() -> str:
    if sys.platform == "linux":  # as platformdirs says, without the 4 ms that it takes to load
        return os.path.join(os.environ.get("XDG_CACHE_HOME", "").strip() or os.path.expanduser("~/.cache"), "gkcheck")
    from platformdirs import user_cache_dir

    return user_cache_dir("gkcheck", appauthor=False)


def _own_code() -> Iterator[str]:
    """Sizes and times of the modules that make nodes: a change of the code makes old files useless."""
    here = Path(__file__).parent
    made_by = ("grammar", "resolve", "resolve_parts", "resolve_calls", "scope", "names", "signatures", "needs")
    for name in (*made_by, "rule_lines", "edit_lines", "templates", "lines", "nodes", "encode"):
        try:
            stat = os.stat(here / f"{name}.py")
            yield f"{stat.st_size}.{stat.st_mtime_ns}"
        except OSError:  # a zipped or compiled installation: the version tells
            yield "-"
