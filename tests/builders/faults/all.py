"""All faults in one list."""

from __future__ import annotations

from tests.builders.faults import Fault
from tests.builders.faults.files import FILE_FAULTS
from tests.builders.faults.others import OTHER_FAULTS
from tests.builders.faults.period import PERIOD_FAULTS
from tests.builders.faults.required import REQUIRED_FAULTS
from tests.builders.faults.stated import CLAIM_FAULTS, stated_faults
from tests.builders.faults.structure import STRUCTURE_FAULTS
from tests.builders.faults.tables import TABLE_FAULTS
from tests.builders.faults.wording import WORDING_FAULTS
from tests.builders.write import OPEN

FAULTS: tuple[Fault, ...] = (
    *FILE_FAULTS,
    *STRUCTURE_FAULTS,
    *PERIOD_FAULTS,
    *TABLE_FAULTS,
    *stated_faults(OPEN),
    *CLAIM_FAULTS,
    *REQUIRED_FAULTS,
    *OTHER_FAULTS,
    *WORDING_FAULTS,
)
