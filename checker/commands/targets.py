"""Where the findings go: formats and files of a call in pairs, and the names of files in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from checker.commands.usage import WrongCall
from checker.dataclass import dataclass
from checker.errors import Said

FORMATS = ("table", "json", "sarif", "junit", "github", "markdown", "html", "xlsx")
SCREEN = "-"
_ENDINGS = {
    ".json": "json",
    ".sarif": "sarif",
    ".xml": "junit",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
}
_ENDING_OF = {"table": ".txt", "github": ".github.txt", "markdown": ".md", "junit": ".xml"}


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the file or folder that it is written to as given; None for the screen."""

    form: str
    path: str | None = None

    @property
    def is_folder(self) -> bool:
        """Whether it names a folder: one that is there, or any name that ends with a slash."""
        return self.path is not None and is_folder(self.path)


def is_folder(path: str) -> bool:
    """Whether an output names a folder: one that is there, or any name that ends with a slash."""
    return path.endswith(("/", os.sep)) or Path(path).is_dir()


def pair(forms: Sequence[str], outputs: Sequence[str]) -> list[Target]:
    """The targets of `--format` and `-o`, the first of each together and so on.

    Without formats each file's ending tells its format (else it is the table); with one format more than files the
    first goes to the screen; "-" is the screen. Raises WrongCall where they don't pair.
    """
    if not forms and outputs:
        forms = [_ENDINGS.get(os.path.splitext(path)[1].lower(), "table") for path in outputs]
    forms = forms or ["table"]
    if len(forms) == len(outputs) + 1:
        outputs = [SCREEN, *outputs]
    if len(forms) != len(outputs):
        zh = "请成对给出（只可有一种格式不带 -o，显示在屏幕上）"
        en = "give them in pairs (one format may go without -o, to the screen)"
        many, places = len(forms), len(outputs)
        raise WrongCall(Said(f"--format 有 {many} 个，-o 有 {places} 个；{zh}", f"{many} --format, {places} -o: {en}"))
    named = [os.path.abspath(path) for path in outputs if path != SCREEN and not is_folder(path)]
    if len(set(named)) < len(named) or outputs.count(SCREEN) > 1:
        raise WrongCall(Said("两种格式不能写到同一处；请各用一个 -o", "two formats for one place; give each a -o"))
    return [Target(form, None if path == SCREEN else path) for form, path in zip(forms, outputs, strict=True)]


def ending_of(form: str) -> str:
    """The ending of a file of that format."""
    return _ENDING_OF.get(form, f".{form}")


def names_in_folder(files: Iterable[str], ending: str | None = None) -> list[str]:
    """A name for each report in one folder: its own, with `ending` in place of its ending; a second of one name is
    numbered."""
    used: set[str] = set()
    names = []
    for file in files:
        own = Path(file).name if file != SCREEN else "report.docx"
        stem, old = os.path.splitext(own)
        name, number = stem + (ending or old), 1
        while name.lower() in used:
            number += 1
            name = f"{stem}-{number}{ending or old}"
        used.add(name.lower())
        names.append(name)
    return names
