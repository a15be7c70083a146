"""What a rule file says, as data: rules, and expressions as nested lists that JSON can hold.

Most are named tuples, which Python makes in a fifth of the time that a frozen dataclass takes: every start pays for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.dataclass import dataclass, field
from checker.hints import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from checker.language.proofs import Mend, Proof

Node: TypeAlias = list[Any]  # an expression: [kind, part, …], parts are nodes, texts, numbers or null
Level = Literal["error", "warning", "notice"]


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
