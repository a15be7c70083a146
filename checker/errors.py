"""Errors that end the reading of one file, with what the user can do about it."""

from __future__ import annotations


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


def own_fault(error: Exception) -> InputError:
    """What a fault in gkcheck itself means to its user: one sentence that names the kind of fault and its line.

    It must cost no more than the file at hand, and is no verdict on it: status 2, never 1.
    """
    import traceback  # late: this should never be needed

    at = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}, {at.filename.replace(chr(92), '/').rpartition('/')[2]}:{at.lineno}"
    return InputError(
        f"gkcheck 内部出错（{what}），没有检查完；请把这一行报告给维护者",
        f"a fault in gkcheck itself ({what}), not checked to the end; please report this line",
    )


class RuleFileError(Exception):
    """A fault in a file of the rule pack (.rules, .statements, .layout).

    file: the file's path as given; line, column: from 1; text: the line itself; problem: what is wrong, in English;
    expected: what was expected instead, or the nearest known name, in English ("" if there is nothing to say).
    """

    def __init__(self, file: str, line: int, column: int, text: str, problem: str, expected: str = "") -> None:
        self.file, self.line, self.column, self.text = file, line, column, text
        self.problem, self.expected = problem, expected
        super().__init__(self.report())

    def report(self) -> str:
        """Four lines: place and problem, the line, a mark under the column (wide ones: two), what was expected."""
        before = self.text[: self.column - 1]
        blanks = "".join("  " if ord(c) > 0x1100 else "\t" if c == "\t" else " " for c in before)
        lines = [f"{self.file}:{self.line}:{self.column}: {self.problem}", f"    {self.text}", f"    {blanks}^"]
        if self.expected:
            lines.append(f"    {self.expected}")
        return "\n".join(lines)
