"""What became of proofs: how many were run, and those that did not hold."""

from __future__ import annotations

from typing import Literal

from checker.dataclass import dataclass
from checker.errors import Said

Kind = Literal["model", "fails", "passes", "mend", "sentence"]


@dataclass(frozen=True, slots=True)
class Unproved:
    """A proof that did not hold.

    code: of the rule, or the name of the statement. kind: model (a model report is flagged), fails (the edit is not
    flagged, or elsewhere), passes (the near miss is flagged), mend (what was broken is not mended), sentence (a
    statement's sentence is misread). layout: of the model report, "" for a sentence. source: the line as written, ""
    for a model. message: what happened.
    """

    code: str
    kind: Kind
    layout: str
    file: str
    line: int
    source: str
    message: Said


@dataclass(frozen=True, slots=True)
class ProofResult:
    """How many proofs were run, and those that did not hold, in the order of the rules."""

    run: int = 0
    unproved: tuple[Unproved, ...] = ()

    def __add__(self, other: ProofResult) -> ProofResult:
        return ProofResult(self.run + other.run, self.unproved + other.unproved)

    @property
    def lost(self) -> int:
        """How many did not hold; a rule that flags model reports is one, however often it does."""
        flagging = {one.code for one in self.unproved if one.kind == "model"}
        return len(flagging) + sum(one.kind != "model" for one in self.unproved)
