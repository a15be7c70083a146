"""What a rule file says, as data: rules, edits, and expressions as nested lists that JSON can hold.

Most are named tuples, which Python makes in a fifth of the time that a frozen dataclass takes: every start pays for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from checker.dataclass import dataclass, field

Node: TypeAlias = list[Any]  # an expression: [kind, part, …], parts are nodes, texts, numbers or null
Level = Literal["error", "warning", "notice"]

Verb = Literal[
    "set", "blank", "remove", "rename", "add", "move", "copy", "replace", "append", "clear", "as", "lay", "with"
]
Thing = Literal["cell", "section", "table", "row", "column", "paragraph", "text", "body", "document", "report"]


class Edit(NamedTuple):
    """An edit of a model report, as a `fails` or `passes` line writes it. What it does not name is None.

    verb and thing say which edit it is:
        set cell, blank cell            table, row, column; text: the cell as printed
        remove section / table / row / column     section; table; table + row; table + column
        rename section / row / column   the same; text: the new heading or label as printed
        add section                     text: its heading; after: a section
        add row / column                table; text: its label; after: the key of a row or column
        add paragraph                   text; section (or "title", "preface")
        move section, copy section      section; after: a section
        replace text                    text -> new, in section (or "title", "preface"); text must occur there
        append text, clear text         section; text
        as body                         kind (`as township`) or text (`as "某某镇人民政府"`): the report of another body
        lay table                       table; layout: the other format's key
        set document                    name: revisions, comments, hidden, active, links, metadata; kind: of the mark,
        or
                                        None; text: its quote
        with report                     on: which other report is given; nothing else
    on: whose report is edited: "" for the report itself, else "previous", "another" or "part".
    source: the edit as written. line: its line in the rule file.
    """

    verb: Verb
    thing: Thing
    on: Literal["", "previous", "another", "part"] = ""
    section: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    text: str | None = None
    new: str | None = None
    after: str | None = None
    kind: str | None = None
    layout: str | None = None
    name: str | None = None
    source: str = ""
    line: int = 0


class Proof(NamedTuple):
    """One `fails` or `passes` line: edits of the model report of one layout (None: of every layout of the rule's
    years).
    """

    layout: str | None
    edits: tuple[Edit, ...]
    source: str
    line: int


class Template(NamedTuple):
    """A text with holes: pieces are texts and expressions in turn, an expression being a list."""

    pieces: tuple[str | Node, ...]

    @property
    def plain(self) -> str:
        """The text with "…" for each hole."""
        return "".join(p if isinstance(p, str) else "…" for p in self.pieces)


class Step(NamedTuple):
    """A line before `require`: `for name in list where cond`, `let name = value`, or a condition of its own (`where`).

    slot: number of the name among the rule's names. value: the list, the value, or None for a bare condition.
    """

    kind: Literal["for", "let", "where"]
    slot: int
    value: Node | None
    where: Node | None = None


class Target(NamedTuple):
    """A part of `at`: an expression, with the generators that run over it."""

    value: Node
    steps: tuple[Step, ...] = ()


class Mend(NamedTuple):
    """A `mend` line: what stands at `target` is set to `value`, for each item that the steps run over."""

    target: Node
    value: Node
    steps: tuple[Step, ...] = ()


class Uses(NamedTuple):
    """What a rule names of a report, so that it can be told where it applies.

    tables: table -> the rows, columns and groups that it names there, "row,column" for a cell. wide: it names
    `others` or `parts` and runs once after all reports are read. previous: it names last year's report.
    """

    tables: Mapping[str, Sequence[str]]
    wide: bool = False
    previous: bool = False


@dataclass(frozen=True)
class Rule:
    """A rule, its names resolved.

    years: first and last report year, None for open. titles, messages, hints, basis: by language, "zh" always, "en"
    where given. severities: level and condition, the last without one. slots: number of names that `for` and `let`
    make. For its page: quiet, when it deliberately says nothing; levels, which severity holds when; written, key -> the
    source as written ("require", "when", "for").

    A rule from the cache decodes what only findings, pages and proofs need when it is first asked for (encode.py):
    those fields therefore have no default on the class.
    """

    code: str
    name: str
    file: str
    line: int
    first_year: int
    last_year: int | None
    severities: tuple[tuple[Level, Node | None], ...]
    when: Node | None
    steps: tuple[Step, ...]
    require: Node
    slots: int
    uses: Uses
    titles: Mapping[str, str]
    basis: Mapping[str, Template]
    messages: Mapping[str, Template]
    hints: Mapping[str, Template]
    quiet: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, str] = field(default_factory=dict)
    at: tuple[Target, ...] = field(default_factory=tuple)
    expected: Node | None = field(default_factory=lambda: None)
    actual: Node | None = field(default_factory=lambda: None)
    fails: tuple[Proof, ...] = field(default_factory=tuple)
    passes: tuple[Proof, ...] = field(default_factory=tuple)
    mends: tuple[Mend, ...] = field(default_factory=tuple)
    written: Mapping[str, str] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whichever field is asked for
        decode = self.__dict__.get("_decode")
        if decode is None or name.startswith("__"):
            raise AttributeError(name)
        self.__dict__.update(decode(), _decode=None)
        return self.__dict__[name]

    @property
    def severity(self) -> Level:
        """The heaviest severity that it can have."""
        order: tuple[Level, ...] = ("error", "warning", "notice")
        return min((level for level, _ in self.severities), key=order.index)

    def covers(self, year: int) -> bool:
        """Whether it is a rule for that report year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def meets(self, first_year: int, last_year: int | None) -> bool:
        """Whether it shares a year with the years given (None: open)."""
        ends_before = last_year is not None and last_year < self.first_year
        return not ends_before and (self.last_year is None or first_year <= self.last_year)
