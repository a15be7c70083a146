"""A Spec as a sequence of parts in reading order, for every writer the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.builders.sheets import Matrix, sheet
from tests.builders.spec import Spec


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph or a table. kind: title, heading, text, signature or table."""

    kind: str
    text: str = ""
    matrix: tuple[tuple[object, ...], ...] = ()


def parts(spec: Spec) -> list[Part]:
    """The parts of a report as tests/builders/build.py writes them in the plain shape."""
    found = [Part("title", "".join(spec.title))]
    found += [Part("text", text) for text in spec.preface]
    for section in spec.sections:
        found.append(Part("heading", section.number + section.heading))
        found += [Part("text", text) for text in section.paragraphs]
        found += [
            Part("table", table.key, _frozen(sheet(table).matrix)) for table in spec.tables if table.key == section.key
        ]
        found += [Part("text", text) for text in section.after]
    return found + [Part("signature", text) for text in spec.signature]


def _frozen(matrix: Matrix) -> tuple[tuple[object, ...], ...]:
    return tuple(tuple(row) for row in matrix)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A cell as a row shows it. above: it is merged down from the row above."""

    text: str
    across: int
    down: int
    above: bool


def cells(matrix: tuple[tuple[object, ...], ...]) -> Iterator[list[Drawn]]:
    """The cells of each row, each once in its row."""
    for r, row in enumerate(matrix):
        line: list[Drawn] = []
        c = 0
        while c < len(row):
            box = row[c]
            end = c + 1
            while end < len(row) and row[end] is box:
                end += 1
            down = 1
            while r + down < len(matrix) and matrix[r + down][c] is box:
                down += 1
            line.append(Drawn(box.text, end - c, down, r > 0 and matrix[r - 1][c] is box))  # type: ignore[attr-defined]
            c = end
        yield line
