"""A table of contents that the file does not mark as one: all headings in a row, and each of them again further on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.document import Grid, Paragraph
from checker.layout.folding import fold_whole
from checker.layout.headings import Line

_TITLE = 12  # characters of a line that may be the title of a table of contents
_LEAST = 3  # headings in a row that make a table of contents


def find_contents(
    blocks: Sequence[Paragraph | Grid], lines: Mapping[int, Line], places: Mapping[str, int], words: Sequence[str]
) -> frozenset[int]:
    """Indices of the blocks that belong to a table of contents.

    lines: by block. places: key of a section -> its place in the report. words: what may stand over such a table.
    """
    found = {i for i, block in enumerate(blocks) if isinstance(block, Paragraph) and block.contents}
    titles = {fold_whole(word) for word in words}
    first = min((line.key for line in lines.values() if line.key is not None), key=places.__getitem__, default=None)
    for run in _runs(blocks, lines, found):
        keys = {lines[i].key for i in run if i in lines and lines[i].key is not None}
        later = {line.key for i, line in lines.items() if i > run[-1] and i not in found and line.key is not None}
        paged = sum(1 for i in run if i in lines and lines[i].page)
        # Parts of a section may be called as the sections further on; but only contents begin with the first section,
        # and where that heading is missing further on, only contents stand under their title.
        begins = lines[run[0]].key == first and (first in later or _under_title(blocks, run[0], titles))
        again = begins and len(keys & later) * 3 >= len(keys) * 2
        if len(keys) >= _LEAST and (again or paged >= _LEAST):
            found |= set(run)
    if found:
        found |= {i for i, line in lines.items() if line.page}
    for i, block in enumerate(blocks):
        if isinstance(block, Paragraph) and len(block.text) <= _TITLE and fold_whole(block.text) in titles:
            found.add(i)
    return frozenset(found)


def _under_title(blocks: Sequence[Paragraph | Grid], at: int, titles: set[str]) -> bool:
    """Whether the block before is the title of a table of contents."""
    before = blocks[at - 1] if at else None
    return isinstance(before, Paragraph) and len(before.text) <= _TITLE and fold_whole(before.text) in titles


def _runs(blocks: Sequence[Paragraph | Grid], lines: Mapping[int, Line], marked: set[int]) -> list[list[int]]:
    """Stretches of headings and other short lines between prose or tables, from the first section named to the last."""
    runs: list[list[int]] = []
    run: list[int] = []
    seen: set[str] = set()
    for i, block in enumerate([*blocks, None]):
        line = lines.get(i)
        if isinstance(block, Paragraph) and i not in marked and line is not None and line.short and not line.body:
            if line.key in seen and run and line.key == lines[run[0]].key:
                runs.append(run)  # the headings begin again: the real ones
                run, seen = [], set()
            if run or line.key is not None:
                run.append(i)
                seen |= {line.key} if line.key is not None else set()
            continue
        if isinstance(block, Paragraph) and i in marked:
            continue
        if run:
            runs.append(run)
        run, seen = [], set()
    return [_trimmed(run, lines) for run in runs]


def _trimmed(run: list[int], lines: Mapping[int, Line]) -> list[int]:
    """The run without the lines behind its last section that are no entries of it."""
    end = max(k for k, i in enumerate(run) if lines[i].key is not None)
    while end + 1 < len(run) and lines[run[end + 1]].page:
        end += 1
    return run[: end + 1]
