"""Numbered paragraphs and grids, for readers of forms that have no Word package."""

from __future__ import annotations

from collections.abc import Sequence

from checker.dataclass import dataclass, field
from checker.document import Cell, Document, FileFacts, Grid, Paragraph
from checker.errors import InputError
from checker.readers import limits

Rows = Sequence[Sequence[Cell | None]]
_CUT = "The file holds more or larger tables than a report; what lies beyond the limit was not read."


@dataclass(slots=True)
class Blocks:
    """Collects blocks in reading order; paragraphs without words are left out, as everywhere."""

    found: list[Paragraph | Grid] = field(default_factory=list)
    cautions: list[str] = field(default_factory=list)
    count: int = 0
    positions: int = 0
    characters: int = 0

    def line(self, text: str, number: str = "", level: int | None = None, *, contents: bool = False) -> None:
        """Append a paragraph. Raises InputError where the text is beyond any report."""
        self.characters += len(text)
        if self.characters > limits.TEXT_CHARACTERS:
            raise too_large()
        if text and not text.isspace():
            self.count += 1
            self.found.append(Paragraph(self.count, text, number, level, contents))

    def grid(self, rows: Rows) -> None:
        """Append a grid; rows beyond the limit are left out with a caution."""
        width = max((len(row) for row in rows), default=0)
        if not width:
            return
        left = (limits.POSITIONS - self.positions) // width
        if left < len(rows):
            rows = rows[:left]
            if _CUT not in self.cautions:
                self.cautions.append(_CUT)
            if not rows:
                return
        self.positions += width * len(rows)
        self.found.append(Grid(tuple(tuple(row) for row in rows), self.count))

    def document(self, form: str, cautions: Sequence[str] = ()) -> Document:
        """All of it as a document of a form that carries no facts of the file."""
        return Document(tuple(self.found), FileFacts(form), (), (*cautions, *self.cautions))


def too_large() -> InputError:
    """The error for more text than any report has."""
    return InputError(
        "文字过多，不像是年度报告，已停止读取；请核对文件，或用 --limit 放宽限额",
        "far more text than an annual report has; check the file, or raise the limit with --limit",
    )
