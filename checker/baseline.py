"""Waivers for what is found today, as text for a file of waivers: only what is new is found from then on."""

from __future__ import annotations

import glob
import json
import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from checker.dataclass import dataclass
from checker.findings import Assessment
from checker.fingerprint import fingerprints
from checker.waivers import Waiver, inside_of

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Entry:
    """A waiver to be written. file: pattern of the report. about: where and what, for those who read the file."""

    code: str
    file: str
    fingerprint: str
    about: str


def entries(assessment: Assessment, path: Path, top: Path, waivers: Sequence[Waiver], today: date) -> list[Entry]:
    """A waiver for each finding that none waives yet.

    assessment: with all findings, before any was waived. path: its report; top: the folder that patterns start from.
    waivers: those that hold for the report, with codes in place of names.
    """
    found = []
    for finding, name in zip(assessment.findings, fingerprints(assessment.findings), strict=True):
        if any(w.means_report(path) and w.means(finding, name) and not w.expired(today) for w in waivers):
            continue
        place = " ".join(assessment.where.get(finding.place, "").split("\n"))
        found.append(Entry(finding.code, _pattern(path, top), name, f"{place}：{finding.message}"))
    return found


def written(found: Sequence[Entry], reason: str, expires: date | None, before: str = "") -> str:
    """The text of a file of waivers: what stands there, and the entries."""
    blocks = [before.rstrip("\n")] if before.strip() else []
    for entry in found:
        lines = [
            f"# {_plain(entry.about)}",
            "[[waiver]]",
            f"code = {_quoted(entry.code)}",
            f"file = {_quoted(entry.file)}",
            f"fingerprint = {_quoted(entry.fingerprint)}",
            f"reason = {_quoted(reason)}",
        ]
        blocks.append("\n".join(lines if expires is None else [*lines, f"expires = {expires.isoformat()}"]))
    return "\n\n".join(blocks) + "\n"


def _pattern(path: Path, top: Path) -> str:
    """The pattern that means this one file; what TOML cannot hold of its name is any one character."""
    inside = glob.escape(inside_of(str(path), top))
    return "/" + re.sub(r"[\ud800-\udfff]", "?", inside)


def _plain(text: str) -> str:
    text = " ".join(_UNPRINTABLE.sub(" ", text).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _quoted(text: str) -> str:
    """A basic string of TOML: JSON's, but for DEL, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def target(folder: Path, config: Path | None, waivers: Path | None, listed: Sequence[str]) -> Path:
    """The file that waivers for the reports of a folder are written to, which is read when they are checked again.

    config, waivers: what was found above the folder; listed: files of waivers that the settings name.
    """
    from checker.config_place import WAIVERS_NAME

    if config is not None and listed:
        return config.parent / listed[0]
    if waivers is not None:
        return waivers
    return (Path(os.path.abspath(folder)) if config is None else config.parent) / WAIVERS_NAME
