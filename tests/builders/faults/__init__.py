"""Faults as a reviewer meets them, each planted alone in a compliant report."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.builders.spec import Spec


@dataclass(frozen=True, slots=True)
class Where:
    """Where the finding should stand; None is not asked. quote: words of the sentence that is at fault."""

    section: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    quote: str | None = None


ANYWHERE = Where()


@dataclass(frozen=True, slots=True)
class Planted:
    """A report with one fault, what it is to be compared with, and where the finding should stand."""

    spec: Spec
    where: Where = ANYWHERE
    previous: Spec | None = None
    others: tuple[Spec, ...] = ()
    parts: tuple[Spec, ...] = ()


Plant = Callable[[Spec, random.Random], Planted | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault in one wording.

    code: the rule that must find it ("GK401|GK409": either). name: unique. plant: gives None for a report in which the
    fault cannot be made. layouts: the formats it exists in.
    """

    code: str
    name: str
    plant: Plant
    layouts: tuple[str, ...] = ("2019", "2021")

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that count as found."""
        return tuple(self.code.split("|"))


def sentence(
    code: str, name: str, text: str, section: str = "overview", when: str = "True", *, quote: str = ""
) -> Fault:
    """A fault that is one sentence, said in a paragraph of its own at the end of the section's prose."""

    def plant(spec: Spec, rng: random.Random) -> Planted | None:
        if not eval(when, {"__builtins__": {"abs": abs}}, dict(spec.facts)):
            return None
        said = text.format_map(spec.facts)
        return Planted(
            spec.say(section, *said.split("\v")), Where(section=section, quote=quote or said.split("\v")[-1])
        )

    return Fault(code, name, plant)


def replaced(spec: Spec, old: str, new: str) -> Spec | None:
    """The report with a passage of its prose replaced; None if it does not stand there once."""
    paragraphs_old, paragraphs_new = old.split("\n"), new.split("\n")
    hits = 0
    sections = []
    for section in spec.sections:
        prose: list[tuple[str, ...]] = []
        for paragraphs in (section.paragraphs, section.after):
            joined = "\n".join(paragraphs)
            found = joined.count("\n".join(paragraphs_old))
            hits += found
            prose.append(
                tuple(joined.replace("\n".join(paragraphs_old), "\n".join(paragraphs_new)).split("\n"))
                if found
                else paragraphs
            )
        sections.append(replace(section, paragraphs=prose[0], after=prose[1]))
    return replace(spec, sections=tuple(sections)) if hits == 1 else None


def section_of(spec: Spec, text: str) -> str | None:
    """The key of the section whose prose holds the text's last line."""
    last = text.rsplit("\n", maxsplit=1)[-1]
    return next((s.key for s in spec.sections if any(last in p for p in (*s.paragraphs, *s.after))), None)
