"""A paragraph being read, and where its words stand."""

from __future__ import annotations

from checker.dataclass import dataclass
from checker.document import Place
from checker.statements.folding import Folded


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of a paragraph: part of the report, number of the paragraph, folded text, report year."""

    section: str
    n: int
    folded: Folded
    year: int | None

    @property
    def text(self) -> str:
        """The plain text."""
        return self.folded.text

    def place(self, start: int, end: int) -> Place:
        """The words from start to end of the plain text, as a place."""
        return Place(section=self.section, paragraph=self.n, quote=self.folded.quote(start, end))
