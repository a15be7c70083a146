"""A fact with the place where it is stated."""

from __future__ import annotations

from checker.dataclass import dataclass
from checker.document import Place
from checker.hints import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value, the section and paragraph that state it, and the words as printed."""

    value: T
    section: str
    paragraph: int
    quote: str

    @property
    def place(self) -> Place:
        """The place as findings name it."""
        return Place(section=self.section, paragraph=self.paragraph, quote=self.quote)
