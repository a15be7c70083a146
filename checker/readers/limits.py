"""How much a reader takes from one file before it refuses or cuts: a hostile file costs seconds, not the machine.

An annual report is 20 KB to some MB on disk, and its document.xml 40 KB to 5 MB. Every limit lies far above that, and
together they keep one file within 1 GiB of memory. Each can be changed for a call: `--limit part-bytes=100M`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from checker.errors import InputError

FILE_BYTES = 512 * 1024 * 1024
"""A file on disk: reports with hundreds of photographs stay below; the photographs are never read."""

WHOLE_BYTES = 64 * 1024 * 1024
"""A file of a form that is read whole (PDF, web page, text, old Word): beyond any report without a film in it."""

TEXT_CHARACTERS = 2_000_000
"""Characters of a web page (without its scripts and pictures) or of a text: a report has 5,000 to 100,000."""

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

PDF_PAGES = 200
"""Pages of a PDF: reports have 5 to 60. At most 50 ms each."""

PDF_CHARACTERS = 400_000
"""Characters on all pages of a PDF together: a page of small print has 2,500."""

PDF_SECONDS = 9
"""Seconds that reading a PDF may take; 60 pages take 2 to 3. The program that reads it is then ended."""

OFFICE_SECONDS = 60
"""Seconds that LibreOffice may take for one file; a report takes 1 to 3, its first start on a slow disk 20."""

OFFICE_WAIT = 600
"""Seconds to wait while another gkcheck has LibreOffice convert a file: conversions run one at a time."""

CHILD_BYTES = 1024 * 1024 * 1024
"""Memory of a program that reads or converts a file (where the system can bound it: Linux)."""

_UNITS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}


def names() -> dict[str, int]:
    """Every limit as `--limit` names it, with its value now."""
    return {
        name.lower().replace("_", "-"): value
        for name, value in globals().items()
        if name.isupper() and not name.startswith("_")
    }


def shown(value: int) -> str:
    """A value as one writes it: "48M", "1,000"."""
    for unit in ("G", "M"):
        if value >= _UNITS[unit] and value % _UNITS[unit] == 0:
            return f"{value // _UNITS[unit]}{unit}"
    return f"{value:,}"


def parse(texts: tuple[str, ...]) -> dict[str, int]:
    """Limits out of texts such as "part-bytes=100M"; raises InputError for an unknown name or no number."""
    found: dict[str, int] = {}
    for text in texts:
        name, sign, value = (piece.strip() for piece in text.partition("="))
        unit = value[-1:].upper() if value[-1:].isalpha() else ""
        digits = value[:-1] if unit else value
        if name not in names():
            known = ", ".join(names())
            raise InputError(f"没有这项限额：{name}；可用的有 {known}", f"no such limit: {name}; there are {known}")
        if (
            not sign
            or unit not in _UNITS
            or not (digits.isascii() and digits.isdecimal())
            or not 0 < int(digits) < 10**9
        ):
            raise InputError(
                f"限额 {name} 的值应是正整数，可带 K、M、G，例如 {name}=100M",
                f"the limit {name} wants a positive whole number, with K, M or G if you like: {name}=100M",
            )
        found[name] = int(digits) * _UNITS[unit]
    return found


@contextmanager
def changed(values: Mapping[str, int]) -> Iterator[None]:
    """Other limits for a call; `values` as parse() gives them. They hold for the whole process, all its threads."""
    before = {name.upper().replace("-", "_"): value for name, value in names().items()}
    globals().update({name.upper().replace("-", "_"): value for name, value in values.items()})
    try:
        yield
    finally:
        globals().update(before)
