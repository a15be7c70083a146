"""LibreOffice and Chromium as makers of test files, and built reports with ruled tables to give them."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

from checker.readers.soffice import found

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_RULES = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES)


def converted(data: bytes, ending: str, to: str) -> bytes:
    """`data`, a file that ends in `ending`, as LibreOffice writes it in the form `to` ("pdf", "doc" …)."""
    program = found()
    assert program is not None, "LibreOffice is not installed: python -m tests.office says how"
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / f"a{ending}").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [str(program), profile, "--headless", "--norestore", "--convert-to", to, "--outdir", scratch]
        subprocess.run([*command, str(folder / f"a{ending}")], check=True, capture_output=True, timeout=120)
        return next(path for path in folder.glob("a.*") if path.name != f"a{ending}").read_bytes()


def printed(page: bytes) -> bytes:
    """A web page as Chromium prints it to PDF, with the date, the title and the address at the edges."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert program is not None, "Chromium is not installed: python -m tests.office says how"
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "a.html").write_bytes(page)
        command = [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
        command += [f"--print-to-pdf={folder / 'a.pdf'}", (folder / "a.html").as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (folder / "a.pdf").read_bytes()


def ruled(data: bytes) -> bytes:
    """A built report with lines around the cells of its tables: what a PDF can be read by."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in given.namelist():
            content = given.read(name)
            if name == "word/document.xml":
                text = re.sub(r"<w:tblBorders>.*?</w:tblBorders>", "", content.decode("utf-8"))
                content = text.replace("</w:tblPr>", f"<w:tblBorders>{_RULES}</w:tblBorders></w:tblPr>").encode()
            archive.writestr(name, content)
    return made.getvalue()
