"""Regular expressions, compiled when a text first needs them, and kept for later processes.

A report needs some eighty; compiling them costs `re` more than reading and laying it. Kept are the numbers that `re`
compiles an expression to, data that `re` checks when it takes them back. A file that is broken, of another Python or
cannot be read or written is as good as none: the expressions are then compiled, and nothing is said.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import Any
from zlib import adler32

from checker.cache_place import cache_place

_FORM = "1"  # changes when the form of the file does
_MOST = 400  # expressions kept: more than there are; those of older versions go when it is full
_MAKER: Any = sys.modules.get("_sre")

_kept: dict[str, list[Any]] = {}
_missed: dict[str, tuple[str, int]] = {}


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As re.compile, for an expression of ours. Raises re.error."""
    key = f"{int(flags)} {pattern}"
    kept = _kept.get(key)
    if kept is not None:
        try:
            return _taken_back(pattern, kept)
        except (TypeError, ValueError, RuntimeError, OverflowError, AttributeError):
            del _kept[key]
    _missed[key] = pattern, int(flags)
    return re.compile(pattern, flags)


def recall() -> None:
    """Take up what earlier processes kept, if it is of this Python."""
    place = cache_place()
    if place is None:
        return
    import json

    try:
        with open(_file(place), "rb") as opened:
            first, _, body = opened.read().partition(b"\n")
        if first == _first_line(body):
            _kept.update(json.loads(body))
    except (OSError, ValueError, TypeError, RecursionError):
        return


def keep() -> None:
    """Keep for later processes what this one had to compile, in one step."""
    place = cache_place()
    if place is None or not _missed:
        return
    import importlib
    import json
    import os

    try:
        parser, compiler = importlib.import_module("re._parser"), importlib.import_module("re._compiler")
        made = {key: _numbers(pattern, flags, parser, compiler) for key, (pattern, flags) in _missed.items()}
        good = {key: one for key, one in made.items() if _taken_back(_missed[key][0], one) == re.compile(*_missed[key])}
        whole = {**_kept, **good} if len(_kept) + len(good) <= _MOST else good
        body = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        os.makedirs(place, exist_ok=True)
        partial = f"{_file(place)}.{os.getpid()}"
        with open(partial, "wb") as opened:
            opened.write(_first_line(body) + b"\n" + body)
        os.replace(partial, _file(place))
    except (OSError, ValueError, TypeError, AttributeError, ImportError, RuntimeError, OverflowError):
        return  # another Python than those that are known: it compiles each time


def _numbers(pattern: str, flags: int, parser: Any, compiler: Any) -> list[Any]:  # noqa: ANN401 - modules of `re`
    """What `re` compiles an expression to, as it hands it to its engine."""
    parsed = parser.parse(pattern, flags)
    code = b"".join(number.to_bytes(4, sys.byteorder) for number in compiler._code(parsed, flags))
    groups = parsed.state.groupdict
    return [int(flags | parsed.state.flags), parsed.state.groups - 1, dict(groups), code.hex()]


def _taken_back(pattern: str, kept: list[Any]) -> re.Pattern[str]:
    flags, count, groups, code = kept
    names: list[str | None] = [None] * (count + 1)
    for name, number in groups.items():
        names[number] = name
    numbers = memoryview(bytes.fromhex(code)).cast("I").tolist()
    made: re.Pattern[str] = _MAKER.compile(pattern, flags, numbers, count, groups, tuple(names))
    return made


def _file(place: str) -> str:
    return f"{place}/expressions.json"


def _first_line(body: bytes) -> bytes:
    """The Python that made it and a checksum: a file cut short, changed or foreign is not taken for a good one."""
    python = f"{_FORM} {sys.version} {sys.byteorder} {getattr(_MAKER, 'MAGIC', 0)} {getattr(_MAKER, 'CODESIZE', 0)}"
    return f"{python} {adler32(body):08x}".replace("\n", " ").encode()
