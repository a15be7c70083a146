"""Run the tests that need LibreOffice and Chromium; install what is missing where that can be done.

    python -m tests.office [--no-install] [pytest options]

Missing programs are installed with apt-get where this is run by root on Debian or Ubuntu; otherwise the line that
installs them is printed and the exit status is 69.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_NEEDS = {  # program -> packages of Debian and Ubuntu
    ("soffice", "libreoffice"): ("libreoffice-writer",),
    ("chromium", "chromium-browser", "google-chrome"): ("chromium",),
    ("fc-list",): ("fontconfig",),
}
MISSING = 69  # EX_UNAVAILABLE of sysexits.h; pytest itself ends with 0 to 5
_FONT = "fonts-noto-cjk"


def missing() -> list[str]:
    """Packages whose programs are not there, and the font for Chinese if there is none."""
    found = [package for names, wanted in _NEEDS.items() if not any(map(shutil.which, names)) for package in wanted]
    if found or not _has_chinese():
        found.append(_FONT)
    return found


def _has_chinese() -> bool:
    listed = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, check=False)
    return bool(listed.stdout.strip())


def install(packages: list[str]) -> bool:
    """Install packages; False where that can't be done here."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    update = subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
    command = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    return update.returncode == 0 and subprocess.run(command, env=quiet, check=False).returncode == 0


def main(options: list[str]) -> int:
    """The exit status: pytest's, or 69 where programs are missing."""
    wanted = missing()
    may_install = "--no-install" not in options
    options = [option for option in options if option != "--no-install"]
    if wanted and not (may_install and install(wanted)):
        print(f"missing; install with: sudo apt-get install {' '.join(wanted)}", file=sys.stderr)
        return MISSING
    here = str(Path(__file__).parent)
    command = [sys.executable, "-m", "pytest", "-o", "python_files=check_*.py", here, *options]
    return subprocess.run(command, check=False, cwd=Path(__file__).resolve().parents[2]).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
