"""A regular expression that is compiled when a text first needs it: most reports need few of the forms of a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from checker.expressions import compiled


class Late:
    """As re.compile(pattern), but later."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _form(self) -> re.Pattern[str]:
        return compiled(self.pattern)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As re.Pattern.finditer."""
        return self._form.finditer(text)

    def search(self, text: str) -> re.Match[str] | None:
        """As re.Pattern.search."""
        return self._form.search(text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As re.Pattern.match."""
        return self._form.match(text, start)
