"""How much a reader takes from one file before it refuses or cuts: a hostile file costs seconds, not the machine.

An annual report is 20 KB to some MB on disk, and its document.xml 40 KB to 5 MB. Every limit lies far above that, and
together they keep one file within 1 GiB of memory.
"""

from __future__ import annotations

FILE_BYTES = 512 * 1024 * 1024
"""A file on disk: reports with hundreds of photographs stay below; the photographs are never read."""

ENTRIES = 20_000
"""Members of the package: Word writes 12 to some hundred."""

PART_BYTES = 48 * 1024 * 1024
"""A part when inflated, whatever the package declares: ten times the largest report met."""

TOTAL_BYTES = 96 * 1024 * 1024
"""All parts that are read of one file, inflated."""

MARKUP = 1_200_000
"""Tags and attributes of a part: libxml2 takes about 200 bytes for each, so this is what bounds memory."""

COLUMNS = 512
"""Columns of a grid: Word itself allows 63, other makers more. A wider span is cut, with a caution."""

POSITIONS = 1_000_000
"""Rows times columns of a grid, and of all grids of a file together."""

RELATIONSHIPS = 5_000
"""Relationships of one part: a report with a thousand hyperlinks stays below."""

MARKS = 1_000
"""Marks of one kind (tracked changes, comments …) that are told one by one; a reviewer needs no more."""

QUOTE = 200
"""Characters of a mark's quotation."""
