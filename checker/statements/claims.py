"""The door to this package: what the prose of a report states, by the statements of a pack.

Paragraphs to clauses, clauses to labels and numbers, numbers to claims.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.report import Para
from checker.statements.assign import Assigner
from checker.statements.changes import read_changes
from checker.statements.clauses import cut
from checker.statements.comparisons import read_shares
from checker.statements.enumerations import read_enumerations
from checker.statements.finder import Finder
from checker.statements.folding import LIMIT, Passage, fold
from checker.statements.found import Found
from checker.statements.gaps import GapFinder
from checker.statements.labels import Grammar
from checker.statements.model import Change, Claim, Claims, Enumeration, Gap, Share
from checker.statements.pack import Index, StatementPack
from checker.statements.quantities import MOST, Scanner
from checker.statements.reading import ClauseReader, ReadLine
from checker.statements.settle import settle
from checker.statements.topics import Topics, is_heading
from checker.statements.words import Words

_ready: list[tuple[StatementPack, Reader]] = []  # the reader of the last pack: a batch has one pack for all its reports


def read_claims(
    passages: Sequence[tuple[str, Para]], pack: StatementPack, year: int | None, kind: str | None = None
) -> Claims:
    """Read paragraphs, each with the key of its section, as prose of the report of `year` (None if it is not known).

    kind: that of the body whose report it is (what it is made up of stands in words part_of_KIND).
    """
    if not _ready or _ready[-1][0] is not pack:
        _ready[:] = [(pack, Reader(pack))]
    return _ready[-1][1].read(passages, year, kind or "")


class _Gathered:
    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.enumerations: list[Enumeration] = []
        self.shares: list[Share] = []
        self.changes: list[Change] = []
        self.gaps: list[Gap] = []


class Reader:
    """The general reader, made ready for one pack of statements."""

    def __init__(self, pack: StatementPack) -> None:
        index = pack.index or _index_of(pack)
        self._words = Words(pack.words)
        self._gluing = self._words["parts"]
        self._scanner = Scanner(index.measures)
        self._finder = Finder(index)
        self._topics = Topics(index.topics)
        grammar = self._grammar = Grammar(index, self._words.small)
        self._statements = grammar.statements
        assigner = Assigner(self._statements, self._words)
        self._clauses = ClauseReader(grammar, self._topics, assigner, self._words)
        self._gaps = GapFinder(self._words)

    def read(self, passages: Sequence[tuple[str, Para]], year: int | None, kind: str = "") -> Claims:
        """Everything that the paragraphs state. Order of the results is reading order."""
        gathered = _Gathered()
        heading: frozenset[str] = frozenset()
        section_before = ""
        for section, para in passages:
            if section != section_before:
                heading, section_before = frozenset(), section
            numbers = 0
            for line in _lines(para.text):
                if numbers > MOST:
                    break
                passage = Passage(section, para.n, fold(line), year)
                topics = heading or self._topics.default(section)
                line_read, found = self._read_line(passage, topics, gathered, kind)
                numbers += found
                if passage.text.endswith(":") and line_read.spoken:
                    heading = line_read.leaving  # what follows is a list that it begins
                elif not found and is_heading(passage.text):
                    heading = line_read.last if line_read.spoken else frozenset()
        states: dict[str, list[Claim]] = {}
        loose: list[Claim] = []
        for claim in gathered.claims:
            if claim.exact and claim.span == "year" and claim.year == year:
                states.setdefault(claim.statement, []).append(claim)
            else:
                loose.append(claim)
        return Claims(
            {name: tuple(claims) for name, claims in states.items()},
            tuple(gathered.enumerations),
            tuple(gathered.shares),
            tuple(gathered.changes),
            tuple(gathered.gaps),
            tuple(loose),
        )

    def _read_line(
        self, passage: Passage, topics: frozenset[str], gathered: _Gathered, kind: str
    ) -> tuple[ReadLine, int]:
        """Read one line of a paragraph into `gathered`; its clauses, and how many numbers it has."""
        text = passage.text
        scan = self._scanner.scan(text)
        read = text[: scan.end]
        hits = self._finder.find(read, scan.years, passage.year)
        if not hits and not scan.quantities:
            return ReadLine([], topics, topics), 0
        numbers = len(scan.quantities)
        telling = [hit[2] for hit in hits if hit[2].tells]
        near = self._topics.near(topics, telling)
        tells = self._grammar.may_tell(hits, passage.section, near, numbers=numbers > 0)
        percents = any(quantity.unit == "%" for quantity in scan.quantities)
        listed = sum([quantity.unit not in ("", "%") for quantity in scan.quantities]) > 1  # a total and a part
        moved = numbers > 0 and any("more" in sense.marks or "fewer" in sense.marks for sense in telling)
        answers = not tells and self._words.may_answer(read)
        silent = not (tells or percents or listed or moved or answers)
        if silent and not (text.endswith(":") or (not numbers and is_heading(text))):
            return ReadLine([], topics, topics), numbers  # its topics end with it
        clauses = cut(read, scan.quantities, hits, self._gluing)
        line = self._clauses.read(passage, clauses, topics, scan.months, tells=tells or (answers and not numbers))
        if silent:
            return line, numbers
        readings = line.readings
        found = settle(readings, self._statements, self._words, text, kind)
        gathered.claims += [self._claim(passage, each) for each in found]
        lists: list[Enumeration] = []
        if listed:
            lists = read_enumerations(readings, passage, self._statements, self._words)
            gathered.enumerations += lists
        if percents:
            gathered.shares += read_shares(readings, lists, passage, self._words)
        if percents or moved:
            gathered.changes += read_changes(readings, found, self._statements, passage, self._words)
        gathered.gaps += self._gaps.find(readings, passage)
        return line, numbers

    def _claim(self, passage: Passage, found: Found) -> Claim:
        shift, span = found.when
        place = passage.place(found.start, found.end)
        return Claim(
            found.statement,
            found.value,
            place,
            place.quote or "",
            found.how,
            found.exact,
            None if passage.year is None or span == "total" else passage.year + shift,
            span,
            found.unit,
            found.step,
            found.values or (found.value,),
            found.readings,
        )


def _index_of(pack: StatementPack) -> Index:
    from checker.statements.index import index_of  # late: a pack that was kept has its index

    return index_of(pack)


def _lines(text: str) -> list[str]:
    """The lines of a paragraph, of its first LIMIT characters."""
    text = text[:LIMIT]
    return [line for line in text.split("\n") if line.strip()] if "\n" in text else [text]
