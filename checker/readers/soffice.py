"""LibreOffice as a converter: found, run with a profile of its own, one file at a time, and nothing left of it.

The profile lies in a temporary folder with the files of the conversion, and is deleted with it. It forbids macros, and
sends whatever LibreOffice might fetch from the network to a closed port: no file can call out by being checked.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn
from xml.sax.saxutils import escape

from checker.errors import InputError
from checker.readers import limits
from checker.readers.child import run

_NAMES = ("soffice", "libreoffice", "soffice.com")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/snap/bin/libreoffice",
    "/usr/local/bin/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
"""Where LibreOffice's own installers put it on Linux, macOS and Windows."""

_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)
"""Options of the profile (org.openoffice.Office.*): no macros, no active content, no link updated, no way out."""

_CLOSED = "http://127.0.0.1:9"
_WITHOUT_NETWORK = {
    **dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"), _CLOSED),
    **dict.fromkeys(("no_proxy", "NO_PROXY"), ""),
    "SAL_USE_VCLPLUGIN": "svp",
}
_POLL = 0.1


_named: list[Path] = []


@contextmanager
def using(program: Path) -> Iterator[None]:
    """Takes this program for the time being, for the whole process, and no other that may be installed."""
    _named.append(program)
    try:
        yield
    finally:
        _named.pop()


def named() -> Path | None:
    """The program that using() names, whether it is there or not."""
    return _named[-1] if _named else None


def found() -> Path | None:
    """The program: what using() names, else on PATH, else where it is usually installed; None if it is not there."""
    given = named()
    if given is not None:
        by_name = shutil.which(given)
        return Path(by_name) if by_name else None
    for name in _NAMES:
        path = shutil.which(name)
        if path:
            return Path(path)
    for place in _PLACES:
        head, star, tail = place.partition("*")
        folder = Path(head).parent
        candidates = sorted(folder.glob(f"{Path(head).name}*{tail}"), reverse=True) if star else [Path(place)]
        for candidate in candidates:
            if candidate.is_file():
                return candidate
    return None


def converted(data: bytes, ending: str, program: Path) -> bytes:
    """`data`, a file that usually ends in `ending` (".doc"), as a .docx.

    Raises InputError where LibreOffice can't open it, takes longer than limits.OFFICE_SECONDS, or can't be started.
    """
    with ExitStack() as stack:
        stack.enter_context(_terminable())
        try:
            scratch = Path(
                stack.enter_context(tempfile.TemporaryDirectory(prefix="gkcheck-", ignore_cleanup_errors=True))
            )
            _write_profile(scratch / "profile")
            source = scratch / f"report{ending}"
            source.write_bytes(data)
        except OSError as error:
            from checker.reasons import reason_of

            reason = reason_of(error)
            raise InputError(
                f"无法写入临时文件夹（{reason.zh}）", f"the temporary folder can't be written ({reason.en})"
            ) from None
        stack.enter_context(_alone(program))
        made = _convert(program, source, scratch)
        if made.stat().st_size > limits.FILE_BYTES:
            raise _refused()
        return made.read_bytes()


def _convert(program: Path, source: Path, scratch: Path) -> Path:
    command = [
        str(program),
        f"-env:UserInstallation={(scratch / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nologo", "--nodefault", "--nofirststartwizard"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(scratch / "made"), str(source)),
    ]
    environment = {**_WITHOUT_NETWORK, "HOME": str(scratch), "TMPDIR": str(scratch), "XDG_RUNTIME_DIR": str(scratch)}
    finished = run(
        command, seconds=limits.OFFICE_SECONDS, memory=limits.CHILD_BYTES, environment=environment, folder=scratch
    )
    if finished.status is None:
        raise InputError(
            f"LibreOffice 转换超过 {limits.OFFICE_SECONDS} 秒，已停止；请在 Word 中打开后另存为 .docx 再检查",
            f"LibreOffice took longer than {limits.OFFICE_SECONDS} seconds and was stopped; "
            "open the file in Word and save it as .docx",
        )
    made = scratch / "made" / "report.docx"
    if not made.is_file():
        raise _refused()
    return made


def _refused() -> InputError:
    return InputError(
        "LibreOffice 打不开这个文件，可能已损坏或设有密码；请在 Word 或 WPS 中打开后另存为 .docx 再检查",
        "LibreOffice can't open the file, which may be damaged or have a password; "
        "open it in Word and save it as .docx",
    )


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path if path.startswith("Inet") else "Office." + path}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{escape(value)}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


@contextmanager
def _terminable() -> Iterator[None]:
    """Lets a request to terminate end the conversion and clear up, instead of leaving both behind."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, _: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _alone(program: Path) -> Iterator[None]:
    """Holds a lock on the program itself, so that no file of the lock's own is left; where there are none (Windows),
    conversions at the same time are slower but no less right, since each has its own profile."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    try:
        handle = os.open(program, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:  # a program that may be run but not read
        yield
        return
    try:
        until = time.monotonic() + limits.OFFICE_WAIT
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until:
                    raise InputError(
                        "另一个 gkcheck 正在使用 LibreOffice，等待过久；请稍后再试",
                        "another gkcheck has been using LibreOffice for too long; try again later",
                    ) from None
                time.sleep(_POLL)
            except OSError:  # a file system without locks
                break
        yield
    finally:
        os.close(handle)
