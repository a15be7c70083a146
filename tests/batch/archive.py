"""A made-up archive: bodies by years, built by tests/builders, one folder a year."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.builders import build, random_spec
from tests.builders.bodies import BODIES
from tests.builders.spec import Body

YEARS = (2021, 2022, 2023)
_PLACES = "东西南北中上下前后青白红云江河湖山林原泉"


def make_archive(top: Path, bodies: int, years: tuple[int, ...] = YEARS) -> list[Path]:
    """Reports of so many bodies for each year, top/year/number.docx; the files, in order of name."""
    made = []
    for year in years:
        folder = top / str(year)
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(bodies):
            spec = random_spec(10_000 * year + number, "2021", body=body_of(number), year=year)
            file = folder / f"{number:04}.docx"
            file.write_bytes(build(spec))
            made.append(file)
    return sorted(made)


def body_of(number: int) -> Body:
    """The body of a number: one of the builders' in a place of its own."""
    some = BODIES[number % len(BODIES)]
    far, near = divmod(number // len(BODIES), len(_PLACES))
    prefix = _PLACES[far % len(_PLACES)] + _PLACES[near]
    return replace(some, name=prefix + some.name[2:])
