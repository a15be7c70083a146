"""Statements as kept from one process to the next: at once what every reading needs, the rest when it is asked for.

    kept = a line of JSON, a line of fillings and one of lines of statements, each between tabs,
           the lists and the entries of the index one after the other, and the rest, packed

The first line tells the names and the lengths of lists and entries; each of these, each filling and each line of a
statement is decoded when it is first met, as reading meets few of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from zlib import compress, decompress

from checker.hints import Any
from checker.plain_data import from_plain, to_plain
from checker.statements.pack import Example, Index, Pattern, Statement, StatementPack

_CLASSES = (Statement, Pattern, Example)
_CODING = "utf-16-le"  # of lists and entries: it is taken back as it stands in memory


def keep_statements(pack: StatementPack) -> bytes:
    """What `kept_statements` takes back."""
    from checker.statements.index import index_of  # late: needed only where a pack is made

    index = pack.index or index_of(pack)
    words = {name: "|".join(listed) for name, listed in pack.words.items()}  # no word holds the mark of alternatives
    rest = to_plain((pack.statements, pack.patterns, pack.slots, pack.topics, pack.defaults), _CLASSES)
    texts = [text.encode(_CODING) for kept in (words, index.entries) for text in kept.values()]
    told = [
        *(list(words), list(index.entries), [len(text) for text in texts]),
        *(index.places, index.years, index.slots, index.shadows),
        *(index.lines, index.told, index.stops),
        *(index.statements, index.topics, index.measures),
    ]
    rows = [b"\t".join(map(_json, listed)) for listed in (index.fillings, index.patterns)]
    return b"".join([b"\n".join([_json(told), *rows, b""]), *texts, compress(_json(rest), 1)])


def kept_statements(kept: bytes, start: int = 0) -> StatementPack:
    """The pack that was kept, from `start` on. Raises ValueError, TypeError or IndexError for another form."""
    end = kept.index(b"\n", start)
    second = kept.index(b"\n", end + 1)
    third = kept.index(b"\n", second + 1)
    names, begins, lengths, where, years, slots, shadows, lines, said, stops, *told = json.loads(kept[start:end])
    fillings, patterns = _Rows(kept[end + 1 : second]), _Rows(kept[second + 1 : third])
    packed = memoryview(kept)[third + 1 :]
    places = list(accumulate(lengths, initial=0))
    words = _Texts(names, places, packed)
    rest = _Rest(packed[places[-1] :])
    return StatementPack(
        _LateMapping(rest, 0),
        _LateSequence(rest, 1),
        _LateSequence(rest, 2),
        _Lists(words),
        _LateMapping(rest, 3),
        _LateMapping(rest, 4),
        Index(
            _Texts(begins, places[len(names) :], packed),
            *(where, fillings, years, slots, shadows, lines, said, stops, patterns),
            *told,
        ),
    )


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


class _Texts(Mapping[str, str]):
    """Texts by name, out of bytes that hold them one after the other: text i from places[i] to places[i + 1]."""

    def __init__(self, names: Sequence[str], places: Sequence[int], kept: memoryview) -> None:
        self._at = dict(zip(names, range(len(names)), strict=True))
        self._places, self._kept = places, kept

    def __getitem__(self, name: str) -> str:
        at = self._at[name]
        return str(self._kept[self._places[at] : self._places[at + 1]], _CODING)

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)


class _Rows(Sequence[Any]):
    """Values of JSON between tabs, each decoded when it is asked for."""

    def __init__(self, line: bytes) -> None:
        self._rows = line.split(b"\t")

    def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 - a number or a slice, as of every sequence
        return json.loads(self._rows[at])

    def __len__(self) -> int:
        return len(self._rows)


class _Lists(Mapping[str, tuple[str, ...]]):
    """The shared lists, each taken apart when it is asked for."""

    def __init__(self, kept: _Texts) -> None:
        self._kept, self._read = kept, dict[str, tuple[str, ...]]()

    def __getitem__(self, name: str) -> tuple[str, ...]:
        found = self._read.get(name)
        if found is None:
            text = self._kept[name]
            found = self._read[name] = tuple(text.split("|")) if text else ()
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


class _Rest:
    """What only proofs, pages and the making of an index ask for."""

    def __init__(self, packed: memoryview) -> None:
        self._packed = packed

    @cached_property
    def parts(self) -> tuple[Any, ...]:
        """Statements, patterns, slots, topics, defaults."""
        parts: tuple[Any, ...] = from_plain(json.loads(decompress(self._packed)), _CLASSES)
        return parts


class _LateMapping(Mapping[str, Any]):
    def __init__(self, rest: _Rest, at: int) -> None:
        self._rest, self._at = rest, at

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - a statement, a topic …
        return self._rest.parts[self._at][name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rest.parts[self._at])

    def __len__(self) -> int:
        return len(self._rest.parts[self._at])


class _LateSequence(Sequence[Any]):
    def __init__(self, rest: _Rest, at: int) -> None:
        self._rest, self._at = rest, at

    def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 - a number or a slice, as of every sequence
        return self._rest.parts[self._at][at]

    def __len__(self) -> int:
        return len(self._rest.parts[self._at])
