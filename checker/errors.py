"""Errors that end the reading of one file, with what the user can do about it."""

from __future__ import annotations

from collections.abc import Iterable


class Said:
    """A few words in both languages of gkcheck."""

    __slots__ = ("en", "zh")

    def __init__(self, zh: str, en: str) -> None:
        self.zh, self.en = zh, en

    def of(self, lang: str) -> str:
        """The words in the language `lang` ("zh" or "en")."""
        return self.en if lang == "en" else self.zh


def example(line: str) -> Said:
    """How a line could look."""
    return Said(f"例如：{line}", f"for example: {line}")


def one_of(known: Iterable[str]) -> Said:
    """What may stand there."""
    names = list(known)
    return Said(f"可用：{'、'.join(names)}", f"one of: {', '.join(names)}")


def did_you_mean(name: str) -> Said:
    """The name that was probably meant."""
    return Said(f"是否指 {name}？", f"did you mean {name}?")


def nearest(name: str, known: Iterable[str]) -> Said | None:
    """What to say of a name that is not known: the nearest of those that are, else all of them if they are few."""
    import difflib  # late: only when a file is faulty

    names = list(dict.fromkeys(known))
    close = difflib.get_close_matches(name, names, 1, 0.5)
    if close:
        return did_you_mean(close[0])
    return one_of(names) if 0 < len(names) <= 30 else None


class InputError(Exception):
    """A file that cannot be read as a report. Nothing else of the call is lost by it.

    message_zh, message_en: one sentence each, saying what is wrong and what to do; the file's name is not part of it.
    """

    def __init__(self, message_zh: str, message_en: str) -> None:
        super().__init__(message_en)
        self.message_zh = message_zh
        self.message_en = message_en

    def message(self, lang: str) -> str:
        """The sentence in the language `lang` ("zh" or "en")."""
        return self.message_en if lang == "en" else self.message_zh


def own_fault(error: Exception) -> Said:
    """What a fault in gkcheck itself means to its user: one sentence that names the kind of fault and its line.

    It must cost no more than the file at hand, and is no verdict on it: status 2, never 1.
    """
    import traceback  # late: this should never be needed

    at = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}, {at.filename.replace(chr(92), '/').rpartition('/')[2]}:{at.lineno}"
    return Said(
        f"gkcheck 内部出错（{what}），没有检查完；请把这一行报告给维护者",
        f"a fault in gkcheck itself ({what}), not checked to the end; please report this line",
    )


class RuleFileError(Exception):
    """A fault in a file of the rule pack (.rules, .statements, .layout …) or of settings.

    file: the file's path as given; line, column: from 1; text: the line itself; problem: what is wrong; expected: what
    was expected instead, or the nearest known name (None if there is nothing to say). As text it is the report in
    English.
    """

    def __init__(
        self, file: str, line: int, column: int, text: str, problem: Said, expected: Said | None = None
    ) -> None:
        self.file, self.line, self.column, self.text = file, line, column, text
        self.problem, self.expected = problem, expected
        super().__init__(self.report("en"))

    def report(self, lang: str) -> str:
        """Four lines: place and problem, the line, a mark under the column (wide ones: two), what was expected."""
        before = self.text[: self.column - 1]
        blanks = "".join("  " if ord(c) > 0x1100 else "\t" if c == "\t" else " " for c in before)
        lines = [
            f"{self.file}:{self.line}:{self.column}: {self.problem.of(lang).strip()}",
            f"    {self.text}",
            f"    {blanks}^",
        ]
        if self.expected is not None:
            lines.append(f"    {self.expected.of(lang)}")
        return "\n".join(lines)
