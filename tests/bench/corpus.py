"""The reports that are measured: made-up bodies by years, no two alike, with the XML that Word writes or the barest."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.batch.archive import body_of
from tests.bench.wordy import wordy
from tests.builders import build, random_shape, random_spec

_YEARS = (2020, 2021, 2022, 2023, 2024)


def corpus(top: Path, reports: int, *, barest: bool = False) -> list[Path]:
    """So many reports in a folder for each year, made unless they are there; the files, in order of name.

    barest: with the XML that the builders write, which is less than any office program does.
    """
    place = top / f"{'barest' if barest else 'word'}-{reports}"
    wanted = [_file(place, number, reports) for number in range(reports)]
    missing = [(number, file, barest) for number, file in enumerate(wanted) if not file.exists()]
    for file in wanted:
        file.parent.mkdir(parents=True, exist_ok=True)
    if missing:
        with ProcessPoolExecutor() as pool:
            list(pool.map(_make, missing, chunksize=20))
    return sorted(wanted)


def _file(place: Path, number: int, reports: int) -> Path:
    bodies = -(-reports // len(_YEARS))
    return place / str(_YEARS[number // bodies]) / f"{number % bodies:05}.docx"


def _make(wanted: tuple[int, Path, bool]) -> None:
    number, file, barest = wanted
    year, body = int(file.parent.name), int(file.stem)
    content = build(
        random_spec(number, "2021" if year > 2020 else "2019", body=body_of(body), year=year), random_shape(number)
    )
    part = file.with_suffix(".part")
    part.write_bytes(content if barest else wordy(content))
    part.replace(file)
