"""Regular expressions, compiled when a text first needs them, and kept for later processes.

A report needs some eighty; compiling them costs `re` more than reading and laying it. Kept are the numbers that `re`
compiles an expression to, data that `re` checks when it takes them back. A file that is broken, of another Python or
cannot be read or written is as good as none: the expressions are then compiled, and nothing is said.

Patterns of rules, which are RE2's, are kept likewise where `re` is as quick and finds the same (backtracking.py).
"""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from zlib import adler32

from checker.cache_place import cache_place
from checker.hints import Any

MOST_STEPS = 500_000  # of `re` on one text, where RE2 could do it: some five milliseconds
_FORM = "4"  # changes when the form of the file does
_MOST = 800  # expressions kept: more than there are; those of older versions go when it is full
_MAKER: Any = sys.modules.get("_sre")

_NONE = "-"  # of a pattern that has no short form
_UNFIT = (TypeError, ValueError, RuntimeError, OverflowError, AttributeError)
_RULE = "RE2 "  # before a pattern of a rule, in the names under which expressions are kept

_kept: dict[str, Any] = {}  # by name, as a text of JSON until it is asked for
_missed: dict[str, tuple[str, int]] = {}
_wanted: dict[str, str] = {}


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As re.compile, for an expression of ours. Raises re.error."""
    key = f"{int(flags)} {pattern}"
    kept = _kept.get(key)
    if kept is not None:
        try:
            return _taken_back(pattern, json.loads(kept))
        except _UNFIT:
            del _kept[key]
    _missed[key] = pattern, int(flags)
    return re.compile(pattern, flags)


class ShortForm:
    """A pattern of RE2 as compiled by `re`, and on which texts that is the quicker one (backtracking.InRe)."""

    __slots__ = ("_each", "_reach", "_starts", "pattern")

    def __init__(self, pattern: re.Pattern[str], reach: int, each: int, starts: list[Any] | None) -> None:
        self.pattern, self._reach, self._each = pattern, int(reach), int(each)
        self._starts = None
        if starts is not None:
            characters, far, once, idle = starts
            self._starts = str(characters), int(far), int(once), int(idle)

    def steps(self, text: str) -> int | None:
        """The most steps that it can take on a text; None if that may be too many."""
        length = len(text)
        if length <= self._reach:
            return length * self._each
        if self._starts is None:
            return None
        characters, reach, once, idle = self._starts
        if length > reach:
            return None
        most = (length + 1) * idle + len(compiled(characters).findall(text)) * once
        return most if most <= MOST_STEPS else None


@cache
def short_form(pattern: str) -> ShortForm | None:
    """A pattern of RE2 as compiled by `re`.

    None until a process before this one kept it, and where `re` might be slow or find something else.
    """
    key = _RULE + pattern
    kept = _kept.get(key)
    if kept is None:
        _wanted[key] = pattern
    elif kept != _NONE:
        try:
            plain, reach, each, starts, numbers = json.loads(kept)
            return ShortForm(_taken_back(plain, numbers), reach, each, starts)
        except _UNFIT:
            del _kept[key]
    return None


def recall() -> None:
    """Take up what earlier processes kept, if it is of this Python."""
    place = cache_place()
    if place is None:
        return
    try:
        with open(_file(place), "rb") as opened:
            first, _, body = opened.read().partition(b"\n")
        if first == _first_line(body):
            parts = body.decode("utf-8", "surrogatepass").split("\0")
            _kept.update(zip(parts[::2], parts[1::2], strict=True))
    except (OSError, ValueError):
        return


def keep() -> None:
    """Keep for later processes what this one had to compile, in one step."""
    place = cache_place()
    if place is None or not (_missed or _wanted):
        return
    import importlib
    import os

    try:
        parser, compiler = importlib.import_module("re._parser"), importlib.import_module("re._compiler")
        made = {key: _numbers(pattern, flags, parser, compiler) for key, (pattern, flags) in _missed.items()}
        good = {
            key: json.dumps(one)
            for key, one in made.items()
            if _taken_back(_missed[key][0], one) == re.compile(*_missed[key])
        }
        good |= _short_forms(parser, compiler)
        whole = {**_kept, **good} if len(_kept) + len(good) <= _MOST else good
        parts = [part for pair in whole.items() if "\0" not in pair[0] for part in pair]
        body = "\0".join(parts).encode("utf-8", "surrogatepass")
        os.makedirs(place, exist_ok=True)
        partial = f"{_file(place)}.{os.getpid()}"
        with open(partial, "wb") as opened:
            opened.write(_first_line(body) + b"\n" + body)
        os.replace(partial, _file(place))
    except (OSError, ValueError, TypeError, AttributeError, ImportError, RuntimeError, OverflowError):
        return  # another Python than those that are known: it compiles each time


def _short_forms(parser: Any, compiler: Any) -> dict[str, str]:  # noqa: ANN401 - modules of `re`
    """What short_form was asked for and did not have."""
    if not _wanted:
        return {}
    from checker.backtracking import in_re
    from checker.re2_syntax import FLAGS

    made: dict[str, str] = {}
    for key, pattern in _wanted.items():
        found = in_re(pattern)
        numbers = None if found is None else _numbers(found.pattern, FLAGS, parser, compiler)
        good = found and numbers and _taken_back(found.pattern, numbers) == re.compile(found.pattern, FLAGS)
        made[key] = json.dumps([*found, numbers]) if found and good else _NONE
    return made


def forget() -> None:
    """Keep nothing of this process for later ones."""
    _missed.clear()
    _wanted.clear()


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
