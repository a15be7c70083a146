"""Tables in plain text: which lines are rows of one, and what their cells are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from checker.readers.spans import is_figure

Table = list[list[str]]
Found = tuple[int, Table]
"""The line after a stretch, and the rows of the table that it is, [] where it is none."""

_PIPES = str.maketrans("｜│┃║", "||||")
_BORDER = frozenset("-+=:|_ \t─━═┄┈┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╭╮╰╯")
_LONG = 60
_SINGLE = 30
_MOST_PROSE = 0.2


def table_at(lines: Sequence[str], at: int) -> Found:
    """The table that begins at a line; where none does, the line from which on one may."""
    line = lines[at]
    if "\t" in line:
        return _tabbed(lines, at)
    if "|" in line.translate(_PIPES) or (line.strip()[:1] in "+┌╔├" and is_border(line)):
        return _piped(lines, at)
    return at + 1, []


def is_border(line: str) -> bool:
    """Whether a line is drawn between rows."""
    stripped = line.strip()
    return len(stripped) >= 3 and _BORDER.issuperset(stripped) and any(c in "-=─━═+" for c in stripped)


# ── a cell a line behind a tab, or cells parted by tabs ──


def _tabbed(lines: Sequence[str], at: int) -> Found:
    end, blanks = at, 0
    last = at
    while end < len(lines):
        if "\t" in lines[end]:
            last, blanks = end, 0
        elif not lines[end].strip():
            blanks += 1
            if blanks > 1:
                break
        elif not (not blanks and _continues(lines, end)) and not between(lines, end, _has_tab):
            break
        end += 1
    region = lines[at : last + 1]
    single = all(line.startswith("\t") and line.count("\t") == 1 for line in region if "\t" in line)
    rows = _cell_a_line(region) if single else _cells_by_tab(region)
    if rows is None or _is_prose(rows) or _is_contents(rows):
        return last + 1, []
    return last + 1, rows


def _has_tab(line: str) -> bool:
    return "\t" in line.strip()


def between(lines: Sequence[str], at: int, is_row: Callable[[str], bool]) -> bool:
    """Whether a line of one cell stands between rows: short, no heading by its number, and a row comes next."""
    line = lines[at].strip()
    if not line or len(line) > _SINGLE or any(mark in line for mark in "。；，：") or line[1:2] == "、":
        return False
    return at + 1 < len(lines) and is_row(lines[at + 1])


def is_caption(line: str, rows: Table) -> bool:
    """Whether the line before a table is its first row: it differs from rows of one cell in a character or two."""
    line = line.strip()
    singles = [row[0] for row in rows if len([cell for cell in row if cell]) == 1 and row[0]]
    return any(
        len(line) == len(text) > 3 and sum(a != b for a, b in zip(line, text, strict=True)) <= len(line) // 4
        for text in singles
    )


def _continues(lines: Sequence[str], at: int) -> bool:
    """Whether a line without a tab goes on with the cell above: the next line is a cell again."""
    return at + 1 < len(lines) and lines[at + 1].startswith("\t") and len(lines[at]) <= _LONG


def _cell_a_line(region: Sequence[str]) -> Table | None:
    rows: Table = [[]]
    for line in region:
        if line.startswith("\t"):
            rows[-1].append(line.strip())
        elif line.strip() and rows[-1]:
            rows[-1][-1] += "\n" + line.strip()
        elif rows[-1]:
            rows.append([])
    rows = [row for row in rows if row]
    return rows if len(rows) > 1 else None


def _cells_by_tab(region: Sequence[str]) -> Table | None:
    rows: Table = []
    quoted: list[str] = []
    for line in region:
        if quoted or line.count('"') % 2:  # spreadsheets put a cell with a line break in quotation marks
            quoted.append(line)
            if sum(part.count('"') for part in quoted) % 2 == 0 or len(quoted) > 4:
                rows.append(_split("\n".join(quoted)))
                quoted = []
            continue
        if line.strip(" "):
            rows.append(_split(line))
    rows += [_split(line) for line in quoted]
    rows = [row for row in rows if len(row) > 1 or row[0]]
    if sum(len(row) > 1 for row in rows) < 2:
        return None
    return rows


def _split(line: str) -> list[str]:
    return [cell.strip().strip('"').strip() for cell in line.split("\t")]


def _is_prose(rows: Table) -> bool:
    cells = [cell for row in rows for cell in row if cell]
    return not cells or sum(len(c) > _LONG and "。" in c for c in cells) > _MOST_PROSE * len(cells)


def _is_contents(rows: Table) -> bool:
    """Whether the rows are a table of contents: a line and a page number, which never falls."""
    if not all(len(row) == 2 and row[1].isdecimal() for row in rows):
        return False
    pages = [int(row[1][:9]) for row in rows]
    return pages[0] > 0 and pages == sorted(pages)


# ── cells between bars ──


def _piped(lines: Sequence[str], at: int) -> Found:
    found: list[str] = []
    end, last = at, at
    while end < len(lines):
        line = lines[end].translate(_PIPES).strip()
        if is_border(line):
            last = end
        elif _has_bar(line) or between(lines, end, _has_bar):
            found.append(line)
            last = end
        elif line or (end + 1 < len(lines) and not _has_bar(lines[end + 1])):
            break
        end += 1
    while found and "|" not in found[-1]:
        found.pop()
    rows = pipe_rows(found)
    if len(rows) < 2 or _is_prose(rows):
        return last + 1, []
    return last + 1, rows


def _has_bar(line: str) -> bool:
    return "|" in line.translate(_PIPES)


def pipe_rows(lines: Sequence[str]) -> Table:
    """The cells of rows with bars; a bar at the edge of every row is drawn around the table, else it parts cells."""
    rows = [line.strip() for line in lines]
    barred = [row for row in rows if "|" in row]
    left, right = all(r.startswith("|") for r in barred), all(r.endswith("|") for r in barred)
    return [_pipe_cells(row, left=left, right=right) for row in rows]


def _pipe_cells(line: str, *, left: bool, right: bool) -> list[str]:
    """The cells of a row; a bar behind a backslash belongs to its cell."""
    if "|" not in line:
        return [line]
    line = line.replace("\\|", "\x1f")
    line = line.removeprefix("|") if left else line
    line = line.removesuffix("|") if right else line
    return [cell.strip().replace("\x1f", "|") for cell in line.split("|")]


# ── cells set apart by blanks ──


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"[ \u3000]{2,80}")


def tokens(line: str) -> list[tuple[int, str]]:
    """The words of a line set apart by wide gaps, and its figures at the end, each with its middle on the page.

    The middle is counted in half-width characters, twice.
    """
    body = line.rstrip()
    found: list[tuple[int, str]] = []
    at = len(body) - len(body.lstrip())
    for part in _gap().split(body.strip()):
        where = body.find(part, at)
        at = where + len(part)
        found += _with_figures(part, where)
    widths = [0]
    for char in body:
        widths.append(widths[-1] + (2 if char >= "\u2e80" else 1))
    return [(widths[start] + widths[start + len(text)], text) for start, text in found]


def _with_figures(part: str, where: int) -> list[tuple[int, str]]:
    """A stretch without a wide gap, its figures at the end parted from it and from one another."""
    words = part.split(" ")
    cut = len(words)
    while cut > 0 and is_figure(words[cut - 1]):
        cut -= 1
    found: list[tuple[int, str]] = []
    label = " ".join(words[:cut]).rstrip()
    if label:
        found.append((where, label))
    at = where + len(" ".join(words[:cut])) + (cut > 0)
    for word in words[cut:]:
        if word:
            found.append((at, word))
        at += len(word) + 1
    return found
