"""Files to be mended: the compliant example with one passage of its markup changed."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from zipfile import ZipFile

from checker.annotating.container import copy_with
from checker.fix.mend import Mender, Result
from checker.resources import folder
from checker.settings import Settings

MAIN = "word/document.xml"
_EXAMPLE = folder("rules").parent / "docs" / "examples" / "compliant-2021.docx"


def part(data: bytes, name: str = MAIN) -> str:
    """A part of a package as text."""
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def patched(*swaps: tuple[str, str], example: bytes | None = None) -> bytes:
    """The example with each text of its main part, which must be there once, replaced."""
    data = _EXAMPLE.read_bytes() if example is None else example
    text = part(data)
    for old, new in swaps:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    return copy_with(data, {MAIN: text.encode()})


@cache
def mender() -> Mender:
    return Mender(Settings())


def mended(data: bytes) -> Result:
    return mender().mend(data, "a.docx")


def codes(result: Result) -> list[str]:
    """The rules whose findings were mended."""
    return [item.code for item in result.done]


def whys(result: Result) -> list[tuple[str, str]]:
    """The rules whose findings were left, and why."""
    return [(item.mended.code, item.why) for item in result.left]
