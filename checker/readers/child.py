"""Runs another program for a reader: with limits of time and (on Linux) memory, and nothing left running."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from checker.dataclass import dataclass
from checker.errors import InputError

_GRACE = 5


@dataclass(frozen=True, slots=True)
class Finished:
    """How a program ended. status: as the system gives it, None where it was stopped at its time limit."""

    status: int | None
    output: bytes
    complaint: bytes


def run(
    command: Sequence[str],
    *,
    seconds: int,
    memory: int,
    given: bytes = b"",
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Finished:
    """Runs `command` in a process group of its own, with `given` as its input, and ends the whole group with it.

    memory: bytes that each of its processes may hold (Linux only). Raises InputError where it can't be started.
    """
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=None if environment is None else {**os.environ, **environment},
            cwd=folder,
            start_new_session=True,
        )
    except OSError as error:
        from checker.reasons import reason_of

        reason = reason_of(error)
        raise InputError(
            f"无法启动 {command[0]}（{reason.zh}），请核对程序路径和权限",
            f"{command[0]} can't be started ({reason.en})",
        ) from None
    _limit(process.pid, memory, seconds + _GRACE)
    try:
        output, complaint = process.communicate(given, timeout=seconds)
        return Finished(process.returncode, output, complaint)
    except subprocess.TimeoutExpired:
        return Finished(None, b"", b"")
    finally:
        _end(process)


def _limit(pid: int, memory: int, seconds: int) -> None:
    """Bounds the data of a process and of those that it starts, and its processor time, should gkcheck be gone."""
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(OSError, ValueError):  # already ended, or a lower limit stands
            resource.prlimit(pid, resource.RLIMIT_DATA, (memory, memory))
            resource.prlimit(pid, resource.RLIMIT_CPU, (seconds, seconds))


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends what is left of the group: a program may outlive the script that started it."""
    if sys.platform == "win32":
        if process.poll() is None:
            command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(command, capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired, ValueError, OSError):
        process.communicate(timeout=5)
