"""The words of the tests' reports: written by hand, by someone who has not seen the patterns."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class W:
    """A wording. text: a template over facts; when: the condition on the facts under which it is true.

    states: the facts of the tables that it states, parted by blanks; "none" for a claim that there was none; "open" for
    a list that does not claim to be complete.
    """

    text: str
    when: str = "True"
    states: str = ""

    def fits(self, facts: Mapping[str, Any]) -> bool:
        """Whether the wording is true of these facts."""
        return bool(eval(self.when, {"__builtins__": {}}, dict(facts)))

    def say(self, facts: Mapping[str, Any]) -> str:
        """The sentence."""
        return self.text.format_map(facts)


def choose(rng: random.Random, bank: Sequence[W], facts: Mapping[str, Any]) -> W:
    """A wording of the bank that is true. Raises IndexError if there is none."""
    return rng.choice([w for w in bank if w.fits(facts)])
