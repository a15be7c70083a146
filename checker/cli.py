"""The entry point: one call, one process. What is called is read by checker/commands/group.py, with click.

Loading click costs as much as reading a report, so the call that is made most, `gkcheck [--format FORM] PATH…`, is
answered without it (checker/commands/plain.py).
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

from checker import expressions
from checker.commands.plain import asked_language, plainly_checked
from checker.errors import Said
from checker.hints import TextIO

_YOUNG_OBJECTS = 100_000  # a start makes many objects and no garbage: looking for it sooner finds none


def main() -> None:
    """Entry point of the command `gkcheck`: the whole process is its own."""
    gc.set_threshold(_YOUNG_OBJECTS)
    sys.stdout = sys.stdout or _nowhere()  # closed by the caller, who then wants the exit status alone
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a pipe carries UTF-8; a console keeps its own encoding and replaces what it lacks
            reconfigure(errors="replace", encoding=None if stream.isatty() else "utf-8")
    expressions.recall()
    try:
        try:
            status = plainly_checked(sys.argv[1:])
            if status is not None:
                sys.exit(status)
            from checker.commands.group import run

            sys.exit(run(sys.argv[1:]))
        except SystemExit as end:
            sys.stdout.flush()
            sys.stderr.flush()
            expressions.keep()
            if isinstance(end.code, int):
                os._exit(end.code)  # all is written: taking down every object costs more than checking a report
            raise
    except OSError as error:  # what is read and written by name is reported where it happens: this is the output
        from checker.reasons import reason_of

        why = reason_of(error)
        _give_up(
            Said(
                f"写不出结果（{why.zh}）；请检查磁盘是否已满",
                f"the result cannot be written ({why.en}); check that there is room",
            )
        )
    except Exception as error:  # a fault of our own: status 1 would mean findings
        from checker.errors import own_fault

        _give_up(own_fault(error))


def _give_up(why: Said) -> None:
    with suppress(OSError):
        os.write(2, f"gkcheck: {why.of(asked_language(sys.argv[1:]))}\n".encode())
    os._exit(2)


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")
