"""Rules parsed before, kept as JSON in the user's cache folder: found again only for the same files, formats and
version.

The file is data, never code. One that is broken, foreign or cannot be read or written is as good as none: rules are
then parsed anew, and nothing is said.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from checker import __version__
from checker.language.encode import rules_from_json, rules_to_json
from checker.language.nodes import Rule
from checker.layout.model import Layout

_FORM = "1"  # changes when the form of nodes or of this file changes
VARIABLE = "GKCHECK_CACHE"


def key_of(sources: Sequence[tuple[str, str]], layouts: Sequence[Layout], statements: Collection[str] | None) -> str:
    """The name under which rules are kept: a digest of all that they are made from."""
    digest = blake2b(digest_size=20)
    parts = [_FORM, __version__, _own_code()]
    parts += [part for source in sources for part in source]
    parts += [repr(layout) for layout in layouts]
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
        kept = json.loads(path.read_bytes())
        return rules_from_json(kept["rules"]) if kept["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return None


def save(key: str, rules: Sequence[Rule]) -> None:
    """Keep the rules, in one step; the oldest of many files are taken away."""
    kept: dict[str, Any] = {"key": key, "rules": rules_to_json(rules)}
    try:
        path = _path(key)
        if path is None:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}")
        partial.write_text(json.dumps(kept, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        partial.replace(path)
        _tidy(path.parent)
    except (OSError, ValueError, RuntimeError):
        return


def _tidy(folder: Path, most: int = 12) -> None:
    files = sorted(folder.glob("rules-*.json"), key=lambda p: p.stat().st_mtime)
    for old in files[:-most]:
        old.unlink()


def _path(key: str) -> Path | None:
    """The file of a key; None if GKCHECK_CACHE is set but empty: then nothing is kept."""
    chosen = os.environ.get(VARIABLE)
    if chosen is not None and not chosen.strip():
        return None
    if chosen is None:
        from platformdirs import user_cache_dir

        chosen = user_cache_dir("gkcheck", appauthor=False)
    return Path(chosen) / f"rules-{key}.json"


def _own_code() -> str:
    """Sizes and times of the modules that make nodes: a change of the code makes old files useless."""
    here = Path(__file__).parent
    names = (
        "grammar",
        "resolve",
        "resolve_calls",
        "names",
        "signatures",
        "rule_lines",
        "edit_lines",
        "needs",
        "nodes",
        "templates",
    )
    found = []
    for name in names:
        try:
            stat = (here / f"{name}.py").stat()
            found.append(f"{stat.st_size}.{stat.st_mtime_ns}")
        except OSError:
            found.append("-")
    return ",".join(found)
