"""Runs the tests that need LibreOffice or Chromium.

python -m tests.office        installs what is missing where apt-get may (as root), else says what is missing: status 2
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_PROGRAMS = {  # package of Debian and Ubuntu -> names under which its program goes
    "libreoffice-writer": ("soffice", "libreoffice"),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "fonts-noto-cjk": (),
}


def missing() -> list[str]:
    """Packages whose program is not there; fonts go with them."""
    lacking = [package for package, names in _PROGRAMS.items() if names and not any(map(shutil.which, names))]
    return [*lacking, *(package for package, names in _PROGRAMS.items() if lacking and not names)]


def main() -> int:
    """Install or ask, then run the tests; their status."""
    packages = missing()
    if packages and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], check=False)
        packages = missing()
    if packages:
        print(f"these tests need: apt-get install {' '.join(packages)}", file=sys.stderr)
        return 2
    folder = Path(__file__).parent
    call = [sys.executable, "-m", "pytest", str(folder), *sys.argv[1:]]
    return subprocess.run(call, check=False, env={**os.environ, "GKCHECK_OFFICE": "1"}).returncode


if __name__ == "__main__":
    sys.exit(main())
