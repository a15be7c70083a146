"""The call that is made most, `gkcheck [--format table|json] PATH…`, without loading click.

It answers only what it surely understands and what ends well; all else is left to the commands, which say what is
wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from checker.days import date

_FORMS = ("table", "json")


def plainly_checked(words: Sequence[str]) -> int | None:
    """Check and print if the words are a plain call; the exit status, or None for a call that is for the commands."""
    asked = plain_call(words)
    if asked is None:
        return None
    from checker.config_place import have_settings

    if have_settings(asked[1]):
        return None
    from checker.commands.screen import rendered
    from checker.errors import InputError, RuleFileError
    from checker.findings import Severity
    from checker.pipeline import check_files
    from checker.settings import Settings

    form, paths = asked
    try:
        outcome = check_files(paths, Settings(today=date.today()))
    except (InputError, RuleFileError, OSError):
        return None  # a fault in the rules: the command meets it again, and says where
    sys.stdout.write(rendered(outcome, form, "zh", quiet=False, to_file=False))
    return outcome.exit_status(Severity.ERROR)


def plain_call(words: Sequence[str]) -> tuple[str, list[str]] | None:
    """The format and the paths of a plain call, or None: a word that could be a command or another option is there."""
    form, paths, rest = "table", list[str](), iter(words)
    for word in rest:
        if word.startswith("--format"):
            form = word.removeprefix("--format=") if "=" in word else next(rest, "") if word == "--format" else ""
            if form not in _FORMS:
                return None
        elif word.startswith("-") or (not paths and word.isascii() and word.replace("-", "").isalpha()):
            return None
        else:
            paths.append(word)
    return (form, paths) if paths else None


def asked_language(words: Sequence[str]) -> str:
    """The language that a call asks for, read off its words: for a call that was not understood or did not end well."""
    call = " ".join(words)
    return "en" if "--lang en" in call or "--lang=en" in call else "zh"
