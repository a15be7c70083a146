"""The files of the benchmark: compliant reports and planted faults, the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tests.builders.faults import Fault, Planted
from tests.builders.faults.others import with_previous
from tests.builders.shapes import PLAIN, SHAPES, Shape, random_shape
from tests.builders.spec import Spec
from tests.builders.write import Wordings, random_spec


@dataclass(frozen=True, slots=True)
class Case:
    """A report in a shape. fault: None for a compliant one."""

    name: str
    planted: Planted
    shape: Shape
    fault: Fault | None = None

    @property
    def spec(self) -> Spec:
        """The report itself."""
        return self.planted.spec


def compliant_cases(wordings: Wordings, number: int) -> Iterator[Case]:
    """Compliant reports: every single shape in both formats, random shapes, and pairs with last year's report."""
    for i, (name, shape) in enumerate(SHAPES.items()):
        for layout in ("2019", "2021"):
            yield Case(f"{name}/{layout}/{i}", Planted(random_spec(i, layout, wordings=wordings)), shape)
    for seed in range(1000, 1000 + number):
        layout = ("2019", "2021", "2021")[seed % 3]
        shape = PLAIN if seed % 2 else random_shape(seed)
        yield Case(f"random/{layout}/{seed}", Planted(random_spec(seed, layout, wordings=wordings)), shape)
    for seed in range(number // 5):
        layout = ("2019", "2021")[seed % 2]
        spec, before = with_previous(seed, layout, wordings=wordings)
        yield Case(f"previous/{layout}/{seed}", Planted(spec, previous=before), PLAIN)


def planted_cases(faults: Sequence[Fault], wordings: Wordings, times: int) -> Iterator[Case]:
    """Each fault in `times` reports, the first plain, the others in random shapes."""
    for fault in faults:
        made = 0
        for seed in range(400):
            layout = fault.layouts[seed % len(fault.layouts)]
            spec = random_spec(seed + 7 * len(fault.name), layout, wordings=wordings)
            planted = fault.plant(spec, random.Random(f"{fault.name} {seed}"))
            if planted is None:
                continue
            shape = PLAIN if made == 0 else replace(random_shape(seed), signature=True)
            yield Case(f"{fault.code}/{fault.name}/{layout}/{seed}", planted, shape, fault)
            made += 1
            if made == times:
                break
